/**
 * Mouse, pen and fingers on a tile, told as a few simple things: a press, a drag, a pinch, steps of a wheel.
 *
 * @module
 */
import { useEffect, useRef, type RefObject } from 'react'
import type { Point } from './core/view.ts'
import { wheelSteps } from './tools.ts'

export interface Drag {
  readonly at: Point
  /** Since the last one. */
  readonly dx: number
  readonly dy: number
}

/** Which way of dragging: the chosen tool's, or that of a button that has its own. */
export type Means = 'tool' | 'zoom' | 'move'

export interface Gestures {
  /** Begins a press. Positions are within the tile, in CSS pixels. */
  press(at: Point, means: Means, isTouch: boolean): void
  drag(drag: Drag, means: Means): void
  release(at: Point, means: Means): void
  /** A second finger came: what the first began does not count. */
  cancel(): void
  pinch(at: Point, factor: number, dx: number, dy: number): void
  wheel(steps: number, at: Point, isZoom: boolean): void
  hover(at: Point | null): void
}

interface Pointers {
  readonly down: Map<number, Point>
  means: Means | null
}

/** Hand in whatever is current; listeners are set once. */
export function useGestures(place: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const current = useRef(gestures)
  useEffect(() => {
    current.current = gestures
  })
  useEffect(() => (place.current === null ? undefined : listen(place.current, current)), [place])
}

function listen(element: HTMLElement, current: RefObject<Gestures>): () => void {
  const pointers: Pointers = { down: new Map(), means: null }
  const positionOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const stopped = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(name: K, run: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(name, run, { signal: stopped.signal, passive: false })
  on('pointerdown', (event) => pressed(pointers, current.current, event, positionOf(event)))
  on('pointermove', (event) => moved(pointers, current.current, event.pointerId, positionOf(event)))
  on('pointerup', (event) => released(pointers, current.current, event.pointerId, positionOf(event)))
  on('pointercancel', (event) => released(pointers, current.current, event.pointerId, positionOf(event)))
  on('pointerleave', () => current.current.hover(null))
  on('contextmenu', (event) => event.preventDefault())
  on('wheel', (event) => {
    event.preventDefault()
    current.current.wheel(wheelSteps(event.deltaY, event.deltaMode), positionOf(event), event.ctrlKey || event.metaKey)
  })
  return () => stopped.abort()
}

function pressed(pointers: Pointers, gestures: Gestures, event: PointerEvent, at: Point): void {
  if (event.target instanceof Element && event.target.closest('button, input, a') !== null) return
  const { currentTarget, pointerId } = event
  if (currentTarget instanceof HTMLElement) currentTarget.setPointerCapture(pointerId)
  pointers.down.set(pointerId, at)
  if (pointers.down.size > 1) {
    if (pointers.means !== null) gestures.cancel()
    pointers.means = null
    return
  }
  pointers.means = event.button === 1 ? 'move' : event.button === 2 ? 'zoom' : event.shiftKey ? 'move' : 'tool'
  gestures.press(at, pointers.means, event.pointerType === 'touch')
}

function moved(pointers: Pointers, gestures: Gestures, id: number, at: Point): void {
  const before = pointers.down.get(id)
  if (before === undefined) {
    gestures.hover(at)
    return
  }
  const other = [...pointers.down].find(([each]) => each !== id)?.[1]
  pointers.down.set(id, at)
  if (other !== undefined) {
    const factor = distance(at, other) / Math.max(1, distance(before, other))
    gestures.pinch(middle(at, other), factor, (at.x - before.x) / 2, (at.y - before.y) / 2)
  } else if (pointers.means !== null) gestures.drag({ at, dx: at.x - before.x, dy: at.y - before.y }, pointers.means)
}

function released(pointers: Pointers, gestures: Gestures, id: number, at: Point): void {
  if (!pointers.down.delete(id) || pointers.means === null) return
  gestures.release(at, pointers.means)
  pointers.means = null
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
