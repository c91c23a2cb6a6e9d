import type { Tag } from './tag.ts'

/** A value that was not kept, at any depth: the header has its element, and no value in it. */
export interface Omission {
  /** Of the element; a fragment has the tag of the element it belongs to. */
  readonly tag: Tag
  /** Where the value would begin in the header. */
  readonly at: number
  /** Of the value in the pushed bytes; of a deflated data set, in the inflated one. */
  readonly start: number
  readonly end: number
  readonly crc32: number
  /** Its element is written as implicit among explicit ones: the length, which is 0 in the header, has four bytes. */
  readonly isImplicit?: true
}
