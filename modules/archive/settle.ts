/**
 * When nothing has arrived for a while, a Study is settled: its previews are made and others are told.
 *
 * The wait is a timer for each Study that moves, and a sweep once a minute for those whose timer died with a process.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import type { Blobs } from '../../platform/server/blobs/index.ts'
import { SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { emit } from '../../platform/server/events.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import { makePreview } from './preview.ts'
import type { Rejections } from './quarantine/rejection.ts'
import { changedAt, markSettled, putPreview, seriesOfStudy, unsettledStudies } from './store/studies.ts'
import type { ArchiveTables } from './tables.ts'

/** Told with the id of a Study whose Instances, as far as one can tell, are all here. */
export const STUDY_SETTLED = 'study.settled'

export const SETTLE_STUDY = { kind: 'archive.settle-study', attempts: 5 }

export const QUIET_MS = 3 * SECOND_MS

export interface Settling {
  /** Something of this Study arrived: look after it when it is quiet. */
  touched(studyId: string): void
  settle(studyId: string): Promise<void>
  sweep(): Promise<void>
  /** Asks now for all that would be asked for when quiet: nothing more will come from this process. */
  askNow(): Promise<void>
  close(): void
}

export interface SettlingOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly clock: Clock
  readonly log: Log
  /** What is rejected is not drawn, and nobody is told of it. */
  readonly rejections: Pick<Rejections, 'apply'>
}

export function createSettling(options: SettlingOptions): Settling {
  const { db, clock, log } = options
  const timers = new Map<string, NodeJS.Timeout>()

  function ask(studyId: string): Promise<void> {
    clearTimeout(timers.get(studyId))
    timers.delete(studyId)
    return enqueue(db, SETTLE_STUDY, { studyId }, { key: `settle:${studyId}` })
      .catch((error: unknown) => log.warn(faultOf(error), 'settling waits for the sweep'))
  }

  function touched(studyId: string): void {
    const waiting = timers.get(studyId)
    if (waiting !== undefined) waiting.refresh()
    else timers.set(studyId, setTimeout(() => void ask(studyId), QUIET_MS).unref())
  }

  async function sweep(): Promise<void> {
    for (const studyId of await unsettledStudies(db, clock.now() - QUIET_MS)) await ask(studyId)
  }

  async function askNow(): Promise<void> {
    for (const studyId of [...timers.keys()]) await ask(studyId)
  }

  function close(): void {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
  }

  return { touched, sweep, askNow, close, settle: (studyId) => settle(options, studyId) }
}

/** Doing it twice draws the same previews and tells the same news. */
async function settle(options: SettlingOptions, studyId: string): Promise<void> {
  const { db, rejections } = options
  await rejections.apply(studyId)
  const asOf = await changedAt(db, studyId)
  if (asOf === undefined) return
  for (const series of await seriesOfStudy(db, studyId)) {
    const preview = await makePreview(options, series)
    if (preview !== null) await putPreview(db, preview)
  }
  await db.transaction().execute(async (tx) => {
    await markSettled(tx, studyId, asOf)
    await emit(tx, { name: STUDY_SETTLED, subject: studyId })
  })
}
