import type { Instant } from '../../platform/server/clock.ts'

export interface DeviceRow {
  id: string
  description: string
  ae_title: string
  last_contact_at: Instant | null
  last_address: string | null
  created_at: Instant
}

/** Callers that were turned away, so that an administrator can see whom to let in. */
export interface RefusedRow {
  ae_title: string
  address: string
  refused_at: Instant
  times: number
}

export interface DevicesTables {
  device: DeviceRow
  device_refused: RefusedRow
}
