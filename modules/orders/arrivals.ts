/**
 * Entries whose images come without a word of the modality: not all of them report what they perform. And entries that are
 * forgotten.
 *
 * @module
 */
import { audit } from '../../platform/server/audit.ts'
import { DAY_MS, HOUR_MS, isoTime, type Clock } from '../../platform/server/clock.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { Archive } from '../archive/index.ts'
import type { Entry } from './entry.ts'
import { COMPLETE_HOURS, KEEP_DAYS } from './settings.ts'
import * as store from './store/entries.ts'

export interface Arrivals {
  /** A Study is quiet: what was planned of it has begun. */
  arrived(studyId: string): Promise<void>
  /** What began so, and is quiet for long, is completed. */
  completeQuiet(): Promise<void>
  forgetOld(): Promise<void>
}

export interface ArrivalsOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly archive: Pick<Archive, 'find' | 'expectations'>
  readonly settings: Pick<Settings, 'value'>
}

const AT_ONCE = 200

export function createArrivals(options: ArrivalsOptions): Arrivals {
  const { db, clock, archive, settings } = options

  async function move(tx: store.Db, entry: Entry, state: 'in-progress' | 'completed'): Promise<void> {
    await store.setState(tx, entry, state, '', clock.now())
    const { id: subject, studyUid } = entry
    await audit(tx, { action: `orders.images-${state === 'completed' ? 'complete' : 'arrived'}`, actor: null, address: null, subject, outcome: 'done', detail: { studyUid } })
  }

  return {
    async arrived(studyId) {
      const page = await archive.find({ level: 'study', filter: {}, within: [studyId], limit: 1 })
      const found = page.kind === 'page' ? page.entries[0] : undefined
      if (found === undefined) return
      const { study: { uid: studyUid, accessionNumber }, patient: { patientId } } = found
      await db.transaction().execute(async (tx) => {
        for (const entry of await store.plannedFor(tx, { studyUid, accessionNumber, patientId })) await move(tx, entry, 'in-progress')
      })
    },
    completeQuiet: () => db.transaction().execute(async (tx) => {
      const since = clock.now() - settings.value(COMPLETE_HOURS) * HOUR_MS
      for (const entry of await store.quietSince(tx, since, AT_ONCE)) await move(tx, entry, 'completed')
    }),
    async forgetOld() {
      const day = isoTime(clock.now() - settings.value(KEEP_DAYS) * DAY_MS).slice(0, 10).replaceAll('-', '')
      const forget = () => db.transaction().execute(async (tx) => {
        const gone = await store.removeBefore(tx, day, AT_ONCE)
        for (const source of gone) await archive.expectations.forget(tx, source)
        return gone.length
      })
      while ((await forget()) === AT_ONCE) continue
    },
  }
}
