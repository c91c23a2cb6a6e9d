/**
 * Walks the structure of a data set as its bytes arrive: elements, sequences, items. PS3.5 §7.
 *
 * Reads headers and steps over values; what the bytes of a value mean is not its concern. It must hold a whole
 * element header to go on, and is otherwise content with any division of the bytes.
 *
 * @module
 */
import type { ByteWindow } from './byte-window.ts'
import { DicomError, LimitError } from './dicom-error.ts'
import {
  ElementIndex, HAS_ITEMS, IMPLICIT_VR, LITTLE_ENDIAN, LONG_HEADER, SHORT_LENGTH,
} from './element-index.ts'
import type { Limits } from './limits.ts'
import { DELIMITER_GROUP, formatTag, ITEM, ITEM_END, SEQUENCE_END, type Tag } from './tag.ts'
import { vrOf } from './dictionary.ts'
import { isLongForm, numberOfLetters, vrNumber } from './vr.ts'

export const UNDEFINED_LENGTH = 0xffffffff

const HEADER_BYTES = 8
const LONG_HEADER_BYTES = 12

const SQ = vrNumber('SQ')
const UN = vrNumber('UN')
/** VRs whose value of undefined length is fragments; of any other it is items. PS3.5 §A.4, §7.5. */
const IN_FRAGMENTS: ReadonlySet<number> = new Set([vrNumber('OB'), vrNumber('OW')])

const PIXEL_DATA: Tag = 0x7fe00010

/** Values left out whatever their length: Pixel Data in its three kinds and Encapsulated Document. PS3.3 §C.7.6.3, §C.24.2. */
const BULK: ReadonlySet<Tag> = new Set([PIXEL_DATA, 0x7fe00008, 0x7fe00009, 0x00420011])

/** How elements are written: may differ within a sequence. */
export interface Coding {
  readonly explicitVr: boolean
  readonly littleEndian: boolean
}

/** What a value of VR UN and undefined length holds, whatever is around it. PS3.5 §6.2.2 note 4. */
const INSIDE_UN: Coding = { explicitVr: false, littleEndian: true }

/** Something with an end, known or to be told by a delimiter. */
interface Container {
  readonly holds: 'elements' | 'items' | 'fragments'
  /** Infinity: until its delimiter. */
  readonly end: number
  readonly row: number
  readonly coding: Coding
}

/** A value that the walker does not want to see. */
export interface LeftOut {
  readonly tag: Tag
  readonly vr: number
  readonly isBulk: boolean
  readonly valueStart: number
  /** `UNDEFINED_LENGTH`: fragments. */
  readonly length: number
  /** Written as implicit among explicit elements. */
  readonly isImplicit: boolean
}

export interface Walk {
  /** Stop before the bulk value, and before each that is longer than the limits allow to keep. */
  readonly leavesOut?: boolean
  /** Stop at the first element of another group: the end of File Meta Information. */
  readonly onlyGroup?: number
}

/** Why the walk stands although bytes follow. */
export type Stop = 'value' | 'other-group' | 'padding'

/** A value of this length may be left out so that the header stays within its limit; shorter ones never are. */
const SPARABLE_BYTES = 0x10000

export class Walker {
  readonly index = new ElementIndex()
  /** Position of the next header; beyond the window while a value is stepped over. */
  at: number
  stop: Stop | null = null
  /** The value before which it stopped. */
  leftOut: LeftOut | null = null

  readonly #window: ByteWindow
  readonly #limits: Limits
  readonly #walk: Walk
  readonly #open: Container[] = []
  #top: Container
  #depth = 0
  #elements = 0
  #hasBulk = false
  /** Of the element being read: LONG_HEADER, SHORT_LENGTH or neither. */
  #form = 0

  constructor(window: ByteWindow, coding: Coding, limits: Limits, walk: Walk = {}) {
    this.#window = window
    this.#limits = limits
    this.#walk = walk
    this.at = window.base
    this.#top = { holds: 'elements', end: Infinity, row: -1, coding }
  }

  /** Inside a sequence or item. */
  get isInside(): boolean {
    return this.#open.length > 0
  }

  get coding(): Coding {
    return this.#top.coding
  }

