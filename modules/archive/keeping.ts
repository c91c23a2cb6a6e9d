/**
 * Looking after what is here: cards of Studies with their corrections, how long Studies are kept, whether what is stored is
 * still what it was, and whether there is room for more.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import type { Blobs, Disk } from '../../platform/server/blobs/index.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import type { Log } from '../../platform/server/log.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { People } from '../accounts/index.ts'
import { createCards } from './correction/card.ts'
import { createCorrections } from './correction/corrections.ts'
import { cardRoutes } from './correction/routes.ts'
import {
  DISK_CRITICAL, DISK_LOW, keepingSettings, MOVE_AFTER, MOVE_BELOW, RETENTION_A_NIGHT, SCRUB_PACE, STORAGE_ALERTS, STORE_CHECK,
} from './keeping-settings.ts'
import type { Ingest } from './ingest.ts'
import { createRejecting } from './quarantine/rejecting.ts'
import { roomOf } from './quarantine/room.ts'
import { limitsOf, REJECTION_NOTES } from './quarantine/settings.ts'
import { createStudyRemoval } from './removal.ts'
import { giveBackRoom } from './retention/room.ts'
import { createRetention } from './retention/retention.ts'
import { FILES_MISSING } from './scrub/lacking.ts'
import { createFetchingAgain, type FetchAgain } from './scrub/fetch-again.ts'
import { tellDamage, watchDisk, watchQuarantine } from './scrub/disk-watch.ts'
import { upkeepJobs } from './scrub/jobs.ts'
import { keepingRoutes } from './scrub/routes.ts'
import { createScrub } from './scrub/scrub.ts'
import { createStorage, type Storage } from './scrub/storage.ts'
import { moveOn } from './scrub/store-watch.ts'
import type { ArchiveTables } from './tables.ts'

export interface KeepingOptions {
  readonly db: Kysely<ArchiveTables>
  readonly blobs: Blobs
  readonly clock: Clock
  readonly log: Log
  readonly settings: Settings
  readonly people: Pick<People, 'known'>
  readonly ingest: Ingest
  /** From devices. */
  readonly fetchAgain: FetchAgain
  /** On which the blobs are. */
  readonly disk: () => Promise<Disk>
  readonly hasMail: boolean
  readonly publicUrl: () => string
  /** Something of this Study changed: it is settled anew. */
  readonly touched: (studyId: string) => void
}

/** Its tables are the archive's. */
export function createKeeping(options: KeepingOptions): { readonly module: Module; readonly storage: Pick<Storage, 'standing'> } {
  const { db, clock, settings, people, touched, ingest } = options
  const removal = createStudyRemoval(db, clock)
  const megabytesPerSecond = () => settings.value(SCRUB_PACE)
  const watching = {
    ...options, alertAddress: () => settings.value(STORAGE_ALERTS),
    thresholds: () => ({ lowPercent: settings.value(DISK_LOW), criticalPercent: settings.value(DISK_CRITICAL) }),
    moving: options.blobs.moving, moveRule: () => ({ afterDays: settings.value(MOVE_AFTER), belowPercent: settings.value(MOVE_BELOW) }),
  }
  const scrub = createScrub({ ...options, megabytesPerSecond, storeEveryDays: () => settings.value(STORE_CHECK) })
  const retention = createRetention({ db, clock, removal, studiesANight: () => settings.value(RETENTION_A_NIGHT) })
  const fetching = createFetchingAgain(options)
  const upkeep = {
    async scrub(signal: AbortSignal) {
      const found = await scrub.goOn(signal)
      if (found === 0) return
      await fetching.askSoon()
      await tellDamage(watching, found)
    },
    fetchAgain: (signal: AbortSignal) => fetching.run(signal),
    async watchDisk() {
      await watchDisk(watching)
      await watchQuarantine(watching, await roomOf({ db, clock, limits: () => limitsOf(settings) }))
    },
    async age(signal: AbortSignal) {
      await retention.run(signal)
    },
    async compact(signal: AbortSignal) {
      await giveBackRoom(options, signal)
    },
    move: (signal: AbortSignal) => moveOn(watching, signal),
  }
  const rejecting = createRejecting({ db, clock, ingest, isOn: () => settings.value(REJECTION_NOTES) })
  const card = { cards: createCards(db, people), corrections: createCorrections({ db, clock, changed: touched }), removal, rejecting }
  const storage = createStorage({ ...watching, removal, fetching, megabytesPerSecond })
  const tellMissing = async () => {
    await fetching.askSoon()
    const missing = (await storage.view()).damaged.filter(({ isMissing }) => isMissing).length
    if (missing > 0) await tellDamage(watching, missing)
  }
  const module = moduleOf({
    name: 'keeping', watches: [{ event: FILES_MISSING, run: tellMissing }], settings: keepingSettings, jobs: [mountJobs(upkeep, upkeepJobs)],
    routes: [mount(card, cardRoutes), mount({ storage, retention }, keepingRoutes)],
  })
  return { module, storage }
}
