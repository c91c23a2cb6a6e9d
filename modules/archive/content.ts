import { crc32Combine, literal, range, type ExtentList } from '@filmjacket/bytes'
import {
  encodeFileMeta, readDataSet, transferSyntaxOf, TransferSyntaxes, type DataSet, type StoredObject,
} from '@filmjacket/dicom-data'
import type { PlacedInstance, StoredInstance } from './store/instances.ts'

/** The file of an Instance as it leaves. What came without File Meta Information gets one in front. */
export function fileOf(instance: PlacedInstance): ExtentList {
  return instance.corrected?.file ?? storedFileOf(instance)
}

/** The bytes that came, whatever was corrected since. */
export function storedFileOf(instance: PlacedInstance): ExtentList {
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

type Header = Pick<StoredInstance, 'header' | 'omitted' | 'transferSyntaxUid'>

/** The data set without its large values, which it tells as omissions. A deflated one is kept inflated. PS3.5 §A.5. */
export function headerOf({ header, omitted, transferSyntaxUid }: Header): DataSet {
  const syntax = transferSyntaxOf(transferSyntaxUid)
  return readDataSet(header, syntax.deflated ? TransferSyntaxes.explicitVrLittleEndian : syntax, undefined, omitted)
}

/** What a view of it is made of: `viewOf` of dicom-data. */
export function objectOf({ header, omitted, dataSetStart, transferSyntaxUid }: Header & Pick<StoredInstance, 'dataSetStart'>): StoredObject {
  return { header, omitted, dataSetStart, transferSyntax: transferSyntaxOf(transferSyntaxUid) }
}
