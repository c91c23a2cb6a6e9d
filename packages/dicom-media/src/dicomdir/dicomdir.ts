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
  encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes, type DataSet, type Element, type Tag,
} from '@filmjacket/dicom-data'
import { ByteWriter } from '../byte-writer.ts'
import { derivedUid } from '../derived-uid.ts'
import type { Field } from './fields.ts'
import type { Place } from './keys.ts'
import { fieldsOfFile, fieldsOfGroup, lengthOfRecord, LOWER_AT, NEXT_AT, writeRecord, type ReferencedFile, type UpperType } from './record.ts'

/** Tag, VR, reserved bytes and length of a sequence; tag and length of an item. PS3.5 §7.1.2, §7.5. */
const SEQUENCE_HEADER_BYTES = 12
const ITEM_HEADER_BYTES = 8

const FIRST_BYTES = 64 * 1024

/** A record, its place counted from the beginning of the sequence's items. */
interface Placed {
  readonly at: number
  /** The next record of the same entity, and the first of the one below. */
  next: Placed | null
  lower: Placed | null
}

/** Takes the records in their order: each patient, study or series, then what is below it. */
export class DicomdirWriter {
  readonly #items = new ByteWriter(FIRST_BYTES)
  readonly #records: Placed[] = []
  readonly #open: Placed[] = []
  #firstRoot: Placed | null = null
  /** By depth, the last record of the entity that is being written. */
  readonly #last: (Placed | null)[] = [null]

  /** The records until its `end` are below it. */
  begin(type: UpperType, first: DataSet, place: Place): void {
    this.#open.push(this.#add(fieldsOfGroup(type, first, place)))
    this.#last.push(null)
  }

  file(file: ReferencedFile, ordinal: number): void {
    this.#add(fieldsOfFile(file, ordinal))
  }

  end(): void {
    this.#open.pop()
    this.#last.pop()
  }

  /** @param fileSetId - at most 16 characters A-Z 0-9 _ (PS3.10 §8.5), or empty. */
  finish(fileSetId: string): Uint8Array {
    const items = this.#items.bytes.subarray(0, this.#items.at)
    const meta = encodeFileMeta({
      sopClassUid: SopClasses.mediaStorageDirectory,
      // The File-set's UID. Of the same files it is the same.
      sopInstanceUid: derivedUid([fileSetId, items]),
      transferSyntaxUid: TransferSyntaxes.explicitVrLittleEndian.uid,
    })
    // The offsets have a fixed length, so a first round without them tells where the items begin.
    const before = meta.length + encodeHead(fileSetId, 0, 0).length + SEQUENCE_HEADER_BYTES
    const offsetOf = (record: Placed | null | undefined): number => (record ? before + record.at : 0)
    const to = new ByteWriter(before + items.length)
    to.put(meta).put(encodeHead(fileSetId, offsetOf(this.#firstRoot), offsetOf(this.#last[0])))
    to.u16le(0x0004).u16le(0x1220).u8(0x53).u8(0x51).u16le(0).u32le(items.length).put(items) // SQ
    for (const { at, next, lower } of this.#records) {
      const elements = before + at + ITEM_HEADER_BYTES
      if (next !== null) to.seek(elements + NEXT_AT).u32le(offsetOf(next))
      if (lower !== null) to.seek(elements + LOWER_AT).u32le(offsetOf(lower))
    }
    return to.bytes
  }

  /** An item, its offsets still zero. */
  #add(fields: readonly Field[]): Placed {
    const length = lengthOfRecord(fields)
    const record: Placed = { at: this.#items.at, next: null, lower: null }
    writeRecord(this.#items.reserve(ITEM_HEADER_BYTES + length).u16le(0xfffe).u16le(0xe000).u32le(length), fields)
    this.#link(record)
    this.#records.push(record)
    return record
  }

  #link(record: Placed): void {
    const [elder, parent] = [this.#last.at(-1), this.#open.at(-1)]
    if (elder) elder.next = record
    else if (parent === undefined) this.#firstRoot = record
    else parent.lower = record
    this.#last[this.#last.length - 1] = record
  }
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
