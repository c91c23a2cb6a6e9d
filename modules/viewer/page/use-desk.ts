/** All that a page of pictures knows, and what can be done with it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { StudyToView } from '../contract.ts'
import { crossingOf } from './core/crossing.ts'
import type { FrameStore } from './core/frame-store.ts'
import type { ImageFrame } from './core/image.ts'
import type { Measurement } from './core/measure.ts'
import type { PictureSource } from './core/picture-source.ts'
import type { Reference } from './core/report.ts'
import { alongside } from './core/stack.ts'
import type { Tile, Workspace } from './core/workspace.ts'
import { useHost } from './host.ts'
import type { Keepsake } from './keepsake.ts'
import { PENDING, useSeriesStates, type SeriesState } from './series-state.ts'
import { shownOf, type Shown } from './shown.ts'
import { useFrameStore } from './stage.ts'
import type { Scene, TileActions } from './tile-props.ts'
import { useMarks } from './use-marks.ts'
import { useWorkspace, type KeptWorkspace } from './use-workspace.ts'
import { inOrderOfLooking, markSeries, viewedSeries, type ViewedSeries } from './viewed-series.ts'

export interface Desk extends KeptWorkspace {
  readonly studies: readonly StudyToView[]
  readonly series: readonly ViewedSeries[]
  readonly store: FrameStore
  readonly stateOf: (seriesUid: string) => SeriesState
  /** By number of the tile; null where there is no picture. */
  readonly shown: readonly (Shown | null)[]
  readonly measurements: readonly Measurement[]
  readonly hasMarks: boolean
  readonly marksOf: ReturnType<typeof useMarks>
  readonly crossingsOn: (tile: number, image: ImageFrame) => readonly NonNullable<ReturnType<typeof crossingOf>>[]
  readonly actions: TileActions
  readonly sceneOf: (tile: number) => Scene | undefined
  /** Whether the tile that is looked at shows what can be saved and printed; it may be on its way. */
  readonly hasPicture: boolean
  readonly keepsakeOf: (tile: number) => Keepsake | undefined
  readonly setMeasurements: (next: readonly Measurement[]) => void
}

export function useDesk(studies: readonly StudyToView[], beside: readonly string[], hasMarksOn: boolean): Desk {
  const series = useMemo(() => inOrderOfLooking(viewedSeries(studies)), [studies])
  const kept = useWorkspace(series, beside)
  const { workspace } = kept
  const { source } = useHost()
  const store = useFrameStore()
  const wanted = useMemo(() => series.filter((each) => workspace.tiles.some((tile) => tile?.seriesUid === each.seriesUid || tile?.over === each.seriesUid)), [series, workspace.tiles])
  const states = useSeriesStates(source, wanted, series)
  const stateOf = useCallback((seriesUid: string) => states.get(seriesUid) ?? PENDING, [states])
  const shown = useMemo(() => shownIn(workspace, stateOf), [workspace, stateOf])
  const [measurements, setMeasurements] = useState<readonly Measurement[]>([])
  const scenes = useRef(new Map<number, Scene>())
  const keepsakes = useRef(new Map<number, Keepsake>())
  const marks = useMemo(() => markSeries(studies), [studies])
  const marksOf = useMarks(marks, hasMarksOn)
  const crossingsOn = useCallback((tile: number, image: ImageFrame) => shown.flatMap((other, n) => {
    const line = n === tile || other === null ? null : crossingOf(image, other.image)
    return line === null ? [] : [line]
  }), [shown])
  const actions = useActions({ kept, source, stateOf, series, setMeasurements, scenes: scenes.current, keepsakes: keepsakes.current })
  return {
    ...kept, studies, series, store, stateOf, shown, measurements, setMeasurements, marksOf, crossingsOn, actions,
    hasMarks: marks.length > 0, sceneOf: (tile) => scenes.current.get(tile), keepsakeOf: (tile) => keepsakes.current.get(tile),
    hasPicture: shown[workspace.active] != null || DRAWN_BY_THEMSELVES.includes(stateOf(workspace.tiles[workspace.active]?.seriesUid ?? '').kind),
  }
}

/** Pictures that are no stack of images. */
const DRAWN_BY_THEMSELVES: readonly SeriesState['kind'][] = ['slide', 'waves']

/** What is laid over a tile. */
export function overOf({ over }: Tile, stateOf: Desk['stateOf']): SeriesState {
  return over === null ? PENDING : stateOf(over)
}

function shownIn({ tiles }: Workspace, stateOf: Desk['stateOf']): readonly (Shown | null)[] {
  return tiles.map((tile) => (tile === null ? null : shownOf(tile, stateOf(tile.seriesUid), overOf(tile, stateOf))))
}

