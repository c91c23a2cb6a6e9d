/** A recording on its paper. What is larger than the tile is scrolled, by hand or by keys; only what is in sight is drawn. */
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { blobOf } from '../keep-picture.ts'
import { useKeepsake, type Keepsake } from '../keepsake.ts'
import { drawPaper, type Paper } from './draw-paper.ts'

interface WavePaperProps {
  readonly paper: Omit<Paper, 'mm'>
  /** Millimetres that should fit into the width, if the tile is not too narrow for them. */
  readonly fitting: number
  readonly label: string
  readonly kept: Pick<Keepsake, 'facts' | 'number'>
}

/** All of it is seen at once where it is not too small then. */
const LEAST_WHOLE_MM = 2.5
const SCROLLED_MM = 3
const MOST_MM = 6

export function WavePaper({ paper, fitting, label, kept }: WavePaperProps) {
  const { ref: measure, width, height } = useElementSize<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const scroller = useMergedRef(measure, place)
  const whole = width / fitting
  const mm = whole < LEAST_WHOLE_MM ? SCROLLED_MM : Math.min(MOST_MM, whole)
  const draw = useCallback(() => {
    if (canvas.current === null || place.current === null) return
    const { scrollLeft: left, scrollTop: top, clientWidth, clientHeight } = place.current
    drawPaper(canvas.current, { ...paper, mm }, { left, top, width: clientWidth, height: clientHeight })
  }, [paper, mm])
  useLayoutEffect(draw, [draw, width, height])
  const isKeptWhole = paper.sheet.width <= MOST_KEPT_MM
  useKeepsake({
    ...kept, size: isKeptWhole ? paper.sheet : null,
    picture: () => isKeptWhole ? wholeSheet(paper) : canvas.current === null ? Promise.resolve(null) : blobOf(canvas.current),
  })
  return (
    <div ref={scroller} className="fj-wave-scroll" tabIndex={0} role="group" aria-label={label} onScroll={draw}>
      <div style={{ width: Math.max(width, Math.ceil(paper.sheet.width * mm)), height: Math.max(height, Math.ceil(paper.sheet.height * mm)) }}>
        <canvas ref={canvas} className="fj-picture fj-wave-paper" role="img" aria-label={label} style={{ width, height }} />
      </div>
    </div>
  )
}

/** A longer one is kept as far as it is in sight: no picture is as wide as an hour. */
const MOST_KEPT_MM = 1_500
const CSS_PX_IN_MM = 96 / 25.4
/** Fine enough for a printer, but never more pixels than any browser's canvas has. */
const PRINTED_DENSE = 3
const MOST_PIXELS = 16_000_000

function wholeSheet(paper: Omit<Paper, 'mm'>): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  const [width, height] = [paper.sheet.width * CSS_PX_IN_MM, paper.sheet.height * CSS_PX_IN_MM]
  const dense = Math.min(PRINTED_DENSE, Math.sqrt(MOST_PIXELS / (width * height)))
  drawPaper(canvas, { ...paper, mm: CSS_PX_IN_MM }, { left: 0, top: 0, width, height }, dense)
  return blobOf(canvas)
}
