/**
 * The web server: security headers, sessions, validation, problems, OpenAPI, the page.
 *
 * It knows no module: routes come mounted from app/server.ts.
 *
 * @module
 */
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { answerProblems } from './answer-problems.ts'
import { mountRoute, type Mounting } from './mount-route.ts'
import { servePage } from './page.ts'
import type { Mounted } from './route.ts'
import { refuseForeignSites } from './same-site.ts'

export interface WebOptions extends Mounting {
  readonly host: string
  readonly port: number
  readonly version: string
  /** Built page; none in tests of routes alone. */
  readonly pageFolder?: string
  readonly mounted: readonly Mounted[]
}

export interface WebServer {
  readonly app: FastifyInstance
  readonly port: number
  close(): Promise<void>
}

/** @throws Error with code EADDRINUSE or EACCES if the port cannot be had. */
export async function serveWeb(options: WebOptions): Promise<WebServer> {
  const app = await buildWeb(options)
  await app.listen({ host: options.host, port: options.port })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return { app, port, close: () => app.close() }
}

/** The server without a socket: what tests inject requests into. */
export async function buildWeb(options: WebOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: options.secure,
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 128 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  })
  await app.register(cookie)
  await app.register(helmet, securityHeaders(options.secure))
  await app.register(rateLimit, { global: false })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Filmjacket', version: options.version } },
  })
  answerProblems(app, options.log)
  refuseForeignSites(app)
  app.register(async (api) => {
    for (const { routes, service } of options.mounted)
      for (const route of routes) mountRoute(api, route, service, options)
    api.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
    await Promise.resolve()
  })
  if (options.pageFolder !== undefined) await servePage(app, options.pageFolder)
  await app.ready()
  return app
}

/** Helmet's defaults, less what breaks a plain-HTTP site in a house's own network. */
function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' as const },
    hsts: secure,
    crossOriginOpenerPolicy: secure,
  }
}
