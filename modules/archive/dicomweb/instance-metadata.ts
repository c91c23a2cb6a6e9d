/**
 * What DICOMweb tells of one Instance: its data set, with addresses in place of large values. PS3.18 §10.4.1.1.2.
 *
 * @module
 */
import {
  Tags, toDicomJson, toNativeXml, transferSyntaxOf, type BulkDataUri, type DataSet, type DicomJson,
} from '@filmjacket/dicom-data'
import { addressOf } from '@filmjacket/dicom-web'
import { headerOf } from '../content.ts'
import type { InstancePlace } from '../store/dicomweb.ts'

/** A value of bytes that is longer is told by its address. */
const INLINE_MAX = 1024

/** Values that are never in a header. */
const BULK_TAGS = [Tags.PixelData, Tags.FloatPixelData, Tags.DoubleFloatPixelData, Tags.EncapsulatedDocument] as const

export interface Described extends InstancePlace {
  readonly header: Uint8Array
}

export function instanceJson(instance: Described, studyUid: string, base: string): DicomJson {
  const dataSet = headerOf(instance)
  const uriOf = bulkUris(instance, studyUid, base)
  const json = toDicomJson(dataSet, { bulkDataUri: uriOf.inText })
  const bulk = BULK_TAGS.filter((tag) => dataSet.has(tag) && isLeftOut(instance, dataSet, tag))
    .map((tag) => [digits(tag), { vr: dataSet.vr(tag) ?? 'OW', BulkDataURI: uriOf.of(digits(tag)) }] as const)
  const syntax = { [digits(Tags.AvailableTransferSyntaxUID)]: { vr: 'UI', Value: [instance.transferSyntaxUid] } } as const
  return { ...json, ...syntax, ...Object.fromEntries(bulk) }
}

export function instanceXml(instance: Described, studyUid: string, base: string): string {
  return toNativeXml(headerOf(instance), { bulkDataUri: bulkUris(instance, studyUid, base).inText })
}

/** The header has the element, and the value is in the stored bytes; of deflated ones nobody noted where. */
function isLeftOut({ bulkStart, bulkEnd, transferSyntaxUid }: InstancePlace, dataSet: DataSet, tag: number): boolean {
  if ((dataSet.bytes(tag)?.length ?? 0) > 0) return false
  return bulkStart === null ? transferSyntaxOf(transferSyntaxUid).deflated : bulkStart !== bulkEnd
}

function bulkUris({ seriesUid, instanceUid }: InstancePlace, studyUid: string, base: string) {
  const address = addressOf(base, { study: studyUid, series: seriesUid, instance: instanceUid })
  const of = (path: string) => `${address}/bulkdata/${path}`
  const inText: BulkDataUri = ({ path, length, omission }) => (omission !== undefined || length > INLINE_MAX ? of(path) : null)
  return { of, inText }
}

/** `7FE00010` */
function digits(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(8, '0')
}
