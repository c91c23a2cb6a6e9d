import { createHash, type Hash } from 'node:crypto'
import type { ExtentList } from './extent.ts'

/**
 * A strong entity tag for a list, quoted as on the wire. RFC 9110 §8.8.3.
 *
 * Blob ids are digests of content, so equal tags mean equal bytes although none was read.
 */
export function etagOf(list: ExtentList): string {
  const digest = new Digest()
  for (const extent of list) {
    if (extent.kind === 'literal') digest.text(`l${extent.bytes.length}:`).bytes(extent.bytes)
    else digest.text(`r${extent.length}:${extent.blob}@${extent.offset};`)
  }
  return `"${digest.end()}"`
}

const HELD_BYTES = 64 * 1024

/** Of many small pieces: each call of the hash itself costs more than most of them. */
class Digest {
  readonly #hash: Hash = createHash('sha256')
  readonly #held = Buffer.allocUnsafe(HELD_BYTES)
  #length = 0

  /** ASCII, and short. */
  text(text: string): this {
    this.#makeRoom(text.length)
    this.#length += this.#held.write(text, this.#length, 'latin1')
    return this
  }

  bytes(bytes: Uint8Array): this {
    this.#makeRoom(bytes.length)
    if (bytes.length > HELD_BYTES) this.#hash.update(bytes)
    else {
      this.#held.set(bytes, this.#length)
      this.#length += bytes.length
    }
    return this
  }

  end(): string {
    this.#flush()
    return this.#hash.digest('base64url')
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes > HELD_BYTES) this.#flush()
  }

  #flush(): void {
    this.#hash.update(this.#held.subarray(0, this.#length))
    this.#length = 0
  }
}
