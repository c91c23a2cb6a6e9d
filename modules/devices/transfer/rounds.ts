/**
 * Work with somebody who may be away for a while: again, as long as it helps.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE_MS, SECOND_MS } from '../../../platform/server/clock.ts'
import type { DeviceError } from '../peer/failure.ts'

export interface Round {
  /** What is still to be done. */
  readonly left: number
  /** What ended the round before its time. */
  readonly error: DeviceError | null
}

export interface RoundsOptions {
  readonly signal: AbortSignal
  /** Before the next round, after so many that brought nothing; behind the last of them is the end. */
  readonly waitsMs: readonly number[]
}

export const WAITS_MS: readonly number[] = [2 * SECOND_MS, 10 * SECOND_MS, MINUTE_MS]

/**
 * @param work - told how many rounds in a row brought nothing.
 * @returns the last round.
 * @throws the signal's reason.
 */
export async function inRounds<R extends Round>(work: (fruitless: number) => Promise<R>, { signal, waitsMs }: RoundsOptions): Promise<R> {
  let fruitless = 0
  let before = Infinity
  for (;;) {
    const round = await work(fruitless)
    signal.throwIfAborted()
    if (round.left === 0) return round
    fruitless = round.left < before ? 0 : fruitless + 1
    before = round.left
    const waitMs = waitsMs[fruitless]
    if (round.error?.isPassing === false || waitMs === undefined) return round
    await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted())
  }
}

/** Ends what has made no progress for too long (NET-10: ten minutes, from each new image on). */
export class ProgressWatch {
  readonly signal: AbortSignal
  readonly #stalled = new AbortController()
  readonly #timer: NodeJS.Timeout

  constructor(limitMs: number, parent: AbortSignal) {
    this.signal = AbortSignal.any([this.#stalled.signal, parent])
    this.#timer = setTimeout(() => this.#stalled.abort(), limitMs)
  }

  get isStalled(): boolean {
    return this.#stalled.signal.aborted
  }

  touch(): void {
    if (!this.isStalled) this.#timer.refresh()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
