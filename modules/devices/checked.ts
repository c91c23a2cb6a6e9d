import type { Instant } from '../../platform/server/clock.ts'
import type { CheckOutcome } from './contract.ts'

/** What was found when a device was called. */
export interface Check {
  readonly checkedAt: Instant
  readonly outcome: CheckOutcome
  readonly ms: number
  readonly status: number | null
  readonly detail: string
  /** By the clock, and not by a person. */
  readonly isScheduled: boolean
}

/** Whoever answers at all to our association is there, even if it does not do C-ECHO. */
export function isWell({ outcome }: Pick<Check, 'outcome'>): boolean {
  return outcome === 'answered' || outcome === 'no-verification'
}
