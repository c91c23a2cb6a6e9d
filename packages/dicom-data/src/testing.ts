/**
 * What the tests of this package share: small objects of our own making, and scanning in any division of the bytes.
 *
 * @module
 */
import { Tags } from './dictionary.ts'
import type { ElementMap } from './element-map.ts'
import { encodeDataSet, encodeElementHeader, encodeItemHeader } from './encode.ts'
import { encodeFileMeta } from './file-meta.ts'
import { joined } from './growing-bytes.ts'
import type { Scan, Scanner } from './scan.ts'
import { SopClasses } from './sop-classes.ts'
import { ITEM, SEQUENCE_END } from './tag.ts'
import type { TransferSyntax } from './transfer-syntax.ts'
import { UNDEFINED_LENGTH } from './element-header.ts'

export const INSTANCE = '1.2.826.0.1.3680043.10.1.1'

/** A small image without its pixels, with a sequence in a sequence. */
export const image = {
  [Tags.SOPClassUID]: SopClasses.secondaryCaptureImageStorage,
  [Tags.SOPInstanceUID]: INSTANCE,
  [Tags.StudyDate]: '20260102',
  [Tags.AccessionNumber]: 'A-1',
  [Tags.Modality]: 'OT',
  [Tags.PatientName]: 'Müller^Jörg',
  [Tags.PatientID]: 'P 1',
  [Tags.RequestAttributesSequence]: [
    {
      [Tags.ScheduledProcedureStepID]: 'S1',
      [Tags.ScheduledProtocolCodeSequence]: [{ [Tags.CodeValue]: '113014' }],
    },
    { [Tags.ScheduledProcedureStepID]: 'S2' },
  ],
  [Tags.Rows]: 2,
  [Tags.Columns]: 3,
  [Tags.PixelSpacing]: [0.5, 0.25],
} satisfies ElementMap

/** Six bytes of native pixels. */
export const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6)

export function fileOf(dataSet: Uint8Array, transferSyntax: TransferSyntax): Uint8Array {
  const meta = encodeFileMeta({
    sopClassUid: SopClasses.secondaryCaptureImageStorage,
    sopInstanceUid: INSTANCE,
    transferSyntaxUid: transferSyntax.uid,
  })
  return joined([meta, dataSet])
}

export function imageFile(transferSyntax: TransferSyntax): Uint8Array {
  return fileOf(encodeDataSet({ ...image, [Tags.PixelData]: pixels }, transferSyntax), transferSyntax)
}

/** Pixel Data in fragments; no offset table. PS3.5 §A.4. */
export function encapsulatedPixels(
  fragments: readonly Uint8Array[],
  transferSyntax: TransferSyntax,
): Uint8Array {
  return joined([
    encodeElementHeader(Tags.PixelData, 'OB', UNDEFINED_LENGTH, transferSyntax),
    ...[new Uint8Array(0), ...fragments].flatMap((fragment) => [
      encodeItemHeader(ITEM, fragment.length, transferSyntax),
      fragment,
    ]),
    encodeItemHeader(SEQUENCE_END, 0, transferSyntax),
  ])
}

/** Push in chunks of the given sizes, again and again. Each chunk is overwritten once it was pushed. */
export function scanInChunks(scanner: Scanner, bytes: Uint8Array, sizes: readonly number[]): Scan {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    const chunk = new Uint8Array(bytes.subarray(at, at + size))
    scanner.push(chunk)
    chunk.fill(0xee)
    at += size
  }
  return scanner.end()
}

/** What a scan found, in a form that can be compared. */
export function summary(scan: Scan): object {
  const { transferSyntax, dataSetStart, size, header, bulk, omitted, inflatedBulk, spans, meta, dataSet } = scan
  return {
    uid: transferSyntax.uid,
    dataSetStart,
    size,
    header: Buffer.from(header).toString('hex'),
    bulk,
    omitted,
    inflatedBulk,
    spans,
    meta: meta === null ? null : [...meta.tags()],
    tags: [...dataSet.tags()],
    texts: [...dataSet.tags()].map((tag) => dataSet.texts(tag)),
  }
}
