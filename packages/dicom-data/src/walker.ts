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
import { ElementIndex, HAS_ITEMS, IMPLICIT_VR, LITTLE_ENDIAN } from './element-index.ts'
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

/** Values that are not kept: Pixel Data in its three kinds and Encapsulated Document. PS3.3 §C.7.6.3, §C.24.2. */
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

export interface ElementHeader {
  readonly tag: Tag
  readonly vr: number
  readonly length: number
  /** Of the tag, in the walked bytes. */
  readonly position: number
  readonly valueStart: number
}

export interface Walk {
  /** Stop before the value of the first bulk element. */
  readonly stopAtBulk?: boolean
  /** Stop at the first element of another group: the end of File Meta Information. */
  readonly onlyGroup?: number
}

/** Why the walk stands although bytes follow. */
export type Stop = 'bulk' | 'other-group' | 'padding'

export class Walker {
  readonly index = new ElementIndex()
  /** Position of the next header; beyond the window while a value is stepped over. */
  at: number
  stop: Stop | null = null
  bulk: ElementHeader | null = null
  /** Off behind the bulk value: structure is still checked, nothing is remembered. */
  keeps = true

  readonly #window: ByteWindow
  readonly #limits: Limits
  readonly #walk: Walk
  readonly #open: Container[] = []
  #top: Container
  #depth = 0
  #elements = 0

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

  /** The bulk value, not shown to the walker, ends before `position`. */
  resume(position: number): void {
    this.at = position
    this.stop = null
    this.keeps = false
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
        this.#enter(tag, vr, view.getUint16(offset + 6, littleEndian), this.at + HEADER_BYTES)
        return true
      case 'long':
        if (this.at + LONG_HEADER_BYTES > end) return false
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
    if (vr === SQ && length !== UNDEFINED_LENGTH && length >= HEADER_BYTES) {
      if (this.at + 2 * HEADER_BYTES > end) return false
      if (view.getUint16(offset + HEADER_BYTES, littleEndian) !== DELIMITER_GROUP) vr = UN
    }
    this.#enter(tag, vr, length, this.at + HEADER_BYTES)
    return true
  }

  #enter(tag: Tag, vr: number, length: number, valueStart: number): void {
    if (this.#walk.stopAtBulk === true && this.bulk === null && this.#open.length === 0 && BULK.has(tag)) {
      this.bulk = { tag, vr, length, position: this.at, valueStart }
      this.stop = 'bulk'
      return
    }
    if (length === UNDEFINED_LENGTH) {
      const fragments = IN_FRAGMENTS.has(vr) || tag === PIXEL_DATA
      const coding = vr === UN ? INSIDE_UN : this.#top.coding
      const row = this.#add(tag, vr, valueStart, 0, fragments ? 0 : HAS_ITEMS)
      this.#push({ holds: fragments ? 'fragments' : 'items', end: Infinity, row, coding })
      this.at = valueStart
      return
    }
    const end = this.#checkedEnd(tag, valueStart, length)
    if (vr === SQ) {
      const row = this.#add(tag, vr, valueStart, length, HAS_ITEMS)
      this.#push({ holds: 'items', end, row, coding: this.#top.coding })
      this.at = valueStart
    } else {
      this.#add(tag, vr, valueStart, length, 0)
      this.at = end
    }
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
      if (length === UNDEFINED_LENGTH) throw new DicomError('a fragment of undefined length')
      this.#count()
      this.at = this.#checkedEnd(ITEM, valueStart, length)
      return
    }
    const undefinedLength = length === UNDEFINED_LENGTH
    const end = undefinedLength ? Infinity : this.#checkedEnd(ITEM, valueStart, length)
    const row = this.#add(ITEM, 0, valueStart, undefinedLength ? 0 : length, 0)
    this.#push({ holds: 'elements', end, row, coding })
    this.at = valueStart
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
    if (this.keeps) this.index.close(this.#top.row, end)
    const below = this.#open.pop()
    if (below !== undefined) this.#top = below
  }

  #add(tag: Tag, vr: number, start: number, length: number, flags: number): number {
    this.#count()
    if (!this.keeps) return -1
    const { explicitVr, littleEndian } = this.#top.coding
    const coded = (littleEndian ? LITTLE_ENDIAN : 0) | (explicitVr ? 0 : IMPLICIT_VR)
    return this.index.add(tag, vr | flags | coded, start, length)
  }

  #count(): void {
    if (++this.#elements > this.#limits.elements)
      throw new LimitError(`more than ${this.#limits.elements} elements`)
  }

  /** Asked of each announced length before a byte of it is awaited. */
  #checkedEnd(tag: Tag, start: number, length: number): number {
    const end = start + length
    if (end > this.#top.end) throw new DicomError(`${formatTag(tag)} runs over the end of its sequence`)
    if (this.keeps && end > this.#limits.headerBytes) {
      throw new LimitError(
        `${formatTag(tag)} ends beyond the ${this.#limits.headerBytes} bytes kept of a header`,
      )
    }
    return end
  }
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
