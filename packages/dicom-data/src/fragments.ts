/**
 * The fragments of an encapsulated bulk value. PS3.5 §A.4.
 *
 * @module
 */
import { DicomError, LimitError } from './dicom-error.ts'
import { formatTag, ITEM, ITEM_HEADER_BYTES, SEQUENCE_END } from './tag.ts'
import { UNDEFINED_LENGTH } from './element-header.ts'
import { viewOf } from './byte-window.ts'

/** Half-open: `start` in, `end` out, bytes. */
export interface Fragment {
  readonly start: number
  readonly end: number
}

/** Steps from item to item; sees headers, never the bytes of a fragment. */
export class FragmentReader {
  readonly fragments: Fragment[] = []
  /** Position of the next item header, or after the sequence delimiter once `done`. */
  at: number
  done = false
  /** Bytes of the current header. Those of the delimiter, once `done`. */
  readonly header = new Uint8Array(ITEM_HEADER_BYTES)

  readonly #view = viewOf(this.header)
  readonly #littleEndian: boolean
  readonly #limit: number
  #filled = 0

  constructor(start: number, littleEndian: boolean, limit: number) {
    this.at = start
    this.#littleEndian = littleEndian
    this.#limit = limit
  }

  /** Bytes of the current header still missing. */
  get missing(): number {
    return ITEM_HEADER_BYTES - this.#filled
  }

  /** Take bytes of the header at `at`, at most as many as are missing. */
  take(bytes: Uint8Array): void {
    this.header.set(bytes, this.#filled)
    this.#filled += bytes.length
    if (this.#filled < ITEM_HEADER_BYTES) return
    this.#filled = 0
    const tag = this.#view.getUint16(0, this.#littleEndian) * 0x10000 + this.#view.getUint16(2, this.#littleEndian)
    if (tag === SEQUENCE_END) {
      this.done = true
      this.at += ITEM_HEADER_BYTES
    } else this.#item(tag, this.#view.getUint32(4, this.#littleEndian))
  }

  #item(tag: number, length: number): void {
    if (tag !== ITEM) throw new DicomError(`${formatTag(tag)} where a fragment is due`)
    if (length === UNDEFINED_LENGTH) throw new DicomError('a fragment of undefined length')
    if (this.fragments.length >= this.#limit) throw new LimitError(`more than ${this.#limit} fragments`)
    const start = this.at + ITEM_HEADER_BYTES
    this.fragments.push({ start, end: start + length })
    this.at = start + length
  }
}
