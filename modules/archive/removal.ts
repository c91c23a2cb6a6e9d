/**
 * Taking images out of the archive, for good and with a trace.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Visit } from '../../platform/server/http/route.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { studyPlaceById, type StudyPlace, type Within } from './store/dicomweb.ts'
import { buryIfGone, isStoodOn, placeOfInstance, removeInstances } from './store/removal.ts'
import type { ArchiveTables } from './tables.ts'

export type Removed =
  | { readonly kind: 'removed'; readonly instances: number }
  | { readonly kind: 'not-found' }
  /** A download, or something else of another module, stands on the Study. */
  | { readonly kind: 'held' }

type Who = Pick<Visit, 'caller' | 'address'>

/** @param why - besides what is removed, for the audit: ids and words of ours. */
export type Remove = (who: Who, study: StudyPlace, within: Within, why?: Readonly<Record<string, string>>) => Promise<Removed>

export function createRemove(db: Kysely<ArchiveTables>, clock: Clock): Remove {
  return async ({ caller, address }, study, within, why = {}) => {
    try {
      return await db.transaction().execute(async (tx): Promise<Removed> => {
        const instances = await removeInstances(tx, study.id, within, clock.now())
        if (instances === 0) return { kind: 'not-found' }
        await audit(tx, {
          action: 'archive.removed', actor: actorOf(caller), address, subject: study.id, outcome: 'done',
          detail: { studyUid: study.studyUid, instances, ...named(within), ...why },
        })
        await buryIfGone(tx, study, { removedBy: actorOf(caller), why: why['why'] ?? '', now: clock.now() })
        return { kind: 'removed', instances }
      })
    } catch (error) {
      if (isStoodOn(error)) return { kind: 'held' }
      throw error
    }
  }
}

/** The same by our ids. */
export interface StudyRemoval {
  study(who: Who, studyId: string, why?: Readonly<Record<string, string>>): Promise<Removed>
  instance(who: Who, instanceUid: string, why?: Readonly<Record<string, string>>): Promise<Removed>
}

export function createStudyRemoval(db: Kysely<ArchiveTables>, clock: Clock): StudyRemoval {
  const remove = createRemove(db, clock)
  return {
    async study(who, studyId, why) {
      const study = await studyPlaceById(db, studyId)
      return study === undefined ? { kind: 'not-found' } : remove(who, study, {}, why)
    },
    async instance(who, instanceUid, why) {
      const place = await placeOfInstance(db, instanceUid)
      const study = place && (await studyPlaceById(db, place.studyId))
      return study === undefined ? { kind: 'not-found' } : remove(who, study, { seriesUid: place?.seriesUid, instanceUid }, why)
    },
  }
}

function named({ seriesUid, instanceUid }: Within): Readonly<Record<string, string>> {
  return { ...(seriesUid === undefined ? {} : { seriesUid }), ...(instanceUid === undefined ? {} : { instanceUid }) }
}
