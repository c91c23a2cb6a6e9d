import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Bytes that are made while they are sent: their length is not known, and no part of them can be asked for. */
export interface Streamed {
  /** What it throws breaks the connection: the client sees that the rest is missing. */
  readonly bytes: AsyncIterable<Uint8Array>
  readonly mediaType: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

export function serveStream(reply: FastifyReply, { bytes, mediaType, status = 200, headers = {} }: Streamed): FastifyReply {
  reply.code(status).type(mediaType).header('cache-control', 'private, no-store').headers(headers)
  return reply.send(Readable.from(bytes, { objectMode: false }))
}
