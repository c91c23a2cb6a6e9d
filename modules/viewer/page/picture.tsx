/** A frame on a canvas: painted at its own size once, laid on the tile as its view says. */
import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { LoadedFrame } from './core/loaded-frame.ts'
import { paint, type Look } from './core/shade.ts'
import { composed, type Box, type Matrix } from './core/view.ts'
import type { Over } from './layers/use-over.ts'
import type { Sight } from './shown.ts'

interface PictureProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly frame: LoadedFrame
  readonly look: Look
  /** Laid over it, in order. */
  readonly overs: readonly Over[]
  readonly matrix: Matrix
  readonly box: Box
  readonly label: string
  /** Whether it is the right one, or what is shown until that is here. */
  readonly sight: Sight['kind']
}

export function Picture({ canvas, frame, look, overs, matrix, box, label, sight }: PictureProps) {
  const sheet = useRef<HTMLCanvasElement | null>(null)
  const { window, inverted, overlays } = look
  const painted = useMemo(() => {
    const data = paint(frame, { window, inverted, overlays })
    const own = (sheet.current ??= document.createElement('canvas'))
    if (own.width !== data.width || own.height !== data.height) Object.assign(own, { width: data.width, height: data.height })
    own.getContext('2d')?.putImageData(data, 0, 0)
    return { sheet: own }
  }, [frame, window, inverted, overlays])
  useLayoutEffect(() => {
    if (canvas.current === null) return
    lay(canvas.current, painted.sheet, matrix, box)
    for (const over of overs) layOver(canvas.current, over, matrix)
  }, [canvas, painted, overs, matrix, box])
  // Its memory is given back at once, not when somebody collects garbage: phones have little.
  useEffect(() => () => {
    if (sheet.current !== null) Object.assign(sheet.current, { width: 0, height: 0 })
  }, [])
  return <canvas ref={canvas} className={CLASSES[sight]} role="img" aria-label={label} />
}

const CLASSES: Readonly<Record<Sight['kind'], string>> = {
  frame: 'fj-picture', preview: 'fj-picture fj-stand-in fj-preview', 'stand-in': 'fj-picture fj-stand-in', loading: '', trouble: '',
}

/** Above this many screen pixels for one of the image, its pixels are shown as squares. */
const SQUARES_FROM = 6

function lay(canvas: HTMLCanvasElement, sheet: HTMLCanvasElement, [a, b, c, d, e, f]: Matrix, box: Box): void {
  const dense = devicePixelRatio
  const [width, height] = [Math.max(1, Math.round(box.width * dense)), Math.max(1, Math.round(box.height * dense))]
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (context === null) return
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  context.imageSmoothingEnabled = Math.hypot(a, b) * dense < SQUARES_FROM && !isWhole(a, b, dense)
  context.imageSmoothingQuality = 'high'
  context.setTransform(...placed([a, b, c, d, e, f]))
  context.drawImage(sheet, 0, 0)
}

/** In pixels of the screen. It begins at a whole one, and so does all that lies over it. */
function placed([a, b, c, d, e, f]: Matrix): Matrix {
  const dense = devicePixelRatio
  return [a * dense, b * dense, c * dense, d * dense, Math.round(e * dense), Math.round(f * dense)]
}

/** Its pixels are as they were drawn: an edge between them would be nobody's. */
function layOver(canvas: HTMLCanvasElement, { sheet, map }: Over, matrix: Matrix): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  context.imageSmoothingEnabled = false
  context.setTransform(...composed(placed(matrix), map))
  context.drawImage(sheet, 0, 0)
}

/** One pixel of the image is one of the screen: nothing is to be smoothed. */
function isWhole(a: number, b: number, dense: number): boolean {
  return Math.abs(Math.hypot(a, b) * dense - 1) < 1e-6
}
