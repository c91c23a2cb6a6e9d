/**
 * Slices drawn small by the server, to scroll through while the slices themselves are still coming over a slow line.
 *
 * Their greys are turned back into values, as exact as 256 greys of a window are: with another window they look right, too.
 *
 * @module
 */
import type { ImageFrame, Window } from './image.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import { overlayPlaces } from './overlay-planes.ts'
import { Tags } from './tags.ts'

/** A square of grey from 0 to 255. */
export interface Greys {
  readonly rows: number
  readonly columns: number
  readonly levels: Uint8Array
}

/** Of the longer side. */
export const PREVIEW_SIDE = 256
/** Smaller frames come as fast as they can be drawn. */
const WORTH_PIXELS = 4 * PREVIEW_SIDE * PREVIEW_SIDE

/** In which window a small one would show the image as a person wants it; null where there is none of it. */
export function previewWindow(image: ImageFrame, wanted: Window | null): Window | null {
  if (!isDrawable(image)) return null
  const { windows, curve } = image
  const isStraight = curve === '' || curve === 'LINEAR'
  const window = wanted ?? (isStraight ? windows[0] : undefined)
  return window === undefined || window.width < 1 ? null : { center: window.center, width: window.width }
}

const known = new WeakMap<ImageFrame, boolean>()

/** Whether greys of it can be turned back into values. Asked for every slice after every one that came. */
function isDrawable(image: ImageFrame): boolean {
  const before = known.get(image)
  if (before !== undefined) return before
  const { shape, elements } = image
  const isPlain = shape.samplesPerPixel === 1 && shape.photometric.startsWith('MONOCHROME') && !shape.float
  const isLarge = shape.bitsAllocated === 16 && shape.rows * shape.columns >= WORTH_PIXELS
  const isAlone = elements[Tags.ModalityLUTSequence] === undefined && overlayPlaces(elements).length === 0
  known.set(image, isPlain && isLarge && isAlone)
  return isPlain && isLarge && isAlone
}

/** How much of a window may lie outside of what was drawn. */
const TOLERANCE = 0.1
/** A window so many times narrower would show steps. */
const NARROWEST = 4

/** Whether what was drawn in one window is good enough to be seen in another. */
export function covers(drawn: Window, wanted: Window): boolean {
  const spare = wanted.width * TOLERANCE
  return drawn.center - drawn.width / 2 <= wanted.center - wanted.width / 2 + spare
    && drawn.center + drawn.width / 2 >= wanted.center + wanted.width / 2 - spare
    && drawn.width <= wanted.width * NARROWEST
}

/** A frame of fewer and rougher pixels than the true one: to be looked at, not to be measured. */
export function roughFrame(image: ImageFrame, { rows, columns, levels }: Greys, { center, width }: Window): LoadedFrame {
  const { slope, intercept, shape } = image
  const inverse = shape.photometric === 'MONOCHROME1'
  const stored = Array.from({ length: 256 }, (_, level) => {
    const share = (inverse ? 255 - level : level) / 255
    // LINEAR, turned round: PS3.3 §C.11.2.1.2.1.
    return Math.round(((share - 0.5) * (width - 1) + center - 0.5 - intercept) / slope)
  })
  const [least, most] = shape.signed ? [-0x8000, 0x7fff] : [0, 0xffff]
  const table = stored.map((value) => Math.min(most, Math.max(least, value)))
  const values = shape.signed ? new Int16Array(levels.length) : new Uint16Array(levels.length)
  levels.forEach((level, n) => { values[n] = table[level] ?? 0 })
  return { image, pixels: { kind: 'gray', rows, columns, values }, modality: null, voi: null, palette: null, overlays: [] }
}
