/**
 * What an upload brought, as people think of it: patients and their exams.
 *
 * @module
 */
import type { UploadedPatients } from '../contract.ts'
import type { ImageRights } from '../dicomweb/index.ts'
import { arrivedStudies, type ArrivedStudy } from './store/arrived.ts'
import type { Db } from './store/uploads.ts'
import type { Known } from './uploads.ts'

/** More than a person reads; the study list has them all. */
const STUDIES_MAX = 200

export async function arrivedBy(db: Db, rights: ImageRights, caller: Known, uploadId: string): Promise<UploadedPatients> {
  const found = await arrivedStudies(db, uploadId, STUDIES_MAX + 1)
  const visible = await rights.studies(caller)
  const patients = new Map<string, ArrivedStudy[]>()
  for (const study of found.slice(0, STUDIES_MAX)) patients.set(study.patientRow, [...(patients.get(study.patientRow) ?? []), study])
  return {
    patients: [...patients.values()].flatMap((studies) => {
      const [first] = studies
      if (first === undefined) return []
      const { patientName, patientId, birthDate, sex } = first
      return [{ name: patientName, patientId, birthDate, sex, studies: studies.map((study) => viewOf(study, visible)) }]
    }),
    isMore: found.length > STUDIES_MAX,
  }
}

function viewOf(study: ArrivedStudy, visible: readonly string[] | null) {
  const { id, studyUid, date, description, accessionNumber, modalities, uploaded, instances } = study
  return {
    id, studyUid, date, description, accessionNumber, modalities: [...modalities], uploaded, instances,
    mayView: visible === null || visible.includes(id),
  }
}
