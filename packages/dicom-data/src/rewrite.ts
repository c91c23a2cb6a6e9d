/**
 * A header written anew with changes: what is not changed is copied as it lies there, at every depth.
 *
 * @module
 */
import { ByteWindow } from './byte-window.ts'
import type { Changes } from './changes.ts'
import { characterSetOf, type CharacterSet } from './character-set.ts'
import type { DataSet, IndexedDataSet } from './data-set.ts'
import { Tags, vrOf } from './dictionary.ts'
import { HAS_ITEMS, IMPLICIT_VR, LITTLE_ENDIAN, SHORT_LENGTH, VR_MASK, type ElementIndex } from './element-index.ts'
import { elementsOf, type Element } from './element-map.ts'
import { encodeElementHeader, termsOf, writeElements } from './encode.ts'
import { padded } from './encode-value.ts'
import { GappedBytes, type Gap } from './gapped-bytes.ts'
import { GrowingBytes, joined } from './growing-bytes.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { dataSetOver, indexOf } from './read-data-set.ts'
import type { Omission } from './omission.ts'
import { groupOf, ITEM_HEADER_BYTES, type Tag } from './tag.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'
import { traitsOf, vrOfNumber, type Vr } from './vr.ts'

/** The header was within limits when it was scanned. */
const UNLIMITED: Limits = { ...defaultLimits, depth: Infinity, elements: Infinity, headerBytes: Infinity }

export interface Rewritten {
  /** Lengths in them count what the gaps stand for. */
  readonly bytes: Uint8Array
  readonly gaps: readonly Gap[]
}

/**
 * Write the header of a scan anew, with `changes`.
 *
 * Sequences and items keep their form, by length or by delimiter, and get the length of what is in them; so do groups that
 * tell theirs. Where another Specific Character Set is set, all text is written in it.
 *
 * @throws CharacterSetError if a text cannot be written in the character set in force.
 */
export function rewrite(
  header: Uint8Array, transferSyntax: TransferSyntax, omitted: readonly Omission[], changes: Changes,
): Rewritten {
  return rewriteWithin({ header, transferSyntax, omitted }, changes, null, null)
}

interface Header {
  readonly header: Uint8Array
  readonly transferSyntax: TransferSyntax
  readonly omitted: readonly Omission[]
}

function rewriteWithin(
  { header, transferSyntax, omitted }: Header, changes: Changes, to: CharacterSet | null, parent: IndexedDataSet | null,
): Rewritten {
  const window = new ByteWindow(header)
  const index = indexOf(window, 0, transferSyntax, UNLIMITED)
  const out = new GappedBytes(header, index, omitted)
  const dataSet = dataSetOver(window, index, UNLIMITED, { omitted, parent })
  const all = { first: 0, last: index.count, end: header.length, dataSet, to }
  new DataSetRewriter({ index, out, transferSyntax }, all, changes).run()
  return { bytes: out.take(), gaps: out.gaps }
}

/** What all data sets of one object share. */
interface Job {
  readonly index: ElementIndex
  readonly out: GappedBytes
  readonly transferSyntax: TransferSyntax
}

/** A data set: its rows, and where its bytes end. */
interface Place {
  readonly first: number
  readonly last: number
  readonly end: number
  readonly dataSet: IndexedDataSet
  /** The character set into which all text is to be brought; null: each as it is. */
  readonly to: CharacterSet | null
}

/** A group length that was copied, and what was behind it: in the old header, and among the written bytes. */
interface GroupLength {
  readonly group: number
  readonly offset: number
  readonly oldStart: number
  readonly newStart: number
}

const NOTHING: Changes = {}
const SPACE = 0x20

class DataSetRewriter {
  readonly #job: Job
  readonly #place: Place
  readonly #changes: Changes
  readonly #transferSyntax: TransferSyntax
  readonly #set: ReadonlyMap<Tag, Element>
  readonly #to: CharacterSet | null
  readonly #added: Tag[]
  #groupLength: GroupLength | null = null

  constructor(job: Job, place: Place, changes: Changes) {
    this.#job = job
    this.#place = place
    this.#changes = changes
    this.#transferSyntax = codingOf(job, place)
    this.#set = elementsOf(changes.set ?? {}, this.#transferSyntax)
    const named = this.#set.get(Tags.SpecificCharacterSet)
    this.#to = named === undefined ? place.to : characterSetOf(termsOf(named.value))
    this.#added = [...this.#set.keys()].filter((tag) => !place.dataSet.has(tag)).sort((a, b) => b - a)
  }

