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
}

export interface AuditTables {
  audit: AuditRow
}
