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

/** That of the value that would begin at `at`; `omitted` is in the order of the bytes. */
export function omissionAt(omitted: readonly Omission[], at: number): Omission | undefined {
  let [low, high] = [0, omitted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((omitted[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  const found = omitted[low]
  return found?.at === at ? found : undefined
}
