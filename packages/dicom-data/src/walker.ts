/**
 * Walks the structure of a data set as its bytes arrive: elements, sequences, items. PS3.5 §7.
 *
 * Reads headers and steps over values; what the bytes of a value mean is not its concern. It must hold a whole
 * element header to go on, and is otherwise content with any division of the bytes.
 *
 * @module
 */
import type { ByteWindow } from './byte-window.ts'
import { Containers } from './containers.ts'
import { DicomError, LimitError } from './dicom-error.ts'
import {
  addToLength, formOf, HEADER_BYTES, isTrailer, LONG_HEADER_BYTES, UNDEFINED_LENGTH, type Coding,
} from './element-header.ts'
import {
  ElementIndex, HAS_ITEMS, IMPLICIT_VR, LITTLE_ENDIAN, LONG_HEADER, SHORT_LENGTH,
} from './element-index.ts'
import type { Limits } from './limits.ts'
import { PlainElements } from './plain-elements.ts'
import { DELIMITER_GROUP, formatTag, ITEM, ITEM_END, SEQUENCE_END, type Tag } from './tag.ts'
import { vrNumberOf } from './dictionary.ts'
import { isLongForm, numberOfLetters, vrNumber } from './vr.ts'

const SQ = vrNumber('SQ')
const UN = vrNumber('UN')
/** VRs whose value of undefined length is fragments; of any other it is items. PS3.5 §A.4, §7.5. */
const IN_FRAGMENTS: ReadonlySet<number> = new Set([vrNumber('OB'), vrNumber('OW')])

const PIXEL_DATA: Tag = 0x7fe00010

/** Values left out whatever their length: Pixel Data in its three kinds and Encapsulated Document. PS3.3 §C.7.6.3, §C.24.2. */
const BULK: ReadonlySet<Tag> = new Set([PIXEL_DATA, 0x7fe00008, 0x7fe00009, 0x00420011])

/** What a value of VR UN and undefined length holds, whatever is around it. PS3.5 §6.2.2 note 4. */
const INSIDE_UN: Coding = { explicitVr: false, littleEndian: true }

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
  /** All bytes are in memory already: only what they make of themselves is to be bounded. */
  readonly isWhole?: boolean
}

/** Why the walk stands although bytes follow. */
export type Stop = 'value' | 'other-group' | 'padding'

/** A value of this length may be left out so that the header stays within its limit; shorter ones never are. */
const SPARABLE_BYTES = 0x10000

export class Walker {
  readonly index: ElementIndex
  /** Position of the next header; beyond the window while a value is stepped over. */
  at: number
  stop: Stop | null = null
  /** The value before which it stopped. */
  leftOut: LeftOut | null = null

  readonly #window: ByteWindow
  readonly #limits: Limits
  readonly #headerBytes: number
  readonly #walk: Walk
  readonly #plain: PlainElements
  readonly #open: Containers
  #hasBulk = false
  /** Of the element being read: LONG_HEADER, SHORT_LENGTH or neither. */
  #form = 0

  /** @param at - where the first element begins in the window. */
  constructor(window: ByteWindow, at: number, coding: Coding, limits: Limits, walk: Walk) {
    this.index = new ElementIndex(limits.elements)
    this.at = at
    this.#window = window
    this.#limits = limits
    this.#headerBytes = walk.isWhole === true ? Infinity : limits.headerBytes
    this.#walk = walk
    this.#plain = new PlainElements(this.index, Math.min(limits.valueBytes, SPARABLE_BYTES - 1), walk.onlyGroup)
    this.#open = new Containers(coding, limits.depth)
  }

  /** Inside a sequence or item. */
  get isInside(): boolean {
    return !this.#open.isEmpty
  }

  get coding(): Coding {
    return this.#open.top.coding
  }

