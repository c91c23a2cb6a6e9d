import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Something changed that an open page shows. The page asks for the rest itself. */
export interface LiveEvent {
  readonly name: string
  readonly data: unknown
}

/** Server-sent events. HTML Living Standard §9.2.5. */
export function serveEvents(reply: FastifyReply, events: AsyncIterable<LiveEvent>): FastifyReply {
  reply.type('text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no')
  return reply.send(Readable.from(lines(events)))
}

async function* lines(events: AsyncIterable<LiveEvent>): AsyncGenerator<string> {
  yield ': hello\n\n'
  for await (const { name, data } of events) yield `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
