/**
 * JPEG, JPEG-LS, JPEG 2000 and HTJ2K: the code stream tells which decoder it needs, how large it is and of how many
 * bits; its label may be wrong.
 *
 * @module
 */
import type { TransferSyntax } from '@filmjacket/dicom-data'
import type { Decoded } from '../decoded.ts'
import { MAX_PIXELS, type ImagePixel } from '../image-pixel.ts'
import { decodeDct } from '../jpeg/dct.ts'
import { decodeLossless } from '../jpeg/lossless.ts'
import { CodecError } from '../outcome.ts'
import { lackOf } from '../support.ts'
import { sayingUntransformed } from './adobe-marker.ts'
import { hasAllTileParts, readCodeStream, type CodeStream } from './code-stream.ts'
import { withCodec, type Coder, type WasmCodec } from './wasm.ts'
import { byPixel } from '../ybr.ts'

/** A block of 64 pixels takes at least one bit, in the first scan of a progressive stream. */
const MOST_PIXELS_OF_ONE_BYTE = 512

/** Samples by pixel, and what they are. */
interface Decoding {
  readonly samples: Uint8Array | Uint16Array
  readonly photometric: string
}

export interface StreamOptions {
  /** Leave YCbCr of a JPEG as it is coded, instead of turning it into RGB. Default false. */
  readonly keepYbr?: boolean | undefined
}

/** @throws CodecError if there is no decoder, or the stream is broken, cut, or larger than its bytes can hold. */
export async function decodeStream(
  image: ImagePixel, syntax: TransferSyntax, frame: Uint8Array, options: StreamOptions = {},
): Promise<Decoded> {
  const stream = readCodeStream(frame)
  if (stream === null) throw new CodecError('no-decoder', `no decoder for ${syntax.name}: ${lackOf(syntax) ?? 'no code stream of it'}`)
  const { rows, columns, components, precision } = stream
  if (rows < 1 || columns < 1) throw new CodecError('broken', 'code stream without size')
  if (rows * columns > MAX_PIXELS) throw new CodecError('too-large', 'image too large')
  if (components !== 1 && components !== 3) throw new CodecError('no-decoder', `no decoder for ${components} components`)
  if (precision > 16) throw new CodecError('no-decoder', `no decoder for ${syntax.name} of ${precision} bits`)
  if (stream.kind === 'jpeg' && stream.process > 2)
    throw new CodecError('no-decoder', `no decoder for ${syntax.name} (JPEG process ${stream.process})`)
  const { samples, photometric } = await decodeSamples(image, frame, stream, options)
  if (samples.length !== rows * columns * components) throw new CodecError('broken', 'code stream of another size')
  return describe(image, stream, samples, photometric)
}

async function decodeSamples(
  image: ImagePixel, frame: Uint8Array, stream: CodeStream, options: StreamOptions,
): Promise<Decoding> {
  const { photometric } = image
  switch (stream.kind) {
    case 'jpeg': return decodeJpeg(image, frame, stream, options)
    case 'jpeg-lossless': return { samples: decodeLossless(frame), photometric }
    case 'jpeg-ls': return { samples: await decodeJpegLs(frame, stream), photometric }
    case 'jpeg-2000': {
      const samples = await decodeWasm('openjpeg', 'J2KDecoder', frame, stream)
      return { samples, photometric: withoutTransform(photometric, stream) }
    }
    case 'htj2k': {
      if (!hasAllTileParts(frame)) throw new CodecError('broken', 'code stream cut')
      const samples = await decodeWasm('openjph', 'HTJ2KDecoder', frame, stream)
      return { samples, photometric: withoutTransform(photometric, stream) }
    }
  }
}

/**
 * DCT-based JPEG.
 *
 * Where the stream is silent about its colours, libjpeg takes them for YCbCr; a data set that says RGB is right then.
 */
async function decodeJpeg(
  image: ImagePixel, frame: Uint8Array, stream: CodeStream, { keepYbr = false }: StreamOptions,
): Promise<Decoding> {
  const { precision, components, rows, columns } = stream
  if (rows * columns > frame.length * MOST_PIXELS_OF_ONE_BYTE) throw new CodecError('broken', 'JPEG too short for its image')
  const isColor = components === 3
  if (precision === 12) {
    return { samples: decodeDct(frame), photometric: isColor && image.photometric !== 'RGB' ? 'YBR_FULL' : image.photometric }
  }
  const asItIs = isColor && (keepYbr || (!stream.saysColor && image.photometric === 'RGB'))
  const samples = await decodeWasm('turbo', 'JPEGDecoder', asItIs ? sayingUntransformed(frame) : frame, stream)
  return { samples, photometric: isColor && !keepYbr ? 'RGB' : image.photometric }
}

