/**
 * The one way to a Study's images by DICOMweb: whether it is here, whether the caller may, and a line in the audit.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { LRUCache } from 'lru-cache'
import { actorOf, audit } from '../../../platform/server/audit.ts'
import { MINUTE_MS, type Clock } from '../../../platform/server/clock.ts'
import type { Visit } from '../../../platform/server/http/route.ts'
import type { Ingest } from '../ingest.ts'
import { studyByUid, type StudyPlace } from '../store/dicomweb.ts'
import type { ArchiveTables } from '../tables.ts'
import type { ImageAction, ImageRights } from './rights.ts'

/** Absent and forbidden look alike. */
export type Opening = (visit: Visit, action: ImageAction, studyUid: string) => Promise<StudyPlace | undefined>

/** A viewer asks for each frame: who looks at a Study is noted once in so long. */
const NOTED_EVERY_MS = 15 * MINUTE_MS
const NOTED_MAX = 10_000

interface OpeningOptions {
  readonly db: Kysely<ArchiveTables>
  readonly rights: ImageRights
  readonly clock: Clock
  readonly ingest: Pick<Ingest, 'indexed'>
}

export function createOpening({ db, rights, clock, ingest }: OpeningOptions): Opening {
  const noted = new LRUCache<string, number>({ max: NOTED_MAX })
  return async ({ caller, address }, action, studyUid) => {
    await ingest.indexed()
    const study = await studyByUid(db, studyUid)
    if (study === undefined || !(await rights.may(caller, action, study.id))) return undefined
    const actor = actorOf(caller)
    const key = `${actor ?? ''} ${action} ${study.id}`
    const now = clock.now()
    if (now - (noted.get(key) ?? -Infinity) >= NOTED_EVERY_MS) {
      const entry = { action: action === 'view' ? 'archive.viewed' : 'archive.downloaded', subject: study.id } as const
      await audit(db, { ...entry, actor, address, outcome: 'done', detail: { by: 'dicom-web', ...tokenOf(caller) } })
      noted.set(key, now)
    }
    return study
  }
}

function tokenOf(caller: Visit['caller']): { readonly token?: string } {
  return caller.kind === 'token' ? { token: caller.tokenId } : {}
}
