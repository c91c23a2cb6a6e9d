import { Tags, TransferSyntaxes, type DataSet, type Element, type Tag, type TransferSyntax } from '@filmjacket/dicom-data'
import { readCodeStream, type CodeStream } from '../codec/code-stream.ts'
import { bitsOfFrame, type ImagePixel } from '../image-pixel.ts'

/** Defined Terms of Lossy Image Compression Method. PS3.3 §C.7.6.1.1.5.1. */
const METHODS: Readonly<Record<CodeStream['kind'], string>> = {
  jpeg: 'ISO_10918_1', 'jpeg-lossless': 'ISO_10918_1', 'jpeg-ls': 'ISO_14495_1', 'jpeg-2000': 'ISO_15444_1', htj2k: 'ISO_15444_15',
}

/** What the data set must say of the pixels as they are now. PS3.3 §C.7.6.3. */
export function imageElements(image: ImagePixel, target: TransferSyntax): ReadonlyMap<Tag, Element> {
  const number = (value: number): Element => ({ vr: 'US', value })
  const elements = new Map<Tag, Element>([
    [Tags.SamplesPerPixel, number(image.samplesPerPixel)],
    [Tags.PhotometricInterpretation, { vr: 'CS', value: image.photometric }],
    [Tags.BitsAllocated, number(image.bitsAllocated)],
  ])
  // Run lengths are those of planes. PS3.5 §G.2.
  const isByPlane = target.uid === TransferSyntaxes.rle.uid || image.planar
  if (image.samplesPerPixel > 1) elements.set(Tags.PlanarConfiguration, number(isByPlane ? 1 : 0))
  if (!image.float) {
    elements.set(Tags.BitsStored, number(image.bitsStored))
    elements.set(Tags.HighBit, number(image.highBit))
  }
  return elements
}

/**
 * Once lossy, always lossy: what the code stream told must be told by the data set now. PS3.3 §C.7.6.1.1.5.
 *
 * @param frame - one of those that were decoded.
 * @returns nothing if the frames were lossless, or the data set tells already that they were not.
 */
export function lossElements(
  image: ImagePixel, dataSet: DataSet, transferSyntax: TransferSyntax, frame: Uint8Array,
): ReadonlyMap<Tag, Element> {
  const stream = transferSyntax.encapsulated ? readCodeStream(frame) : null
  const isNear = transferSyntax.uid === TransferSyntaxes.jpegLsNearLossless.uid
  if (stream === null || !(stream.irreversible || isNear) || dataSet.text(Tags.LossyImageCompression) === '01') return new Map()
  const ratio = (bitsOfFrame(image) / 8 / frame.length).toFixed(2)
  return new Map<Tag, Element>([
    [Tags.LossyImageCompression, { vr: 'CS', value: '01' }],
    [Tags.LossyImageCompressionRatio, { vr: 'DS', value: ratio }],
    [Tags.LossyImageCompressionMethod, { vr: 'CS', value: METHODS[stream.kind] }],
  ])
}
