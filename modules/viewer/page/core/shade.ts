/**
 * From stored values to the screen: modality transformation, VOI transformation, display.
 * PS3.3 §C.11.1 (Modality LUT), §C.11.2 (VOI LUT); the order is PS3.4 §N.2.
 *
 * @module
 */
import type { ImageFrame, Window } from './image.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import { lookUp, type Lut } from './lut.ts'
import { drawOverlay } from './overlay-planes.ts'
import type { GrayPixels } from './pixels.ts'

/** How a person wants to see a frame. */
export interface Look {
  /** Instead of what the image asks for. */
  readonly window: Window | null
  readonly inverted: boolean
  readonly overlays: boolean
}

type Curve = (value: number) => number

/** This many pixels tell the range of an image as well as all of them. */
const SAMPLED_PIXELS = 65_536
/** What share of the pixels may be darker than black, and as much brighter than white. */
const CLIPPED_SHARE = 0.005

/** Paint a frame: red, green, blue and opaque for each pixel. */
export function paint(frame: LoadedFrame, look: Look): ImageData {
  const { pixels } = frame
  const { rows, columns } = pixels
  const data = new ImageData(columns, rows)
  const rgba = new Uint32Array(data.data.buffer)
  if (pixels.kind === 'color') paintColor(pixels.rgb, look, rgba)
  else if (frame.palette !== null) paintPalette(pixels, frame.palette, look, rgba)
  else paintGray(frame, pixels, look, rgba)
  if (look.overlays) for (const overlay of frame.overlays) drawOverlay(overlay, rgba, rows, columns)
  return data
}

/** The window in which a frame is shown, as numbers to begin a change with. */
export function windowOf(frame: LoadedFrame, look: Pick<Look, 'window'>): Window {
  if (look.window !== null) return look.window
  const { image, pixels, palette } = frame
  if (pixels.kind === 'color' || palette !== null) return FULL_COLOR
  const [asked] = image.windows
  if (asked !== undefined) return { center: asked.center, width: asked.width }
  if (frame.voi !== null) return { center: frame.voi.first + frame.voi.entries.length / 2, width: frame.voi.entries.length }
  if (isMadeForScreen(frame)) return { center: 2 ** image.shape.bitsStored / 2, width: 2 ** image.shape.bitsStored }
  return rangeOf(frame, pixels)
}

const FULL_COLOR: Window = { center: 128, width: 256 }

/** Eight bits without any transformation: secondary captures, ultrasound, masks. */
function isMadeForScreen({ image, modality }: LoadedFrame): boolean {
  return image.shape.bitsStored <= 8 && !image.shape.signed && !image.rescaled && modality === null
}

function paintGray(frame: LoadedFrame, pixels: GrayPixels, look: Look, rgba: Uint32Array): void {
  const { image } = frame
  const modality = modalityCurve(frame.modality, image)
  const voi = voiCurve(frame, pixels, look)
  const inverse = (image.shape.photometric === 'MONOCHROME1') !== look.inverted
  const shade = (stored: number): number => {
    const level = Math.min(Math.max(voi(modality(stored)), 0), 1)
    return packed(Math.round((inverse ? 1 - level : level) * 255))
  }
  const { values } = pixels
  if (values.BYTES_PER_ELEMENT > 2) {
    for (let n = 0; n < values.length; n++) rgba[n] = shade(values[n] ?? 0)
    return
  }
  // There are fewer values than pixels. A negative one is found under its two's complement.
  const mask = values.BYTES_PER_ELEMENT === 1 ? 0xff : 0xffff
  const isSigned = values instanceof Int8Array || values instanceof Int16Array
  const table = new Uint32Array(mask + 1)
  for (let n = 0; n <= mask; n++) table[n] = shade(isSigned && n > mask >> 1 ? n - mask - 1 : n)
  for (let n = 0; n < values.length; n++) rgba[n] = table[(values[n] ?? 0) & mask] ?? 0
}

