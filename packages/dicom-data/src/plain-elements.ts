/**
 * The common case, fast: elements of known VR, none of them long, none of them special, that are there whole.
 *
 * The walker knows every case and would come to the same rows. A run may end wherever it likes: what it leaves is the walker's.
 *
 * @module
 */
import { vrNumberOf } from './dictionary.ts'
import { HEADER_BYTES, LONG_HEADER_BYTES, type Coding } from './element-header.ts'
import { IMPLICIT_VR, LITTLE_ENDIAN, LONG_HEADER, SHORT_LENGTH, type ElementIndex } from './element-index.ts'
import type { Tag } from './tag.ts'
import { isLongForm, numberOfLetters, vrNumber } from './vr.ts'

const SQ = vrNumber('SQ')

/** Above padding, which looks like (0000,0000); below pixels and delimiters. */
const FIRST_PLAIN: Tag = 0x00000001
const LAST_PLAIN: Tag = 0x7fdfffff
const ENCAPSULATED_DOCUMENT: Tag = 0x00420011

export class PlainElements {
  readonly #index: ElementIndex
  readonly #longest: number
  readonly #first: Tag
  readonly #last: Tag

  /**
   * @param longest - bytes of a value that is nothing special.
   * @param onlyGroup - others are not plain.
   */
  constructor(index: ElementIndex, longest: number, onlyGroup: number | undefined) {
    this.#index = index
    this.#longest = longest
    this.#first = onlyGroup === undefined ? FIRST_PLAIN : onlyGroup * 0x10000
    this.#last = onlyGroup === undefined ? LAST_PLAIN : onlyGroup * 0x10000 + 0xffff
  }

  /**
   * Add those that lie one behind the other from offset `start` on, and end before `end`.
   *
   * @returns the offset of what follows the last of them.
   */
  addFrom(start: number, end: number, view: DataView, coding: Coding): number {
    return coding.explicitVr
      ? this.#addExplicit(start, end, view, coding.littleEndian)
      : this.#addImplicit(start, end, view, coding.littleEndian)
  }

  #addExplicit(start: number, end: number, view: DataView, littleEndian: boolean): number {
    const coded = littleEndian ? LITTLE_ENDIAN : 0
    let at = start
    while (at + HEADER_BYTES <= end) {
      const tag = view.getUint16(at, littleEndian) * 0x10000 + view.getUint16(at + 2, littleEndian)
      const vr = numberOfLetters[view.getUint16(at + 4)] ?? 0
      if (vr === 0 || vr === SQ || this.#isSpecial(tag)) break
      const isLong = isLongForm[vr] === 1
      const value = at + (isLong ? LONG_HEADER_BYTES : HEADER_BYTES)
      if (value > end) break
      const length = isLong ? view.getUint32(at + 8, littleEndian) : view.getUint16(at + 6, littleEndian)
      if (length > this.#longest || value + length > end) break
      this.#index.add(tag, vr | coded | (isLong ? LONG_HEADER : SHORT_LENGTH), value, length)
      at = value + length
    }
    return at
  }

  #addImplicit(start: number, end: number, view: DataView, littleEndian: boolean): number {
    const coded = IMPLICIT_VR | (littleEndian ? LITTLE_ENDIAN : 0)
    let at = start
    while (at + HEADER_BYTES <= end) {
      const tag = view.getUint16(at, littleEndian) * 0x10000 + view.getUint16(at + 2, littleEndian)
      const vr = vrNumberOf(tag)
      if (vr === SQ || this.#isSpecial(tag)) break
      const value = at + HEADER_BYTES
      const length = view.getUint32(at + 4, littleEndian)
      if (length > this.#longest || value + length > end) break
      this.#index.add(tag, vr | coded, value, length)
      at = value + length
    }
    return at
  }

  #isSpecial(tag: Tag): boolean {
    return tag < this.#first || tag > this.#last || tag === ENCAPSULATED_DOCUMENT
  }
}
