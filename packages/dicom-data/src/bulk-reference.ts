import type { DataSet } from './data-set.ts'
import type { Omission } from './omission.ts'
import { formatTag, type Tag } from './tag.ts'
import type { Vr } from './vr.ts'

/** A value that may be told by its address, in a model that is text. */
export interface BulkPlace {
  readonly tag: Tag
  readonly vr: Vr
  /** Tags and numbers of items on the way to it, in digits: `00660002/0/00660016`. */
  readonly path: string
  /** Bytes of the value. */
  readonly length: number
  /** Where it lies, if the header does not hold it. */
  readonly omission: Omission | undefined
}

/** The address of a value; null to have it written out, or left empty where only its place is known. */
export type BulkDataUri = (place: BulkPlace) => string | null

/** VRs of bytes, whose values may be anything. */
export const BYTES: ReadonlySet<Vr> = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN'])

/** `00100010` */
export function digitsOf(tag: Tag): string {
  return formatTag(tag).replace(/[(),]/g, '')
}

/** Null if the value is text or numbers and is there. */
export function bulkPlaceOf(dataSet: DataSet, tag: Tag, vr: Vr, parent: string): BulkPlace | null {
  const omission = dataSet.omission(tag)
  if (omission === undefined && !BYTES.has(vr)) return null
  const length = omission === undefined ? (dataSet.bytes(tag)?.length ?? 0) : omission.end - omission.start
  return length === 0 ? null : { tag, vr, path: parent + digitsOf(tag), length, omission }
}