/** As a pixel of ImageData lies in a word of a little-endian machine. */
function packed(gray: number): number {
  return (0xff000000 | (gray << 16) | (gray << 8) | gray) >>> 0
}

function modalityCurve(lut: Lut | null, { slope, intercept }: ImageFrame): Curve {
  return lut === null ? (value) => value * slope + intercept : (value) => lookUp(lut, value)
}

function voiCurve(frame: LoadedFrame, pixels: GrayPixels, look: Look): Curve {
  const { image, voi } = frame
  if (look.window !== null) return windowCurve(look.window, 'LINEAR')
  const [asked] = image.windows
  if (asked !== undefined) return windowCurve(asked, image.curve)
  if (voi !== null) return (value) => lookUp(voi, value) / voi.ceiling
  if (isMadeForScreen(frame)) return (value) => value / (2 ** image.shape.bitsStored - 1)
  return windowCurve(rangeOf(frame, pixels), 'LINEAR_EXACT')
}

/** PS3.3 §C.11.2.1.2 (LINEAR), §C.11.2.1.3.1 (SIGMOID), §C.11.2.1.3.2 (LINEAR_EXACT). */
export function windowCurve({ center, width }: Window, name: string): Curve {
  if (name === 'SIGMOID') return (value) => 1 / (1 + Math.exp((-4 * (value - center)) / width))
  if (name === 'LINEAR_EXACT') return (value) => (value - center) / width + 0.5
  if (width <= 1) return (value) => (value <= center - 0.5 ? 0 : 1)
  return (value) => (value - (center - 0.5)) / (width - 1) + 0.5
}

/** The range of values, few outliers and the padding around a round image left out. */
function rangeOf({ image, modality }: LoadedFrame, { values }: GrayPixels): Window {
  const curve = modalityCurve(modality, image)
  const step = Math.max(1, Math.floor(values.length / SAMPLED_PIXELS))
  const sampled: number[] = []
  for (let n = 0; n < values.length; n += step) {
    const value = values[n] ?? 0
    if (value !== image.padding && Number.isFinite(value)) sampled.push(curve(value))
  }
  const sorted = Float64Array.from(sampled).sort()
  const low = sorted[Math.floor(sorted.length * CLIPPED_SHARE)] ?? 0
  const high = sorted[Math.ceil(sorted.length * (1 - CLIPPED_SHARE)) - 1] ?? low
  return { center: (low + high) / 2, width: Math.max(high - low, Number.MIN_VALUE) }
}

/** Colours are as they are, or brighter, darker, inverted as the person wants. */
function colorTable(look: Look): Uint8Array {
  const curve = look.window === null ? (value: number) => value / 255 : windowCurve(look.window, 'LINEAR')
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const level = Math.min(Math.max(curve(value), 0), 1)
    return Math.round((look.inverted ? 1 - level : level) * 255)
  })
}

function paintColor(rgb: Uint8Array, look: Look, rgba: Uint32Array): void {
  const table = colorTable(look)
  for (let n = 0, at = 0; n < rgba.length; n++, at += 3) {
    rgba[n] = joined(table[rgb[at] ?? 0] ?? 0, table[rgb[at + 1] ?? 0] ?? 0, table[rgb[at + 2] ?? 0] ?? 0)
  }
}

function paintPalette({ values }: GrayPixels, palette: readonly Lut[], look: Look, rgba: Uint32Array): void {
  const table = colorTable(look)
  const color = (lut: Lut | undefined, value: number): number =>
    lut === undefined ? 0 : table[Math.round((lookUp(lut, value) * 255) / lut.ceiling)] ?? 0
  const [red, green, blue] = palette
  for (let n = 0; n < rgba.length; n++) {
    const value = values[n] ?? 0
    rgba[n] = joined(color(red, value), color(green, value), color(blue, value))
  }
}

function joined(red: number, green: number, blue: number): number {
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0
}
