/**
 * The DICOMDIR: a Part 10 file whose records are linked by their positions in it. PS3.3 Annex F, PS3.10 §8.6.
 *
 * ```
 * preamble, DICM, File Meta Information | File-set Identification, offsets of the first and last root record |
 * Directory Record Sequence: item PATIENT, item STUDY, item SERIES, item IMAGE, item IMAGE, ... item PATIENT, ...
 * ```
 *
 * Records stand depth first. Offsets count from the first byte of the file, the preamble included, to the first
 * byte of an item's tag (PS3.3 Table F.3-3). Explicit VR Little Endian always (PS3.10 §8.6).
 *
 * @module
 */
import {
  encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes, type Element, type Tag,
} from '@filmjacket/dicom-data'
import { ByteWriter } from '../byte-writer.ts'
import { derivedUid } from '../derived-uid.ts'
import { LOWER_AT, NEXT_AT, writeRecord, type DirectoryRecord } from './record.ts'

/** Tag, VR, reserved bytes and length of a sequence; tag and length of an item. PS3.5 §7.1.2, §7.5. */
const SEQUENCE_HEADER_BYTES = 12
const ITEM_HEADER_BYTES = 8

/** A record, its place counted from the beginning of the sequence's items. */
interface Placed {
  readonly record: DirectoryRecord
  readonly at: number
  /** Index of the next record of the same entity, and of the first below; none is null. */
  next: number | null
  lower: number | null
}

/**
 * The bytes of a DICOMDIR over `roots`, the PATIENT records.
 *
 * @param fileSetId - at most 16 characters A-Z 0-9 _ (PS3.10 §8.5), or empty.
 */
export function encodeDicomdir(fileSetId: string, roots: readonly DirectoryRecord[]): Uint8Array {
  const placed: Placed[] = []
  const entity = placeEntity(roots, placed)
  const items = encodeItems(placed)
  const meta = encodeFileMeta({
    sopClassUid: SopClasses.mediaStorageDirectory,
    // The File-set's UID. Of the same files it is the same.
    sopInstanceUid: derivedUid([fileSetId, items.bytes]),
    transferSyntaxUid: TransferSyntaxes.explicitVrLittleEndian.uid,
  })
  // The offsets have a fixed length, so a first round without them tells where the items begin.
  const before = meta.length + encodeHead(fileSetId, 0, 0).length + SEQUENCE_HEADER_BYTES
  const offsetOf = (index: number | null | undefined): number => {
    const record = index === null || index === undefined ? undefined : placed[index]
    return record === undefined ? 0 : before + record.at
  }
  for (const { at, next, lower } of placed) {
    items.seek(at + ITEM_HEADER_BYTES + NEXT_AT).u32le(offsetOf(next))
    items.seek(at + ITEM_HEADER_BYTES + LOWER_AT).u32le(offsetOf(lower))
  }
  const to = new ByteWriter(before + items.bytes.length)
  to.put(meta).put(encodeHead(fileSetId, offsetOf(entity[0]), offsetOf(entity.at(-1))))
  to.u16le(0x0004).u16le(0x1220).u8(0x53).u8(0x51).u16le(0).u32le(items.bytes.length) // SQ
  return to.put(items.bytes).bytes
}

/** All items of the Directory Record Sequence, their offsets still zero. */
function encodeItems(placed: readonly Placed[]): ByteWriter {
  const last = placed.at(-1)
  const to = new ByteWriter(last === undefined ? 0 : last.at + ITEM_HEADER_BYTES + last.record.length)
  for (const { record } of placed) writeRecord(to.u16le(0xfffe).u16le(0xe000).u32le(record.length), record)
  return to
}

/** Place the records of one entity, each followed by all below it. Returns their indices. */
function placeEntity(records: readonly DirectoryRecord[], placed: Placed[]): readonly number[] {
  const indices: number[] = []
  for (const record of records) {
    const previous = placed.at(-1)
    const at = previous === undefined ? 0 : previous.at + ITEM_HEADER_BYTES + previous.record.length
    const own: Placed = { record, at, next: null, lower: null }
    const elder = placed[indices.at(-1) ?? -1]
    if (elder !== undefined) elder.next = placed.length
    indices.push(placed.length)
    placed.push(own)
    own.lower = placeEntity(record.below, placed)[0] ?? null
  }
  return indices
}

/** Everything before the Directory Record Sequence. PS3.3 Tables F.3-2 and F.3-3. */
function encodeHead(fileSetId: string, first: number, last: number): Uint8Array {
  return encodeDataSet(new Map<Tag, Element>([
    [Tags.FileSetID, { vr: 'CS', value: fileSetId }],
    [Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, { vr: 'UL', value: first }],
    [Tags.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, { vr: 'UL', value: last }],
    [Tags.FileSetConsistencyFlag, { vr: 'US', value: 0 }],
  ]), TransferSyntaxes.explicitVrLittleEndian)
}
