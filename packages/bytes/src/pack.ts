/**
 * An extent list read for sending: small pieces together, in two buffers that take turns. A new buffer for each part costs more
 * than the sending of its bytes: the memory is asked for, filled, found to be unused and given back.
 *
 * @module
 */
import type { BlobRange, ExtentList } from './extent.ts'
import type { BlobReader } from './open.ts'
import { readsInto, type BlobIntoReader } from './read-into.ts'

/** What a reader hands out in pieces as large as this goes as it is: copying it would cost as much as reading it. */
const LARGE_BYTES = 32 * 1024

export type Buffers = readonly [Uint8Array, Uint8Array]

/** The bytes of `list`. Each part is good until the next but one is asked for. */
export async function* pack(list: ExtentList, blobs: BlobReader, buffers: Buffers): AsyncGenerator<Uint8Array, void, undefined> {
  const packing = new Packing(buffers)
  for (const extent of list) {
    if (extent.kind === 'literal') yield* packing.add(extent.bytes)
    else yield* packRange(packing, extent, blobs)
  }
  yield* packing.flush()
}

async function* packRange(packing: Packing, { blob, offset, length }: BlobRange, blobs: BlobReader): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = blobs.atHand?.(blob, offset, offset + length)
  if (bytes !== undefined) yield* packing.add(bytes)
  else if (readsInto(blobs)) yield* packing.read(blobs, { blob, offset, length })
  else yield* packParts(packing, blobs.read(blob, offset, offset + length))
}

async function* packParts(packing: Packing, parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const part of parts) {
    if (part.length < LARGE_BYTES) yield* packing.add(part)
    else yield* packing.pass(part)
  }
}

/** One buffer is filled while the part before is with the consumer. */
class Packing {
  readonly #buffers: Buffers
  #turn: 0 | 1 = 0
  #at = 0

  constructor(buffers: Buffers) {
    this.#buffers = buffers
  }

  *add(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
    for (let from = 0; from < bytes.length; ) {
      const some = bytes.subarray(from, from + this.#room().length)
      this.#room().set(some)
      from += some.length
      yield* this.#filled(some.length)
    }
  }

  async *read(blobs: BlobIntoReader, { blob, offset, length }: Pick<BlobRange, 'blob' | 'offset' | 'length'>): AsyncGenerator<Uint8Array, void, undefined> {
    for (let from = 0; from < length; ) {
      const bytes = await blobs.readInto(blob, offset + from, this.#room().subarray(0, length - from))
      from += bytes
      yield* this.#filled(bytes)
    }
  }

  *pass(part: Uint8Array): Generator<Uint8Array, void, undefined> {
    yield* this.flush()
    yield part
  }

  *flush(): Generator<Uint8Array, void, undefined> {
    if (this.#at === 0) return
    const part = this.#buffers[this.#turn].subarray(0, this.#at)
    this.#turn = this.#turn === 0 ? 1 : 0
    this.#at = 0
    yield part
  }

  #room(): Uint8Array {
    return this.#buffers[this.#turn].subarray(this.#at)
  }

  *#filled(bytes: number): Generator<Uint8Array, void, undefined> {
    this.#at += bytes
    if (this.#room().length === 0) yield* this.flush()
  }
}
