/**
 * What administrators see of the storage: its disk, the check of stored files, and what that found.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import type { Disk } from '../../../platform/server/blobs/index.ts'
import { DAY_MS, isoTime, isoTimeOrNull, type Clock } from '../../../platform/server/clock.ts'
import type { StorageView, StoreTrialView } from '../contract.ts'
import type { Remove, StudyRemoval } from '../removal.ts'
import { allDamaged, allMended, countDamaged } from '../store/damaged.ts'
import { progressOf, sumOfFiles } from '../store/scrub.ts'
import type { ArchiveTables } from '../tables.ts'
import { levelOf, type WatchOptions } from './disk-watch.ts'
import type { FetchingAgain } from './fetch-again.ts'
import { storeView, tryStoreNow, type StoreOptions } from './store-watch.ts'

/** What somebody asks who only wants to know whether all is well. */
export interface StorageStanding extends Pick<StorageView, 'disk' | 'store'> {
  readonly check: Pick<StorageView['check'], 'lastWholeAt' | 'megabytesPerSecond'>
  readonly damaged: number
}

export interface Storage {
  view(): Promise<StorageView>
  /** At no cost, however many studies there are. */
  standing(): Promise<StorageStanding>
  /** Takes the image out of which the file is damaged, so that it may be sent again. */
  removeDamaged(who: Parameters<Remove>[0], blobId: string): ReturnType<Remove>
  /** Asks devices once more for what is damaged. */
  fetchDamaged(): Promise<void>
  /** Null: there is no store of segments. */
  tryStore(): Promise<StoreTrialView | null>
}

export interface StorageOptions extends Pick<WatchOptions, 'disk' | 'thresholds'>, Pick<StoreOptions, 'moving' | 'moveRule'> {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly removal: StudyRemoval
  readonly fetching: Pick<FetchingAgain, 'askAnew'>
  readonly megabytesPerSecond: () => number
}

const DAMAGED_SHOWN = 200
const MENDED_SHOWN = 50
const MENDED_SHOWN_MS = 30 * DAY_MS

export function createStorage(options: StorageOptions): Storage {
  const { db, clock, disk, thresholds, removal, fetching, megabytesPerSecond } = options
  return {
    async view() {
      const [found, progress, all, damaged, mended, store] = await Promise.all([
        disk().catch(() => null), progressOf(db), sumOfFiles(db), allDamaged(db, DAMAGED_SHOWN),
        allMended(db, clock.now() - MENDED_SHOWN_MS, MENDED_SHOWN), storeView(options),
      ])
      return {
        disk: found && diskView(found, thresholds), store,
        check: {
          lastWholeAt: isoTimeOrNull(progress.wholeAt), lastBytes: progress.wholeBytes, startedAt: isoTimeOrNull(progress.startedAt),
          checkedFiles: progress.files, checkedBytes: progress.bytes, allFiles: all.files, allBytes: all.bytes,
          megabytesPerSecond: megabytesPerSecond(),
        },
        damaged: damaged.map(({ foundAt, asked, ...each }) =>
          ({ ...each, foundAt: isoTime(foundAt), asked: asked && { at: isoTime(asked.at), answer: asked.answer } })),
        mended: mended.map(({ foundAt, mendedAt, ...each }) => ({ ...each, foundAt: isoTime(foundAt), mendedAt: isoTime(mendedAt) })),
      }
    },
    async standing() {
      const [found, progress, damaged, store] = await Promise.all([disk().catch(() => null), progressOf(db), countDamaged(db), storeView(options)])
      return {
        disk: found && diskView(found, thresholds), store, damaged,
        check: { lastWholeAt: isoTimeOrNull(progress.wholeAt), megabytesPerSecond: megabytesPerSecond() },
      }
    },
    async removeDamaged(who, blobId) {
      const found = (await allDamaged(db, DAMAGED_SHOWN)).find(({ id }) => id === blobId)
      if (found === undefined || found.instanceUid === '') return { kind: 'not-found' }
      return removal.instance(who, found.instanceUid, { why: 'damaged' })
    },
    fetchDamaged: () => fetching.askAnew(),
    tryStore: () => tryStoreNow(options.moving),
  }
}

function diskView(disk: Disk, thresholds: StorageOptions['thresholds']): StorageView['disk'] {
  return { ...disk, level: levelOf(disk, thresholds()) }
}
