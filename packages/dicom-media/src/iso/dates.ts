/**
 * Dates of ECMA-119. Both forms carry an offset from Greenwich; a media time has no zone, its offset is 0.
 *
 * @module
 */
import type { ByteWriter } from '../byte-writer.ts'
import { momentOf, type MediaTime } from '../media-file.ts'

/** Seven bytes of a directory record. ECMA-119 §9.1.5. Years from 1900 to 2155; others become the nearest. */
export function recordingDate(to: ByteWriter, stamp: MediaTime): void {
  const { year, month, day, hour, minute, second } = momentOf(stamp)
  const since1900 = Math.min(Math.max(year - 1900, 0), 255)
  to.u8(since1900).u8(month).u8(day).u8(hour).u8(minute).u8(second).u8(0)
}

/** Seventeen bytes of a volume descriptor; null for a date that is not specified. ECMA-119 §8.4.26.1. */
export function descriptorDate(to: ByteWriter, stamp: MediaTime | null): void {
  const digits = stamp === null ? '0'.repeat(16) : `${stamp.date}${stamp.time}00`
  for (const digit of digits) to.u8(digit.charCodeAt(0))
  to.u8(0)
}
