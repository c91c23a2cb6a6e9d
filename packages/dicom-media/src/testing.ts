/**
 * Blobs for tests: made by number, so that gigabytes need no memory, and a reader that must not be asked.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import {
  crc32, literal, open, parseBlobId, range,
  type BlobId, type BlobRange, type BlobReader, type ExtentList, type Literal,
} from '@filmjacket/bytes'

export function text(value: string): Literal {
  return literal(new TextEncoder().encode(value))
}

/** Blobs held in memory. */
export class MemoryBlobs implements BlobReader {
  readonly #held = new Map<BlobId, Uint8Array>()

  /** Keep `bytes`; the range is all of them, with its CRC. */
  add(bytes: Uint8Array): BlobRange {
    const id = parseBlobId(createHash('sha256').update(bytes).digest('hex'))
    this.#held.set(id, bytes)
    return range(id, 0, bytes.length, crc32(bytes))
  }

  async* read(blob: BlobId, start: number, end: number): AsyncGenerator<Uint8Array> {
    const bytes = this.#held.get(blob)
    if (bytes === undefined || end > bytes.length) throw new Error('no such blob, or too short')
    yield await Promise.resolve(bytes.subarray(start, end))
  }
}

/** Fails the test that opens a blob. */
export const closedBlobs: BlobReader = {
  read: () => { throw new Error('a layout opens no blob') },
}

/** `size` bytes that differ by `seed`. */
export function pattern(seed: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, n) => (n * 7 + seed * 31 + Math.floor(n / 256)) % 256)
}

export async function bytesOf(list: ExtentList, blobs: BlobReader = closedBlobs): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of open(list, blobs)) parts.push(part)
  return Buffer.concat(parts)
}
