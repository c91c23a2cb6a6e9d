/**
 * Taking images out of the archive, for good and with a trace.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Visit } from '../../platform/server/http/route.ts'
import type { Clock } from '../../platform/server/clock.ts'
import type { StudyPlace, Within } from './store/dicomweb.ts'
import { isStoodOn, removeInstances } from './store/removal.ts'
import type { ArchiveTables } from './tables.ts'

export type Removed =
  | { readonly kind: 'removed'; readonly instances: number }
  | { readonly kind: 'not-found' }
  /** A download, or something else of another module, stands on the Study. */
  | { readonly kind: 'held' }

export type Remove = (visit: Pick<Visit, 'caller' | 'address'>, study: StudyPlace, within: Within) => Promise<Removed>

export function createRemove(db: Kysely<ArchiveTables>, clock: Clock): Remove {
  return async ({ caller, address }, study, within) => {
    try {
      return await db.transaction().execute(async (tx): Promise<Removed> => {
        const instances = await removeInstances(tx, study.id, within, clock.now())
        if (instances === 0) return { kind: 'not-found' }
        await audit(tx, {
          action: 'archive.removed', actor: actorOf(caller), address, subject: study.id, outcome: 'done',
          detail: { studyUid: study.studyUid, instances, ...named(within) },
        })
        return { kind: 'removed', instances }
      })
    } catch (error) {
      if (isStoodOn(error)) return { kind: 'held' }
      throw error
    }
  }
}

function named({ seriesUid, instanceUid }: Within): Readonly<Record<string, string>> {
  return { ...(seriesUid === undefined ? {} : { seriesUid }), ...(instanceUid === undefined ? {} : { instanceUid }) }
}
