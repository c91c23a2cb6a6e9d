/**
 * What DICOMweb tells of one Instance: its data set, with addresses in place of large values. PS3.18 §10.4.1.1.2.
 *
 * @module
 */
import { toDicomJson, toNativeXml, type BulkDataUri, type DicomJson } from '@filmjacket/dicom-data'
import { addressOf } from '@filmjacket/dicom-web'
import { headerOf } from '../content.ts'
import type { InstancePlace, StoredHeader } from '../store/dicomweb.ts'

/** A value of bytes that is longer is told by its address. */
const INLINE_MAX = 1024

/** Available Transfer Syntax UID (0008,3002). */
const AVAILABLE_SYNTAX = '00083002'

export interface Described extends InstancePlace, StoredHeader {}

export function instanceJson(instance: Described, studyUid: string, base: string): DicomJson {
  const json = toDicomJson(headerOf(instance), { bulkDataUri: bulkUris(instance, studyUid, base) })
  return { ...json, [AVAILABLE_SYNTAX]: { vr: 'UI', Value: [instance.transferSyntaxUid] } }
}

export function instanceXml(instance: Described, studyUid: string, base: string): string {
  return toNativeXml(headerOf(instance), { bulkDataUri: bulkUris(instance, studyUid, base) })
}

/** A value that the header lacks, or a long one, is told by its address. */
function bulkUris({ seriesUid, instanceUid }: InstancePlace, studyUid: string, base: string): BulkDataUri {
  const address = addressOf(base, { study: studyUid, series: seriesUid, instance: instanceUid })
  return ({ path, length, omission }) => (omission !== undefined || length > INLINE_MAX ? `${address}/bulkdata/${path}` : null)
}
