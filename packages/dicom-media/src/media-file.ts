/**
 * What a medium holds: files by path, and the one time stamp that all of them carry.
 *
 * @module
 */
import type { ExtentList } from '@filmjacket/bytes'

/** A local time without a zone, as ZIP keeps it and DICOM writes it. Handed in: a layout has no clock. */
export interface MediaTime {
  /** `YYYYMMDD`. */
  readonly date: string
  /** `HHMMSS`. */
  readonly time: string
}

export interface MediaFile {
  /** Folders from the root, then the file's own name. Any text: each format makes it safe and unique. */
  readonly path: readonly string[]
  readonly content: ExtentList
  /**
   * The name that people read (Joliet, ZIP) in place of the last of `path`. Only for files that no other file
   * points at: what a DICOMDIR or a page refers to is found by its path.
   */
  readonly longName?: string
}

export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** @throws RangeError if date or time is not made of digits, or no such day or time exists in any calendar. */
export function momentOf(stamp: MediaTime): Moment {
  const digits = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})$/.exec(`${stamp.date}-${stamp.time}`)
  if (digits === null) throw new RangeError('a media time is YYYYMMDD and HHMMSS')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = digits.slice(1).map(Number)
  const real = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second <= 60
  if (!real) throw new RangeError('a media time outside the calendar')
  return { year, month, day, hour, minute, second: Math.min(second, 59) }
}

/** The name a person should read: the long one where there is one. */
export function readableNameOf(file: MediaFile): string {
  return file.longName ?? shortNameOf(file)
}

/** @throws RangeError if the path is empty. */
export function shortNameOf(file: MediaFile): string {
  const last = file.path.at(-1)
  if (last === undefined) throw new RangeError('a file without a path')
  return last
}
