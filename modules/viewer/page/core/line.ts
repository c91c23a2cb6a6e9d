/** How fast the line is on which frames come, by those that came. */

/** Fewer bytes come in one go, whatever the line is. */
const TELLING_BYTES = 100_000
/** What lies further back counts less and less. */
const MEMORY_BYTES = 4_000_000
const SECOND_MS = 1_000
/** Below this, a CT slice of 0.5 MB takes a tenth of a second: packing it costs the server half of that. */
const SLOW_BYTES_A_SECOND = 5_000_000

export class Line {
  readonly #now: () => number
  #bytes = 0
  #ms = 0
  #open = 0
  #since = 0

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Reads a body to its end. Only the time in which bytes flow counts: not what the server takes to begin. */
  async read(body: Pick<Body, 'arrayBuffer'>): Promise<Uint8Array> {
    if (this.#open === 0) this.#since = this.#now()
    this.#open += 1
    try {
      const bytes = new Uint8Array(await body.arrayBuffer())
      this.#note(bytes.length)
      return bytes
    } finally {
      this.#open -= 1
    }
  }

  #note(bytes: number): void {
    const now = this.#now()
    this.#ms += now - this.#since
    this.#since = now
    this.#bytes += bytes
    if (this.#bytes < MEMORY_BYTES) return
    this.#bytes /= 2
    this.#ms /= 2
  }

  /** Fast until the contrary is known. */
  get isSlow(): boolean {
    return this.#bytes >= TELLING_BYTES && this.#bytes * SECOND_MS < SLOW_BYTES_A_SECOND * this.#ms
  }
}
