import { viewOf } from './byte-window.ts'
import { HAS_ITEMS, LITTLE_ENDIAN, SHORT_LENGTH, type ElementIndex } from './element-index.ts'
import { GrowingBytes } from './growing-bytes.ts'
import type { Omission } from './omission.ts'
import { ITEM } from './tag.ts'
import { addToLength, UNDEFINED_LENGTH } from './element-header.ts'

/** A value that is elsewhere belongs here. */
export interface Gap {
  /** Offset in the written bytes. */
  readonly at: number
  readonly omission: Omission
}

/**
 * A new header in the making, of what an old one holds and of what is written between.
 *
 * Goes through the old header once, from its start. Lengths count the values that neither of the two holds.
 */
export class GappedBytes {
  readonly gaps: Gap[] = []
  readonly #old: Uint8Array
  readonly #omitted: readonly Omission[]
  // Byte order is of no account: what is written comes as bytes.
  readonly #out = new GrowingBytes(true)
  /** Place in the old header: what is before was copied or dropped. */
  #at = 0
  /** Of the omitted values, the first that is not behind `#at`. */
  #next = 0
  #gapBytes = 0

  constructor(header: Uint8Array, index: ElementIndex, omitted: readonly Omission[]) {
    this.#old = withTrueLengths(header, index, omitted)
    this.#omitted = omitted
  }

  /** Bytes written, with those of the gaps. */
  get length(): number {
    return this.#out.length + this.#gapBytes
  }

  /** Copy the old header up to `position`. */
  keepUntil(position: number): void {
    const start = this.#out.length - this.#at
    this.#out.append(this.#old.subarray(this.#at, position))
    for (const omission of this.#pass(position)) {
      this.gaps.push({ at: start + omission.at, omission })
      this.#gapBytes += omission.end - omission.start
    }
  }

  /** Leave the old header out up to `position`. */
  drop(position: number): void {
    this.#pass(position)
  }

  /** Values that were left out behind `#at`, up to `position`, which is the place from now on. */
  #pass(position: number): readonly Omission[] {
    const first = this.#next
    while ((this.#omitted[this.#next]?.at ?? Infinity) <= position) this.#next++
    this.#at = position
    return this.#omitted.slice(first, this.#next)
  }

  write(bytes: Uint8Array): void {
    this.#out.append(bytes)
  }

  /** A place in the written bytes to come back to. */
  get offset(): number {
    return this.#out.length
  }

  /** Write a length over the four bytes that end at `offset`. */
  patchLength(offset: number, length: number, littleEndian: boolean): void {
    if (length >= UNDEFINED_LENGTH) throw new RangeError('a sequence of 4 GiB or more')
    this.#out.patchU32(offset - 4, length, littleEndian)
  }

  /** Bytes of the old object from `start` to `end`, offsets in the old header. */
  oldLength(start: number, end: number): number {
    const within = this.#omitted.filter(({ at }) => at > start && at <= end)
    return within.reduce((sum, omission) => sum + omission.end - omission.start, end - start)
  }

  /** Whether the value at this offset of the old header has a length, or ends by a delimiter. */
  hasLength(valueStart: number, traits: number): boolean {
    return hasLength(viewOf(this.#old), valueStart, traits)
  }

  /** Bytes of the old header, without gaps. */
  old(start: number, end: number): Uint8Array {
    return this.#old.subarray(start, end)
  }

  take(): Uint8Array {
    return this.#out.take()
  }
}

/** The header as its bytes were pushed: its length fields count the values it lacks. */
function withTrueLengths(header: Uint8Array, index: ElementIndex, omitted: readonly Omission[]): Uint8Array {
  if (omitted.length === 0) return header
  // Of a Buffer, `slice` would be the same memory.
  const bytes = new Uint8Array(header)
  for (const omission of omitted) restore(viewOf(bytes), index, omission)
  return bytes
}

/** Count an omitted value in the length of its element, and of all that is around it. */
function restore(view: DataView, index: ElementIndex, { at, start, end, isImplicit }: Omission): void {
  for (let row = 0; row < index.count && index.start(row) <= at; ) {
    if (at > index.end(row)) {
      row = index.next(row)
      continue
    }
    const isOwn = index.start(row) === at
    const traits = isOwn && isImplicit === true ? index.traits(row) & LITTLE_ENDIAN : index.traits(row)
    if (hasLength(view, index.start(row), traits)) addToLength(view, index.start(row), traits, end - start)
    if (isOwn) return
    const isFragment = index.tag(row) !== ITEM && (traits & HAS_ITEMS) === 0
    if (isFragment) addToLength(view, at, traits & LITTLE_ENDIAN, end - start)
    row++
  }
}

/** Whether the length is a number, not undefined. */
function hasLength(view: DataView, valueStart: number, traits: number): boolean {
  if ((traits & SHORT_LENGTH) !== 0) return true
  return view.getUint32(valueStart - 4, (traits & LITTLE_ENDIAN) !== 0) !== UNDEFINED_LENGTH
}
