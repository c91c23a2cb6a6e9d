/**
 * Decoded cells to a picture for the screen.
 *
 * @module
 */
import { paintColor } from './color.ts'
import type { Decoded } from './decoded.ts'
import type { Display } from './display.ts'
import { CodecError } from './outcome.ts'
import { drawOverlays } from './overlay.ts'
import { paintPalette } from './palette.ts'
import type { Ceiling, Shades } from './shades.ts'
import { paintGray } from './window.ts'

/** Pixels for a screen: one number (grey) or three (RGB) for each. */
export interface Picture<Numbers extends Shades = Uint8Array> {
  readonly kind: 'picture'
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly bytes: Numbers
}

/**
 * @param ceiling - of grey; colours have eight bits always.
 * @throws CodecError if a palette is asked for and missing.
 */
export function paint({ image, cells }: Decoded, display: Display, ceiling: Ceiling): Picture<Shades> {
  const isPalette = image.samplesPerPixel === 1 && image.photometric === 'PALETTE COLOR'
  const isColor = image.samplesPerPixel === 3 || isPalette
  if (isPalette && display.palette === null) throw new CodecError('broken', 'palette without tables')
  const bytes = image.samplesPerPixel === 3 ? paintColor(image, cells)
    : isPalette ? paintPalette(image, display.palette ?? [], cells)
    : paintGray(image, display, cells, ceiling)
  drawOverlays(image, display.overlays, cells, bytes, isColor ? 255 : ceiling)
  return { kind: 'picture', width: image.columns, height: image.rows, channels: isColor ? 3 : 1, bytes }
}
