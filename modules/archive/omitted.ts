/**
 * Values that were left out of a stored header, as they are kept beside it: without them a header cannot be told from one
 * whose values are empty, and no view of the object can be made.
 *
 * @module
 */
import type { Omission } from '@filmjacket/dicom-data'
import type { OmissionWords } from './tables.ts'

export function wordsOfOmitted(omitted: readonly Omission[]): OmissionWords[] {
  return omitted.map(({ tag, at, start, end, crc32, isImplicit }) => [tag, at, start, end, crc32, isImplicit === true ? 1 : 0])
}

/** @param words - as the row has them. */
export function omittedOf(words: unknown): readonly Omission[] {
  return ((words ?? []) as readonly OmissionWords[]).map(([tag, at, start, end, crc32, isImplicit]) => ({
    tag, at, start, end, crc32, ...(isImplicit === 1 && { isImplicit: true as const }),
  }))
}
