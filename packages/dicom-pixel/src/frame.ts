/**
 * One frame of an image: as numbers, or as a picture for the screen. Broken and hostile frames end as an outcome.
 *
 * @module
 */
import type { DataSet, TransferSyntax, Vr } from '@filmjacket/dicom-data'
import type { Decoded } from './decoded.ts'
import { readDisplay, type Window } from './display.ts'
import { describePixels } from './image-pixel.ts'
import { unsupported, type Unsupported } from './outcome.ts'
import type { Picture } from './paint.ts'
import type { Ceiling, Shades } from './shades.ts'
import { sharedPool } from './worker/pool.ts'

export interface FrameOptions {
  /** The VR of Pixel Data, which matters for bytes in big-endian order only. */
  readonly pixelVr?: Vr
}

export interface DecodeFrameOptions extends FrameOptions {
  /** Leave YCbCr of a JPEG as it is coded, instead of turning it into RGB. Default false. */
  readonly keepYbr?: boolean
}

export interface PaintOptions extends FrameOptions {
  /** Instead of the window that the data set asks for. */
  readonly window?: Window
  /** From 0; of an enhanced multi-frame image, whose window differs by frame. */
  readonly frameIndex?: number
  /** Draw the overlays of groups 60xx in white. Default false. */
  readonly overlays?: boolean
}

/**
 * Decode a frame to stored pixel cells, by pixel.
 *
 * @param frame - one native frame, or the code stream of one encapsulated frame: what `readFrame` gives.
 */
export async function decodeFrame(
  dataSet: DataSet, transferSyntax: TransferSyntax, frame: Uint8Array, options: DecodeFrameOptions = {},
): Promise<Decoded | Unsupported> {
  const description = describePixels(dataSet)
  if (description.kind === 'refused') return unsupported(description.problem, description.reason)
  const { image } = description
  const { pixelVr, keepYbr = false } = options
  return await sharedPool().run({ kind: 'decode', image, frame, syntaxUid: transferSyntax.uid, pixelVr, keepYbr })
}

/** Decode a frame and bring it to the screen's eight bits, at its full size. */
export async function paintFrame(
  dataSet: DataSet, transferSyntax: TransferSyntax, frame: Uint8Array, options: PaintOptions = {},
): Promise<Picture | Unsupported> {
  return await paintShades(dataSet, transferSyntax, frame, { ...options, ceiling: 255 }) as Picture | Unsupported
}

/** The same with a choice of how many greys there are. */
export async function paintShades(
  dataSet: DataSet, transferSyntax: TransferSyntax, frame: Uint8Array, options: PaintOptions & { readonly ceiling: Ceiling },
): Promise<Picture<Shades> | Unsupported> {
  const description = describePixels(dataSet)
  if (description.kind === 'refused') return unsupported(description.problem, description.reason)
  const { image } = description
  const { littleEndian, uid } = transferSyntax
  const { pixelVr, ceiling } = options
  const display = readDisplay(image, dataSet, { ...options, littleEndian })
  return await sharedPool().run({ kind: 'paint', image, frame, syntaxUid: uid, pixelVr, display, ceiling })
}