/** Without interleaving, planes follow one another. T.87 §C.2.3. */
async function decodeJpegLs(frame: Uint8Array, stream: CodeStream): Promise<Uint8Array | Uint16Array> {
  return await withCodec('charls', 'JpegLSDecoder', (decoder) => {
    const samples = runDecoder(decoder, 'charls', withEnd(frame), stream)
    return stream.components === 3 && decoder.getInterleaveMode?.() === 0 ? byPixel(samples) : samples
  })
}

/** CharLS looks for ever for the end of a stream that has none. */
function withEnd(stream: Uint8Array): Uint8Array {
  const tail = stream.subarray(-MOST_PADDING)
  const hasEnd = tail.some((byte, n) => byte === 0xff && tail[n + 1] === 0xd9)
  return hasEnd ? stream : Buffer.concat([stream, Uint8Array.of(0xff, 0xd9)])
}

/** Bytes that may follow the end of a stream, to make its fragment even or as long as others. */
const MOST_PADDING = 64

async function decodeWasm(
  codec: Exclude<WasmCodec, 'charls'>, className: string, frame: Uint8Array, stream: CodeStream,
): Promise<Uint8Array | Uint16Array> {
  return await withCodec(codec, className, (decoder) => runDecoder(decoder, codec, frame, stream))
}

function runDecoder(decoder: Coder, codec: WasmCodec, frame: Uint8Array, stream: CodeStream): Uint8Array | Uint16Array {
  decoder.getEncodedBuffer(frame.length).set(frame)
  decoder.decode()
  const { width, height, componentCount, bitsPerSample } = decoder.getFrameInfo()
  const isIt = width === stream.columns && height === stream.rows && componentCount === stream.components &&
    bitsPerSample === stream.precision
  if (!isIt) throw new CodecError('broken', `broken code stream (${codec})`)
  const bytes = decoder.getDecodedBuffer().slice() // out of the codec's heap
  return stream.precision <= 8 ? bytes : new Uint16Array(bytes.buffer, 0, bytes.length >> 1)
}

function withoutTransform(photometric: string, { transformsColor, components }: CodeStream): string {
  const isRgb = components === 3 && (transformsColor || photometric === 'YBR_RCT' || photometric === 'YBR_ICT')
  return isRgb ? 'RGB' : photometric
}

/** Cells as wide as the data set says, or as the stream needs. */
function describe(
  image: ImagePixel, stream: CodeStream, samples: Uint8Array | Uint16Array, photometric: string,
): Decoded {
  const { rows, columns, precision } = stream
  const samplesPerPixel = stream.components === 3 ? 3 : 1
  const isWide = image.bitsAllocated === 16 || precision > 8
  // A segmentation of single bits stays one: PS3.3 §C.8.20.2.1.
  const isOfBits = image.bitsAllocated === 1 && precision === 1
  const bitsStored = Math.min(image.bitsAllocated >= precision ? image.bitsStored : precision, precision)
  const cells = isWide && samples instanceof Uint8Array ? Uint16Array.from(samples) : samples
  if (image.signed && !stream.signed && precision < image.bitsStored) extendSign(cells, precision)
  return {
    kind: 'decoded',
    cells,
    image: {
      ...image, rows, columns, samplesPerPixel, planar: false,
      photometric: samplesPerPixel === 3 ? colorOf(photometric) : grayOf(image, photometric),
      bitsAllocated: isWide ? 16 : isOfBits ? 1 : 8, bitsStored, highBit: bitsStored - 1,
    },
  }
}

/** Chroma comes at full size from every decoder. */
function colorOf(photometric: string): string {
  if (!/^(RGB|YBR_)/.test(photometric)) return 'RGB'
  return photometric === 'YBR_FULL_422' ? 'YBR_FULL' : photometric
}

function grayOf(image: ImagePixel, photometric: string): string {
  return image.samplesPerPixel === 1 ? photometric : 'MONOCHROME2'
}

/** A stream that calls two's complement unsigned leaves out the copies of the sign. */
function extendSign(cells: Uint8Array | Uint16Array, precision: number): void {
  const [sign, modulus] = [2 ** (precision - 1), 2 ** precision]
  for (let n = 0; n < cells.length; n++) {
    const cell = (cells[n] ?? 0) % modulus
    cells[n] = cell >= sign ? cell - modulus : cell
  }
}
