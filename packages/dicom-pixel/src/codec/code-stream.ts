/**
 * What a code stream says about itself, read before anything is decoded: it is believed before the data set.
 * JPEG and JPEG-LS: ITU-T T.81 §B.2.2, T.87 §C.2.2. JPEG 2000: T.800 §A.5.1; HTJ2K: T.814 §A.2.
 *
 * @module
 */

export interface CodeStream {
  readonly kind: 'jpeg' | 'jpeg-lossless' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k'
  /** JPEG: 0 baseline, 1 extended, 2 progressive, 3 lossless, and so on to 15. */
  readonly process: number
  readonly precision: number
  readonly signed: boolean
  readonly rows: number
  readonly columns: number
  readonly components: number
  /** JPEG: it says how its colours are coded: by JFIF, by Adobe, or by naming components R, G, B. */
  readonly saysColor: boolean
  /** JPEG 2000: red, green and blue were turned into others, and the decoder turns them back. */
  readonly transformsColor: boolean
  /** It cannot give back what was encoded: the DCT, or the 9-7 wavelet. */
  readonly irreversible: boolean
}

const SOI = 0xd8
const SOS = 0xda
const APP0 = 0xe0
const APP14 = 0xee
const SOF_JPEG_LS = 0xf7
const SOF_LOSSLESS = 3

/** Read the header of a code stream. Null if it is none, or cut. */
export function readCodeStream(stream: Uint8Array): CodeStream | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  if (stream[0] === 0xff && stream[1] === SOI) return readJpeg(view)
  const at = startOfJpeg2000(stream)
  return at === null ? null : readJpeg2000(view, at)
}

function readJpeg(view: DataView): CodeStream | null {
  let saysColor = false
  for (let at = 2; at + 4 <= view.byteLength;) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff || marker === SOS) return null
    if (marker === 0xff) {
      at += 1 // fill byte
      continue
    }
    const length = view.getUint16(at + 2)
    if (marker === APP0 || marker === APP14) saysColor = true
    if (isFrameHeader(marker)) return frameAt(view, at + 4, marker, saysColor)
    at += 2 + length
  }
  return null
}

/** SOF0 to SOF15, without DHT, JPG and DAC which lie among them; and that of JPEG-LS. */
function isFrameHeader(marker: number): boolean {
  if (marker === SOF_JPEG_LS) return true
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function frameAt(view: DataView, at: number, marker: number, saysColor: boolean): CodeStream | null {
  if (at + 6 > view.byteLength) return null
  const components = view.getUint8(at + 5)
  if (at + 6 + components * 3 > view.byteLength) return null
  const names = Array.from({ length: components }, (_, n) => view.getUint8(at + 6 + n * 3))
  const process = marker & 15
  return {
    kind: marker === SOF_JPEG_LS ? 'jpeg-ls' : process === SOF_LOSSLESS ? 'jpeg-lossless' : 'jpeg',
    process,
    precision: view.getUint8(at),
    signed: false,
    rows: view.getUint16(at + 1),
    columns: view.getUint16(at + 3),
    components,
    transformsColor: false,
    irreversible: marker !== SOF_JPEG_LS && process !== SOF_LOSSLESS,
    saysColor: saysColor || String.fromCharCode(...names) === 'RGB',
  }
}

/** Some writers leave the boxes of a JP2 file around the code stream. */
function startOfJpeg2000(stream: Uint8Array): number | null {
  if (stream[0] === 0xff && stream[1] === 0x4f) return 0
  const isJp2 = stream[4] === 0x6a && stream[5] === 0x50 // 'jP'
  const at = isJp2 ? Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength).indexOf('ff4fff51', 0, 'hex') : -1
  return at < 0 ? null : at
}

/** SIZ comes right behind SOC. Bit 14 of its capabilities tells HTJ2K. */
function readJpeg2000(view: DataView, at: number): CodeStream | null {
  if (at + 43 > view.byteLength || view.getUint16(at + 2) !== 0xff51) return null
  const [capabilities, depth] = [view.getUint16(at + 6), view.getUint8(at + 42)]
  const cod = findCodingStyle(view, at + 2)
  return {
    kind: (capabilities & 0x4000) === 0 ? 'jpeg-2000' : 'htj2k',
    process: 0,
    precision: (depth & 0x7f) + 1,
    signed: (depth & 0x80) !== 0,
    columns: view.getUint32(at + 8) - view.getUint32(at + 16),
    rows: view.getUint32(at + 12) - view.getUint32(at + 20),
    components: view.getUint16(at + 40),
    saysColor: false,
    transformsColor: cod !== null && view.getUint8(cod + 8) === 1,
    irreversible: cod !== null && view.getUint8(cod + 13) === 0,
  }
}

const COD = 0xff52
const SOT = 0xff90

/** COD, which tells the component transformation and the wavelet. T.800 §A.6.1. */
function findCodingStyle(view: DataView, first: number): number | null {
  for (let at = first; at + 14 <= view.byteLength && view.getUint16(at) !== SOT; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) === COD) return at
  }
  return null
}

/**
 * Whether all tile-parts of a JPEG 2000 stream are there: a decoder may take zeros for what is cut. T.800 §A.4.2.
 */
export function hasAllTileParts(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let at = (startOfJpeg2000(stream) ?? 0) + 2
  while (at + 4 <= stream.length && view.getUint16(at) !== SOT) at += 2 + view.getUint16(at + 2)
  if (at + 12 > stream.length) return false
  while (at + 12 <= stream.length && view.getUint16(at) === SOT) {
    const length = view.getUint32(at + 6)
    if (length === 0) return true // up to the end, wherever that is
    at += length
  }
  return at <= stream.length
}
