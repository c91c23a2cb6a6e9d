/**
 * A DICOMDIR as it was found: its records, and how their offsets link them. PS3.3 §F.3.2.2.
 *
 * @module
 */
import { readDataSet, readPart10, SopClasses, Tags, TransferSyntaxes, type DataSet } from '@filmjacket/dicom-data'
import { MediumError } from './medium.ts'

export interface FoundRecord {
  readonly type: string
  readonly dataSet: DataSet
  /** From the root's down to the one above it. */
  readonly above: readonly FoundRecord[]
}

export interface Directory {
  readonly fileSetId: string
  /** Depth first, as the offsets lead. */
  readonly records: readonly FoundRecord[]
  /** What is wrong with it, in plain words. */
  readonly complaints: readonly string[]
}

const ITEM = 0xe000fffe
const ITEM_END = 0xe00dfffe
const SEQUENCE_END = 0xe0ddfffe
const UNDEFINED = 0xffffffff
const LEVELS_MAX = 16

/** @throws MediumError if the bytes are no DICOMDIR. */
export function readDirectory(bytes: Buffer): Directory {
  const { dataSet, meta, transferSyntax } = parsed(bytes)
  const complaints: string[] = []
  if (meta?.text(Tags.MediaStorageSOPClassUID) !== SopClasses.mediaStorageDirectory) complaints.push('the DICOMDIR does not say that it is one (its Media Storage SOP Class)')
  const isExplicit = transferSyntax.uid === TransferSyntaxes.explicitVrLittleEndian.uid
  if (!isExplicit) complaints.push(`the DICOMDIR is written as ${transferSyntax.name}; it must be Explicit VR Little Endian`)
  const items = isExplicit ? itemsByOffset(bytes) : null
  const records = items === null ? inOrder(dataSet) : linked(items, dataSet, complaints)
  return { fileSetId: dataSet.text(Tags.FileSetID) ?? '', records, complaints }
}

function parsed(bytes: Buffer) {
  try {
    return readPart10(bytes)
  } catch (error) {
    throw new MediumError('its DICOMDIR cannot be read', { cause: error })
  }
}

/** Where offsets cannot be followed, levels follow from the types: records stand depth first. */
function inOrder(dataSet: DataSet): readonly FoundRecord[] {
  const levels = ['PATIENT', 'STUDY', 'SERIES']
  let above: readonly FoundRecord[] = []
  return dataSet.items(Tags.DirectoryRecordSequence).map((item) => {
    const type = item.text(Tags.DirectoryRecordType) ?? ''
    const level = levels.indexOf(type)
    const record = { type, dataSet: item, above: above.slice(0, level < 0 ? levels.length : level) }
    if (level >= 0) above = [...above.slice(0, level), record]
    return record
  })
}

/** Follows the offsets as a reader does, each record once. */
function linked(items: ReadonlyMap<number, DataSet>, head: DataSet, complaints: string[]): readonly FoundRecord[] {
  const seen = new Set<number>()
  const records: FoundRecord[] = []
  const follow = (first: number, above: readonly FoundRecord[]) => {
    for (let at = first; at !== 0;) {
      const dataSet = items.get(at)
      if (dataSet === undefined) return void complaints.push(`the DICOMDIR leads to byte ${at}, where no record begins`)
      if (seen.has(at)) return void complaints.push('records of the DICOMDIR lead in a circle')
      seen.add(at)
      const record = { type: dataSet.text(Tags.DirectoryRecordType) ?? '', dataSet, above }
      records.push(record)
      if (above.length < LEVELS_MAX) follow(dataSet.number(Tags.OffsetOfReferencedLowerLevelDirectoryEntity) ?? 0, [...above, record])
      at = dataSet.number(Tags.OffsetOfTheNextDirectoryRecord) ?? 0
    }
  }
  follow(head.number(Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity) ?? 0, [])
  if (seen.size < items.size) complaints.push(`${items.size - seen.size} of ${items.size} records of the DICOMDIR cannot be reached`)
  return records
}

/** The items of the Directory Record Sequence by their places in the file; null where they cannot be told. */
function itemsByOffset(bytes: Buffer): ReadonlyMap<number, DataSet> | null {
  const start = sequenceStart(bytes)
  if (start === null) return new Map()
  const items = new Map<number, DataSet>()
  for (let at = start; at + 8 <= bytes.length && bytes.readUInt32LE(at) === ITEM;) {
    const end = endOfItem(bytes, at)
    if (end === null || end.next > bytes.length) return null
    items.set(at, readDataSet(bytes.subarray(at + 8, end.content), TransferSyntaxes.explicitVrLittleEndian))
    at = end.next
  }
  return items
}

/** First byte behind the header of (0004,1220). */
function sequenceStart(bytes: Buffer): number | null {
  // Meta Information begins behind preamble and prefix; a group length of its own is not needed to find group 0004.
  for (let at = 132; at + 8 <= bytes.length;) {
    const element = elementAt(bytes, at)
    if (element.tag === 0x1220_0004) return element.value
    const next = endOfValue(bytes, element)
    if (next === null || next <= at) return null
    at = next
  }
  return null
}

interface RawElement {
  /** Group in the lower half, as little endian reads it. */
  readonly tag: number
  readonly value: number
  readonly length: number
}

const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'UC', 'UN', 'UR', 'UT', 'SV', 'UV'])

/** PS3.5 §7.1.2. */
function elementAt(bytes: Buffer, at: number): RawElement {
  const tag = bytes.readUInt32LE(at)
  if (tag === ITEM || tag === ITEM_END || tag === SEQUENCE_END) return { tag, value: at + 8, length: bytes.readUInt32LE(at + 4) }
  const isLong = LONG.has(bytes.toString('latin1', at + 4, at + 6)) && at + 12 <= bytes.length
  return isLong ? { tag, value: at + 12, length: bytes.readUInt32LE(at + 8) } : { tag, value: at + 8, length: bytes.readUInt16LE(at + 6) }
}

function endOfValue(bytes: Buffer, { value, length }: RawElement): number | null {
  if (length !== UNDEFINED) return value + length
  for (let at = value; at + 8 <= bytes.length;) {
    if (bytes.readUInt32LE(at) === SEQUENCE_END) return at + 8
    const item = endOfItem(bytes, at)
    if (item === null) return null
    at = item.next
  }
  return null
}

function endOfItem(bytes: Buffer, start: number): { readonly content: number; readonly next: number } | null {
  const length = bytes.readUInt32LE(start + 4)
  if (length !== UNDEFINED) return { content: start + 8 + length, next: start + 8 + length }
  for (let at = start + 8; at + 8 <= bytes.length;) {
    const element = elementAt(bytes, at)
    if (element.tag === ITEM_END) return { content: at, next: at + 8 }
    const next = endOfValue(bytes, element)
    if (next === null) return null
    at = next
  }
  return null
}
