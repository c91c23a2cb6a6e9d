import type { Tag } from './tag.ts'

/** Columns of a row: tag, VR number with flags, value's start and length, and the row after all that is within. */
const TAG = 0
const TRAITS = 1
const START = 2
const LENGTH = 3
const NEXT = 4
const COLUMNS = 5

const FIRST_ROWS = 320

/** In the traits: the VR number, and flags above it. */
export const VR_MASK = 0xff
export const LITTLE_ENDIAN = 0x100
export const IMPLICIT_VR = 0x200
/** The value is a sequence whose items are the rows within. */
export const HAS_ITEMS = 0x400
/** The element's header has twelve bytes, else eight. PS3.5 §7.1. */
export const LONG_HEADER = 0x800
/** Its length field has two bytes, else four. */
export const SHORT_LENGTH = 0x1000

/**
 * Where each element of a data set lies, in order of the bytes, the content of an item right behind it.
 *
 * A table of numbers, not of objects: a header has hundreds of elements, and most are never asked for.
 */
export class ElementIndex {
  count = 0
  #cells = new Uint32Array(FIRST_ROWS * COLUMNS)

  /** @returns the new row; it has nothing within. */
  add(tag: Tag, traits: number, start: number, length: number): number {
    const row = this.count
    const cell = row * COLUMNS
    if (cell === this.#cells.length) this.#grow()
    const cells = this.#cells
    cells[cell + TAG] = tag
    cells[cell + TRAITS] = traits
    cells[cell + START] = start
    cells[cell + LENGTH] = length
    cells[cell + NEXT] = row + 1
    this.count = row + 1
    return row
  }

  /** What was added since `row` is within it; its value ends at `end`. */
  close(row: number, end: number): void {
    const cell = row * COLUMNS
    this.#cells[cell + LENGTH] = end - this.start(row)
    this.#cells[cell + NEXT] = this.count
  }

  tag(row: number): Tag {
    return this.#cells[row * COLUMNS + TAG] ?? 0
  }

  traits(row: number): number {
    return this.#cells[row * COLUMNS + TRAITS] ?? 0
  }

  start(row: number): number {
    return this.#cells[row * COLUMNS + START] ?? 0
  }

  /** Where the element's header begins. */
  headerStart(row: number): number {
    return this.start(row) - ((this.traits(row) & LONG_HEADER) !== 0 ? 12 : 8)
  }

  end(row: number): number {
    return this.start(row) + (this.#cells[row * COLUMNS + LENGTH] ?? 0)
  }

  /** The row after `row` and all within it. */
  next(row: number): number {
    return this.#cells[row * COLUMNS + NEXT] ?? this.count
  }

  /** The first row of `tag` among those from `first` to before `last`, not looking within; -1 if there is none. */
  find(tag: Tag, first: number, last: number): number {
    const cells = this.#cells
    for (let row = first; row < last; row = cells[row * COLUMNS + NEXT] ?? last) {
      if (cells[row * COLUMNS + TAG] === tag) return row
    }
    return -1
  }

  #grow(): void {
    const larger = new Uint32Array(2 * this.#cells.length)
    larger.set(this.#cells)
    this.#cells = larger
  }
}
