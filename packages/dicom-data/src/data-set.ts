/**
 * A data set as it lies in its bytes: nothing is decoded until it is asked for.
 *
 * @module
 */
import { characterSetOf, type CharacterSet } from './character-set.ts'
import { entryOf, Tags, vrNumberOf } from './dictionary.ts'
import { HAS_ITEMS, IMPLICIT_VR, LITTLE_ENDIAN, VR_MASK, type ElementIndex } from './element-index.ts'
import type { Limits } from './limits.ts'
import { omissionAt, type Omission } from './omission.ts'
import type { Tag } from './tag.ts'
import { readDigits, readNumbers, readText, swapped, type Field } from './values.ts'
import { traitsOf, traitsOfNumber, vrNumber, vrOfNumber, type Vr, type VrTraits } from './vr.ts'

const [SQ, UN, US] = [vrNumber('SQ'), vrNumber('UN'), vrNumber('US')]
const CODE_STRING = traitsOf('CS')

/** Elements by tag. Absent and empty are told apart by `has` alone. */
export interface DataSet {
  /** Specific Character Set in force here, as written; an item inherits it. PS3.3 §C.12.1.1.2. */
  readonly characterSets: readonly string[]
  has(tag: Tag): boolean
  /** As written, or by the dictionary where the bytes do not tell. */
  vr(tag: Tag): Vr | undefined
  /** The VR by which the value is understood: the dictionary's where UN is written, SS where the pixels are signed. */
  meaning(tag: Tag): Vr | undefined
  /** The first value, without padding; undefined if absent or empty. Numbers as digits, tags as eight of them. */
  text(tag: Tag): string | undefined
  /** All values, without padding, empty ones among them; [] if absent or empty. */
  texts(tag: Tag): readonly string[]
  /** The first value; undefined if absent, empty or not a number. 64-bit integers are exact up to 2^53. */
  number(tag: Tag): number | undefined
  /** All values; [] if absent, empty or any is not a number: a vector with a hole misleads. */
  numbers(tag: Tag): readonly number[]
  /** Items of a sequence; [] if absent. */
  items(tag: Tag): readonly DataSet[]
  /** The value field as it lies there; not a copy. Undefined if absent, or left out as too large. */
  bytes(tag: Tag): Uint8Array | undefined
  /** The same in little endian, into which it is turned if need be. */
  bytesLittleEndian(tag: Tag): Uint8Array | undefined
  /** Where a value lies that was left out of the header. */
  omission(tag: Tag): Omission | undefined
  /** In the order of the bytes, which is ascending if the writer followed the standard. */
  tags(): Iterable<Tag>
}

/** Bytes and where the elements lie in them: shared by a data set and all its items. */
export interface Source {
  readonly bytes: Buffer
  /** Over the same bytes. */
  readonly view: DataView
  readonly index: ElementIndex
  /** Within which they were read. */
  readonly limits: Limits
  /** Reads a value of VR UN that is known to be a sequence: its VR was lost on the way. PS3.5 §6.2.2 note 2. */
  readonly lostItems: (value: Uint8Array, limits: Limits, parent: IndexedDataSet) => readonly IndexedDataSet[]
  /** In the order of their places in `bytes`. */
  readonly omitted: readonly Omission[]
}

/** The rows `first` to before `last` of an index, as a data set. */
export class IndexedDataSet implements DataSet {
  readonly #source: Source
  readonly #first: number
  readonly #last: number
  readonly #parent: IndexedDataSet | null
  #characterSet: CharacterSet | null = null
  #ascends: boolean | null = null
  /** Where the last search ended. */
  #found: number

  constructor(source: Source, first: number, last: number, parent: IndexedDataSet | null) {
    this.#source = source
    this.#first = first
    this.#last = last
    this.#parent = parent
    this.#found = first
  }

  get characterSets(): readonly string[] {
    return this.#characters().terms
  }

  has(tag: Tag): boolean {
    return this.#find(tag) >= 0
  }

