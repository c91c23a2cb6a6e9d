/**
 * A JPEG code stream as its marker segments. ITU-T T.81 Annex B.
 *
 * @module
 */
import { CodecError } from '../outcome.ts'
import { huffmanTable, type HuffmanTable } from './huffman.ts'

export interface Component {
  readonly id: number
  readonly horizontal: number
  readonly vertical: number
  readonly quantization: number
}

/** A frame header. T.81 §B.2.2. */
export interface Frame {
  /** 0 baseline, 1 extended, 2 progressive, 3 lossless. */
  readonly process: number
  readonly precision: number
  readonly rows: number
  readonly columns: number
  readonly components: readonly Component[]
}

/** A scan header, the tables in force, and where its entropy-coded data begin. T.81 §B.2.3. */
export interface Scan {
  readonly frame: Frame
  readonly components: readonly ScanComponent[]
  /** First coefficient; of a lossless scan, the predictor. */
  readonly start: number
  readonly end: number
  /** Bits still missing before this scan; 0 for none. */
  readonly high: number
  /** Bits left out; of a lossless scan, the point transform. */
  readonly low: number
  readonly restartInterval: number
  readonly quantization: readonly (Int32Array | undefined)[]
  readonly dataStart: number
}

export interface ScanComponent {
  /** Its place in the frame header. */
  readonly index: number
  readonly component: Component
  readonly dc: HuffmanTable | undefined
  readonly ac: HuffmanTable | undefined
}

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const DQT = 0xdb
const DHT = 0xc4
const DRI = 0xdd

/** Position in a block of the n-th coefficient of a stream. T.81 Figure A.6. */
export const ZIGZAG = Uint8Array.of(
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
)

/** Walks the markers, keeps the tables, and stops at each scan. */
export class SegmentReader {
  readonly #view: DataView
  #at = 0
  #frame: Frame | null = null
  #restartInterval = 0
  readonly #dc: HuffmanTable[] = []
  readonly #ac: HuffmanTable[] = []
  readonly #quantization: Int32Array[] = []

  constructor(stream: Uint8Array) {
    this.#view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
    if (stream[0] !== 0xff || stream[1] !== SOI) throw broken('no start of image')
    this.#at = 2
  }

  /** The next scan; null at the end. @param after - where the entropy-coded data of the last one ended. */
  nextScan(after = this.#at): Scan | null {
    this.#at = after
    for (;;) {
      const marker = this.#marker()
      if (marker === null || marker === EOI) return null
      if (marker >= 0xd0 && marker <= 0xd8) continue // no length follows
      const length = this.#view.getUint16(this.#at)
      const [start, end] = [this.#at + 2, this.#at + length]
      if (length < 2 || end > this.#view.byteLength) throw broken('segment cut')
      this.#at = end
      const body = new DataView(this.#view.buffer, this.#view.byteOffset + start, end - start)
      try {
        if (marker === SOS) return this.#scan(body, end)
        this.#take(marker, body)
      } catch (error) {
        throw error instanceof RangeError ? broken('segment cut') : error
      }
    }
  }

  /** Moves behind the next marker; null at the end of the stream. */
  #marker(): number | null {
    while (this.#at + 3 < this.#view.byteLength || this.#at + 1 < this.#view.byteLength) {
      const [first, second] = [this.#view.getUint8(this.#at), this.#view.getUint8(this.#at + 1)]
      if (first === 0xff && second !== 0xff && second !== 0) {
        this.#at += 2
        if (second !== EOI && this.#at + 2 > this.#view.byteLength) return null
        return second
      }
      this.#at++
    }
    return null
  }

  #take(marker: number, body: DataView): void {
    if (marker === DHT) this.#takeHuffman(body)
    else if (marker === DQT) this.#takeQuantization(body)
    else if (marker === DRI) this.#restartInterval = body.getUint16(0)
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
      if (this.#frame !== null) throw broken('second frame header')
      this.#frame = readFrame(marker & 15, body)
    }
  }

  #takeHuffman(body: DataView): void {
    for (let at = 0; at < body.byteLength;) {
      const kind = body.getUint8(at)
      const counts = Array.from({ length: 16 }, (_, n) => body.getUint8(at + 1 + n))
      const total = counts.reduce((sum, count) => sum + count, 0)
      const values = Uint8Array.from({ length: total }, (_, n) => body.getUint8(at + 17 + n))
      const tables = kind >> 4 === 0 ? this.#dc : this.#ac
      tables[kind & 15] = huffmanTable(counts, values)
      at += 17 + total
    }
  }

  #takeQuantization(body: DataView): void {
    for (let at = 0; at < body.byteLength;) {
      const [wide, slot] = [body.getUint8(at) >> 4, body.getUint8(at) & 15]
      const size = wide === 0 ? 1 : 2
      const table = new Int32Array(64)
      for (let n = 0; n < 64; n++) {
        const from = at + 1 + n * size
        table[ZIGZAG[n] ?? 0] = wide === 0 ? body.getUint8(from) : body.getUint16(from)
      }
      this.#quantization[slot] = table
      at += 1 + 64 * size
    }
  }

  #scan(body: DataView, dataStart: number): Scan {
    const frame = this.#frame
    if (frame === null) throw broken('scan before frame header')
    const count = body.getUint8(0)
    const components = Array.from({ length: count }, (_, n) => {
      const [id, tables] = [body.getUint8(1 + n * 2), body.getUint8(2 + n * 2)]
      const index = frame.components.findIndex((each) => each.id === id)
      const component = frame.components[index]
      if (component === undefined) throw broken('scan of an unknown component')
      return { index, component, dc: this.#dc[tables >> 4], ac: this.#ac[tables & 15] }
    })
    const at = 1 + count * 2
    const approximation = body.getUint8(at + 2)
    return {
      frame, components, dataStart,
      start: body.getUint8(at), end: body.getUint8(at + 1), high: approximation >> 4, low: approximation & 15,
      restartInterval: this.#restartInterval, quantization: [...this.#quantization],
    }
  }
}

function readFrame(process: number, body: DataView): Frame {
  const components = Array.from({ length: body.getUint8(5) }, (_, n) => {
    const at = 6 + n * 3
    const sampling = body.getUint8(at + 1)
    return { id: body.getUint8(at), horizontal: sampling >> 4, vertical: sampling & 15, quantization: body.getUint8(at + 2) }
  })
  return { process, precision: body.getUint8(0), rows: body.getUint16(1), columns: body.getUint16(3), components }
}

export function broken(what: string): CodecError {
  return new CodecError('broken', `broken JPEG: ${what}`)
}
