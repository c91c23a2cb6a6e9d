/**
 * From stored values to grey: modality transformation, VOI transformation, display.
 * PS3.3 §C.11.1 (Modality LUT), §C.11.2 (VOI LUT); the order is PS3.4 §N.2.
 *
 * @module
 */
import type { Display, Modality, Voi, Window } from './display.ts'
import type { ImagePixel } from './image-pixel.ts'
import { lookUp } from './lut.ts'
import { storedValue, type Cells } from './native.ts'
import { mapCells, type Ceiling, type Shades } from './shades.ts'

/** A number to another. Stored to modality value, or modality value to 0..1. */
type Curve = (value: number) => number

/** This many pixels tell the range of an image as well as all of them. */
const SAMPLED_PIXELS = 65_536

/** What share of the pixels may be darker than black, and as much brighter than white. */
const CLIPPED_SHARE = 0.005

/** Paint a monochrome frame: one number per pixel, 0 is black, `ceiling` white. */
export function paintGray(image: ImagePixel, display: Display, cells: Cells, ceiling: Ceiling = 255): Shades {
  const stored = storedValue(image)
  const modality = modalityCurve(display.modality)
  const voi = voiCurve(image, display.voi) ?? windowCurve(rangeOf(image, display.voi, cells, modality), 'LINEAR_EXACT')
  const inverse = image.photometric === 'MONOCHROME1'
  const shade: Curve = (cell) => {
    const level = Math.min(Math.max(voi(modality(stored(cell))), 0), 1)
    return Math.round((inverse ? 1 - level : level) * ceiling)
  }
  return mapCells(image, cells, shade, ceiling)
}

function modalityCurve(modality: Modality): Curve {
  if (modality.kind === 'lut') return (value) => lookUp(modality.lut, value)
  const { slope, intercept } = modality
  return (value) => value * slope + intercept
}

/** Null where the range of the pixels is asked for. */
function voiCurve(image: ImagePixel, voi: Voi): Curve | null {
  switch (voi.kind) {
    case 'lut': return (value) => lookUp(voi.lut, value) / voi.lut.ceiling
    case 'window': return windowCurve(voi.window, voi.name)
    case 'as-is': return (value) => value / (2 ** image.bitsStored - 1)
    case 'range': return null
  }
}

/** PS3.3 §C.11.2.1.2 (LINEAR), §C.11.2.1.3.1 (SIGMOID), §C.11.2.1.3.2 (LINEAR_EXACT). */
export function windowCurve({ center, width }: Window, name: string): Curve {
  if (name === 'SIGMOID') return (value) => 1 / (1 + Math.exp((-4 * (value - center)) / width))
  if (name === 'LINEAR_EXACT') return (value) => (value - center) / width + 0.5
  if (width <= 1) return (value) => (value <= center - 0.5 ? 0 : 1)
  return (value) => (value - (center - 0.5)) / (width - 1) + 0.5
}

/** The range of modality values, few outliers and the padding around a round image left out. */
function rangeOf(image: ImagePixel, voi: Voi, cells: Cells, modality: Curve): Window {
  const stored = storedValue(image)
  const padding = voi.kind === 'range' ? voi.padding : null
  const step = Math.max(1, Math.floor(cells.length / SAMPLED_PIXELS))
  const values: number[] = []
  for (let n = 0; n < cells.length; n += step) {
    const value = stored(cells[n] ?? 0)
    if (value !== padding && Number.isFinite(value)) values.push(modality(value))
  }
  const sorted = Float64Array.from(values).sort()
  const low = sorted[Math.floor(sorted.length * CLIPPED_SHARE)] ?? 0
  const high = sorted[Math.ceil(sorted.length * (1 - CLIPPED_SHARE)) - 1] ?? low
  return { center: (low + high) / 2, width: Math.max(high - low, Number.MIN_VALUE) }
}
