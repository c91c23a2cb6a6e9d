/**
 * Cells to one frame of another transfer syntax. Everything here is lossless, and is decoded again before it is
 * believed: what is written in place of an original gives back each stored value of it.
 *
 * @module
 */
import { TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'
import { BitPacker } from './bit-packer.ts'
import { readCodeStream } from './codec/code-stream.ts'
import { withCodec } from './codec/wasm.ts'
import { decode } from './decode.ts'
import type { Decoded } from './decoded.ts'
import { halvesChroma, type ImagePixel } from './image-pixel.ts'
import { bytesOfCells, storedValue } from './native.ts'
import { CodecError } from './outcome.ts'
import { encodeRle } from './rle-encode.ts'
import { encoderOf, type Encoder } from './support.ts'

/** One frame, and what the data set must say about it. */
export interface Encoded {
  readonly kind: 'encoded'
  readonly image: ImagePixel
  readonly bytes: Uint8Array
}

/** @throws CodecError if there is no encoder for such cells. */
export async function encode(decoded: Decoded, target: TransferSyntax): Promise<Encoded> {
  const encoder = encoderOf(target)
  if (encoder === null) throw new CodecError('no-encoder', `no encoder for ${target.name}`)
  if (encoder === 'native') return { kind: 'encoded', image: decoded.image, bytes: bytesOfCells(decoded.cells) }
  const plain = normalized(decoded, target)
  const encoded = encoder === 'rle' ? runLengths(plain) : await compressed(plain, encoder, target)
  await prove(plain, encoded, target)
  return encoded
}

/** Cells without unused bits, by pixel. */
function normalized({ image, cells }: Decoded, target: TransferSyntax): Decoded {
  const isRle = target.uid === TransferSyntaxes.rle.uid
  if (halvesChroma(image)) throw new CodecError('no-encoder', `${target.name} does not share chroma between pixels`)
  const isWide = image.bitsAllocated === 1 || image.bitsAllocated > 16
  if (!isRle && isWide) throw new CodecError('no-encoder', `no encoder for ${target.name} of ${image.bitsAllocated} bits`)
  if (isRle && image.bitsAllocated === 64) throw new CodecError('no-encoder', 'RLE of 64 bits')
  const aligned = image.float ? cells : cells.map(storedValue(image))
  return {
    kind: 'decoded',
    image: { ...image, planar: false, highBit: image.bitsStored - 1 },
    cells: image.planar ? byPixel(aligned as Uint8Array) : aligned,
  }
}

function byPixel<C extends Decoded['cells']>(planes: C): C {
  const size = planes.length / 3
  return planes.map((_, n) => planes[Math.floor(n / 3) + (n % 3) * size] ?? 0) as C
}

function runLengths({ image, cells }: Decoded): Encoded {
  const { rows, columns, samplesPerPixel, bitsAllocated } = image
  const native = bitsAllocated === 1 ? packed(cells) : bytesOfCells(cells)
  const isPacked = bitsAllocated === 1
  const shape = isPacked
    ? { pixels: native.length, samplesPerPixel: 1, bytesPerSample: 1 }
    : { pixels: rows * columns, samplesPerPixel, bytesPerSample: bitsAllocated / 8 }
  return { kind: 'encoded', image, bytes: encodeRle(native, shape, isPacked ? native.length : columns) }
}

function packed(cells: ArrayLike<number>): Uint8Array {
  const packer = new BitPacker()
  return Buffer.concat([packer.push(cells), packer.end()])
}

const CLASSES = {
  'jpeg-ls': ['charls', 'JpegLSEncoder'],
  'jpeg-2000': ['openjpeg', 'J2KEncoder'],
  htj2k: ['openjph', 'HTJ2KEncoder'],
} as const

/** By pixel, which costs no reordering. T.87 §C.2.3. */
const INTERLEAVE_BY_PIXEL = 2
const MOST_DECOMPOSITIONS = 5

async function compressed(
  { image, cells }: Decoded, encoder: Exclude<Encoder, 'native' | 'rle'>, target: TransferSyntax,
): Promise<Encoded> {
  const { rows, columns, samplesPerPixel, bitsStored } = image
  const isRgb = image.photometric === 'RGB'
  const keepsSign = encoder !== 'jpeg-ls'
  const aligned = cells.map(sampleOf(image, keepsSign))
  // Codecs take a byte for each sample of up to eight bits.
  const samples = bitsStored <= 8 && aligned.BYTES_PER_ELEMENT > 1 ? Uint8Array.from(aligned) : aligned
  const [codec, className] = CLASSES[encoder]
  const bytes = await withCodec(codec, className, (coder) => {
    coder.getDecodedBuffer({
      width: columns, height: rows, bitsPerSample: bitsStored, componentCount: samplesPerPixel,
      isSigned: image.signed && keepsSign,
      isUsingColorTransform: isRgb,
    }).set(bytesOfCells(samples))
    coder.setNearLossless?.(0)
    if (samplesPerPixel === 3) coder.setInterleaveMode?.(INTERLEAVE_BY_PIXEL)
    coder.setQuality?.(true, 0)
    coder.setDecompositions?.(Math.min(MOST_DECOMPOSITIONS, Math.floor(Math.log2(Math.min(rows, columns)))))
    coder.encode()
    return new Uint8Array(coder.getEncodedBuffer())
  })
  const transforms = readCodeStream(bytes)?.transformsColor === true
  if (transforms && !isRgb) throw new CodecError('no-encoder', `no encoder for ${target.name} of ${image.photometric}`)
  return { kind: 'encoded', image: transforms ? { ...image, photometric: 'YBR_RCT' } : image, bytes }
}

/** JPEG-LS knows no sign: the bits are taken as they are. */
function sampleOf(image: ImagePixel, keepsSign: boolean): (cell: number) => number {
  const stored = storedValue(image)
  const modulus = 2 ** image.bitsStored
  return keepsSign ? stored : (cell) => (stored(cell) + modulus) % modulus
}

async function prove(plain: Decoded, { image, bytes }: Encoded, target: TransferSyntax): Promise<void> {
  const again = await decode(image, bytes, { transferSyntax: target })
  const stored = storedValue(plain.image)
  const isSame = again.cells.length === plain.cells.length &&
    again.cells.every((cell, n) => Object.is(stored(cell), stored(plain.cells[n] ?? 0)))
  if (!isSame) throw new CodecError('no-encoder', `${target.name} did not give back the same pixels`)
}
