/** A frame as numbers: what decoders give, and what is painted and measured. */

/** Cells as they are stored: not yet shifted, masked or signed. */
export type Cells = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array

/** Stored values: shifted, masked and signed. */
export type Values = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array

export interface GrayPixels {
  readonly kind: 'gray'
  readonly rows: number
  readonly columns: number
  readonly values: Values
}

export interface ColorPixels {
  readonly kind: 'color'
  readonly rows: number
  readonly columns: number
  /** Eight bits each, by pixel. */
  readonly rgb: Uint8Array
}

export type Pixels = GrayPixels | ColorPixels

export function sizeOfPixels(pixels: Pixels): number {
  return pixels.kind === 'gray' ? pixels.values.byteLength : pixels.rgb.byteLength
}

/** Why a picture cannot be shown. The page has a sentence for each. */
export type Trouble = 'no-decoder' | 'broken' | 'too-large' | 'offline' | 'refused' | 'absent' | 'medium-gone'

export class PictureError extends Error {
  override readonly name = 'PictureError'
  readonly trouble: Trouble

  constructor(trouble: Trouble, message: string) {
    super(message)
    this.trouble = trouble
  }
}
