import { LimitError } from './dicom-error.ts'
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

/** Cells that an index had when it was finished: the next to be filled need not ask for memory. */
let spare: Uint32Array | null = null

/** Finished indexes lie side by side: one piece of memory for several costs less than one for each. */
const SHELF_BYTES = 8192
let shelf = new ArrayBuffer(SHELF_BYTES)
let shelved = 0

function fitted(cells: Uint32Array): Uint32Array {
  const { byteLength } = cells
  if (byteLength > SHELF_BYTES / 2) return cells.slice()
  if (shelved + byteLength > SHELF_BYTES) {
    shelf = new ArrayBuffer(SHELF_BYTES)
    shelved = 0
  }
  const copy = new Uint32Array(shelf, shelved, cells.length)
  copy.set(cells)
  shelved += byteLength
  return copy
}

/**
 * Where each element of a data set lies, in order of the bytes, the content of an item right behind it.
 *
 * A table of numbers, not of objects: a header has hundreds of elements, and most are never asked for.
 */
export class ElementIndex {
  count = 0
  #cells: Uint32Array
  /** Rows to which it may come before something must be done. */
  #room: number
  readonly #limit: number
  /** What counts as a row and is none. */
  #others = 0

  /** @param limit - the most rows. */
  constructor(limit: number) {
    this.#cells = spare ?? new Uint32Array(FIRST_ROWS * COLUMNS)
    spare = null
    this.#limit = limit
    this.#room = Math.min(FIRST_ROWS, limit)
  }

  /**
   * @returns the new row; it has nothing within.
   * @throws LimitError if there are too many.
   */
  add(tag: Tag, traits: number, start: number, length: number): number {
    const row = this.count
    if (row >= this.#room) this.#makeRoom()
    const cell = row * COLUMNS
    const cells = this.#cells
    cells[cell + TAG] = tag
    cells[cell + TRAITS] = traits
    cells[cell + START] = start
    cells[cell + LENGTH] = length
    cells[cell + NEXT] = row + 1
    this.count = row + 1
    return row
  }

  /** Something passes that counts as a row and gets none. */
  countOther(): void {
    this.#others++
    this.#room = Math.min(this.#room, this.#limit - this.#others)
    if (this.count > this.#limit - this.#others) throw this.#tooMany()
  }

  /** Nothing is added any more: no more memory is kept than there are rows. */
  finish(): void {
    const cells = this.#cells
    if (cells.length > FIRST_ROWS * COLUMNS) return
    this.#cells = fitted(cells.subarray(0, this.count * COLUMNS))
    this.#room = 0
    spare = cells
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

  /** Whether each tag is greater than the one before, as PS3.5 §7.1 wants it. */
  ascends(first: number, last: number): boolean {
    const cells = this.#cells
    let before = -1
    for (let row = first; row < last; row = cells[row * COLUMNS + NEXT] ?? last) {
      const tag = cells[row * COLUMNS + TAG] ?? 0
      if (tag <= before) return false
      before = tag
    }
    return true
  }

  /** The first row of `tag` or a greater one, of rows that ascend; `last` if there is none. */
  findAscending(tag: Tag, first: number, last: number): number {
    const cells = this.#cells
    let row = first
    while (row < last && (cells[row * COLUMNS + TAG] ?? 0) < tag) row = cells[row * COLUMNS + NEXT] ?? last
    return row
  }

  #makeRoom(): void {
    const most = this.#limit - this.#others
    if (this.count >= most) throw this.#tooMany()
    const larger = new Uint32Array(2 * this.#cells.length)
    larger.set(this.#cells)
    this.#cells = larger
    this.#room = Math.min(larger.length / COLUMNS, most)
  }

  #tooMany(): LimitError {
    return new LimitError(`more than ${this.#limit} elements`)
  }
}
