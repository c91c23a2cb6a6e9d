/** What lines and words over a picture are drawn on. Colours stand in the elements: they are saved and printed with it. */
import type { ReactNode } from 'react'
import type { Box } from './core/view.ts'

export function DrawingSheet({ box: { width, height }, children }: { readonly box: Box; readonly children: ReactNode }) {
  return (
    <svg className="fj-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true"
      xmlns="http://www.w3.org/2000/svg" fontFamily="'Atkinson Hyperlegible Next Variable', system-ui, sans-serif" fontSize={14}>
      {children}
    </svg>
  )
}

interface ScaleBarProps {
  /** Where it begins, in CSS pixels. */
  readonly x: number
  readonly y: number
  readonly length: number
  readonly words: string
  readonly ink: string
  /** Around it, so that it is seen on anything. */
  readonly halo: string
}

/** A length to compare with. */
export function ScaleBar({ x, y, length, words, ink, halo }: ScaleBarProps) {
  const path = `M${x} ${y - 5}V${y}H${x + length}V${y - 5}`
  return (
    <g className="fj-scale">
      <path d={path} fill="none" stroke={halo} strokeOpacity={0.6} strokeWidth={4} />
      <path d={path} fill="none" stroke={ink} strokeWidth={1.5} />
      <text x={x + length + 8} y={y + 2} fill={ink} stroke={halo} strokeWidth={3} paintOrder="stroke" fontSize={12}>{words}</text>
    </g>
  )
}
