/**
 * Segmented palettes: runs, straight lines, and repeats of both. PS3.3 §C.7.9.2.
 *
 * @module
 */

const DISCRETE = 0
const LINEAR = 1
const INDIRECT = 2

/** Expand to `count` entries. Null if the segments give another number, or refer to what is not there. */
export function expandSegments(data: Uint8Array, count: number, littleEndian: boolean): Uint16Array | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength - (data.byteLength % 2))
  const words = Array.from({ length: view.byteLength / 2 }, (_, n) => view.getUint16(n * 2, littleEndian))
  const expansion = new Expansion(words, count)
  const complete = expansion.run(0, Infinity, true) !== null && expansion.length === count
  return complete ? expansion.entries : null
}

/** Entries as they grow: a line begins where the last segment ended. */
class Expansion {
  readonly entries: Uint16Array
  length = 0
  readonly #words: readonly number[]

  constructor(words: readonly number[], count: number) {
    this.#words = words
    this.entries = new Uint16Array(count)
  }

  /** Expand up to `segments` segments from word `at`. Returns the word behind them, null if they are broken. */
  run(at: number, segments: number, mayRefer: boolean): number | null {
    let next: number | null = at
    for (let n = 0; n < segments && next !== null && next + 1 < this.#words.length; n++) {
      next = this.#segment(next, mayRefer)
    }
    return next
  }

  #segment(at: number, mayRefer: boolean): number | null {
    const [code, length] = [this.#words[at], this.#words[at + 1] ?? 0]
    if (code === DISCRETE) return this.#discrete(at + 2, length)
    if (code === LINEAR) return this.#linear(at + 2, length)
    if (code !== INDIRECT || !mayRefer) return null
    const offset = ((this.#words[at + 2] ?? 0) + (this.#words[at + 3] ?? 0) * 0x10000) / 2
    return Number.isInteger(offset) && this.run(offset, length, false) !== null ? at + 4 : null
  }

  #discrete(at: number, length: number): number | null {
    if (at + length > this.#words.length || this.length + length > this.entries.length) return null
    this.entries.set(this.#words.slice(at, at + length), this.length)
    this.length += length
    return at + length
  }

  #linear(at: number, length: number): number | null {
    const to = this.#words[at]
    if (to === undefined || this.length === 0 || this.length + length > this.entries.length) return null
    const from = this.entries[this.length - 1] ?? 0
    for (let n = 1; n <= length; n++) this.entries[this.length++] = Math.round(from + ((to - from) * n) / length)
    return at + 1
  }
}
