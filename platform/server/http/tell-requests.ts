import type { FastifyInstance } from 'fastify'
import type { Log } from '../log.ts'

/** A request that is over; `status` is what was answered, also where the client went away. */
export interface Answered {
  readonly method: string
  readonly status: number
  /** To the last byte. */
  readonly ms: number
}

/**
 * Tells of each request that was answered: to who counts, and at level debug to the log. The log holds the route as it is
 * written in the code: an address may hold ids, and what a person searched for. Files of the page are not worth a line.
 */
export function tellRequests(app: FastifyInstance, log: Log, answered: (request: Answered) => void): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions: { url: route } } = request
    const [status, ms] = [reply.statusCode, Math.round(reply.elapsedTime)]
    if (route?.startsWith('/assets/') !== true) log.debug({ method, route, status, ms }, 'request')
    answered({ method, status, ms })
    done()
  })
}
