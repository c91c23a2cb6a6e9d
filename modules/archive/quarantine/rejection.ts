/**
 * Images that a Key Object Selection rejects: out of the archive, so that no door shows them, and held until a person has
 * brought them back or discards them. NET-23, IHE RAD TF-2 4.66 (IOCM), PS3.16 CID 7011.
 *
 * A note may come before what it rejects, and what it rejects may be sent again: each time that its Study is quiet, what is
 * rejected is taken out. Doing it twice takes out nothing twice.
 *
 * @module
 */
import { isUid, SopClasses, Tags, type DataSet } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import { newId } from '../../../platform/server/ids.ts'
import { headerOf } from '../content.ts'
import type { RejectionTitle } from '../contract.ts'
import { headersOf } from '../store/dicomweb.ts'
import { imagesToHold, putAll } from '../store/quarantine.ts'
import { forgetPreviews, keyObjectsOf, putRejection, rejectedHere, type Rejected } from '../store/rejection.ts'
import { isStoodOn, removeInstances } from '../store/removal.ts'
import type { ArchiveTables } from '../tables.ts'
import { caseOf } from './holding.ts'

export const NOTE_CLASS = SopClasses.keyObjectSelectionDocument

/** PS3.16 CID 7011, and what IOCM makes of it. */
const TITLES: Readonly<Record<string, RejectionTitle>> = {
  113001: 'quality', 113037: 'patient-safety', 113038: 'worklist-entry', 113039: 'retention-expired',
}

export interface RejectionNote {
  readonly title: RejectionTitle
  readonly instanceUids: readonly string[]
}

/** Null for a Key Object Selection of another title. */
export function rejectionIn(header: DataSet): RejectionNote | null {
  const [concept] = header.items(Tags.ConceptNameCodeSequence)
  const title = concept?.text(Tags.CodingSchemeDesignator) === 'DCM' ? TITLES[concept.text(Tags.CodeValue) ?? ''] : undefined
  if (title === undefined) return null
  const evidence = header.items(Tags.CurrentRequestedProcedureEvidenceSequence)
  const references = evidence.flatMap((study) => study.items(Tags.ReferencedSeriesSequence))
    .flatMap((series) => series.items(Tags.ReferencedSOPSequence)).map((item) => item.text(Tags.ReferencedSOPInstanceUID) ?? '')
  return { title, instanceUids: [...new Set(references.filter(isUid))] }
}

export interface Rejections {
  /** Reads the notes of a Study and takes out what they, or notes on it, reject. */
  apply(studyId: string): Promise<void>
}

export interface RejectionsOptions {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly isOn: () => boolean
  /** Something of this Study went. */
  readonly changed: (studyId: string) => void
}

export function createRejections(options: RejectionsOptions): Rejections {
  const { db, clock, isOn, changed } = options
  return {
    async apply(studyId) {
      if (!isOn()) return
      await readNotes(db, studyId, clock.now())
      const rejected = await rejectedHere(db, studyId)
      for (const study of new Set(rejected.map((one) => one.studyId)))
        if (await takeOut(options, rejected.filter((one) => one.studyId === study))) changed(study)
    },
  }
}

async function readNotes(db: Kysely<ArchiveTables>, studyId: string, now: number): Promise<void> {
  const notes = await keyObjectsOf(db, studyId, NOTE_CLASS)
  if (notes.length === 0) return
  const headers = await headersOf(db, notes.map(({ id }) => id))
  for (const { id, instanceUid: noteUid, transferSyntaxUid } of notes) {
    const stored = headers.get(id)
    const note = stored === undefined ? null : rejectionIn(headerOf({ ...stored, transferSyntaxUid }))
    if (note !== null && note.instanceUids.length > 0) await putRejection(db, studyId, { noteUid, ...note }, now)
  }
}

/** Of one Study. @returns false if somebody's download or share stands on it, and nothing else would be left of it. */
async function takeOut({ db, clock }: RejectionsOptions, rejected: readonly Rejected[]): Promise<boolean> {
  const [first] = rejected
  if (first === undefined) return false
  const { studyId, studyUid, title, noteUid } = first
  const instanceUids = rejected.map((one) => one.instanceUid)
  const now = clock.now()
  try {
    await db.transaction().execute(async (tx) => {
      const images = await imagesToHold(tx, studyId, instanceUids)
      await putAll(tx, images.map((image) => {
        const row = { ...image, why: 'rejected' as const, detail: `rejected by a note: ${title}`, study_uid: studyUid, against: null }
        return { ...row, id: newId('qtn', now), case_id: caseOf(row), state: 'open' as const, received_at: now }
      }))
      await removeInstances(tx, studyId, { instanceUids }, now)
      await forgetPreviews(tx, studyId)
      await audit(tx, {
        action: 'archive.rejected', actor: null, address: null, subject: studyId, outcome: 'done',
        detail: { title, noteUid, instances: images.length },
      })
    })
    return true
  } catch (error) {
    if (!isStoodOn(error)) throw error
    await audit(db, {
      action: 'archive.rejected', actor: null, address: null, subject: studyId, outcome: 'refused',
      detail: { title, noteUid, instances: rejected.length },
    })
    return false
  }
}
