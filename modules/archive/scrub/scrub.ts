/**
 * Every stored file is read again, round after round, at a pace that leaves the disk to those who work: bits rot, and a copy
 * elsewhere helps only while it is still there. It goes on where it was after a restart. RELIABILITY, NET-28.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import { DAY_MS, SECOND_MS, type Clock } from '../../../platform/server/clock.ts'
import type { Log } from '../../../platform/server/log.ts'
import { isStored, noteDamaged, noteSound } from '../store/damaged.ts'
import * as store from '../store/scrub.ts'
import type { ArchiveTables } from '../tables.ts'
import { checkBlob } from './check-blob.ts'

export type { Progress } from '../store/scrub.ts'

export interface Scrub {
  /** Checks for a while, unless somebody else does. @returns what it found that was not known. */
  goOn(signal: AbortSignal): Promise<number>
}

export interface ScrubOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly clock: Clock
  readonly log: Log
  /** 0: not at all. */
  readonly megabytesPerSecond: () => number
  /** How often a round takes in what lies in a store. 0, or absent: never. */
  readonly storeEveryDays?: () => number
  /** How long one turn takes. */
  readonly turnMs?: number
}

/** Less than the minute after which the next turn begins. */
const TURN_MS = 45 * SECOND_MS
/** A process that died at it is waited for no longer. */
const LEASE_MS = 10 * 60 * SECOND_MS
/** A small archive is not read from morning to night. */
const ROUND_EVERY_MS = DAY_MS
const NOTED_EVERY_MS = 5 * SECOND_MS
const PAGE = 200
const MEGABYTE = 1_000_000

export function createScrub(options: ScrubOptions): Scrub {
  const { db, clock, megabytesPerSecond } = options
  return {
    async goOn(signal) {
      if (megabytesPerSecond() === 0) return 0
      const progress = await store.take(db, clock.now(), clock.now() + LEASE_MS)
      if (progress === null) return 0
      const isDue = progress.startedAt !== null || clock.now() - (progress.wholeAt ?? -Infinity) >= ROUND_EVERY_MS
      try {
        return isDue ? await turn(options, progress, signal) : 0
      } finally {
        await store.giveBack(db)
      }
    },
  }
}

async function turn(options: ScrubOptions, from: store.Progress, signal: AbortSignal): Promise<number> {
  const { db, clock, megabytesPerSecond, turnMs = TURN_MS } = options
  const pace = { begunAt: clock.now(), bytes: 0 }
  let [now, notedAt, found]: [store.Progress, number, number] = [begun(from, options), clock.now(), 0]
  const isOver = () => signal.aborted || clock.now() - pace.begunAt >= turnMs
  while (!isOver()) {
    const page = await store.blobsAfter(db, now, PAGE)
    for (const blob of page) {
      if (isOver()) break
      const soundness = await checkOne(options, blob)
      if (soundness === 'news') found++
      // Of what lies in a store that is away nothing can be said: the round goes on without it.
      const withStore = now.withStore && soundness !== 'away'
      now = { ...now, withStore, position: blob.id, files: now.files + 1, bytes: now.bytes + blob.sizeBytes }
      pace.bytes += blob.sizeBytes
      if (clock.now() - notedAt >= NOTED_EVERY_MS) {
        await store.noteProgress(db, now)
        notedAt = clock.now()
      }
      const dueMs = (pace.bytes / (Math.max(1, megabytesPerSecond()) * MEGABYTE)) * SECOND_MS
      await sleep(Math.max(0, Math.min(turnMs, pace.begunAt + dueMs - clock.now())), undefined, { signal }).catch(() => undefined)
    }
    // The last page, and all of it.
    if (page.length < PAGE && (page.at(-1)?.id ?? now.position) === now.position) {
      now = {
        ...now, position: '', startedAt: null, files: 0, bytes: 0, wholeAt: clock.now(), wholeBytes: now.bytes,
        storeWholeAt: now.withStore ? clock.now() : now.storeWholeAt,
      }
      break
    }
  }
  await store.noteProgress(db, now)
  return found
}

function begun(progress: store.Progress, { clock, storeEveryDays = () => 0 }: ScrubOptions): store.Progress {
  if (progress.startedAt !== null) return progress
  const days = storeEveryDays()
  const withStore = days > 0 && clock.now() - (progress.storeWholeAt ?? -Infinity) >= days * DAY_MS
  return { ...progress, startedAt: clock.now(), withStore }
}

async function checkOne({ db, blobs, clock, log }: ScrubOptions, { id }: store.StoredBlob): Promise<'known' | 'news' | 'away'> {
  const soundness = await checkBlob(blobs, id)
  if (soundness === 'away') return 'away'
  if (soundness === 'sound') {
    await noteSound(db, id)
    return 'known'
  }
  // It may have been removed meanwhile.
  if (!(await isStored(db, id))) return 'known'
  log.error({ blob: id, soundness }, 'a stored file is not what it was')
  return (await noteDamaged(db, id, soundness === 'missing', clock.now())) ? 'news' : 'known'
}
