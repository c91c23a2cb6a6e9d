/**
 * Everything of the demo hospital that looks like chance, from one seed: same seed, same bytes.
 *
 * @module
 */
import { createHash } from 'node:crypto'

/** Numbers of [0, 1), one after the other. */
export type Dice = () => number

/** A UID under 2.25 (PS3.5 §B.2): 128 bits of the digest of the seed and of a path like `ct/series 1`. */
export function demoUid(seed: string, path: string): string {
  const digest = createHash('sha256').update(`${seed}/${path}`).digest('hex').slice(0, 32)
  return `2.25.${BigInt(`0x${digest}`).toString()}`
}

/** The generator sfc32 by Chris Doty-Humphrey, started from a digest of `path`. */
export function dice(seed: string, path: string): Dice {
  const state = new Int32Array(4)
  const digest = createHash('sha256').update(`${seed}/${path}`).digest()
  for (let n = 0; n < 4; n++) state[n] = digest.readInt32LE(n * 4)
  return () => {
    const [a = 0, b = 0, c = 0, count = 0] = state
    const sum = (a + b + count) | 0
    state[3] = (count + 1) | 0
    state[0] = b ^ (b >>> 9)
    state[1] = (c + (c << 3)) | 0
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
}

/** A number of the normal distribution with deviation 1. Box-Muller. */
export function normal(roll: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
}
