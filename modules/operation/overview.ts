/**
 * One look at how the installation is. ADM-19. Modules tell their numbers; `judge.ts` says what they mean.
 *
 * @module
 */
import type { QueryExecutorProvider } from 'kysely'
import { isoTime, type Clock, type Instant } from '../../platform/server/clock.ts'
import { answerMs } from '../../platform/server/database/index.ts'
import { kindsOfJobs } from '../../platform/server/job-queue.ts'
import type { LogBook } from '../../platform/server/log-book.ts'
import type { Archive, StorageStanding } from '../archive/index.ts'
import type { DevicesStanding } from '../devices/index.ts'
import type { OverviewView } from './contract.ts'
import * as judge from './judge.ts'

export interface OverviewOptions {
  readonly db: QueryExecutorProvider
  readonly clock: Clock
  readonly version: string
  readonly startedAt: Instant
  readonly storage: { standing(): Promise<StorageStanding> }
  readonly quarantine: Pick<Archive['quarantine'], 'room'>
  readonly devices: () => Promise<DevicesStanding>
  readonly hasMail: boolean
  readonly book: Pick<LogBook, 'errorsLately'>
}

export async function overviewOf(options: OverviewOptions): Promise<OverviewView> {
  const { db, clock, version, startedAt, storage, quarantine, devices, hasMail, book } = options
  const [ms, stored, held, kinds, standing] = await Promise.all([
    answerMs(db), storage.standing(), quarantine.room(), kindsOfJobs(db), devices(),
  ])
  const parts = {
    database: judge.databaseJudged(ms), disk: judge.diskJudged(stored.disk), store: judge.storeJudged(stored.store),
    files: judge.filesJudged(stored), quarantine: judge.quarantineJudged(held), jobs: judge.jobsJudged(kinds, clock.now()),
    messages: judge.messagesJudged(kinds, hasMail), transfers: judge.transfersJudged(standing.transfers),
    devices: judge.devicesJudged(standing), log: judge.logJudged(book.errorsLately()),
  }
  const health = judge.worstOf(Object.values(parts).flatMap((part) => part?.health ?? []))
  return { version, startedAt: isoTime(startedAt), health, ...parts }
}
