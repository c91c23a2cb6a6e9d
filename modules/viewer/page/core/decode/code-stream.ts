/**
 * What a code stream says about itself: it is believed before its label.
 * JPEG and JPEG-LS: ITU-T T.81 §B.2.2, T.87 §C.2.2. JPEG 2000: T.800 §A.5.1, §A.6.1; HTJ2K: T.814 §A.2.
 *
 * @module
 */

export interface CodeStream {
  readonly kind: 'jpeg' | 'jpeg-12' | 'jpeg-lossless' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k'
  readonly precision: number
  readonly signed: boolean
  readonly rows: number
  readonly columns: number
  readonly components: number
  /** Its decoder gives red, green and blue, whatever the data set calls them. */
  readonly isRgb: boolean
}

const SOS = 0xda
const SOF_JPEG_LS = 0xf7
/** Baseline, extended and progressive. */
const SOF_OF_DCT: readonly number[] = [0xc0, 0xc1, 0xc2]
const SOF_LOSSLESS = 0xc3
/** DHT, JPG and DAC lie among the frame headers. */
const NO_SOF: readonly number[] = [0xc4, 0xc8, 0xcc]

/** Null if it is of no kind that is decoded here, or cut. */
export function readCodeStream(stream: Uint8Array): CodeStream | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  if (stream[0] === 0xff && stream[1] === 0xd8) return readJpeg(view)
  return stream[0] === 0xff && stream[1] === 0x4f ? readJpeg2000(view) : null
}

function readJpeg(view: DataView): CodeStream | null {
  let saysColor = false
  for (let at = 2; at + 10 <= view.byteLength;) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff || marker === SOS) return null
    if (marker === 0xff) {
      at += 1 // fill byte
      continue
    }
    if (marker === 0xe0 || marker === 0xee) saysColor = true
    if (marker === SOF_JPEG_LS || (marker >> 4 === 0xc && !NO_SOF.includes(marker))) return frameAt(view, at, saysColor)
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function frameAt(view: DataView, at: number, saysColor: boolean): CodeStream | null {
  const marker = view.getUint8(at + 1)
  const precision = view.getUint8(at + 4)
  const kind = kindOf(marker, precision)
  if (kind === null) return null
  return {
    kind, precision, signed: false,
    rows: view.getUint16(at + 5), columns: view.getUint16(at + 7), components: view.getUint8(at + 9),
    isRgb: kind === 'jpeg' && saysColor,
  }
}

/** Null for hierarchical and arithmetic ones, and for depths that nobody decodes. */
function kindOf(marker: number, precision: number): CodeStream['kind'] | null {
  if (marker === SOF_JPEG_LS) return 'jpeg-ls'
  if (marker === SOF_LOSSLESS) return 'jpeg-lossless'
  if (!SOF_OF_DCT.includes(marker)) return null
  return precision === 8 ? 'jpeg' : precision === 12 ? 'jpeg-12' : null
}

/** SIZ comes right behind SOC. Bit 14 of its capabilities tells HTJ2K. */
function readJpeg2000(view: DataView): CodeStream | null {
  if (view.byteLength < 43 || view.getUint16(2) !== 0xff51) return null
  const depth = view.getUint8(42)
  return {
    kind: (view.getUint16(6) & 0x4000) === 0 ? 'jpeg-2000' : 'htj2k',
    precision: (depth & 0x7f) + 1,
    signed: (depth & 0x80) !== 0,
    columns: view.getUint32(8) - view.getUint32(16),
    rows: view.getUint32(12) - view.getUint32(20),
    components: view.getUint16(40),
    isRgb: transformsColor(view),
  }
}

const COD = 0xff52
const SOT = 0xff90

function transformsColor(view: DataView): boolean {
  for (let at = 2; at + 14 <= view.byteLength && view.getUint16(at) !== SOT; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) === COD) return view.getUint8(at + 8) === 1
  }
  return false
}
