/** Lines and words over a picture: measurements, the hospital's markings, planes of neighbours, a scale. */
import type { LoadedFrame } from './core/loaded-frame.ts'
import type { Mark } from './core/marks.ts'
import { resultOf, type Measurement } from './core/measure.ts'
import type { Outline } from './core/layers/layer.ts'
import { apply, type Box, type Matrix, type Point } from './core/view.ts'
import { DrawingSheet, ScaleBar } from './drawing-sheet.tsx'
import { Outlines } from './layers/outlines.tsx'
import { useResultWords } from './words.ts'

const MEASURED = '#FFD866'
const MARKED = '#7FD1A6'
const CROSSING = '#5CB3D6'
const SCALE = '#C9D3DA'
const SHADOW = '#05080B'
const LINE_HEIGHT = 17

interface DrawingProps {
  readonly frame: LoadedFrame
  readonly matrix: Matrix
  readonly box: Box
  readonly measurements: readonly Measurement[]
  readonly marks: readonly Mark[]
  readonly crossings: readonly (readonly [Point, Point])[]
  readonly outlines: readonly Outline[]
  /** Of what lies within outlines. */
  readonly opacity: number
}

export function Drawing({ frame, matrix, box, measurements, marks, crossings, outlines, opacity }: DrawingProps) {
  return (
    <DrawingSheet box={box}>
      <Outlines outlines={outlines} matrix={matrix} opacity={opacity} />
      {crossings.map((line, n) => <Line key={n} points={line.map((point) => apply(matrix, point))} color={CROSSING} dashed />)}
      {marks.map((mark, n) => <HospitalMark key={n} mark={mark} matrix={matrix} box={box} frame={frame} />)}
      {measurements.map((each) => <Measured key={each.id} measurement={each} frame={frame} matrix={matrix} box={box} />)}
      <Scale frame={frame} matrix={matrix} box={box} />
    </DrawingSheet>
  )
}

interface MeasuredProps {
  readonly measurement: Measurement
  readonly frame: LoadedFrame
  readonly matrix: Matrix
  readonly box: Box
}

function Measured({ measurement, frame, matrix, box }: MeasuredProps) {
  const words = useResultWords()
  const result = resultOf(measurement, frame)
  const points = measurement.points.map((point) => apply(matrix, point))
  const lines = result === null ? [] : words(result, frame.image)
  return (
    <g>
      {measurement.kind === 'ellipse' ? <Oval points={points} color={MEASURED} /> : <Line points={points} color={MEASURED} />}
      {points.map(({ x, y }, n) => (
        <circle key={n} cx={x} cy={y} r={measurement.kind === 'probe' ? 3 : 5} fill="none" stroke={MEASURED} strokeWidth={1.5} />
      ))}
      {lines.length > 0 && <Words {...placeBeside(points, lines, box)} lines={lines} color={MEASURED} />}
    </g>
  )
}

const GAP_PX = 10
/** Of a letter of fourteen pixels, generously. */
const LETTER_PX = 8

/** To the right of the points, else to the left of them, else below at the edge: wherever there is room. */
function placeBeside(points: readonly Point[], lines: readonly string[], box: Box): Pick<WordsProps, 'at' | 'anchor'> {
  const width = Math.max(...lines.map((line) => line.length)) * LETTER_PX
  const [left, right] = [Math.min(...points.map(({ x }) => x)) - GAP_PX, Math.max(...points.map(({ x }) => x)) + GAP_PX]
  const y = points.at(-1)?.y ?? 0
  if (right + width <= box.width) return { at: { x: right, y }, anchor: 'start' }
  return left >= width ? { at: { x: left, y }, anchor: 'end' } : { at: { x: box.width - GAP_PX, y: y + LINE_HEIGHT }, anchor: 'end' }
}

function Line({ points, color, dashed = false }: { readonly points: readonly Point[]; readonly color: string; readonly dashed?: boolean }) {
  const path = points.map(({ x, y }) => `${x},${y}`).join(' ')
  return (
    <>
      <polyline points={path} fill="none" stroke={SHADOW} strokeOpacity={0.6} strokeWidth={dashed ? 2 : 4} />
      <polyline points={path} fill="none" stroke={color} strokeWidth={1.5} {...(dashed ? { strokeDasharray: '6 5' } : {})} />
    </>
  )
}

