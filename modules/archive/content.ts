import { crc32Combine, literal, range, type ExtentList } from '@filmjacket/bytes'
import { encodeFileMeta, readDataSet, transferSyntaxOf, TransferSyntaxes, type DataSet } from '@filmjacket/dicom-data'
import type { PlacedInstance, StoredInstance } from './store/instances.ts'

/** The file of an Instance as it was stored. What came without File Meta Information gets one in front. */
export function fileOf(instance: PlacedInstance): ExtentList {
  const stored = range(instance.blobId, 0, instance.sizeBytes, crc32OfFile(instance))
  if (instance.dataSetStart > 0) return [stored]
  const { sopClassUid, instanceUid: sopInstanceUid, transferSyntaxUid } = instance
  return [literal(encodeFileMeta({ sopClassUid, sopInstanceUid, transferSyntaxUid })), stored]
}

function crc32OfFile({ crc32, bulkStart, bulkEnd, sizeBytes }: PlacedInstance): number {
  if (bulkStart === null || bulkEnd === null) return crc32.before
  const upToBulkEnd = crc32Combine(crc32.before, crc32.within, bulkEnd - bulkStart)
  return crc32Combine(upToBulkEnd, crc32.after, sizeBytes - bulkEnd)
}

/** The data set with its large values left empty. A deflated one is kept inflated. PS3.5 §A.5. */
export function headerOf({ header, transferSyntaxUid }: Pick<StoredInstance, 'header' | 'transferSyntaxUid'>): DataSet {
  const syntax = transferSyntaxOf(transferSyntaxUid)
  return readDataSet(header, syntax.deflated ? TransferSyntaxes.explicitVrLittleEndian : syntax)
}
