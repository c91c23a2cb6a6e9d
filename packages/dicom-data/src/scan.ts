import type { DataSet } from './data-set.ts'
import type { Omission } from './omission.ts'
import type { Fragment } from './fragments.ts'
import type { Spans } from './span.ts'
import type { Tag } from './tag.ts'
import type { TransferSyntax } from './transfer-syntax.ts'
import type { Vr } from './vr.ts'

/** A value too big to keep: Pixel Data (7FE0,0010/0008/0009) or Encapsulated Document (0042,0011), at top level. */
export interface Bulk {
  readonly tag: Tag
  readonly vr: Vr
  /** Of the value in the pushed bytes. Undefined length: the first item's tag. */
  readonly start: number
  /** Undefined length: where the sequence delimiter begins. */
  readonly end: number
  readonly undefinedLength: boolean
  /** Encapsulated: the values of all fragments, the basic offset table first. Else null. */
  readonly fragments: readonly Fragment[] | null
}

/** What was learned from the bytes of one Instance while they passed. */
export interface Scan {
  readonly transferSyntax: TransferSyntax
  /** File Meta Information, where a Part 10 file was pushed and had it. */
  readonly meta: DataSet | null
  /** First byte of the data set in the pushed bytes. */
  readonly dataSetStart: number
  /** Bytes pushed. */
  readonly size: number
  /**
   * The data set without its large values: their elements are empty, and the lengths of what is around them fit. It can
   * be read as it is; with `omitted`, the bytes that were pushed can be told again. Inflated, if it was deflated.
   */
  readonly header: Uint8Array
  /** What `header` lacks, in order: the bulk value, and any above `Limits.valueBytes`. */
  readonly omitted: readonly Omission[]
  /** Over `header`. */
  readonly dataSet: DataSet
  /** Null also for a deflated data set: its bulk value is not in the pushed bytes as such. */
  readonly bulk: Bulk | null
  /** The bulk value of a deflated data set, in positions of the inflated data set. */
  readonly inflatedBulk: Bulk | null
  /** Of all pushed bytes; without bulk, `before` is all. */
  readonly spans: Spans
}

/** Takes bytes in any division. A chunk may be used again once `push` has returned. */
export interface Scanner {
  /** @throws DicomError as soon as the bytes cannot be a data set. The scanner is of no use afterwards. */
  push(chunk: Uint8Array): void
  /** @throws DicomError if the bytes end within an element, or before a delimiter. */
  end(): Scan
}