  vr(tag: Tag): Vr | undefined {
    const row = this.#find(tag)
    return row < 0 ? undefined : vrOfNumber(this.#source.index.traits(row) & VR_MASK)
  }

  meaning(tag: Tag): Vr | undefined {
    const row = this.#find(tag)
    return row < 0 ? undefined : this.#meaning(tag, row).vr
  }

  text(tag: Tag): string | undefined {
    const first = this.texts(tag)[0]
    return first === '' ? undefined : first
  }

  texts(tag: Tag): readonly string[] {
    const row = this.#find(tag)
    if (row < 0) return []
    const field = this.#field(row)
    if (field.start === field.end) return []
    const traits = this.#meaning(tag, row)
    switch (traits.kind) {
      case 'sequence': return []
      case 'binary': return readDigits(field, traits)
      case 'text': return readText(field, traits, this.#characters())
      case 'ascii': return readText(field, traits, null)
    }
  }

  number(tag: Tag): number | undefined {
    return this.numbers(tag)[0]
  }

  numbers(tag: Tag): readonly number[] {
    const row = this.#find(tag)
    return row < 0 ? [] : readNumbers(this.#field(row), this.#meaning(tag, row))
  }

  items(tag: Tag): readonly IndexedDataSet[] {
    const row = this.#find(tag)
    return row < 0 ? [] : this.itemsIn(row)
  }

  /** Items of the sequence in this row of the index: broken data sets have a tag twice. */
  itemsIn(row: number): readonly IndexedDataSet[] {
    const { index, limits, lostItems } = this.#source
    const end = index.next(row)
    const traits = index.traits(row)
    if ((traits & HAS_ITEMS) === 0) {
      const isLost = isUnknown(traits) && vrNumberOf(index.tag(row)) === SQ
      return isLost ? lostItems(this.#value(row), limits, this) : []
    }
    const items: IndexedDataSet[] = []
    for (let item = row + 1; item < end; item = index.next(item)) {
      items.push(new IndexedDataSet(this.#source, item + 1, index.next(item), this))
    }
    return items
  }

  bytes(tag: Tag): Uint8Array | undefined {
    const row = this.#find(tag)
    return row < 0 || this.#omission(row) !== undefined ? undefined : this.#value(row)
  }

  bytesLittleEndian(tag: Tag): Uint8Array | undefined {
    const row = this.#find(tag)
    const bytes = this.bytes(tag)
    if (bytes === undefined || row < 0 || this.#isLittleEndian(row)) return bytes
    return swapped(bytes, this.#meaning(tag, row).width)
  }

  omission(tag: Tag): Omission | undefined {
    const row = this.#find(tag)
    return row < 0 ? undefined : this.#omission(row)
  }

  *tags(): Generator<Tag, void, undefined> {
    const { index } = this.#source
    for (let row = this.#first; row < this.#last; row = index.next(row)) yield index.tag(row)
  }

  /** Mostly tags are asked for in their order, and stand in it: then the search goes on where the last one ended. */
  #find(tag: Tag): number {
    const { index } = this.#source
    this.#ascends ??= index.ascends(this.#first, this.#last)
    if (!this.#ascends) return index.find(tag, this.#first, this.#last)
    const isBehind = this.#found < this.#last && index.tag(this.#found) <= tag
    this.#found = index.findAscending(tag, isBehind ? this.#found : this.#first, this.#last)
    return this.#found < this.#last && index.tag(this.#found) === tag ? this.#found : -1
  }

  #omission(row: number): Omission | undefined {
    const { omitted, index } = this.#source
    return omitted.length === 0 ? undefined : omissionAt(omitted, index.start(row))
  }

  #value(row: number): Uint8Array {
    const { bytes, index } = this.#source
    return new Uint8Array(
      bytes.buffer,
      bytes.byteOffset + index.start(row),
      index.end(row) - index.start(row),
    )
  }

  #field(row: number): Field {
    const { bytes, view, index } = this.#source
    return { bytes, view, start: index.start(row), end: index.end(row), littleEndian: this.#isLittleEndian(row) }
  }

  /** What became UN was implicit little endian before, whatever is around it. PS3.5 §6.2.2 note 2. */
  #isLittleEndian(row: number): boolean {
    const traits = this.#source.index.traits(row)
    return (traits & LITTLE_ENDIAN) !== 0 || isUnknown(traits)
  }

  #meaning(tag: Tag, row: number): VrTraits {
    const traits = this.#source.index.traits(row)
    const isGuessed = isUnknown(traits) || (traits & IMPLICIT_VR) !== 0
    const vr = isUnknown(traits) ? vrNumberOf(tag) : traits & VR_MASK
    const isSigned = isGuessed && vr === US && entryOf(tag)?.vrs.includes('SS') === true && this.#hasSignedPixels()
    return isSigned ? traitsOf('SS') : traitsOfNumber(vr)
  }

  #hasSignedPixels(): boolean {
    if (this.has(Tags.PixelRepresentation) || this.#parent === null)
      return this.number(Tags.PixelRepresentation) === 1
    return this.#parent.#hasSignedPixels()
  }

  #characters(): CharacterSet {
    this.#characterSet ??=
      this.has(Tags.SpecificCharacterSet) || this.#parent === null
        ? characterSetOf(this.#characterSetTerms())
        : this.#parent.#characters()
    return this.#characterSet
  }

  /** Whatever VR is written: one that goes by character set would ask for itself. */
  #characterSetTerms(): readonly string[] {
    const row = this.#find(Tags.SpecificCharacterSet)
    if (row < 0) return []
    return readText(this.#field(row), CODE_STRING, null)
  }
}

function isUnknown(traits: number): boolean {
  const vr = traits & VR_MASK
  return vr === UN || vr === 0
}
