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

export type UpperType = 'PATIENT' | 'STUDY' | 'SERIES'

/** Of the record of a patient, study or series, from its first instance: what follows the offsets. */
export function fieldsOfGroup(type: UpperType, first: DataSet, place: Place): readonly Field[] {
  return withKeys([usualField(Tags.DirectoryRecordType, type)], type, first, place)
}

/** The same of a file, by its SOP Class. */
export function fieldsOfFile(file: ReferencedFile, ordinal: number): readonly Field[] {
  const type = leafTypeOf(file.sopClassUid, file.dataSet)
  const fields = [usualField(Tags.DirectoryRecordType, type)]
  if (type === 'PRIVATE') fields.push(textField(Tags.PrivateRecordUID, PRIVATE_RECORD_UID))
  fields.push(
    textField(Tags.ReferencedFileID, file.fileId.join('\\')),
    usualField(Tags.ReferencedSOPClassUIDInFile, file.sopClassUid),
    textField(Tags.ReferencedSOPInstanceUIDInFile, file.sopInstanceUid),
    usualField(Tags.ReferencedTransferSyntaxUIDInFile, file.transferSyntaxUid),
  )
  return withKeys(fields, type, file.dataSet, { ordinal, uid: '' })
}

function withKeys(fields: Field[], type: RecordType, dataSet: DataSet, place: Place): readonly Field[] {
  for (const { from, fill } of keysOf.get(type) ?? []) {
    const field = from(dataSet) ?? fill?.(place)
    if (field !== undefined) fields.push(field)
  }
  return fields
}

/** What thousands of records say alike, encoded once. */
const usual = new Map<Tag, Map<string, Field>>()
const USUAL_MAX = 64

function usualField(tag: Tag, text: string): Field {
  let fields = usual.get(tag)
  if (fields === undefined) usual.set(tag, fields = new Map<string, Field>())
  let field = fields.get(text)
  if (field === undefined) {
    if (fields.size >= USUAL_MAX) fields.clear()
    fields.set(text, field = textField(tag, text))
  }
  return field
}

/** Of all its elements, in bytes. */
export function lengthOfRecord(fields: readonly Field[]): number {
  let length = OFFSETS_BYTES
  for (const field of fields) length += lengthOf(field)
  return length
}

/** The two offsets, still zero, and the other elements. */
export function writeRecord(to: ByteWriter, fields: readonly Field[]): void {
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
