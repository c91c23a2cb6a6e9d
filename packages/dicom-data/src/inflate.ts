/**
 * Deflated data sets. PS3.5 §A.5, RFC 1951.
 *
 * @module
 */
import { Inflate } from 'fflate'
import { DicomError, LimitError } from './dicom-error.ts'
import { joined } from './growing-bytes.ts'
import type { Limits } from './limits.ts'

/** Deflated bytes given at once. They inflate to 4 MiB at most (1032 to 1), and then the limits are asked. */
const STEP_BYTES = 4096

/** Deflated bytes that may inflate to nothing: padding behind the end, but not a second file. */
const TRAILER_BYTES = 65_536

/** Inflates what is pushed and hands it on, within limits. */
export class Inflater {
  readonly #inflate: Inflate
  readonly #limits: Limits
  /** Every push to the library costs a copy of its 32 KiB dictionary, so small chunks are gathered. */
  readonly #step = new Uint8Array(STEP_BYTES)
  #gathered = 0
  #bytesIn = 0
  #bytesOut = 0
  #bytesInAtLastOutput = 0

  constructor(limits: Limits, take: (bytes: Uint8Array) => void) {
    this.#limits = limits
    this.#inflate = new Inflate((bytes) => {
      if (bytes.length === 0) return
      this.#bytesOut += bytes.length
      this.#bytesInAtLastOutput = this.#bytesIn
      this.#check()
      take(bytes)
    })
  }

  /** @throws DicomError if the bytes are not deflated, LimitError if they become too many. */
  push(chunk: Uint8Array): void {
    let at = 0
    while (at < chunk.length) {
      const part = chunk.subarray(at, at + STEP_BYTES - this.#gathered)
      this.#step.set(part, this.#gathered)
      this.#gathered += part.length
      at += part.length
      if (this.#gathered === STEP_BYTES) this.#flush(false)
    }
  }

  /** @throws DicomError if the deflated bytes are cut short. */
  end(): void {
    this.#flush(true)
  }

  #flush(isLast: boolean): void {
    // The library keeps what it cannot use yet: it gets bytes of its own.
    const part = this.#step.slice(0, this.#gathered)
    this.#gathered = 0
    this.#bytesIn += part.length
    try {
      this.#inflate.push(part, isLast)
    } catch (cause) {
      if (cause instanceof DicomError) throw cause
      throw new DicomError('the deflated data set cannot be inflated', { cause })
    }
    if (this.#bytesIn - this.#bytesInAtLastOutput > TRAILER_BYTES) {
      throw new DicomError('bytes after the end of the deflated data set')
    }
  }

  #check(): void {
    const { inflatedBytes, inflateGraceBytes, inflateRatio } = this.#limits
    if (this.#bytesOut > inflatedBytes) throw new LimitError(`inflates to more than ${inflatedBytes} bytes`)
    if (this.#bytesOut - inflateGraceBytes > this.#bytesIn * inflateRatio) {
      throw new LimitError(`inflates to more than ${inflateRatio} times its size`)
    }
  }
}

export function inflateWhole(bytes: Uint8Array, limits: Limits): Uint8Array {
  const parts: Uint8Array[] = []
  const inflater = new Inflater(limits, (part) => parts.push(part))
  inflater.push(bytes)
  inflater.end()
  return joined(parts)
}
