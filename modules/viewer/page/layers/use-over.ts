/** What is drawn over the image of a tile: fetched, painted, and as the person wants to see it. */
import { useEffect, useMemo, useState } from 'react'
import type { FrameStore } from '../core/frame-store.ts'
import { NO_MASKS, NO_OUTLINES, type Layer, type Outline, type Part } from '../core/layers/layer.ts'
import { paintMasks, type LoadedMask, type MaskSheet } from '../core/layers/paint-masks.ts'
import type { Matrix } from '../core/view.ts'
import type { Shown } from '../shown.ts'
import { useArrivals } from '../stage.ts'
import { useWash } from './use-wash.ts'

/** A picture laid over another. */
export interface Over {
  readonly sheet: HTMLCanvasElement
  /** From its pixels to those of the image. */
  readonly map: Matrix
}

export interface LayerChoice {
  readonly hidden: ReadonlySet<string>
  /** From 0 to 1. */
  readonly opacity: number
}

export interface OverTile {
  readonly overs: readonly Over[]
  readonly outlines: readonly Outline[]
  /** Null where nothing is drawn over the images. */
  readonly layer: Layer | null
  /** Of what is here on this image, by key. */
  readonly here: ReadonlySet<string>
  /** Of a wash, what has its last colour; null while that is not known. */
  readonly most: number | null
  readonly isWashed: boolean
  /** Something of it could not be had. */
  readonly hasFailed: boolean
  readonly choice: LayerChoice
  readonly setChoice: (choice: LayerChoice) => void
}

const FIRST_CHOICE: LayerChoice = { hidden: new Set(), opacity: 0.5 }

/** @param isStack - segments and outlines lie on the slices as they were made, and on no cut through them; a wash is a volume. */
export function useOver(store: FrameStore, tile: string, { layer, image, studyUid }: Shown, isStack: boolean): OverTile {
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const arrivals = useArrivals(store)
  const masks = useMemo(() => (isStack ? layer?.masksOn(image) : null) ?? NO_MASKS, [layer, image, isStack])
  const outlines = useMemo(() => (isStack ? layer?.outlinesOn(image) : null) ?? NO_OUTLINES, [layer, image, isStack])
  const wanted = useMemo(() => masks.filter(({ parts }) => parts.some(({ key }) => !choice.hidden.has(key))), [masks, choice.hidden])
  const wash = useWash(store, layer?.wash ?? null, image, choice.opacity)
  const frames = useMemo(() => [...wash.wanted, ...wanted.map(({ frame }) => frame)], [wash.wanted, wanted])
  useEffect(() => store.want(tile, studyUid, frames), [store, tile, studyUid, frames])
  useEffect(() => () => store.forget(tile), [store, tile])
  const loaded = useSteady(useMemo(() => wanted.flatMap((mask): readonly LoadedMask[] => {
    const pixels = store.get(mask.frame)?.pixels
    return pixels?.kind === 'gray' ? [{ mask, pixels }] : []
  }), [wanted, store, arrivals]))
  const overs = useMemo(() => {
    const isHidden = ({ key }: Part): boolean => choice.hidden.has(key)
    return paintMasks(loaded, { isHidden, opacity: choice.opacity }).map(overOf)
  }, [loaded, choice])
  const washed = useMemo(() => (wash.sheet === null ? [] : [overOf(wash.sheet)]), [wash.sheet])
  useFreed(overs)
  useFreed(washed)
  return {
    layer, choice, setChoice, most: wash.most, isWashed: wash.isHere,
    overs: useMemo(() => [...washed, ...overs], [washed, overs]),
    hasFailed: frames.some((frame) => store.failureOf(frame) !== undefined),
    outlines: useMemo(() => outlines.filter(({ part }) => !choice.hidden.has(part.key)), [outlines, choice.hidden]),
    here: useMemo(() => new Set([...masks.flatMap(({ parts }) => parts), ...outlines.map(({ part }) => part)].map(({ key }) => key)), [masks, outlines]),
  }
}

/** The same list for as long as the same things are in it: frames arrive for other tiles too. */
function useSteady(list: readonly LoadedMask[]): readonly LoadedMask[] {
  const [kept, keep] = useState(list)
  const isSame = kept.length === list.length && kept.every(({ mask, pixels }, n) => list[n]?.mask === mask && list[n].pixels === pixels)
  if (!isSame) keep(list)
  return isSame ? kept : list
}

/** Their memory is given back when others take their place. */
function useFreed(overs: readonly Over[]): void {
  useEffect(() => () => {
    for (const { sheet } of overs) Object.assign(sheet, { width: 0, height: 0 })
  }, [overs])
}

function overOf({ rows, columns, rgba, map }: MaskSheet): Over {
  const sheet = Object.assign(document.createElement('canvas'), { width: columns, height: rows })
  sheet.getContext('2d')?.putImageData(new ImageData(rgba, columns, rows), 0, 0)
  return { sheet, map }
}