  /** Go on as far as the window holds whole headers. */
  run(): void {
    while (this.stop === null) {
      if (this.at >= this.#top.end) this.#closeFull()
      if (this.#window.end - this.at < HEADER_BYTES) return
      if (!this.#step()) return
    }
  }

  /** Go on behind the value that was left out, and its delimiter. */
  resume(): void {
    this.at = this.#window.end
    this.stop = null
    this.leftOut = null
  }

  /** @throws DicomError if the bytes end within something. */
  finish(): void {
    while (this.#open.length > 0 && this.at >= this.#top.end) this.#closeFull()
    if (this.#open.length > 0) {
      throw new DicomError(this.#top.end === Infinity ? 'ends before a delimiter' : 'ends within a sequence')
    }
    if (this.at > this.#window.end) throw new DicomError('ends within a value')
    if (this.stop === null && !isTrailer(this.#window.held(this.at, this.#window.end))) {
      throw new DicomError('ends within an element header')
    }
  }

  /** @returns false if the header is cut by the end of the window. */
  #step(): boolean {
    const { view, base } = this.#window
    const offset = this.at - base
    if (offset > this.#limits.headerBytes) throw this.#tooLong()
    const { littleEndian } = this.#top.coding
    const group = view.getUint16(offset, littleEndian)
    const tag = group * 0x10000 + view.getUint16(offset + 2, littleEndian)
    if (this.#open.length === 0 && this.#stopsBefore(tag, group, offset)) return true
    if (group === DELIMITER_GROUP) {
      this.#delimiter(tag, view.getUint32(offset + 4, littleEndian))
      return true
    }
    if (this.#top.holds !== 'elements') throw new DicomError(`${formatTag(tag)} where an item is due`)
    return this.#element(tag, offset)
  }

  #stopsBefore(tag: Tag, group: number, offset: number): boolean {
    const { view } = this.#window
    if (this.#walk.onlyGroup !== undefined && group !== this.#walk.onlyGroup) this.stop = 'other-group'
    // No data set has an element (0000,0000) of no length: from here on there are only zeros.
    else if (tag === 0 && view.getUint32(offset + 4) === 0) this.stop = 'padding'
    else if (this.#elements === 0) this.#correctCoding(offset)
    return this.stop !== null
  }

  /** Some equipment says implicit and writes explicit. As a length, the two letters would be over 16 KiB. */
  #correctCoding(offset: number): void {
    if (this.#top.coding.explicitVr) return
    if (numberOfLetters[this.#window.view.getUint16(offset + 4)] === 0) return
    this.#top = { ...this.#top, coding: { ...this.#top.coding, explicitVr: true } }
  }

  #element(tag: Tag, offset: number): boolean {
    return this.#top.coding.explicitVr ? this.#explicit(tag, offset) : this.#implicit(tag, offset)
  }

  #explicit(tag: Tag, offset: number): boolean {
    const { view, end } = this.#window
    const { littleEndian } = this.#top.coding
    const letters = view.getUint16(offset + 4)
    const written = numberOfLetters[letters] ?? 0
    const vr = written === 0 ? vrNumber(vrOf(tag)) : written
    switch (written === 0 ? formOf(letters) : isLongForm[written] === 1 ? 'long' : 'short') {
      case 'short':
        this.#form = SHORT_LENGTH
        this.#enter(tag, vr, view.getUint16(offset + 6, littleEndian), this.at + HEADER_BYTES)
        return true
      case 'long':
        if (this.at + LONG_HEADER_BYTES > end) return false
        this.#form = LONG_HEADER
        this.#enter(tag, vr, view.getUint32(offset + 8, littleEndian), this.at + LONG_HEADER_BYTES)
        return true
      case 'implicit':
        return this.#implicit(tag, offset)
    }
  }

  /** The dictionary may take for a sequence what the writer did not: a value that begins with no item is bytes. */
  #implicit(tag: Tag, offset: number): boolean {
    const { view, end } = this.#window
    const { littleEndian } = this.#top.coding
    const length = view.getUint32(offset + 4, littleEndian)
    let vr = vrNumber(vrOf(tag))
    this.#form = 0
    if (vr === SQ && length !== UNDEFINED_LENGTH && length >= HEADER_BYTES) {
      if (this.at + 2 * HEADER_BYTES > end) return false
      if (view.getUint16(offset + HEADER_BYTES, littleEndian) !== DELIMITER_GROUP) vr = UN
    }
    this.#enter(tag, vr, length, this.at + HEADER_BYTES)
    return true
  }

  #enter(tag: Tag, vr: number, length: number, valueStart: number): void {
    if (this.#walk.leavesOut === true && this.#isUnwanted(tag, vr, length, valueStart)) {
      this.#add(tag, vr, valueStart, 0, 0)
      if (length !== UNDEFINED_LENGTH) this.#checkedEnd(tag, valueStart, length)
      const isImplicit = this.#form === 0 && this.#top.coding.explicitVr
      this.#leaveOut({ tag, vr, isBulk: this.#isBulk(tag), valueStart, length, isImplicit })
    } else if (length === UNDEFINED_LENGTH) {
      const fragments = IN_FRAGMENTS.has(vr) || tag === PIXEL_DATA || (this.#open.length === 0 && BULK.has(tag))
      const coding = vr === UN && !fragments ? INSIDE_UN : this.#top.coding
      const row = this.#add(tag, vr, valueStart, 0, fragments ? 0 : HAS_ITEMS)
      this.#push({ holds: fragments ? 'fragments' : 'items', end: Infinity, row, coding })
      this.at = valueStart
    } else if (vr === SQ) {
      const end = this.#checkedEnd(tag, valueStart, length)
      const row = this.#add(tag, vr, valueStart, length, HAS_ITEMS)
      this.#push({ holds: 'items', end, row, coding: this.#top.coding })
      this.at = valueStart
    } else {
      const end = this.#checkedEnd(tag, valueStart, length)
      this.#checkKept(end)
      this.#add(tag, vr, valueStart, length, 0)
      this.at = end
    }
  }

  #isUnwanted(tag: Tag, vr: number, length: number, valueStart: number): boolean {
    if (this.#isBulk(tag)) return true
    // What was looked into already, to see whether it is a sequence, is in the window and stays there.
    // An element (0000,0000) of no length would be taken for padding.
    if (tag === 0 || vr === SQ || (this.#form === 0 && vrNumber(vrOf(tag)) === SQ)) return false
    return length !== UNDEFINED_LENGTH && this.#isTooLong(length, valueStart)
  }

  /** The first at top level; whatever else has such a tag is like any other element. */
  #isBulk(tag: Tag): boolean {
    return !this.#hasBulk && this.#open.length === 0 && BULK.has(tag)
  }

  #isTooLong(length: number, valueStart: number): boolean {
    const { valueBytes, headerBytes } = this.#limits
    const isLong = length > valueBytes
      || (length >= SPARABLE_BYTES && valueStart - this.#window.base + length > headerBytes / 2)
    return isLong && !this.#isInOddForm()
  }

  /** Within a sequence written as implicit among explicit elements, which another length would make look like something else. */
  #isInOddForm(): boolean {
    return [...this.#open, this.#top].some(({ row, coding }, depth) => {
      const around = this.#open[depth - 1]
      if (row < 0 || around === undefined || this.index.tag(row) === ITEM) return false
      return around.coding.explicitVr && coding.explicitVr && (this.index.traits(row) & (LONG_HEADER | SHORT_LENGTH)) === 0
    })
  }

  /** As if the value were not there: its length, and those of all around it, are made to fit what is kept. */
  #leaveOut(leftOut: LeftOut): void {
    const { view, base } = this.#window
    const { length, valueStart } = leftOut
    if (length !== UNDEFINED_LENGTH) {
      const coded = this.#top.coding.littleEndian ? LITTLE_ENDIAN : 0
      addToLength(view, valueStart - base, this.#form | coded, -length)
      for (const { row, end } of [...this.#open, this.#top]) {
        if (row >= 0 && end !== Infinity) addToLength(view, this.index.start(row), this.index.traits(row), -length)
      }
    }
    this.#hasBulk ||= leftOut.isBulk
    this.leftOut = leftOut
    this.stop = 'value'
  }

  #delimiter(tag: Tag, length: number): void {
    if (tag === ITEM) this.#item(length)
    else if (tag === SEQUENCE_END) this.#endSequence()
    else if (tag === ITEM_END) this.#endItem()
    else throw new DicomError(`${formatTag(tag)} is no delimiter`)
  }

  #item(length: number): void {
    const { holds, coding } = this.#top
    const valueStart = this.at + HEADER_BYTES
    if (holds === 'elements') throw new DicomError('an item outside of a sequence')
    if (holds === 'fragments') {
      this.#fragment(length, valueStart)
      return
    }
    this.#form = 0
    const undefinedLength = length === UNDEFINED_LENGTH
    const end = undefinedLength ? Infinity : this.#checkedEnd(ITEM, valueStart, length)
    const row = this.#add(ITEM, 0, valueStart, undefinedLength ? 0 : length, 0)
    this.#push({ holds: 'elements', end, row, coding })
    this.at = valueStart
  }

  #fragment(length: number, valueStart: number): void {
    if (length === UNDEFINED_LENGTH) throw new DicomError('a fragment of undefined length')
    this.#count()
    const end = this.#checkedEnd(ITEM, valueStart, length)
    if (this.#walk.leavesOut === true && this.#isTooLong(length, valueStart)) {
      this.#form = 0
      this.#leaveOut({ tag: this.index.tag(this.#top.row), vr: 0, isBulk: false, valueStart, length, isImplicit: false })
    } else {
      this.#checkKept(end)
      this.at = end
    }
  }

  /** A delimiter behind something of known length tells nothing new and is passed over; so is its own length. */
  #endItem(): void {
    if (this.#open.length > 0 && this.#top.holds === 'elements' && this.#top.end === Infinity)
      this.#close(this.at)
    this.at += HEADER_BYTES
  }

  /** Also ends an item that was not delimited itself. */
  #endSequence(): void {
    const parent = this.#open.at(-1)
    if (
      this.#top.holds === 'elements' &&
      this.#top.end === Infinity &&
      parent?.end === Infinity &&
      parent.holds === 'items'
    )
      this.#close(this.at)
    if (this.#top.holds !== 'elements' && this.#top.end === Infinity) this.#close(this.at)
    this.at += HEADER_BYTES
  }

  #closeFull(): void {
    if (this.at > this.#top.end) throw new DicomError('an element runs over the end of its sequence')
    while (this.at >= this.#top.end) this.#close(this.#top.end)
  }

  #push(container: Container): void {
    if (container.holds !== 'elements') this.#depth++
    if (this.#depth > this.#limits.depth)
      throw new LimitError(`sequences nest deeper than ${this.#limits.depth}`)
    this.#open.push(this.#top)
    this.#top = container
  }

  #close(end: number): void {
    if (this.#top.holds !== 'elements') this.#depth--
    this.index.close(this.#top.row, end - this.#window.base)
    const below = this.#open.pop()
    if (below !== undefined) this.#top = below
  }

  #add(tag: Tag, vr: number, start: number, length: number, flags: number): number {
    this.#count()
    const { explicitVr, littleEndian } = this.#top.coding
    const coded = (littleEndian ? LITTLE_ENDIAN : 0) | (explicitVr ? 0 : IMPLICIT_VR)
    return this.index.add(tag, vr | flags | coded | this.#form, start - this.#window.base, length)
  }

  #count(): void {
    if (++this.#elements > this.#limits.elements)
      throw new LimitError(`more than ${this.#limits.elements} elements`)
  }

  /** Asked of each announced length before a byte of it is awaited. */
  #checkedEnd(tag: Tag, start: number, length: number): number {
    const end = start + length
    if (end > this.#top.end) throw new DicomError(`${formatTag(tag)} runs over the end of its sequence`)
    return end
  }

  #checkKept(end: number): void {
    if (end - this.#window.base > this.#limits.headerBytes) throw this.#tooLong()
  }

  #tooLong(): LimitError {
    return new LimitError(`a header of more than ${this.#limits.headerBytes} bytes without its large values`)
  }
}

/** Change the length field that ends before `valueStart`, of a header with these traits. */
export function addToLength(view: DataView, valueStart: number, traits: number, bytes: number): void {
  const littleEndian = (traits & LITTLE_ENDIAN) !== 0
  if ((traits & SHORT_LENGTH) !== 0) {
    view.setUint16(valueStart - 2, view.getUint16(valueStart - 2, littleEndian) + bytes, littleEndian)
  } else view.setUint32(valueStart - 4, view.getUint32(valueStart - 4, littleEndian) + bytes, littleEndian)
}

/**
 * How an element with no VR of the standard goes on.
 *
 * Capitals are a VR of a later edition, and those are long (PS3.5 §6.2). Other letters, and NUL, were seen with a
 * length of two bytes ("??", "  "). Anything else is an element written as implicit among explicit ones.
 */
function formOf(letters: number): 'long' | 'short' | 'implicit' {
  const [first, second] = [letters >>> 8, letters & 0xff]
  if (isCapital(first) && isCapital(second)) return 'long'
  return letters === 0 || (isPrintable(first) && isPrintable(second)) ? 'short' : 'implicit'
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a
}

function isPrintable(code: number): boolean {
  return code >= 0x20 && code <= 0x7e
}

/** One stray byte, or fewer zeros than an element header: seen behind otherwise whole data sets. */
function isTrailer(rest: Uint8Array): boolean {
  return rest.length <= 1 || (rest.length < HEADER_BYTES && rest.every((byte) => byte === 0))
}