interface ActionsOptions {
  readonly kept: KeptWorkspace
  readonly source: PictureSource
  readonly stateOf: Desk['stateOf']
  readonly series: readonly ViewedSeries[]
  readonly setMeasurements: (next: readonly Measurement[]) => void
  readonly scenes: Map<number, Scene>
  readonly keepsakes: Map<number, Keepsake>
}

/** Stable: tiles are drawn again for what they show, not because somebody else moved. */
function useActions(options: ActionsOptions): TileActions {
  const current = useRef(options)
  const sought = useRef<Reference | null>(null)
  const before = useRef<Workspace | null>(null)
  useEffect(() => {
    current.current = options
    if (sought.current !== null) sought.current = stillSought(options, sought.current)
  })
  return useMemo(() => {
    const kept = (): KeptWorkspace => current.current.kept
    const goTo = (tile: number, at: number): void => {
      kept().dispatch({ kind: 'scroll', places: placesFor(current.current, tile, at) })
    }
    return {
      activate(tile) {
        if (kept().latest().active !== tile) kept().dispatch({ kind: 'activate', tile })
      },
      goTo,
      scroll(tile, by) {
        const here = shownIn(kept().latest(), current.current.stateOf)[tile]
        if (here != null) goTo(tile, Math.min(here.count - 1, Math.max(0, here.at + by)))
      },
      set: (tile, change) => kept().dispatch({ kind: 'set', tile, change }),
      put: (tile, series) => kept().dispatch({ kind: 'put', tile, series }),
      measure: (next) => current.current.setMeasurements(next),
      enlarge(tile) {
        const now = kept().latest()
        if (now.layout > 1) {
          before.current = now
          kept().dispatch({ kind: 'activate', tile })
          kept().dispatch({ kind: 'layout', layout: 1, series: [] })
        } else if (before.current !== null) {
          kept().dispatch({ kind: 'restore', workspace: before.current })
          before.current = null
        }
      },
      seek(image) {
        sought.current = image
        void putSought(current.current, image)
      },
      tell: (tile, scene) => note(current.current.scenes, tile, scene),
      offer: (tile, keepsake) => note(current.current.keepsakes, tile, keepsake),
    }
  }, [])
}

function note<T>(known: Map<number, T>, tile: number, value: T | null): void {
  if (value === null) known.delete(tile)
  else known.set(tile, value)
}

/** Where each tile goes when one goes to `at`: linked ones to the same place of the body. */
function placesFor({ kept, stateOf }: ActionsOptions, tile: number, at: number): readonly (number | null)[] {
  const now = kept.latest()
  const shown = shownIn(now, stateOf)
  const mine = shown[tile]
  const frame = mine?.frames[at]
  return now.tiles.map((other, n) => {
    if (n === tile) return at
    const theirs = shown[n]
    if (!now.linked || mine == null || frame === undefined || theirs == null) return null
    return other?.cut === 'stack' && now.tiles[tile]?.cut === 'stack' ? alongside(frame, at, mine.count, theirs.frames) : null
  })
}

/** Puts the Series of an image that a report names beside the report, or in its place where there is no room. */
async function putSought({ kept, source, series }: ActionsOptions, { instanceUid }: Reference): Promise<void> {
  const now = kept.latest()
  const report = now.tiles[now.active]
  const studyUid = series.find(({ seriesUid }) => seriesUid === report?.seriesUid)?.studyUid
  if (studyUid === undefined) return
  const seriesUid = await source.seriesOf(studyUid, instanceUid).catch(() => null)
  const place = series.find((each) => each.seriesUid === seriesUid)
  if (place === undefined) return
  const hasRoom = matchMedia('(min-width: 48em)').matches
  if (hasRoom && now.layout === 1) kept.dispatch({ kind: 'layout', layout: 2, series: [place] })
  else kept.dispatch({ kind: 'put', tile: hasRoom ? (now.active + 1) % now.layout : now.active, series: place })
}

/** Goes to the image as soon as its Series is known. */
function stillSought({ kept, stateOf }: ActionsOptions, image: Reference): Reference | null {
  const shown = shownIn(kept.latest(), stateOf)
  for (const [tile, each] of shown.entries()) {
    const at = each?.frames.findIndex(({ instanceUid, frame }) => instanceUid === image.instanceUid && frame === image.frame) ?? -1
    if (at < 0) continue
    kept.dispatch({ kind: 'scroll', places: shown.map((_, n) => (n === tile ? at : null)) })
    return null
  }
  return image
}
