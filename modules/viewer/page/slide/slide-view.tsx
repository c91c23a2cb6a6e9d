/** A slide under the microscope: moved and enlarged by hands or keys; only what is in sight is fetched. */
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { FrameStore } from '../core/frame-store.ts'
import { levelFor, tilesInSight, type PlacedTile, type SlideLevel } from '../core/slide/pyramid.ts'
import { fitting, matrixOf, movedBy, WHOLE, zoomedAt, type Box, type Extent, type Matrix, type Point, type View } from '../core/view.ts'
import { DrawingSheet, ScaleBar } from '../drawing-sheet.tsx'
import { useGestures } from '../gestures.ts'
import { pictureOf } from '../keep-picture.ts'
import { useKeepsake } from '../keepsake.ts'
import { useArrivals } from '../stage.ts'
import { useViewerTexts } from '../texts/index.ts'
import { Word } from '../tile-words.tsx'
import { useNumber } from '../words.ts'
import { draggedZoom } from '../tools.ts'
import { TilePictures } from './tile-pictures.ts'

interface SlideViewProps {
  readonly studyUid: string
  readonly levels: readonly SlideLevel[]
  readonly store: FrameStore
  readonly index: number
  readonly label: string
}

export function SlideView(props: SlideViewProps) {
  const t = useViewerTexts()
  const [base] = props.levels
  if (base === undefined) return <Word text={t('slideNone')} />
  return <Slide {...props} base={base} />
}

/** A pixel of the slide is at most so many of the screen. */
const MOST_ENLARGED = 4
const STEP_PX = 80
const ZOOM_STEP = 1.3

function Slide({ studyUid, levels, base, store, index, label }: SlideViewProps & { readonly base: SlideLevel }) {
  const t = useViewerTexts()
  const { ref: measure, width, height } = useElementSize<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const surface = useMergedRef(measure, place)
  const [view, setView] = useState<View>(WHOLE)
  const box = useMemo(() => ({ width: Math.max(1, width), height: Math.max(1, height) }), [width, height])
  const extent = useMemo(() => extentOf(base, box), [base, box])
  const matrix = useMemo(() => matrixOf(view, extent, box), [view, extent, box])
  const tiles = useTiles({ levels, base, matrix, box })
  const arrivals = useArrivals(store)
  const [pictures] = useState(() => new TilePictures())
  useEffect(() => {
    store.want(`${index} slide`, studyUid, tiles.toReversed().flatMap(({ placed }) => placed.map(({ frame }) => frame)))
  }, [store, index, studyUid, tiles])
  useEffect(() => () => store.forget(`${index} slide`), [store, index])
  useEffect(() => () => pictures.clear(), [pictures])
  useLayoutEffect(() => {
    if (canvas.current !== null) draw(canvas.current, tiles, { base, matrix, box, store, pictures })
  }, [tiles, base, matrix, box, store, pictures, arrivals])
  const hasFailed = tiles.some(({ placed }) => placed.some(({ frame }) => store.failureOf(frame) !== undefined))
  useKeepsake(useMemo(() => ({ picture: () => pictureOf(place.current), facts: [], number: 1, size: null }), []))
  const hands = handsOn({ extent, box, setView })
  useGestures(place, hands.gestures)
  return (
    <div ref={surface} className="fj-surface fj-slide" tabIndex={0} role="group" aria-label={label} onKeyDown={hands.key}>
      <canvas ref={canvas} className="fj-picture" role="img" aria-label={label} />
      <DrawingSheet box={box}><SlideScale base={base} matrix={matrix} height={box.height} /></DrawingSheet>
      {hasFailed && <div className="fj-tile-note" role="alert">{t('drawnFailed')}</div>}
    </div>
  )
}

interface LevelTiles {
  readonly placed: readonly PlacedTile[]
}

interface TilesOptions {
  readonly levels: readonly SlideLevel[]
  readonly base: SlideLevel
  readonly matrix: Matrix
  readonly box: Box
}