  /** Go on as far as the window holds whole headers. */
  run(): void {
    while (this.stop === null) {
      this.#addPlain()
      if (this.at >= this.#open.top.end) this.#closeFull()
      if (this.#window.end - this.at < HEADER_BYTES) return
      if (!this.#step()) return
    }
  }

  /** The first element is never among them: it shows how all are written. */
  #addPlain(): void {
    const { holds, end, coding } = this.#open.top
    if (holds !== 'elements' || this.index.count === 0) return
    const { base, view } = this.#window
    const held = Math.min(end, this.#window.end, base + this.#headerBytes) - base
    this.at = base + this.#plain.addFrom(this.at - base, held, view, coding)
  }

  /** Go on behind the value that was left out, and its delimiter. */
  resume(): void {
    this.at = this.#window.end
    this.stop = null
    this.leftOut = null
  }

  /** @throws DicomError if the bytes end within something. */
  finish(): void {
    while (!this.#open.isEmpty && this.at >= this.#open.top.end) this.#closeFull()
    if (!this.#open.isEmpty) {
      throw new DicomError(this.#open.top.end === Infinity ? 'ends before a delimiter' : 'ends within a sequence')
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
    if (offset > this.#headerBytes) throw this.#tooLong()
    const { littleEndian } = this.#open.top.coding
    const group = view.getUint16(offset, littleEndian)
    const tag = group * 0x10000 + view.getUint16(offset + 2, littleEndian)
    if (this.#open.isEmpty && this.#stopsBefore(tag, group, offset)) return true
    if (group === DELIMITER_GROUP) {
      this.#delimiter(tag, view.getUint32(offset + 4, littleEndian))
      return true
    }
    if (this.#open.top.holds !== 'elements') throw new DicomError(`${formatTag(tag)} where an item is due`)
    return this.#open.top.coding.explicitVr ? this.#explicit(tag, offset) : this.#implicit(tag, offset)
  }

  #stopsBefore(tag: Tag, group: number, offset: number): boolean {
    const { view } = this.#window
    if (this.#walk.onlyGroup !== undefined && group !== this.#walk.onlyGroup) this.stop = 'other-group'
    // No data set has an element (0000,0000) of no length: from here on there are only zeros.
    else if (tag === 0 && view.getUint32(offset + 4) === 0) this.stop = 'padding'
    else if (this.index.count === 0) this.#correctCoding(offset)
    return this.stop !== null
  }

  /** Some equipment says implicit and writes explicit. As a length, the two letters would be over 16 KiB. */
  #correctCoding(offset: number): void {
    if (this.#open.top.coding.explicitVr) return
    if (numberOfLetters[this.#window.view.getUint16(offset + 4)] === 0) return
    const { top } = this.#open
    this.#open.top = { ...top, coding: { ...top.coding, explicitVr: true } }
  }

  #explicit(tag: Tag, offset: number): boolean {
    const { view, end } = this.#window
    const { littleEndian } = this.#open.top.coding
    const letters = view.getUint16(offset + 4)
    const written = numberOfLetters[letters] ?? 0
    const vr = written === 0 ? vrNumberOf(tag) : written
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
    const { littleEndian } = this.#open.top.coding
    const length = view.getUint32(offset + 4, littleEndian)
    let vr = vrNumberOf(tag)
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
      const isImplicit = this.#form === 0 && this.#open.top.coding.explicitVr
      this.#leaveOut({ tag, vr, isBulk: this.#isBulk(tag), valueStart, length, isImplicit })
    } else if (length === UNDEFINED_LENGTH) {
      const fragments = IN_FRAGMENTS.has(vr) || tag === PIXEL_DATA || (this.#open.isEmpty && BULK.has(tag))
      const coding = vr === UN && !fragments ? INSIDE_UN : this.#open.top.coding
      const row = this.#add(tag, vr, valueStart, 0, fragments ? 0 : HAS_ITEMS)
      this.#open.enter({ holds: fragments ? 'fragments' : 'items', end: Infinity, row, coding })
      this.at = valueStart
    } else if (vr === SQ) {
      const end = this.#checkedEnd(tag, valueStart, length)
      const row = this.#add(tag, vr, valueStart, length, HAS_ITEMS)
      this.#open.enter({ holds: 'items', end, row, coding: this.#open.top.coding })
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
    if (tag === 0 || vr === SQ || (this.#form === 0 && vrNumberOf(tag) === SQ)) return false
    return length !== UNDEFINED_LENGTH && this.#isTooLong(length, valueStart)
  }

  /** The first at top level; whatever else has such a tag is like any other element. */
  #isBulk(tag: Tag): boolean {
    return !this.#hasBulk && this.#open.isEmpty && BULK.has(tag)
  }

  #isTooLong(length: number, valueStart: number): boolean {
    const { valueBytes } = this.#limits
    const isLong = length > valueBytes
      || (length >= SPARABLE_BYTES && valueStart - this.#window.base + length > this.#headerBytes / 2)
    return isLong && !this.#open.hasOddForm(this.index)
  }

  /** As if the value were not there: its length, and those of all around it, are made to fit what is kept. */
  #leaveOut(leftOut: LeftOut): void {
    const { view, base } = this.#window
    const { length, valueStart } = leftOut
    if (length !== UNDEFINED_LENGTH) {
      const coded = this.#open.top.coding.littleEndian ? LITTLE_ENDIAN : 0
      addToLength(view, valueStart - base, this.#form | coded, -length)
      for (const { row, end } of this.#open.all()) {
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
    const { holds, coding } = this.#open.top
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
    this.#open.enter({ holds: 'elements', end, row, coding })
    this.at = valueStart
  }

  #fragment(length: number, valueStart: number): void {
    if (length === UNDEFINED_LENGTH) throw new DicomError('a fragment of undefined length')
    this.index.countOther()
    const end = this.#checkedEnd(ITEM, valueStart, length)
    if (this.#walk.leavesOut === true && this.#isTooLong(length, valueStart)) {
      this.#form = 0
      this.#leaveOut({ tag: this.index.tag(this.#open.top.row), vr: 0, isBulk: false, valueStart, length, isImplicit: false })
    } else {
      this.#checkKept(end)
      this.at = end
    }
  }

  /** A delimiter behind something of known length tells nothing new and is passed over; so is its own length. */
  #endItem(): void {
    const { top } = this.#open
    if (!this.#open.isEmpty && top.holds === 'elements' && top.end === Infinity) this.#close(this.at)
    this.at += HEADER_BYTES
  }

  /** Also ends an item that was not delimited itself. */
  #endSequence(): void {
    const { parent, top } = this.#open
    const isItem = top.holds === 'elements' && top.end === Infinity
    if (isItem && parent?.holds === 'items' && parent.end === Infinity) this.#close(this.at)
    const { holds, end } = this.#open.top
    if (holds !== 'elements' && end === Infinity) this.#close(this.at)
    this.at += HEADER_BYTES
  }

  #closeFull(): void {
    if (this.at > this.#open.top.end) throw new DicomError('an element runs over the end of its sequence')
    while (this.at >= this.#open.top.end) this.#close(this.#open.top.end)
  }

  #close(end: number): void {
    this.index.close(this.#open.top.row, end - this.#window.base)
    this.#open.leave()
  }

  #add(tag: Tag, vr: number, start: number, length: number, flags: number): number {
    const { explicitVr, littleEndian } = this.#open.top.coding
    const coded = (littleEndian ? LITTLE_ENDIAN : 0) | (explicitVr ? 0 : IMPLICIT_VR)
    return this.index.add(tag, vr | flags | coded | this.#form, start - this.#window.base, length)
  }

  /** Asked of each announced length before a byte of it is awaited. */
  #checkedEnd(tag: Tag, start: number, length: number): number {
    const end = start + length
    if (end > this.#open.top.end) throw new DicomError(`${formatTag(tag)} runs over the end of its sequence`)
    return end
  }

  #checkKept(end: number): void {
    if (end - this.#window.base > this.#headerBytes) throw this.#tooLong()
  }

  #tooLong(): LimitError {
    return new LimitError(`a header of more than ${this.#headerBytes} bytes without its large values`)
  }
}