  run(): void {
    const { index, out } = this.#job
    const { first, last, end } = this.#place
    for (let row = first; row < last; row = index.next(row)) {
      const [tag, start] = [index.tag(row), index.headerStart(row)]
      this.#add(tag, start)
      this.#enterGroup(groupOf(tag), start)
      this.#row(row, tag)
    }
    this.#add(Infinity, end)
    this.#enterGroup(Infinity, end)
    out.keepUntil(end)
  }

  /** Write what is added before `tag`, which begins at `start`. */
  #add(before: number, start: number): void {
    for (let tag = this.#added.at(-1); tag !== undefined && tag < before; tag = this.#added.at(-1)) {
      this.#added.pop()
      this.#enterGroup(groupOf(tag), start)
      this.#job.out.keepUntil(start)
      this.#write(tag)
    }
  }

  /** Correct the length of the group that ends before `start`, if it changed. PS3.5 §7.2. */
  #enterGroup(group: number, start: number): void {
    const known = this.#groupLength
    if (known === null || known.group === group) return
    const { out } = this.#job
    out.keepUntil(start)
    this.#groupLength = null
    const length = out.length - known.newStart
    if (length === out.oldLength(known.oldStart, start)) return
    out.patchLength(known.offset, length, this.#transferSyntax.littleEndian)
  }

  #row(row: number, tag: Tag): void {
    const { index, out } = this.#job
    const { first, last, dataSet } = this.#place
    if (this.#set.has(tag)) {
      this.#drop(row)
      if (index.find(tag, first, last) === row) this.#write(tag)
    } else if (this.#isRemoved(tag)) this.#drop(row)
    else if ((index.traits(row) & HAS_ITEMS) !== 0) this.#sequence(row, tag)
    else if (dataSet.itemsIn(row).length > 0) this.#lostSequence(row, tag)
    else if (this.#to !== null && traitsOf(meaningOf(index, row)).kind === 'text') this.#text(row, tag)
    else if (isGroupLength(index, row)) {
      out.keepUntil(index.end(row))
      this.#groupLength = {
        group: groupOf(tag), offset: out.offset, oldStart: index.end(row), newStart: out.length,
      }
    }
  }

  #isRemoved(tag: Tag): boolean {
    // Where all text is brought into one character set, items need not name theirs.
    if (this.#to !== null && tag === Tags.SpecificCharacterSet) return true
    const { remove } = this.#changes
    if (remove === undefined) return false
    return typeof remove === 'function' ? remove(tag) : remove.has(tag)
  }

  /** Keep all before the element, and leave it out, with whatever stands between it and the next. */
  #drop(row: number): void {
    const { index, out } = this.#job
    const { last, end } = this.#place
    const next = index.next(row)
    out.keepUntil(index.headerStart(row))
    out.drop(next < last ? index.headerStart(next) : end)
  }

  #write(tag: Tag): void {
    const element = this.#set.get(tag)
    if (element === undefined) return
    const characters = this.#to ?? characterSetOf(this.#place.dataSet.characterSets)
    const writing = { transferSyntax: this.#transferSyntax, undefinedLengths: false, characters }
    const bytes = new GrowingBytes(this.#transferSyntax.littleEndian)
    writeElements(bytes, new Map([[tag, element]]), writing)
    this.#job.out.write(bytes.take())
  }

  #sequence(row: number, tag: Tag): void {
    const { index, out } = this.#job
    const items = this.#place.dataSet.itemsIn(row)
    const changes = items.map((item) => this.#changesOf(tag, item))
    if (changes.every((change) => change === null)) return
    this.#sequenceHeader(row, tag)
    const [offset, start] = [out.offset, out.length]
    let item = row + 1
    for (const [number, dataSet] of items.entries()) {
      this.#item(item, dataSet, changes[number] ?? null)
      item = index.next(item)
    }
    out.keepUntil(index.end(row))
    if (out.hasLength(index.start(row), index.traits(row))) {
      out.patchLength(offset, out.length - start, this.#transferSyntax.littleEndian)
    }
  }

  /** As it is, unless its length field has but two bytes: that is no sequence by the standard, and may become too short. */
  #sequenceHeader(row: number, tag: Tag): void {
    const { index, out } = this.#job
    if ((index.traits(row) & SHORT_LENGTH) === 0) out.keepUntil(index.start(row))
    else this.#header(row, tag, 'SQ', 0)
  }

  /** Write a header in place of that of `row`. */
  #header(row: number, tag: Tag, vr: Vr, length: number): void {
    const { index, out } = this.#job
    out.keepUntil(index.headerStart(row))
    out.drop(index.start(row))
    out.write(encodeElementHeader(tag, vr, length, this.#transferSyntax))
  }

  #item(row: number, dataSet: IndexedDataSet, changes: Changes | null): void {
    const { index, out } = this.#job
    const [start, end] = [index.start(row), index.end(row)]
    if (changes === null) {
      out.keepUntil(end)
      return
    }
    out.keepUntil(start)
    const [offset, before] = [out.offset, out.length]
    const place = { first: row + 1, last: index.next(row), end, dataSet, to: this.#to }
    new DataSetRewriter(this.#job, place, changes).run()
    if (!out.hasLength(start, index.traits(row))) return
    out.patchLength(offset, out.length - before, (index.traits(row) & LITTLE_ENDIAN) !== 0)
  }

  /** A sequence whose VR became UN on the way: its value is one of implicit little endian. PS3.5 §6.2.2 note 2. */
  #lostSequence(row: number, tag: Tag): void {
    const { index, out } = this.#job
    const { dataSet } = this.#place
    const changes = dataSet.itemsIn(row).map((item) => this.#changesOf(tag, item))
    if (changes.every((change) => change === null)) return
    const value = out.old(index.start(row), index.end(row))
    const { implicitVrLittleEndian: transferSyntax } = TransferSyntaxes
    const sequence = joined([encodeElementHeader(tag, 'SQ', value.length, transferSyntax), value])
    let number = 0
    const items = () => changes[number++] ?? null
    const { bytes } = rewriteWithin({ header: sequence, transferSyntax, omitted: [] }, { items }, this.#to, dataSet)
    this.#replaceValue(row, tag, bytes.subarray(ITEM_HEADER_BYTES))
  }

  /** A text too large to be kept stays as it is. */
  #text(row: number, tag: Tag): void {
    const { index, out } = this.#job
    const [start, end] = [index.start(row), index.end(row)]
    if (start === end || this.#to === null) return
    const isName = meaningOf(index, row) === 'PN'
    const from = characterSetOf(this.#place.dataSet.characterSets)
    const text = from.decode(Buffer.from(out.old(start, end)), 0, end - start, isName)
    this.#replaceValue(row, tag, padded(this.#to.encode(text, isName), SPACE))
  }

  #replaceValue(row: number, tag: Tag, value: Uint8Array): void {
    const { index, out } = this.#job
    this.#header(row, tag, vrOfNumber(index.traits(row) & VR_MASK), value.length)
    out.drop(index.end(row))
    out.write(value)
  }

  #changesOf(tag: Tag, item: DataSet): Changes | null {
    return this.#changes.items?.(tag, item) ?? (this.#to === null ? null : NOTHING)
  }
}

/** How the elements of a data set are written: equipment may mean another transfer syntax than it says. */
function codingOf({ index, transferSyntax }: Job, { first }: Place): TransferSyntax {
  if (index.count === 0) return transferSyntax
  // An item's own row is before the first of its elements, and tells it too.
  const traits = index.traits(Math.max(0, first - 1))
  const [explicitVr, littleEndian] = [(traits & IMPLICIT_VR) === 0, (traits & LITTLE_ENDIAN) !== 0]
  return { ...transferSyntax, explicitVr, littleEndian }
}

/** The VR as written; that of the dictionary where it became UN. */
function meaningOf(index: ElementIndex, row: number): Vr {
  const vr = vrOfNumber(index.traits(row) & VR_MASK)
  return vr === 'UN' ? vrOf(index.tag(row)) : vr
}

function isGroupLength(index: ElementIndex, row: number): boolean {
  return (index.tag(row) & 0xffff) === 0 && meaningOf(index, row) === 'UL' && index.end(row) - index.start(row) === 4
}
