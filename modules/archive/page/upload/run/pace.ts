/** How fast something goes, and how long the rest will take, by what went in the last seconds. */
const WINDOW_MS = 12_000
/** Before, any number would be a guess. */
const HONEST_MS = 3_000

export interface Pace {
  readonly bytesPerSecond: number | null
  readonly remainingMs: number | null
}

export class Pacing {
  #points: { readonly at: number, readonly bytes: number }[] = []

  /** It stood still: what was measured before says nothing about what comes. */
  restart(): void {
    this.#points = []
  }

  /** @param bytes - done so far. */
  measure(at: number, bytes: number, total: number): Pace {
    this.#points.push({ at, bytes })
    while (this.#points.length > 2 && at - (this.#points[1]?.at ?? at) >= WINDOW_MS) this.#points.shift()
    const [first] = this.#points
    const ms = at - (first?.at ?? at)
    const moved = bytes - (first?.bytes ?? bytes)
    if (ms < HONEST_MS || moved <= 0) return { bytesPerSecond: null, remainingMs: null }
    return { bytesPerSecond: (1000 * moved) / ms, remainingMs: ((total - bytes) * ms) / moved }
  }
}
