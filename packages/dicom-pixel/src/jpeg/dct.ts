/**
 * DCT-based JPEG of 12 bits, sequential and progressive: processes 4, 8 and 12. ITU-T T.81 Annexes F and G.
 *
 * Streams of 8 bits go to libjpeg-turbo, which does not know those of 12.
 *
 * @module
 */
import { CodecError } from '../outcome.ts'
import { BitReader } from './huffman.ts'
import { inverseDct } from './inverse-dct.ts'
import { broken, SegmentReader, type Component, type Frame, type Scan } from './segments.ts'
import { decodeBlock, decodeProgressively, type BlockState } from './blocks.ts'

/** A block of 64 samples takes at least one bit. */
const MOST_SAMPLES_OF_ONE_BYTE = 512

/** Coefficients of one component, all blocks. */
interface Plane {
  readonly component: Component
  readonly blocksAcross: number
  readonly blocksDown: number
  readonly coefficients: Int16Array
  quantization: Int32Array | null
}

/** @throws CodecError if the stream is broken or cut, of another kind, or too short for what its frame header says. */
export function decodeDct(stream: Uint8Array): Uint16Array {
  const reader = new SegmentReader(stream)
  let scan = reader.nextScan()
  if (scan === null) throw broken('no scan')
  const { frame } = scan
  const planes = planesOf(frame, stream.length)
  while (scan !== null) {
    for (const { index } of scan.components) {
      const plane = planes[index]
      if (plane !== undefined) plane.quantization ??= scan.quantization[plane.component.quantization] ?? null
    }
    scan = reader.nextScan(decodeScan(stream, scan, planes))
  }
  const samples = new Uint16Array(frame.rows * frame.columns * planes.length)
  planes.forEach((plane, index) => writePlane(plane, frame, samples, index))
  return samples
}

function planesOf(frame: Frame, bytes: number): Plane[] {
  const { rows, columns, components, precision } = frame
  const size = rows * columns * components.length
  if (size === 0 || size > bytes * MOST_SAMPLES_OF_ONE_BYTE) throw broken('too short for its image')
  if (precision !== 12) throw broken(`precision ${precision}`)
  if (components.length > 1 && components.some(({ horizontal, vertical }) => horizontal !== 1 || vertical !== 1))
    throw new CodecError('no-decoder', 'no decoder for JPEG of 12 bits with subsampled colour')
  const [blocksAcross, blocksDown] = [Math.ceil(columns / 8), Math.ceil(rows / 8)]
  return components.map((component) => ({
    component, blocksAcross, blocksDown, coefficients: new Int16Array(blocksAcross * blocksDown * 64), quantization: null,
  }))
}

/** Blocks in rows, of each component in turn. @returns where the data of the scan end. */
function decodeScan(stream: Uint8Array, scan: Scan, planes: readonly Plane[]): number {
  const bits = new BitReader(stream, scan.dataStart)
  const states = scan.components.map(({ index, dc, ac }) => {
    const plane = planes[index]
    if (plane === undefined) throw broken('scan of an unknown component')
    return { plane, state: { dc, ac, predicted: 0, run: 0 } satisfies BlockState }
  })
  const decode = scan.frame.process === 2 ? decodeProgressively : decodeBlock
  const blocks = (states[0]?.plane.blocksAcross ?? 0) * (states[0]?.plane.blocksDown ?? 0)
  for (let n = 0; n < blocks; n++) {
    if (n > 0 && scan.restartInterval > 0 && n % scan.restartInterval === 0) {
      if (!bits.restart()) throw broken('no restart marker')
      for (const { state } of states) Object.assign(state, { predicted: 0, run: 0 })
    }
    for (const { plane, state } of states) decode(bits, scan, state, plane.coefficients, n * 64)
  }
  bits.align()
  return bits.at
}

function writePlane(plane: Plane, { rows, columns, components }: Frame, samples: Uint16Array, index: number): void {
  const { coefficients, quantization, blocksAcross } = plane
  if (quantization === null) throw broken('no quantization table')
  const block = new Int32Array(64)
  for (let n = 0; n * 64 < coefficients.length; n++) {
    for (let k = 0; k < 64; k++) block[k] = (coefficients[n * 64 + k] ?? 0) * (quantization[k] ?? 0)
    inverseDct(block, block)
    const [left, top] = [(n % blocksAcross) * 8, Math.floor(n / blocksAcross) * 8]
    const [width, height] = [Math.min(8, columns - left), Math.min(8, rows - top)]
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const value = (block[y * 8 + x] ?? 0) + 2048
        samples[((top + y) * columns + left + x) * components.length + index] = Math.min(Math.max(value, 0), 4095)
      }
    }
  }
}

