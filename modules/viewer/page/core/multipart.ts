/** The first part of a multipart/related answer. RFC 2046 §5.1, RFC 2387. */
import { PictureError } from './pixels.ts'

export interface Part {
  readonly part: Uint8Array
  /** Of the part; of the answer where it is in one piece. */
  readonly mediaType: string
}

const HEAD_END = [13, 10, 13, 10] as const
/** Longer heads are none of ours. */
const HEAD_MOST = 4096

/** @throws PictureError if the answer is cut. */
export function firstPart(bytes: Uint8Array, mediaType: string): Part {
  const boundary = /boundary="?([^";]+)/i.exec(mediaType)?.[1]
  if (!/^multipart\//i.test(mediaType) || boundary === undefined) return { part: bytes, mediaType }
  const headEnd = indexOf(bytes, HEAD_END, 0, HEAD_MOST)
  if (headEnd < 0) throw new PictureError('broken', 'part without a head')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headEnd))
  const start = headEnd + HEAD_END.length
  const declared = Number(/^content-length:\s*(\d+)/im.exec(head)?.[1] ?? NaN)
  const end = Number.isInteger(declared) && start + declared <= bytes.length ? start + declared : endOf(bytes, boundary, start)
  if (end < 0) throw new PictureError('broken', 'part without an end')
  return { part: bytes.subarray(start, end), mediaType: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? '' }
}

/** Looked for from the end: there is one part, and its bytes may hold anything. */
function endOf(bytes: Uint8Array, boundary: string, start: number): number {
  const mark = [...new TextEncoder().encode(`\r\n--${boundary}`)]
  for (let at = bytes.length - mark.length; at >= start; at--) {
    if (mark.every((byte, n) => bytes[at + n] === byte)) return at
  }
  return -1
}

function indexOf(bytes: Uint8Array, mark: readonly number[], from: number, most: number): number {
  const last = Math.min(bytes.length, from + most) - mark.length
  for (let at = from; at <= last; at++) {
    if (mark.every((byte, n) => bytes[at + n] === byte)) return at
  }
  return -1
}
