/**
 * Directory Records, encoded but for their places. PS3.3 §F.3.2.2, §F.5.
 *
 * @module
 */
import { Tags, type DataSet, type Tag } from '@filmjacket/dicom-data'
import type { ByteWriter } from '../byte-writer.ts'
import { textField, type Field } from './fields.ts'
import { keysOf, type Place, type RecordType } from './keys.ts'
import { leafTypeOf } from './record-type.ts'

export interface DirectoryRecord {
  /** What follows the offsets. */
  readonly fields: readonly Field[]
  /** Of all its elements, in bytes. */
  readonly length: number
  readonly below: readonly DirectoryRecord[]
}

/** Values in an item: of (0004,1400), the offset of the next record; of (0004,1420), that of the lower entity. */
export const NEXT_AT = 8
export const LOWER_AT = 12 + 10 + 8
const OFFSETS_BYTES = 12 + 10 + 12

const IN_USE = 0xffff

/** A file that a record refers to. */
export interface ReferencedFile {
  readonly dataSet: DataSet
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  /** Components of its File ID. PS3.10 §8.2. */
  readonly fileId: readonly string[]
}

/** Says of PRIVATE records that this package made them. PS3.3 §F.6. */
const PRIVATE_RECORD_UID = '2.25.208322551819014510628238617308050708695'

/** The record of a patient, study or series, from its first instance. */
export function upperRecord(
  type: 'PATIENT' | 'STUDY' | 'SERIES', first: DataSet, place: Place, below: readonly DirectoryRecord[],
): DirectoryRecord {
  return recordOf(type, [], first, place, below)
}

/** The record of a file, by its SOP Class. */
export function leafRecord(file: ReferencedFile, ordinal: number): DirectoryRecord {
  const type = leafTypeOf(file.sopClassUid, file.dataSet)
  const reference = [
    textField(Tags.ReferencedFileID, file.fileId.join('\\')),
    usualField(Tags.ReferencedSOPClassUIDInFile, file.sopClassUid),
    textField(Tags.ReferencedSOPInstanceUIDInFile, file.sopInstanceUid),
    usualField(Tags.ReferencedTransferSyntaxUIDInFile, file.transferSyntaxUid),
  ]
  if (type === 'PRIVATE') reference.unshift(textField(Tags.PrivateRecordUID, PRIVATE_RECORD_UID))
  return recordOf(type, reference, file.dataSet, { ordinal, uid: '' }, NOTHING)
}

const NOTHING: readonly DirectoryRecord[] = []

/** What thousands of records say alike, encoded once. */
const usual = new Map<string, Field>()
const USUAL_MAX = 256

function usualField(tag: Tag, text: string): Field {
  const key = `${tag} ${text}`
  let field = usual.get(key)
  if (field === undefined) {
    if (usual.size >= USUAL_MAX) usual.clear()
    usual.set(key, field = textField(tag, text))
  }
  return field
}

function recordOf(
  type: RecordType, reference: readonly Field[], dataSet: DataSet, place: Place, below: readonly DirectoryRecord[],
): DirectoryRecord {
  const fields = [usualField(Tags.DirectoryRecordType, type), ...reference]
  for (const { from, fill } of keysOf.get(type) ?? []) {
    const field = from(dataSet) ?? fill?.(place)
    if (field !== undefined) fields.push(field)
  }
  return { fields, length: fields.reduce((sum, field) => sum + lengthOf(field), OFFSETS_BYTES), below }
}

/** Its elements, the two offsets still zero. */
export function writeRecord(to: ByteWriter, { fields }: DirectoryRecord): void {
  writeHeader(to, Tags.OffsetOfTheNextDirectoryRecord, 'UL', 4)
  to.u32le(0)
  writeHeader(to, Tags.RecordInUseFlag, 'US', 2)
  to.u16le(IN_USE)
  writeHeader(to, Tags.OffsetOfReferencedLowerLevelDirectoryEntity, 'UL', 4)
  to.u32le(0)
  for (const field of fields) writeField(to, field)
}

function lengthOf(field: Field): number {
  const { length } = field.bytes
  return field.kind === 'element' ? length : 8 + length + (length % 2)
}

function writeField(to: ByteWriter, field: Field): void {
  const { kind, bytes } = field
  if (kind === 'element') {
    to.put(bytes)
    return
  }
  const isOdd = bytes.length % 2 === 1
  writeHeader(to, field.tag, field.vr, bytes.length + (isOdd ? 1 : 0))
  to.put(bytes)
  if (isOdd) to.u8(field.vr === 'UI' ? 0x00 : 0x20)
}

/** Explicit VR with a length of two bytes. PS3.5 §7.1.2. */
function writeHeader(to: ByteWriter, tag: Tag, vr: string, length: number): void {
  to.u16le(Math.floor(tag / 0x1_0000)).u16le(tag % 0x1_0000)
  to.u8(vr.charCodeAt(0)).u8(vr.charCodeAt(1)).u16le(length)
}
