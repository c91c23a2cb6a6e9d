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
import { limitBodyTime } from './body-time.ts'
import { allowTrustedPages, type CrossOrigin } from './cross-origin.ts'
import { mountRoute, type Mounting } from './mount-route.ts'
import { servePage } from './page.ts'
import type { Mounted, Route } from './route.ts'
import { refuseForeignSites } from './same-site.ts'
import { tellRequests, type Answered } from './tell-requests.ts'
import { routeUpgrades } from './upgrades.ts'

export interface WebOptions extends Mounting {
  readonly host: string
  readonly port: number
  readonly version: string
  /** Built page; none in tests of routes alone. */
  readonly pageFolder?: string
  readonly mounted: readonly Mounted[]
  /** None: no page of another site may call. */
  readonly crossOrigin?: CrossOrigin
  /** Hears of each request that is over. */
  readonly answered?: (request: Answered) => void
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
    // Images may take long to come: `limitBodyTime` looks after all others.
    requestTimeout: 0,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1_024 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  })
  await app.register(cookie)
  await app.register(helmet, securityHeaders(options.secure))
  await app.register(rateLimit, { global: false })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Filmjacket', version: options.version } },
  })
  answerProblems(app, options.log)
  tellRequests(app, options.log, options.answered ?? (() => undefined))
  limitBodyTime(app)
  if (options.crossOrigin !== undefined) allowTrustedPages(app, options.crossOrigin)
  refuseForeignSites(app)
  routeUpgrades(app)
  app.register(async (api) => {
    mountAll(api, options, (route) => route.kind !== 'media')
    api.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
    await Promise.resolve()
  })
  app.register(async (media) => {
    // Their bodies are what they are, and are read by who knows what they should be.
    media.removeAllContentTypeParsers()
    media.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    mountAll(media, options, (route) => route.kind === 'media')
    await Promise.resolve()
  })
  if (options.pageFolder !== undefined) await servePage(app, options.pageFolder)
  await app.ready()
  return app
}

function mountAll(app: FastifyInstance, options: WebOptions, isMeant: (route: Route<never>) => boolean): void {
  for (const { routes, service } of options.mounted)
    for (const route of routes.filter(isMeant)) mountRoute(app, route, service, options)
}

/** Helmet's defaults, less what breaks a plain-HTTP site in a house's own network. */
function securityHeaders(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        // The decoders of the viewer are WebAssembly; nothing else is let in by it.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        // Documents of an exam, which the viewer shows in a frame of its own.
        'frame-src': ['blob:'],
        'media-src': ['blob:'],
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
