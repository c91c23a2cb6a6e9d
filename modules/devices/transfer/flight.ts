/**
 * One transfer while it is worked on: notes down how it stands, each second, and so shows that somebody is on it; and
 * finds out that it was cancelled.
 *
 * @module
 */
import { SECOND_MS, type Clock } from '../../../platform/server/clock.ts'
import { faultOf, type Log } from '../../../platform/server/log.ts'
import type { InstanceOutcome } from '../peer/attempt.ts'
import { tellStaff } from '../news.ts'
import type { Db } from '../store/devices.ts'
import * as store from '../store/transfers.ts'

export interface FlightOptions {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
}

const NOTE_EVERY_MS = SECOND_MS
/** PostgreSQL takes 65,535 values in a statement; a row has five. */
const OUTCOMES_MAX = 10_000

export class Flight {
  /** Aborted when the transfer is no longer ours: cancelled, or the process ends. */
  readonly signal: AbortSignal
  readonly id: string
  readonly #options: FlightOptions
  readonly #lease: string
  readonly #lost = new AbortController()
  readonly #timer: NodeJS.Timeout
  #standing: store.Standing | null = null
  #isNews = false
  #outcomes: InstanceOutcome[] = []
  #noting: Promise<void> = Promise.resolve()

  constructor(options: FlightOptions, transferId: string, lease: string, stopping: AbortSignal) {
    this.id = transferId
    this.#options = options
    this.#lease = lease
    this.signal = AbortSignal.any([this.#lost.signal, stopping])
    this.#timer = setInterval(() => this.#noteSoon(), NOTE_EVERY_MS)
  }

  /** Cancelled, or taken by another worker. */
  get isLost(): boolean {
    return this.#lost.signal.aborted
  }

  stands(standing: store.Standing): void {
    this.#standing = standing
    this.#isNews = true
  }

  settled(outcome: InstanceOutcome): void {
    this.#outcomes.push(outcome)
  }

  /** @param also - in the same transaction. @returns false if it was not ours to finish. */
  async finish(ending: Omit<store.Ending, 'standing' | 'now'>, also?: (tx: Db) => Promise<void>): Promise<boolean> {
    await this.#stop()
    const { db, clock } = this.#options
    return db.transaction().execute(async (tx) => {
      while (this.#outcomes.length > 0) await store.addOutcomes(tx, this.id, this.#outcomes.splice(0, OUTCOMES_MAX))
      const isOurs = await store.finish(tx, this.id, this.#lease, { ...ending, standing: this.#standing, now: clock.now() })
      if (!isOurs) return false
      await also?.(tx)
      await tellStaff(tx, 'transfer', { id: this.id })
      return true
    })
  }

  /** Puts it back, for the next process to go on with. */
  async release(): Promise<void> {
    await this.#stop()
    await this.#note()
    await store.release(this.#options.db, this.id, this.#lease)
  }

  async #stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#noting
  }

  /** A database that is away for a moment stops no transfer. */
  #noteSoon(): void {
    this.#noting = this.#noting.then(() => this.#note())
      .catch((error: unknown) => this.#options.log.warn({ ...faultOf(error), transfer: this.id }, 'transfer not noted'))
  }

  async #note(): Promise<void> {
    const { db, clock } = this.#options
    const outcomes = this.#outcomes.splice(0, OUTCOMES_MAX)
    const isNews = this.#isNews
    this.#isNews = false
    try {
      const isOurs = await db.transaction().execute(async (tx) => {
        if (!(await store.note(tx, this.id, this.#lease, clock.now(), this.#standing))) return false
        await store.addOutcomes(tx, this.id, outcomes)
        if (isNews) await tellStaff(tx, 'transfer', { id: this.id })
        return true
      })
      if (!isOurs) this.#lost.abort()
    } catch (error) {
      this.#outcomes = [...outcomes, ...this.#outcomes]
      this.#isNews ||= isNews
      throw error
    }
  }
}
