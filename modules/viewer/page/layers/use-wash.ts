/** A wash of colours on the image of a tile: which slices of it are needed, and what they come to. */
import { useMemo } from 'react'
import type { FrameStore } from '../core/frame-store.ts'
import type { ImageFrame } from '../core/image.ts'
import type { MaskSheet } from '../core/layers/paint-masks.ts'
import { paintWash, reachOn, valuesOn, type Wash } from '../core/layers/wash.ts'
import type { GrayPixels } from '../core/pixels.ts'
import { useArrivals } from '../stage.ts'

export interface WashOnImage {
  readonly wanted: readonly ImageFrame[]
  readonly sheet: MaskSheet | null
  readonly most: number | null
  /** Whether it reaches the image. */
  readonly isHere: boolean
}

const NOTHING: readonly ImageFrame[] = []
/** A wider image is not washed: it would take longer than one looks at it. */
const MOST_PIXELS = 4_194_304

export function useWash(store: FrameStore, wash: Wash | null, image: ImageFrame, opacity: number): WashOnImage {
  const arrivals = useArrivals(store)
  const reach = useMemo(() => (wash === null ? null : reachOn(wash, image)), [wash, image])
  // What is greatest is known when all of it is here.
  const wanted = useMemo(() => {
    if (wash === null) return NOTHING
    const first = reach === null ? [] : reach.slices.map(({ frame }) => frame)
    return wash.most === null ? [...first, ...wash.frames] : first
  }, [wash, reach])
  const most = useMemo(() => wash === null ? null : wash.most ?? greatest(store, wash), [store, wash, arrivals])
  const isAllHere = reach?.slices.every(({ frame }) => store.has(frame)) === true
  const values = useMemo(() => {
    if (reach === null || !isAllHere || image.shape.rows * image.shape.columns > MOST_PIXELS) return null
    const pixels = reach.slices.flatMap(({ frame }) => graysOf(store, frame) ?? [])
    return pixels.length < reach.slices.length ? null : valuesOn(reach, pixels, image.shape)
  }, [store, reach, isAllHere, image])
  const sheet = useMemo((): MaskSheet | null => {
    if (wash === null || values === null || most === null) return null
    const { rows, columns } = image.shape
    return { rows, columns, rgba: paintWash(values, { map: wash.map, most, opacity }), map: [1, 0, 0, 1, 0, 0] }
  }, [wash, values, most, image, opacity])
  return { wanted, sheet, most, isHere: reach !== null }
}

function graysOf(store: FrameStore, frame: ImageFrame): GrayPixels | null {
  const pixels = store.get(frame)?.pixels
  return pixels?.kind === 'gray' ? pixels : null
}

const greatestOf = new WeakMap<Wash, number>()

/** Null until every slice is here; then it stays. */
function greatest(store: FrameStore, wash: Wash): number | null {
  const known = greatestOf.get(wash)
  if (known !== undefined) return known
  if (!wash.frames.every((frame) => store.has(frame))) return null
  let most = 0
  for (const frame of wash.frames) {
    for (const value of graysOf(store, frame)?.values ?? []) most = Math.max(most, value * frame.slope + frame.intercept)
  }
  greatestOf.set(wash, most)
  return most
}
