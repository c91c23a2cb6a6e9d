/**
 * JPEG with eight bits: PS3.5 §8.2.1, ITU-T T.81. The code stream is believed before the data set.
 *
 * @module
 */
import sharp from 'sharp'
import { MAX_PIXELS, type ImagePixel } from './image-pixel.ts'

/** Start of frame. ITU-T T.81 §B.2.2. */
export interface JpegFrame {
  /** 0 baseline, 1 extended, 2 progressive, 3 lossless, and so on to 15. */
  readonly process: number
  readonly precision: number
  readonly rows: number
  readonly columns: number
  readonly components: number
  /** The stream itself says how its colours are coded: by JFIF, by Adobe, or by naming components R, G, B. */
  readonly saysColor: boolean
}

/** A block of 64 pixels takes at least one bit, in the first scan of a progressive stream. */
const MOST_PIXELS_OF_ONE_BYTE = 512

const SOI = 0xd8
const SOS = 0xda
const APP0 = 0xe0
const APP14 = 0xee

/** Read the markers up to the frame header. Null if there is none before the first scan. */
export function readJpegFrame(stream: Uint8Array): JpegFrame | null {
  if (stream[0] !== 0xff || stream[1] !== SOI) return null
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let saysColor = false
  for (let at = 2; at + 4 <= stream.length;) {
    const marker = stream[at + 1] ?? 0
    if (stream[at] !== 0xff || marker === SOS) return null
    if (marker === 0xff) {
      at += 1 // fill byte
      continue
    }
    const length = view.getUint16(at + 2)
    if (marker === APP0 || marker === APP14) saysColor = true
    if (isFrameHeader(marker)) return frameAt(view, at + 4, marker & 15, saysColor)
    at += 2 + length
  }
  return null
}

/** SOF0 to SOF15, without DHT, JPG and DAC which lie among them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function frameAt(view: DataView, at: number, process: number, saysColor: boolean): JpegFrame | null {
  if (at + 6 > view.byteLength) return null
  const components = view.getUint8(at + 5)
  if (at + 6 + components * 3 > view.byteLength) return null
  const names = Array.from({ length: components }, (_, n) => view.getUint8(at + 6 + n * 3))
  return {
    process,
    precision: view.getUint8(at),
    rows: view.getUint16(at + 1),
    columns: view.getUint16(at + 3),
    components,
    saysColor: saysColor || String.fromCharCode(...names) === 'RGB',
  }
}

/** Pixels that a JPEG stream gave: eight bits, grey or RGB by pixel. */
export interface DecodedJpeg {
  readonly image: ImagePixel
  readonly cells: Uint8Array
}

/**
 * Decode a stream of eight bits per sample. Null if it is of a kind, size or state that is not decoded.
 *
 * Where the stream is silent about its colours, libjpeg takes them for YCbCr; a data set that says RGB is
 * right then, and an Adobe marker tells the decoder.
 */
export async function decodeJpeg(image: ImagePixel, stream: Uint8Array): Promise<DecodedJpeg | null> {
  const frame = readJpegFrame(stream)
  if (frame === null || !isDecodable(frame, stream.length)) return null
  const silentRgb = frame.components === 3 && !frame.saysColor && image.photometric === 'RGB'
  try {
    const { data, info } = await sharp(silentRgb ? withAdobeMarker(stream) : stream, {
      limitInputPixels: MAX_PIXELS, failOn: 'error', ignoreIcc: true,
    }).raw().toBuffer({ resolveWithObject: true })
    if (info.channels !== 1 && info.channels !== 3) return null
    return { image: describe(image, info.width, info.height, info.channels), cells: data }
  } catch {
    return null // a broken stream is an expected outcome
  }
}

function isDecodable({ process, precision, rows, columns, components }: JpegFrame, length: number): boolean {
  const pixels = rows * columns
  return process <= 2 && precision === 8 && (components === 1 || components === 3) &&
    pixels > 0 && pixels <= MAX_PIXELS && pixels <= length * MOST_PIXELS_OF_ONE_BYTE
}

function describe(image: ImagePixel, columns: number, rows: number, samplesPerPixel: 1 | 3): ImagePixel {
  const photometric = samplesPerPixel === 3 ? 'RGB' : image.samplesPerPixel === 1 ? image.photometric : 'MONOCHROME2'
  return {
    ...image, rows, columns, samplesPerPixel, photometric, bitsAllocated: 8, planar: false,
    bitsStored: Math.min(image.bitsStored, 8), highBit: Math.min(image.bitsStored, 8) - 1,
  }
}

/** APP14 with colour transform 0: the components are what they are. */
function withAdobeMarker(stream: Uint8Array): Uint8Array {
  const marker = Buffer.from([0xff, APP14, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0])
  return Buffer.concat([stream.subarray(0, 2), marker, stream.subarray(2)])
}
