import { isoTime, isoTimeOrNull } from '../../platform/server/clock.ts'
import type { ListedCode } from './codes.ts'
import type { AccessView, CodeView, Holder } from './contract.ts'
import type { ExamOf, HeldGrant } from './openings.ts'

export function holderView({ grant, person, grantedBy }: HeldGrant, studyId: string): Holder {
  const { name, username, role } = person
  return {
    grantId: grant.id, kind: grant.kind, name, username, role, exams: grant.studies?.length ?? null,
    seesThis: grant.studies?.includes(studyId) ?? true, reason: grant.reason, grantedBy,
    since: isoTime(grant.created_at), until: isoTimeOrNull(grant.until),
  }
}

export function codeView({ code, state, madeBy }: ListedCode): CodeView {
  return {
    id: code.id, state, patient: { id: code.patient_id, name: code.patient_name }, exams: code.studies?.length ?? null, madeBy,
    createdAt: isoTime(code.created_at), opensAt: isoTime(code.opens_at), until: isoTime(code.until), usedAt: isoTimeOrNull(code.used_at),
  }
}

export function examView({ study, patient }: ExamOf): Pick<AccessView, 'exam' | 'patient'> {
  const { id, description, date, accessionNumber, modalities, instances } = study
  return {
    exam: { id, description, date, accessionNumber, modalities: [...modalities], instances },
    patient: { id: patient.patientId, name: patient.name, hasBirthDate: patient.birthDate !== '' },
  }
}
