import { randomInt } from 'node:crypto'

/** Numbers that look random and are the same for the same seed (mulberry32), so that a failed run can be run again. */
export class Chance {
  readonly seed: number
  #state: number

  constructor(seed: number) {
    this.seed = seed
    this.#state = seed
  }

  /** A whole number from `low` up to, not including, `high`. */
  between(low: number, high: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return low + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (high - low))
  }
}

/** From FILMJACKET_SEED, else a new one each time. Print it: it is how to see the same again. */
export function seedOfRun(): number {
  return Number(process.env['FILMJACKET_SEED'] ?? randomInt(2 ** 31))
}