/** The coarsest level behind, so that there is something at once; before it the one that fits. */
function useTiles({ levels, base, matrix, box }: TilesOptions): readonly LevelTiles[] {
  return useMemo(() => {
    const fine = levelFor(levels, matrix[0] * devicePixelRatio)
    const coarse = levels.at(-1)
    return [...new Set([coarse, fine])].flatMap((level) => (level === undefined || level === null ? [] : [{ placed: tilesInSight(level, base, matrix, box) }]))
  }, [levels, base, matrix, box])
}

interface DrawOptions extends Pick<TilesOptions, 'base' | 'matrix' | 'box'> {
  readonly store: FrameStore
  readonly pictures: TilePictures
}

function draw(canvas: HTMLCanvasElement, tiles: readonly LevelTiles[], { base, matrix: [a, b, c, d, e, f], box, store, pictures }: DrawOptions): void {
  const dense = devicePixelRatio
  Object.assign(canvas, { width: Math.round(box.width * dense), height: Math.round(box.height * dense) })
  const context = canvas.getContext('2d')
  if (context === null) return
  context.imageSmoothingQuality = 'high'
  context.setTransform(a * dense, b * dense, c * dense, d * dense, e * dense, f * dense)
  // The last tiles of a row and of a column may reach beyond the slide.
  context.beginPath()
  context.rect(0, 0, base.columns, base.rows)
  context.clip()
  for (const { frame, x, y, scale } of tiles.flatMap(({ placed }) => placed)) {
    const picture = pictures.of(frame, store)
    // A hair over its neighbours: no seams.
    if (picture !== null) context.drawImage(picture, x, y, picture.width * scale + 0.5 * scale, picture.height * scale + 0.5 * scale)
  }
}

interface Hands {
  readonly extent: Extent
  readonly box: Box
  readonly setView: (change: (view: View) => View) => void
}

function extentOf({ columns, rows }: SlideLevel, box: Box): Extent {
  const whole = { columns, rows, aspect: 1 }
  return { ...whole, mostZoom: Math.max(1, MOST_ENLARGED / fitting(WHOLE, whole, box)) }
}

function handsOn({ extent, box, setView }: Hands) {
  const zoom = (at: Point, factor: number): void => setView((view) => {
    const next = zoomedAt(view, extent, box, at, factor)
    return next.zoom < 1 ? WHOLE : next
  })
  const move = (x: number, y: number): void => setView((view) => movedBy(view, extent, box, { x, y }))
  const middle = { x: box.width / 2, y: box.height / 2 }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowUp: () => move(0, STEP_PX), ArrowDown: () => move(0, -STEP_PX), ArrowLeft: () => move(STEP_PX, 0), ArrowRight: () => move(-STEP_PX, 0),
    '+': () => zoom(middle, ZOOM_STEP), '=': () => zoom(middle, ZOOM_STEP), '-': () => zoom(middle, 1 / ZOOM_STEP), 0: () => setView(() => WHOLE),
  }
  return {
    gestures: {
      press: () => undefined, release: () => undefined, cancel: () => undefined, hover: () => undefined,
      drag: ({ at, dx, dy }: { readonly at: Point; readonly dx: number; readonly dy: number }, means: string) =>
        means === 'zoom' ? zoom(at, draggedZoom(dy)) : move(dx, dy),
      pinch: (at: Point, factor: number, dx: number, dy: number) => {
        zoom(at, factor)
        move(dx, dy)
      },
      wheel: (steps: number, at: Point) => zoom(at, Math.exp(-steps / 6)),
    },
    key: (event: KeyboardEvent) => {
      const act = keys[event.key]
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act()
    },
  }
}

const SCALE_PX = 140
const MICROMETRES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const

function SlideScale({ base: { mm }, matrix: [a], height }: { readonly base: SlideLevel; readonly matrix: Matrix; readonly height: number }) {
  const number = useNumber()
  if (mm === null || mm <= 0) return null
  const perMicrometre = a / (mm * 1000)
  const length = MICROMETRES.findLast((each) => each * perMicrometre <= SCALE_PX)
  if (length === undefined) return null
  const words = length < 1000 ? `${number(length)} µm` : `${number(length / 1000)} mm`
  return <ScaleBar x={16} y={height - 16} length={length * perMicrometre} words={words} ink="#14212B" halo="#FFFFFF" />
}