function Oval({ points: [a, b], color }: { readonly points: readonly Point[]; readonly color: string }) {
  if (a === undefined || b === undefined) return null
  const shape = { cx: (a.x + b.x) / 2, cy: (a.y + b.y) / 2, rx: Math.abs(b.x - a.x) / 2, ry: Math.abs(b.y - a.y) / 2, fill: 'none' }
  return (
    <>
      <ellipse {...shape} stroke={SHADOW} strokeOpacity={0.6} strokeWidth={4} />
      <ellipse {...shape} stroke={color} strokeWidth={1.5} />
    </>
  )
}

interface WordsProps {
  readonly at: Point
  readonly anchor?: 'start' | 'end'
  readonly lines: readonly string[]
  readonly color: string
}

function Words({ at, anchor = 'start', lines, color }: WordsProps) {
  return (
    <text x={at.x} y={at.y} textAnchor={anchor} fill={color} stroke={SHADOW} strokeWidth={3.5} strokeLinejoin="round" paintOrder="stroke" fontWeight={600}>
      {lines.map((line, n) => <tspan key={n} x={at.x} dy={n === 0 ? 5 : LINE_HEIGHT}>{line}</tspan>)}
    </text>
  )
}

interface HospitalMarkProps {
  readonly mark: Mark
  readonly matrix: Matrix
  readonly box: Box
  readonly frame: LoadedFrame
}

function HospitalMark({ mark: { kind, points, relative, text }, matrix, frame }: HospitalMarkProps) {
  const { columns, rows } = frame.pixels
  const placed = points.map((point) => apply(matrix, relative ? { x: point.x * columns, y: point.y * rows } : point))
  const [first, second] = placed
  if (first === undefined) return null
  switch (kind) {
    case 'text': return <Words at={first} lines={text.split(/\r?\n/)} color={MARKED} />
    case 'point': return <circle cx={first.x} cy={first.y} r={3} fill={MARKED} />
    case 'circle': return (
      <circle cx={first.x} cy={first.y} r={second === undefined ? 0 : Math.hypot(second.x - first.x, second.y - first.y)}
        fill="none" stroke={MARKED} strokeWidth={1.5} />
    )
    case 'ellipse': return <AxesOval points={placed} />
    case 'line':
    case 'smooth': return <Line points={placed} color={MARKED} />
  }
}

/** By the ends of its long and of its short axis. PS3.3 §C.10.5.1.2. */
function AxesOval({ points: [a, b, c, d] }: { readonly points: readonly Point[] }) {
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const lean = Math.atan2(b.y - a.y, b.x - a.x) * (180 / Math.PI)
  return (
    <ellipse cx={middle.x} cy={middle.y} rx={Math.hypot(b.x - a.x, b.y - a.y) / 2} ry={Math.hypot(d.x - c.x, d.y - c.y) / 2}
      transform={`rotate(${lean} ${middle.x} ${middle.y})`} fill="none" stroke={MARKED} strokeWidth={1.5} />
  )
}

/** Lengths that a scale may have, in millimetres. */
const SCALES = [1, 2, 5, 10, 20, 50, 100, 200] as const
const SCALE_MOST = 0.3

function Scale({ frame, matrix: [a, b], box }: { readonly frame: LoadedFrame; readonly matrix: Matrix; readonly box: Box }) {
  const { spacing } = frame.image
  if (spacing === null || spacing.onDetector) return null
  const perMm = Math.hypot(a, b) / spacing.column
  const length = SCALES.findLast((mm) => mm * perMm <= box.width * SCALE_MOST)
  if (length === undefined) return null
  const words = length < 10 ? `${length} mm` : `${length / 10} cm`
  return <ScaleBar x={(box.width - length * perMm) / 2} y={box.height - 14} length={length * perMm} words={words} ink={SCALE} halo={SHADOW} />
}

