/** A recording on its paper. What is larger than the tile is scrolled, by hand or by keys; only what is in sight is drawn. */
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { drawPaper, type Paper } from './draw-paper.ts'

interface WavePaperProps {
  readonly paper: Omit<Paper, 'mm'>
  /** Millimetres that should fit into the width, if the tile is not too narrow for them. */
  readonly fitting: number
  readonly label: string
}

const LEAST_MM = 3
const MOST_MM = 6

export function WavePaper({ paper, fitting, label }: WavePaperProps) {
  const { ref: measure, width, height } = useElementSize<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const scroller = useMergedRef(measure, place)
  const mm = Math.min(MOST_MM, Math.max(LEAST_MM, width / fitting))
  const draw = useCallback(() => {
    if (canvas.current === null || place.current === null) return
    const { scrollLeft: left, scrollTop: top, clientWidth, clientHeight } = place.current
    drawPaper(canvas.current, { ...paper, mm }, { left, top, width: clientWidth, height: clientHeight })
  }, [paper, mm])
  useLayoutEffect(draw, [draw, width, height])
  return (
    <div ref={scroller} className="fj-wave-scroll" tabIndex={0} role="group" aria-label={label} onScroll={draw}>
      <div style={{ width: Math.max(width, Math.ceil(paper.sheet.width * mm)), height: Math.max(height, Math.ceil(paper.sheet.height * mm)) }}>
        <canvas ref={canvas} className="fj-picture fj-wave-paper" role="img" aria-label={label} style={{ width, height }} />
      </div>
    </div>
  )
}
