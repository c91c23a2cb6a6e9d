/**
 * SHA-256, part after part: browsers only have it for what is whole in memory, and only on secure pages. FIPS 180-4.
 *
 * @module
 */

const BLOCK = 64
const ROUND = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
const START = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

/** The first 32 bits behind the point. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32)
}

export class Sha256 {
  readonly #state = START.slice()
  readonly #words = new Uint32Array(64)
  readonly #held = new Uint8Array(BLOCK)
  #heldBytes = 0
  #bytes = 0

  push(bytes: Uint8Array): void {
    this.#bytes += bytes.length
    let at = 0
    if (this.#heldBytes > 0) {
      at = Math.min(BLOCK - this.#heldBytes, bytes.length)
      this.#held.set(bytes.subarray(0, at), this.#heldBytes)
      this.#heldBytes += at
      if (this.#heldBytes < BLOCK) return
      this.#mix(this.#held, 0)
      this.#heldBytes = 0
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#mix(bytes, at)
    this.#held.set(bytes.subarray(at))
    this.#heldBytes = bytes.length - at
  }

  /** Lower case, as names of blobs are. Nothing may be pushed afterwards. */
  hex(): string {
    const bits = this.#bytes * 8
    const padding = new Uint8Array(((this.#heldBytes < 56 ? 56 : 120) - this.#heldBytes) + 8)
    padding[0] = 0x80
    const view = new DataView(padding.buffer)
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32))
    view.setUint32(padding.length - 4, bits % 2 ** 32)
    this.push(padding)
    return [...this.#state].map((word) => word.toString(16).padStart(8, '0')).join('')
  }

  /** One block. §6.2.2. */
  #mix(bytes: Uint8Array, at: number): void {
    const words = this.#words
    for (let i = 0; i < 16; i++) {
      const place = at + 4 * i
      words[i] = ((bytes[place] ?? 0) << 24) | ((bytes[place + 1] ?? 0) << 16) | ((bytes[place + 2] ?? 0) << 8) | (bytes[place + 3] ?? 0)
    }
    for (let i = 16; i < 64; i++) {
      const [x, y] = [words[i - 15] ?? 0, words[i - 2] ?? 0]
      const small = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
      const large = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
      words[i] = ((words[i - 16] ?? 0) + small + (words[i - 7] ?? 0) + large) | 0
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = this.#state
    for (let i = 0; i < 64; i++) {
      const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (ROUND[i] ?? 0) + (words[i] ?? 0)) | 0
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    const mixed = [a, b, c, d, e, f, g, h]
    for (const [i, word] of mixed.entries()) this.#state[i] = (this.#state[i] ?? 0) + word
  }
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
