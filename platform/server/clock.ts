/** Milliseconds since 1970-01-01 UTC. */
export type Instant = number

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => Date.now() }

export function isoTime(instant: Instant): string {
  return new Date(instant).toISOString()
}

export function isoTimeOrNull(instant: Instant | null): string | null {
  return instant === null ? null : isoTime(instant)
}
