/** Segments in their colours, as pixels to be laid over an image: their rims full, what is within as thick as one wants. */
import type { GrayPixels } from '../pixels.ts'
import type { Matrix } from '../view.ts'
import type { Mask, Part } from './layer.ts'

export interface LoadedMask {
  readonly mask: Mask
  readonly pixels: GrayPixels
}

export interface MaskSheet {
  readonly rows: number
  readonly columns: number
  /** Red, green, blue, opacity. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
  readonly map: Matrix
}

interface PaintOptions {
  readonly isHidden: (part: Part) => boolean
  /** From 0 to 1: of what is within the rim. */
  readonly opacity: number
}

/** Those that lie alike are painted on one sheet. */
export function paintMasks(masks: readonly LoadedMask[], options: PaintOptions): readonly MaskSheet[] {
  const sheets = new Map<string, MaskSheet>()
  for (const { mask, pixels } of masks) {
    const { rows, columns } = pixels
    const key = [rows, columns, ...mask.map].join()
    const sheet = sheets.get(key) ?? { rows, columns, map: mask.map, rgba: new Uint8ClampedArray(rows * columns * 4) }
    sheets.set(key, sheet)
    paintMask(sheet, mask, pixels, options)
  }
  return [...sheets.values()]
}

function paintMask({ rgba, rows, columns }: MaskSheet, { partOf, hasLabels }: Mask, { values }: GrayPixels, { isHidden, opacity }: PaintOptions): void {
  let [before, now] = [0, partOf(0)]
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (value === 0) continue
    if (value !== before) [before, now] = [value, partOf(value)]
    if (now === null || isHidden(now[0])) continue
    const [{ color }, share] = now
    const alpha = isRim((n) => (hasLabels ? values[n] !== value : values[n] === 0), at, rows, columns) ? share : share * opacity
    rgba.set(color, at * 4)
    rgba[at * 4 + 3] = Math.max(rgba[at * 4 + 3] ?? 0, Math.round(alpha * 255))
  }
}

/** One of its four neighbours is not of the same. */
function isRim(isOther: (at: number) => boolean, at: number, rows: number, columns: number): boolean {
  const [x, y] = [at % columns, Math.floor(at / columns)]
  return (x > 0 && isOther(at - 1)) || (x < columns - 1 && isOther(at + 1)) || (y > 0 && isOther(at - columns)) || (y < rows - 1 && isOther(at + columns))
}
