/** What hands do on a picture: browse, change the window, zoom, move, measure. */
import { useRef, useState, type RefObject } from 'react'
import { keyOf } from './core/image.ts'
import type { LoadedFrame } from './core/loaded-frame.ts'
import type { Measurement } from './core/measure.ts'
import { windowOf } from './core/shade.ts'
import { apply, inverse, movedBy, zoomedAt, type Box, type Extent, type Matrix, type Point } from './core/view.ts'
import { gripAt, isComplete, led, measurementOf, moved, newId, pressed, released, UNSTEADY, type Draft, type Grip } from './drafting.ts'
import { useGestures, type Drag, type Gestures, type Means } from './gestures.ts'
import type { Shown } from './shown.ts'
import type { TileProps } from './tile-props.ts'
import { draggedWindow, draggedZoom, isMeasuring, pixelsPerSlice } from './tools.ts'

interface Hands {
  readonly props: TileProps
  readonly shown: Shown
  readonly frame: LoadedFrame | null
  readonly extent: Extent
  readonly box: Box
  readonly matrix: Matrix
  /** Of the measurements: those on this frame. */
  readonly here: readonly Measurement[]
}

/** One press, from its beginning to its end. */
interface Press {
  from: Point
  grip: Grip | null
  /** What is left of slices that were not whole. */
  rest: number
}

const REACH_PX = { mouse: 9, touch: 22 } as const

/** @returns what is being drawn. */
export function useTileGestures(place: RefObject<HTMLElement | null>, hands: Hands): Draft | null {
  const [draft, setDraft] = useState<Draft | null>(null)
  const press = useRef<Press>({ from: { x: 0, y: 0 }, grip: null, rest: 0 })
  const { props: { tool }, shown } = hands
  const own = draft !== null && draft.frameKey === keyOf(shown.image) && draft.kind === tool ? draft : null
  useGestures(place, gesturesOf(hands, press.current, { own, setDraft }))
  return own
}

interface Drawing {
  readonly own: Draft | null
  readonly setDraft: (draft: Draft | null) => void
}

function gesturesOf(hands: Hands, press: Press, { own, setDraft }: Drawing): Gestures {
  const { props: { tool, index, actions, measurements }, shown, frame, extent, box, matrix, here } = hands
  const onImage = (at: Point): Point => apply(inverse(matrix), at)
  const zoom = (at: Point, factor: number) => actions.set(index, ({ view }) => ({ view: zoomedAt(view, extent, box, at, factor) }))
  const move = (x: number, y: number) => actions.set(index, ({ view }) => ({ view: movedBy(view, extent, box, { x, y }) }))
  const scrollBy = (slices: number): void => {
    press.rest += slices
    const whole = Math.trunc(press.rest)
    press.rest -= whole
    if (whole !== 0) actions.scroll(index, whole)
  }
  const drag = ({ at, dx, dy }: Drag): void => {
    if (press.grip !== null) actions.measure(moved(measurements, press.grip, onImage(at)))
    else if (isMeasuring(tool)) {
      if (own !== null && (own.loose !== null || distance(at, press.from) > UNSTEADY)) setDraft(led(own, onImage(at)))
    } else if (tool === 'window') {
      if (frame !== null) actions.set(index, (tile) => ({ window: draggedWindow(windowOf(frame, tile), dx, dy) }))
    } else if (tool === 'browse' && shown.count > 1) scrollBy(dy / pixelsPerSlice(shown.count, box.height))
    else if (tool === 'zoom') zoom(press.from, draggedZoom(dy))
    else move(dx, dy)
  }
  return {
    press(at, means, isTouch) {
      const grip = means === 'tool' && own === null ? gripAt(here, matrix, at, isTouch ? REACH_PX.touch : REACH_PX.mouse) : null
      Object.assign(press, { from: at, grip, rest: 0 })
      if (means === 'tool' && grip === null && frame !== null && isMeasuring(tool)) setDraft(pressed(own, tool, keyOf(shown.image), onImage(at)))
    },
    drag(dragged, means) {
      if (means === 'tool') drag(dragged)
      else if (means === 'zoom') zoom(press.from, draggedZoom(dragged.dy))
      else move(dragged.dx, dragged.dy)
    },
    release(_at: Point, means: Means) {
      if (means !== 'tool' || own === null || press.grip !== null) return
      const next = released(own)
      setDraft(isComplete(next) ? null : next)
      if (isComplete(next)) actions.measure([...measurements, measurementOf(next, newId())])
    },
    cancel: () => setDraft(null),
    pinch(at, factor, dx, dy) {
      zoom(at, factor)
      move(dx, dy)
    },
    wheel(steps, at, isZoom) {
      if (isZoom || shown.count < 2) zoom(at, Math.exp(-steps / 6))
      else scrollBy(steps)
    },
    hover(at) {
      if (own !== null && at !== null && !isComplete(own)) setDraft(led(own, onImage(at)))
    },
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
