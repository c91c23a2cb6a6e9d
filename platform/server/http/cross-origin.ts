import type { FastifyInstance } from 'fastify'

/** Pages of other sites that may call below `path`. */
export interface CrossOrigin {
  readonly path: string
  isTrusted(origin: string): boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    /** A page that is trusted calls, with a token: not with a browser's cookie. */
    isTrustedPage?: boolean
  }
}

const ALLOWED = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
  'access-control-allow-headers': 'Accept, Authorization, Content-Type, If-None-Match, If-Range, Range',
  'access-control-max-age': '600',
}
const EXPOSED = 'Content-Location, Content-Range, ETag, Location, Warning'

/**
 * Answers browsers that ask whether a page of another site may call. Fetch Standard §3.2.
 *
 * Credentials are never allowed: such a page shows a token of its own, and our cookie stays at home.
 */
export function allowTrustedPages(app: FastifyInstance, crossOrigin: CrossOrigin): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin, authorization } = request.headers
    if (!request.url.startsWith(`${crossOrigin.path}/`) || origin === undefined) return
    reply.header('vary', 'origin')
    if (!crossOrigin.isTrusted(origin)) return
    reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', EXPOSED)
    request.isTrustedPage = authorization !== undefined
    if (request.method === 'OPTIONS') await reply.headers(ALLOWED).code(204).send()
  })
}
