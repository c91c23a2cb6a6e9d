import type { Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { newId } from '../../../platform/server/ids.ts'
import { studyByUid } from '../store/dicomweb.ts'
import { imagesToHold, putAll, type Held } from '../store/quarantine.ts'
import { isStoodOn, removeInstances } from '../store/removal.ts'
import type { ArchiveTables } from '../tables.ts'

/**
 * Takes a Study that may be a wrong Patient's out of the archive and holds it: no search finds it any more, its bytes stay.
 *
 * @returns false if another module's row stands on the Study; nothing has changed then.
 */
export async function isolate(tx: Kysely<ArchiveTables>, noted: Held, now: Instant): Promise<boolean> {
  const study = await studyByUid(tx, noted.study_uid)
  if (study === undefined) return true
  const images = await imagesToHold(tx, study.id)
  const { case_id, why, detail, against, study_uid } = noted
  await putAll(tx, images.map((image) => ({
    ...image, id: newId('qtn', now), case_id, why, detail, against, study_uid, state: 'open' as const, received_at: now,
  })))
  try {
    await removeInstances(tx, study.id, {}, now)
    return true
  } catch (error) {
    if (isStoodOn(error)) return false
    throw error
  }
}
