/**
 * How a picture is wanted: the query string of rendered resources and of WADO-URI. PS3.18 §8.3.5, §9.1.2.2.
 *
 * @module
 */

export interface RenderWish {
  readonly window: { readonly center: number; readonly width: number } | null
  /** Pixels into which the picture is to fit. */
  readonly viewport: { readonly width: number; readonly height: number } | null
  /** 1 to 100. */
  readonly quality: number | null
  /** What is drawn upon the picture: PS3.18 §8.3.5.1.1. */
  readonly annotation: readonly string[]
}

/** A parameter that makes no sense. */
export class RenderError extends Error {
  override readonly name = 'RenderError'
}

const SIDE_MAX = 16_384

/** @throws RenderError */
export function parseRendering(parameters: ReadonlyMap<string, string>): RenderWish {
  return {
    window: windowOf(parameters.get('window')),
    viewport: viewportOf(parameters.get('viewport')),
    quality: qualityOf(parameters.get('quality')),
    annotation: (parameters.get('annotation') ?? '').split(',').filter((word) => word !== ''),
  }
}

/** `center,width[,function]`; the function is the data set's own. */
function windowOf(text: string | undefined): RenderWish['window'] {
  if (text === undefined) return null
  const [center, width] = text.split(',').map(decimalOf)
  return windowFrom(center, width)
}

export function windowFrom(center: number | null | undefined, width: number | null | undefined): RenderWish['window'] {
  if (center == null || width == null || width < 1) throw new RenderError('window is a centre and a width of 1 or more')
  return { center, width }
}

/** `width,height`; regions of the source are not served. */
function viewportOf(text: string | undefined): RenderWish['viewport'] {
  if (text === undefined) return null
  const [width, height, ...region] = text.split(',').map(decimalOf)
  if (region.some((value) => value !== null)) throw new RenderError('viewport names a region, which is not served')
  return viewportFrom(width, height)
}

export function viewportFrom(width: number | null | undefined, height: number | null | undefined): RenderWish['viewport'] {
  const isSide = (side: number | null | undefined): side is number => side != null && side >= 1 && side <= SIDE_MAX
  if (!isSide(width) || !isSide(height)) throw new RenderError(`viewport is a width and a height, 1 to ${SIDE_MAX}`)
  return { width: Math.round(width), height: Math.round(height) }
}

export function qualityOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const quality = decimalOf(text)
  if (quality === null || quality < 1 || quality > 100) throw new RenderError('quality is 1 to 100')
  return Math.round(quality)
}

/** Null if it is none. */
export function decimalOf(text: string): number | null {
  return /^[+-]?(\d{1,12}\.?\d{0,12}|\.\d{1,12})([eE][+-]?\d{1,2})?$/.test(text.trim()) ? Number(text) : null
}

/**
 * The longer side of a picture of `columns` x `rows` that fits into the viewport; it is never made larger than it is.
 */
export function longerSideWithin(viewport: NonNullable<RenderWish['viewport']>, columns: number, rows: number): number {
  const scale = Math.min(viewport.width / columns, viewport.height / rows, 1)
  return Math.max(1, Math.round(Math.max(columns, rows) * scale))
}
