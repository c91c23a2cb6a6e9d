/**
 * An Instance as it goes on a medium: with File Meta Information of ours in front of what is stored.
 *
 * Preamble and File Meta Information of who sent it stay behind: a preamble can hold a program (PS3.10 §7.1), and what was
 * said of a sender is nobody's business on a disc.
 *
 * @module
 */
import { crc32, crc32Combine, literal, range, type ExtentList } from '@filmjacket/bytes'
import { encodeFileMeta, TransferSyntaxes, transferSyntaxOf, viewOf } from '@filmjacket/dicom-data'
import { describedAsExplicit, fileOf, objectOf, type StoredInstance } from '../archive/index.ts'

export function mediaContentOf(instance: StoredInstance): ExtentList {
  const { blobId, dataSetStart, sizeBytes, transferSyntaxUid } = instance
  if (instance.corrected !== undefined || dataSetStart === 0) return fileOf(instance)
  const crc = crc32OfDataSet(instance)
  if (crc !== null) return [literal(metaOf(instance, transferSyntaxUid)), range(blobId, dataSetStart, sizeBytes - dataSetStart, crc)]
  const viewed = viewOf(objectOf(instance), blobId, {})
  // A deflated data set is not in the header as it is stored: its CRC is known with its sender's preamble alone.
  return viewed.kind === 'ready' ? viewed.list : fileOf(instance)
}

/** The same in Explicit VR Little Endian, from rows alone; null where more has to change. */
export function explicitContentOf(instance: StoredInstance): ExtentList | null {
  const described = describedAsExplicit(instance)
  return described && [literal(metaOf(instance, TransferSyntaxes.explicitVrLittleEndian.uid)), ...described]
}

export function metaOf({ sopClassUid, instanceUid: sopInstanceUid }: StoredInstance, transferSyntaxUid: string): Uint8Array {
  return encodeFileMeta({ sopClassUid, sopInstanceUid, transferSyntaxUid })
}

/** The length of a value that the header left out, in the last bytes of its element's header. PS3.5 §7.1. */
const LENGTH_BYTES = 4
const UNDEFINED = 0xffffffff

/**
 * CRC-32 from the data set's first byte to the file's last. The header has these bytes but for one value, whose CRC was
 * noted; null where it lacks more.
 */
function crc32OfDataSet({ header, omitted, transferSyntaxUid, dataSetStart, bulkStart, bulkEnd, sizeBytes, crc32: noted }: StoredInstance): number | null {
  const syntax = transferSyntaxOf(transferSyntaxUid)
  if (syntax.deflated || omitted.length > (bulkStart === null ? 0 : 1)) return null
  if (bulkStart === null || bulkEnd === null) return header.length === sizeBytes - dataSetStart ? crc32(header) : null
  const at = bulkStart - dataSetStart
  if (header.length - at !== sizeBytes - bulkEnd || crc32(header.subarray(at)) !== noted.after) return null
  const length = Buffer.from(header.subarray(at - LENGTH_BYTES, at))
  if (length.readUInt32LE() !== UNDEFINED) {
    if (syntax.littleEndian) length.writeUInt32LE(bulkEnd - bulkStart)
    else length.writeUInt32BE(bulkEnd - bulkStart)
  }
  const before = crc32(length, crc32(header.subarray(0, at - LENGTH_BYTES)))
  return crc32Combine(crc32Combine(before, noted.within, bulkEnd - bulkStart), noted.after, sizeBytes - bulkEnd)
}
