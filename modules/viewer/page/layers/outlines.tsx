/** Outlines of regions on an image: closed ones with a veil within, single points as crosses. */
import type { Outline, Part } from '../core/layers/layer.ts'
import { apply, type Matrix, type Point } from '../core/view.ts'

interface OutlinesProps {
  readonly outlines: readonly Outline[]
  readonly matrix: Matrix
  /** Of the veil. */
  readonly opacity: number
}

/** Regions that are made of several rings have holes where these lie within one another. */
export function Outlines({ outlines, matrix, opacity }: OutlinesProps) {
  const parts = [...new Set(outlines.map(({ part }) => part))]
  return parts.map((part) => {
    const own = outlines.filter((outline) => outline.part === part)
    return <Region key={part.key} part={part} path={own.map((outline) => pathOf(outline, matrix)).join('')} opacity={opacity} />
  })
}

function Region({ part: { color }, path, opacity }: { readonly part: Part; readonly path: string; readonly opacity: number }) {
  const paint = `rgb(${color.join()})`
  return (
    <path d={path} fillRule="evenodd" strokeWidth={1.75} strokeLinejoin="round"
      stroke={paint} fill={paint} fillOpacity={opacity * VEIL} />
  )
}

const CROSS_PX = 5
/** Regions lie within one another: each is only tinted. */
const VEIL = 0.25

function pathOf({ points, isClosed }: Outline, matrix: Matrix): string {
  const placed = points.map((point) => apply(matrix, point))
  const [first] = placed
  if (first === undefined) return ''
  if (placed.length === 1) return crossAt(first)
  const line = `M${placed.map(written).join('L')}`
  // An open line has no inside: back the way that it came.
  return isClosed ? `${line}Z` : `${line}L${placed.toReversed().map(written).join('L')}`
}

function crossAt({ x, y }: Point): string {
  return `M${x - CROSS_PX} ${y}H${x + CROSS_PX}M${x} ${y - CROSS_PX}V${y + CROSS_PX}`
}

function written({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
