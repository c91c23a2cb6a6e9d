import { addAbortSignal, Readable } from 'node:stream'
import { parseRange, sizeOf, slice, type BlobReader, type ExtentList } from '@filmjacket/bytes'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { faultOf, type Log } from '../log.ts'
import { ExtentsStream } from './extents-stream.ts'

export interface Served {
  readonly list: ExtentList
  /** Where its ranges are, if not only among what is stored. */
  readonly blobs?: BlobReader
  readonly mediaType: string
  /** Strong: the same tag means the same bytes. Quoted, as on the wire. */
  readonly etag: string
  /** Default 200, or 206 for a part. */
  readonly status?: number
  /** Others that belong to it: `content-encoding`, `vary`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Given, the browser saves instead of showing. */
  readonly fileName?: string
  /** Ends the answer in its middle: who asked may not have it any more. */
  readonly until?: AbortSignal
  /** Called when the file's last byte was handed to the connection, by this answer or the last of several. */
  readonly delivered?: () => Promise<void>
}

export interface ServingFrom {
  readonly blobs: BlobReader
  readonly log: Log
}

/**
 * Answer with an extent list: 200, 206, 304 or 416; HEAD costs no blob read.
 * RFC 9110 §13 (If-None-Match, If-Range), §14 (Range).
 */
export function serveExtents(
  request: FastifyRequest, reply: FastifyReply, { blobs, log }: ServingFrom, served: Served,
): FastifyReply {
  const { list, etag, mediaType, fileName, status = 200, headers = {} } = served
  const size = sizeOf(list)
  reply.header('accept-ranges', 'bytes').header('etag', etag).type(mediaType)
  reply.header('cache-control', 'private, no-store').headers(headers).code(status)
  if (fileName !== undefined) reply.header('content-disposition', attachment(fileName))
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()

  const part = isStale(request, etag) ? null : parseRange(request.headers.range, size)
  if (part === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${size}`).send()
  }
  const { start, end } = part ?? { start: 0, end: size }
  if (part !== null) reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${size}`)
  reply.header('content-length', end - start)
  // Fastify drains a HEAD stream to its end and sets length 0 where none is given.
  if (request.method === 'HEAD') return reply.send(Readable.from([]))
  const parts = new ExtentsStream(slice(list, start, end), served.blobs ?? blobs)
  if (end === size && served.delivered !== undefined) parts.once('end', noting(served.delivered, log))
  if (served.until !== undefined) addAbortSignal(served.until, parts)
  return reply.send(parts)
}

/** The bytes are gone out: what fails now is for the log. */
function noting(delivered: () => Promise<void>, log: Log): () => void {
  return () => void delivered().catch((error: unknown) => log.error(faultOf(error), 'a download was not noted'))
}

/** The client holds other bytes than these: a part of them would not fit. */
function isStale(request: FastifyRequest, etag: string): boolean {
  const held = request.headers['if-range']
  return held !== undefined && held !== etag
}

/** RFC 6266: the plain name for clients that know no other, the true one for the rest. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^ !#-[\]-~]/g, '_')
  // RFC 8187: encodeURIComponent leaves four characters that a value may not hold.
  const value = encodeURIComponent(fileName).replace(/['()*]/g, percent)
  return `attachment; filename="${plain}"; filename*=UTF-8''${value}`
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
