/**
 * What is lost here, and somebody else has: each device that may be asked is asked for images of which the file is gone or
 * damaged. What it sends comes in as everything does, and takes the place of the damaged file (migration 0100). NET-28, POR-20.
 *
 * @module
 */
import { DAY_MS, HOUR_MS } from '../../../platform/server/clock.ts'
import { enqueue } from '../../../platform/server/jobs.ts'
import { forgetAnswers, noteAnswer, studiesToAskFor, type Asked, type StudyToAskFor } from '../store/damaged.ts'
import { lackingOfStudy, type LackingOptions } from './lacking.ts'

/** Asks devices for these Instances of a Study, and takes what they send. `here`: all of them came. */
export type FetchAgain = (studyUid: string, instanceUids: readonly string[], signal: AbortSignal) => Promise<'here' | Asked['answer']>

export interface FetchingAgain {
  /** Asks for what nobody was asked for, or not lately. */
  run(signal: AbortSignal): Promise<void>
  /** Soon. */
  askSoon(): Promise<void>
  /** Soon, for all that is damaged, whatever was said before. */
  askAnew(): Promise<void>
}

export interface FetchingAgainOptions extends LackingOptions {
  readonly fetchAgain: FetchAgain
}

export const FETCH_DAMAGED = { kind: 'archive.fetch-damaged', attempts: 3 }

/** A device that was away may be back; one that had nothing may have been given it. */
const AGAIN_MS = { failed: HOUR_MS, absent: DAY_MS }
const STUDIES_AT_ONCE = 100

export function createFetchingAgain(options: FetchingAgainOptions): FetchingAgain {
  const { db, clock } = options
  const wish = { key: FETCH_DAMAGED.kind }
  return {
    async run(signal) {
      const now = clock.now()
      const since = { failed: now - AGAIN_MS.failed, absent: now - AGAIN_MS.absent }
      for (const study of await studiesToAskFor(db, since, STUDIES_AT_ONCE)) await fetchStudy(options, study, signal)
    },
    askSoon: () => enqueue(db, FETCH_DAMAGED, {}, wish),
    askAnew: () => db.transaction().execute(async (tx) => {
      await forgetAnswers(tx)
      await enqueue(tx, FETCH_DAMAGED, {}, wish)
    }),
  }
}

async function fetchStudy(options: FetchingAgainOptions, { id, studyUid }: StudyToAskFor, signal: AbortSignal): Promise<void> {
  const { db, clock, log, fetchAgain } = options
  signal.throwIfAborted()
  // Somebody may have put the files back.
  const lost = await lackingOfStudy(options, id)
  if (lost.length === 0) return
  const answer = await fetchAgain(studyUid, lost, signal)
  const left = await lackingOfStudy(options, id)
  log.info({ study: id, lost: lost.length, left: left.length, answer }, 'devices were asked for damaged files')
  if (left.length > 0) await noteAnswer(db, id, { at: clock.now(), answer: answer === 'here' ? 'failed' : answer })
}
