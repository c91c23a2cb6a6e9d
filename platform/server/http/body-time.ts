/**
 * How long bodies may take: those of JSON come at once, those that are streams as long as something comes.
 *
 * @module
 */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

const SMALL_BODY_MS = 30_000

/** Breaks a connection whose small body does not come. Routes that take a stream watch over it themselves. */
export function limitBodyTime(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request
    if (request.routeOptions.config.bodyIdleMs === undefined && !raw.complete) {
      const timer = setTimeout(() => {
        if (!raw.complete) raw.destroy()
      }, SMALL_BODY_MS).unref()
      raw.once('close', () => clearTimeout(timer))
    }
    done()
  })
}

/**
 * The body of a request.
 *
 * @throws Problem if nothing comes for `idleMs` while somebody waits for it, or the client goes away.
 */
export async function* takenInTime(raw: IncomingMessage, idleMs: number): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = raw[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  let isAwaited = false
  const timer = setTimeout(() => {
    if (isAwaited) raw.destroy(new Error('the body stopped coming'))
    else timer.refresh()
  }, idleMs).unref()
  try {
    for (;;) {
      isAwaited = true
      timer.refresh()
      const next = await chunks.next().catch(tellIncomplete)
      isAwaited = false
      if (next.done === true) return
      yield next.value
    }
  } finally {
    clearTimeout(timer)
  }
}

function tellIncomplete(): never {
  throw new Problem('body-incomplete', 400, 'The body of the request did not come to its end.')
}
