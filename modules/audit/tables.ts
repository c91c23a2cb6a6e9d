import type { Instant } from '../../platform/server/clock.ts'

/** Written by platform/server/audit.ts. */
export interface AuditRow {
  id: number
  at: Instant
  action: string
  actor: string | null
  address: string | null
  subject: string
  outcome: 'done' | 'refused'
  detail: Readonly<Record<string, string | number | boolean>>
  /** Ids of Studies that were shown in a list. */
  shown: string[]
}

/** Under which numbers a Study was known, also when it is corrected or removed. */
export interface AuditExamRow {
  study_id: string
  patient_id: string
  accession_number: string
  noted_at: Instant
}

export interface AuditTables {
  audit: AuditRow
  audit_exam: AuditExamRow
}
