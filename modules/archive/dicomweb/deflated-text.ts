/**
 * Text that was deflated piece by piece, and is joined to one gzip file without being inflated.
 *
 * A piece ends with a full flush, at a byte and with nothing of it needed by what follows; so pieces stand one after the
 * other, and the CRC-32 of the whole follows from theirs. RFC 1951, RFC 1952.
 *
 * @module
 */
import { constants, createDeflateRaw, inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'
import { crc32, crc32Combine, literal, type ExtentList } from '@filmjacket/bytes'

export interface DeflatedText {
  readonly deflated: Uint8Array
  /** Of the text in UTF-8. */
  readonly rawBytes: number
  readonly crc32: number
}

export async function deflateText(texts: AsyncIterable<string>): Promise<DeflatedText> {
  const deflating = createDeflateRaw({ finishFlush: constants.Z_FULL_FLUSH })
  const collected = collect(deflating)
  let [rawBytes, crc] = [0, 0]
  for await (const text of texts) {
    const bytes = Buffer.from(text)
    rawBytes += bytes.length
    crc = crc32(bytes, crc)
    if (!deflating.write(bytes)) await new Promise((resolve) => deflating.once('drain', resolve))
  }
  deflating.end()
  return { deflated: await collected, rawBytes, crc32: crc }
}

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

/** No name, no time: the same text gives the same file. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)

/** Pieces, and short texts between them, as one gzip file. */
export function gzipOf(pieces: readonly (DeflatedText | string)[]): ExtentList {
  const texts = pieces.map((piece) => (typeof piece === 'string' ? storedBlock(piece) : piece))
  let [crc, bytes] = [0, 0]
  for (const text of texts) {
    crc = crc32Combine(crc, text.crc32, text.rawBytes)
    bytes += text.rawBytes
  }
  const end = Buffer.alloc(5 + 8)
  end.set([1, 0, 0, 0xff, 0xff]) // an empty last block
  end.writeUInt32LE(crc, 5)
  end.writeUInt32LE(bytes % 2 ** 32, 9)
  return [literal(GZIP_HEADER), ...texts.map(({ deflated }) => literal(deflated)), literal(end)]
}

/** A block that is not compressed: its length, the complement of it, the text. RFC 1951 §3.2.4. */
function storedBlock(text: string): DeflatedText {
  const bytes = Buffer.from(text)
  const head = Buffer.alloc(5)
  head.writeUInt16LE(bytes.length, 1)
  head.writeUInt16LE(0xffff - bytes.length, 3)
  return { deflated: Buffer.concat([head, bytes]), rawBytes: bytes.length, crc32: crc32(bytes) }
}

const inflate = promisify<Buffer, object, Buffer>(inflateRaw)

export function inflateText({ deflated, rawBytes }: DeflatedText): Promise<Buffer> {
  return inflate(Buffer.from(deflated), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: rawBytes + 1 })
}
