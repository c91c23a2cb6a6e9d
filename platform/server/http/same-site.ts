import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

/**
 * A page of another site cannot act with our cookie: besides `SameSite=Strict`, a request that changes something or opens a WebSocket,
 * and says that it comes from elsewhere, is refused. Programs send neither header and carry no browser's cookie; pages that an
 * administrator trusts show a token instead of one.
 */
export function refuseForeignSites(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    // A WebSocket is read by the page that opens it, whatever its site.
    const safe = (request.method === 'GET' || request.method === 'HEAD') && request.headers.upgrade === undefined
    const site = request.headers['sec-fetch-site']
    const foreign = site === 'cross-site' || site === 'same-site' || isOtherOrigin(request.headers)
    done(!safe && foreign && request.isTrustedPage !== true ? new Problem('foreign-site', 403, 'The request came from another site.') : undefined)
  })
}

function isOtherOrigin({ origin, host }: { origin?: string | undefined; host?: string | undefined }): boolean {
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host !== host
}
