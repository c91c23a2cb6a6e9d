/**
 * How a blob lies in a segment: a header of 64 bytes, the blob's bytes, a note.
 *
 * ```
 * 0   'FJBLOB01'
 * 8   length of the bytes, 8 bytes, little endian as all numbers here
 * 16  length of the note, 4 bytes
 * 20  CRC-32 of the note
 * 24  SHA-256 of the bytes: the blob's id
 * 56  CRC-32 of the header up to here
 * 60  zero
 * ```
 *
 * The note says in JSON where the bytes came from, so that the rows about them can be written anew
 * from the segments alone.
 *
 * @module
 */
import { crc32, parseBlobId, type BlobId } from '@filmjacket/bytes'

export const RECORD_HEADER_BYTES = 64
const MAGIC = Buffer.from('FJBLOB01', 'latin1')

export interface RecordHeader {
  readonly id: BlobId
  readonly length: number
  readonly noteLength: number
  readonly noteCrc32: number
}

export function encodeRecordHeader(id: BlobId, length: number, note: Uint8Array): Buffer {
  const header = Buffer.alloc(RECORD_HEADER_BYTES)
  MAGIC.copy(header)
  header.writeBigUInt64LE(BigInt(length), 8)
  header.writeUInt32LE(note.length, 16)
  header.writeUInt32LE(crc32(note), 20)
  header.write(id, 24, 'hex')
  header.writeUInt32LE(crc32(header.subarray(0, 56)), 56)
  return header
}

/** @returns null where no whole header stands: the end of a segment, or a record that was never finished. */
export function decodeRecordHeader(bytes: Buffer): RecordHeader | null {
  if (bytes.length < RECORD_HEADER_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return null
  if (bytes.readUInt32LE(56) !== crc32(bytes.subarray(0, 56))) return null
  return {
    id: parseBlobId(bytes.toString('hex', 24, 56)),
    length: Number(bytes.readBigUInt64LE(8)),
    noteLength: bytes.readUInt32LE(16),
    noteCrc32: bytes.readUInt32LE(20),
  }
}
