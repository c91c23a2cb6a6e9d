/**
 * Files out of metadata and bulk data that came apart, as STOW-RS may bring them. PS3.18 §10.5.2, §8.7.3.3.
 *
 * The bulk data of one request are in memory together, up to a limit: who has more sends files.
 *
 * @module
 */
import {
  DicomError, encodeDataSet, encodeElementHeader, encodeFileMeta, encodeItemHeader, fromDicomJson, isUid, Tags,
  transferSyntaxOf, TransferSyntaxes, UNDEFINED_LENGTH, type Element, type Tag, type TransferSyntax,
} from '@filmjacket/dicom-data'
import { defaultSyntaxOf, FailureReasons, OCTET_STREAM, parseMediaType, type FailedReference } from '@filmjacket/dicom-web'
import type { IncomingFile } from './receive.ts'

/** Bulk data that came under one address: several parts are the frames of one picture. */
export interface BulkParts {
  readonly contentType: string
  readonly parts: readonly Uint8Array[]
}

const ITEM = 0xfffe_e000
const SEQUENCE_END = 0xfffe_e0dd

/** Each data set of `json` as a file, or why it is none. */
export function* compose(
  json: readonly unknown[], bulk: ReadonlyMap<string, BulkParts>,
): Generator<IncomingFile | FailedReference, void, undefined> {
  for (const each of json) yield composed(each, bulk)
}

function composed(json: unknown, bulk: ReadonlyMap<string, BulkParts>): IncomingFile | FailedReference {
  try {
    return fileFrom(json, bulk)
  } catch (error) {
    if (!(error instanceof DicomError || error instanceof RangeError)) throw error
    return { sopClassUid: '', sopInstanceUid: '', failureReason: FailureReasons.cannotUnderstand }
  }
}

function fileFrom(json: unknown, bulk: ReadonlyMap<string, BulkParts>): IncomingFile | FailedReference {
  let pixels: BulkParts | undefined
  const missing: string[] = []
  const elements = new Map(fromDicomJson(json, {
    bulkData: (uri, tag) => {
      const found = bulk.get(uri)
      if (found === undefined) missing.push(uri)
      if (tag === Tags.PixelData) pixels = found
      return found === undefined ? null : Buffer.concat(found.parts)
    },
  }) as ReadonlyMap<Tag, Element>)
  for (const tag of elements.keys()) if (tag >>> 16 === 0x0002) elements.delete(tag)
  elements.delete(Tags.AvailableTransferSyntaxUID)
  elements.set(Tags.SpecificCharacterSet, { vr: 'CS', value: 'ISO_IR 192' })
  const uids = { sopClassUid: textAt(elements, Tags.SOPClassUID), sopInstanceUid: textAt(elements, Tags.SOPInstanceUID) }
  if (missing.length > 0) return { ...uids, failureReason: FailureReasons.cannotUnderstand }
  const syntax = syntaxOf(pixels)
  if (syntax === null) return { ...uids, failureReason: FailureReasons.transferSyntaxNotSupported }
  const meta = encodeFileMeta({ ...uids, transferSyntaxUid: syntax.uid })
  return inOrder([meta, ...dataSetOf(elements, syntax, pixels)])
}

function textAt(elements: ReadonlyMap<Tag, Element>, tag: Tag): string {
  const value = elements.get(tag)?.value
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && isUid(first) ? first : ''
}

/** Of the pixels' media type; null if it names none that a file could have. */
function syntaxOf(pixels: BulkParts | undefined): TransferSyntax | null {
  if (pixels === undefined) return TransferSyntaxes.explicitVrLittleEndian
  const type = parseMediaType(pixels.contentType)
  const named = type?.parameters.get('transfer-syntax')
  if (named !== undefined) {
    if (!isUid(named)) return null
    const syntax = transferSyntaxOf(named)
    return syntax.encapsulated || syntax.uid === TransferSyntaxes.explicitVrLittleEndian.uid ? syntax : null
  }
  // What cameras write is baseline, whatever the media type stands for in DICOM.
  return type?.name === 'image/jpeg' ? TransferSyntaxes.jpegBaseline : defaultSyntaxOf(type?.name ?? OCTET_STREAM)
}

function* dataSetOf(
  elements: ReadonlyMap<Tag, Element>, syntax: TransferSyntax, pixels: BulkParts | undefined,
): Generator<Uint8Array, void, undefined> {
  if (!syntax.encapsulated || pixels === undefined) {
    yield encodeDataSet(elements, syntax)
    return
  }
  const isBefore = (tag: Tag) => tag < Tags.PixelData
  yield encodeDataSet(new Map([...elements].filter(([tag]) => isBefore(tag))), syntax)
  yield encodeElementHeader(Tags.PixelData, 'OB', UNDEFINED_LENGTH, syntax)
  yield encodeItemHeader(ITEM, 0, syntax)
  for (const frame of pixels.parts) {
    yield encodeItemHeader(ITEM, frame.length + (frame.length % 2), syntax)
    yield frame
    if (frame.length % 2 === 1) yield new Uint8Array(1)
  }
  yield encodeItemHeader(SEQUENCE_END, 0, syntax)
  const after = [...elements].filter(([tag]) => tag > Tags.PixelData)
  if (after.length > 0) yield encodeDataSet(new Map(after), syntax)
}

async function* inOrder(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const part of parts) yield await Promise.resolve(part)
}
