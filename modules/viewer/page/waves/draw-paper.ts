/** Paper and traces on a canvas: only what is in sight. */
import { reachOf, type Signal } from '../core/waves/signal.ts'
import { MARGIN_MM, ROW_MM, type Sheet, type Speed, type Strip } from '../core/waves/sheet.ts'
import type { Scale } from '../core/waves/scale.ts'
import type { TimeMark } from '../core/waves/annotations.ts'
import type { WaveGroup } from '../core/waves/waveform.ts'

export interface Paper {
  readonly group: WaveGroup
  readonly signal: Signal
  readonly sheet: Sheet
  /** By channel. */
  readonly scales: readonly Scale[]
  readonly speed: Speed
  readonly marks: readonly TimeMark[]
  /** CSS pixels for a millimetre. */
  readonly mm: number
  readonly scaleWord: (sign: Scale['sign']) => string
}

/** What of the paper is in sight, in CSS pixels. */
export interface Sight {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const PAPER = '#FFFCFA'
const FINE = '#F8DFDA'
const BOLD = '#EFB9B0'
const TRACE = '#10202B'
const WORDS = '#2A3B47'
const MARK = '#0F5E7A'
const FONT = "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif"
/** Fine lines nearer than this are a haze. */
const LEAST_FINE_PX = 2.5
const CALIBRATION_MM = 5

/** @param dense - pixels of the canvas for one of CSS. */
export function drawPaper(canvas: HTMLCanvasElement, paper: Paper, sight: Sight, dense = devicePixelRatio): void {
  const [width, height] = [Math.max(1, Math.round(sight.width * dense)), Math.max(1, Math.round(sight.height * dense))]
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d')
  if (context === null) return
  context.setTransform(dense, 0, 0, dense, 0, 0)
  context.fillStyle = PAPER
  context.fillRect(0, 0, sight.width, sight.height)
  drawGrid(context, paper.mm, sight)
  context.setTransform(dense, 0, 0, dense, -sight.left * dense, -sight.top * dense)
  for (const mark of paper.marks) drawMark(context, paper, mark)
  for (const strip of paper.sheet.strips) drawStrip(context, paper, strip, sight)
}

function drawGrid(context: CanvasRenderingContext2D, mm: number, sight: Sight): void {
  if (mm >= LEAST_FINE_PX) drawLines(context, mm, FINE, sight)
  drawLines(context, mm * 5, BOLD, sight)
}

function drawLines(context: CanvasRenderingContext2D, step: number, color: string, { left, top, width, height }: Sight): void {
  context.beginPath()
  for (let x = Math.ceil(left / step) * step - left; x <= width; x += step) {
    context.moveTo(crisp(x), 0)
    context.lineTo(crisp(x), height)
  }
  for (let y = Math.ceil(top / step) * step - top; y <= height; y += step) {
    context.moveTo(0, crisp(y))
    context.lineTo(width, crisp(y))
  }
  context.strokeStyle = color
  context.lineWidth = 1
  context.stroke()
}

function crisp(place: number): number {
  return Math.round(place) + 0.5
}

function drawStrip(context: CanvasRenderingContext2D, paper: Paper, strip: Strip, sight: Sight): void {
  const { mm, group, scales } = paper
  const scale = scales[strip.channel]
  const y = strip.y * mm
  if (scale === undefined || y + ROW_MM * mm < sight.top || y - ROW_MM * mm > sight.top + sight.height) return
  const begins = strip.x <= MARGIN_MM
  if (begins) drawSign(context, paper, strip, scale)
  drawTrace(context, paper, strip, sight)
  context.font = `700 13px ${FONT}`
  context.fillStyle = WORDS
  // The name stays in sight where one scrolls along a row.
  const x = begins ? Math.max(sight.left + 6, strip.x * mm + 6) : strip.x * mm + 6
  written(context, group.channels[strip.channel]?.name ?? '', x, y - ROW_MM * mm * 0.5 + 15)
}

/** Readable over a trace. */
function written(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.strokeStyle = PAPER
  context.lineWidth = 4
  context.lineJoin = 'round'
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
}

/** A step as high as a millivolt, or a bar with what it stands for. */
function drawSign(context: CanvasRenderingContext2D, { mm, scaleWord }: Paper, { y }: Strip, { sign, zero }: Scale): void {
  const [left, base] = [3.5 * mm, (y + (zero === 0 ? 0 : sign.height / 2)) * mm]
  const [right, top] = [left + CALIBRATION_MM * mm, base - sign.height * mm]
  context.beginPath()
  context.moveTo(left - mm, base)
  for (const [x, at] of [[left, base], [left, top], [right, top], [right, base], [right + mm, base]] as const) context.lineTo(x, at)
  context.strokeStyle = TRACE
  context.lineWidth = 1.25
  context.stroke()
  if (sign.unit === 'mV') return
  context.font = `11px ${FONT}`
  context.fillStyle = WORDS
  written(context, scaleWord(sign), 4, base + 13)
}

/** A point for each sample, or the reach of those that share a pixel. */
function drawTrace(context: CanvasRenderingContext2D, paper: Paper, strip: Strip, sight: Sight): void {
  const { group, signal, scales, speed, mm } = paper
  const { gain = 1 } = group.channels[strip.channel] ?? {}
  const scale = scales[strip.channel]
  if (scale === undefined || gain === 0) return
  const skew = group.channels[strip.channel]?.skew ?? 0
  const perSecond = speed * mm
  const timeAt = (x: number): number => strip.from + (x - strip.x * mm) / perSecond - skew
  const xAt = (sample: number): number => strip.x * mm + (sample / group.frequency + skew - strip.from) * perSecond
  const yAt = (value: number): number => (strip.y - (value - scale.zero) * scale.perUnit) * mm
  const first = Math.floor(Math.max(strip.from - skew, timeAt(sight.left)) * group.frequency)
  const last = Math.ceil(Math.min(strip.to - skew, timeAt(sight.left + sight.width)) * group.frequency)
  const perPixel = group.frequency / perSecond
  const line = startLine(context)
  if (perPixel <= 2) for (let sample = Math.max(0, first); sample <= last; sample++) line(xAt(sample), yAt(signal(strip.channel, sample)))
  else drawReaches({ signal, channel: strip.channel, first: Math.max(0, first), last, step: Math.ceil(perPixel) }, xAt, yAt, line)
  context.strokeStyle = TRACE
  context.lineWidth = 1.25
  context.lineJoin = 'round'
  context.stroke()
}

interface Stretch {
  readonly signal: Signal
  readonly channel: number
  readonly first: number
  readonly last: number
  readonly step: number
}

type Map1 = (value: number) => number
type Line = (x: number, y: number) => void

function drawReaches({ signal, channel, first, last, step }: Stretch, xAt: Map1, yAt: Map1, line: Line): void {
  for (let sample = first - (first % step); sample <= last; sample += step) {
    const reach = reachOf(signal, channel, sample, Math.min(sample + step, last + 1))
    const x = xAt(sample)
    line(x, yAt(reach?.low ?? NaN))
    line(x, yAt(reach?.high ?? NaN))
  }
}

/** Broken where nothing was recorded. */
function startLine(context: CanvasRenderingContext2D): Line {
  context.beginPath()
  let isDown = false
  return (x, y) => {
    if (Number.isNaN(y)) isDown = false
    else if (isDown) context.lineTo(x, y)
    else {
      context.moveTo(x, y)
      isDown = true
    }
  }
}

/** What is of all channels is marked below them, on the last. */
function drawMark(context: CanvasRenderingContext2D, { sheet, speed, mm }: Paper, { channel, seconds, text }: TimeMark): void {
  for (const [n, { channel: of, from, to, x, y }] of sheet.strips.entries()) {
    const isHere = channel === null ? n === sheet.strips.length - 1 : channel === of
    if (!isHere || seconds < from || seconds > to) continue
    const at = (x + (seconds - from) * speed) * mm
    const [top, bottom] = [(y - ROW_MM / 2) * mm, (y + ROW_MM / 2) * mm]
    context.beginPath()
    context.moveTo(crisp(at), top)
    context.lineTo(crisp(at), bottom)
    context.strokeStyle = MARK
    context.lineWidth = 1
    context.setLineDash([3, 3])
    context.stroke()
    context.setLineDash([])
    if (text === '') continue
    context.save()
    context.translate(at - 3, bottom - 4)
    context.rotate(-Math.PI / 2)
    context.font = `10px ${FONT}`
    context.fillStyle = MARK
    written(context, text, 0, 0)
    context.restore()
  }
}
