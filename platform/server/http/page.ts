import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const YEAR_SECONDS = 365 * 24 * 3600
const HASHED = `public, max-age=${YEAR_SECONDS}, immutable`

/** Where nothing, rather than the page, answers for what is not there. */
const NO_PAGES = /^\/(api|assets|dicom-web)\//

/** The built page: hashed files may be kept for ever, and every address without a file of its own is the page. */
export async function servePage(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    // Packed once, where the page is built: a phone's first look is a third of the bytes.
    root: folder, index: false, wildcard: false, cacheControl: false, preCompressed: true,
    setHeaders(reply, path) {
      void reply.header('cache-control', path.includes('/assets/') ? HASHED : 'no-cache')
    },
  })
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (!NO_PAGES.test(request.url)) return reply.sendFile('index.html')
    reply.callNotFound()
    return reply
  })
}
