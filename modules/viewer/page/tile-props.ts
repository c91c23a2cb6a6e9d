import type { FrameStore } from './core/frame-store.ts'
import type { ImageFrame } from './core/image.ts'
import type { LoadedFrame } from './core/loaded-frame.ts'
import type { Mark } from './core/marks.ts'
import type { Measurement } from './core/measure.ts'
import type { Reference } from './core/report.ts'
import type { SeriesPlace, Tile, TileChange } from './core/workspace.ts'
import type { Box, Extent, Point } from './core/view.ts'
import type { Keepsake } from './keepsake.ts'
import type { SeriesState } from './series-state.ts'
import type { Tool } from './tools.ts'

/** What a tile shows and how large it is, for commands that come from elsewhere. */
export interface Scene {
  readonly box: Box
  readonly extent: Extent
  /** Null while nothing is there to measure on. */
  readonly frame: LoadedFrame | null
}

/** What a tile can ask for. Tiles are known by their number, from 0. */
export interface TileActions {
  activate(tile: number): void
  scroll(tile: number, by: number): void
  goTo(tile: number, at: number): void
  set(tile: number, change: TileChange): void
  put(tile: number, series: SeriesPlace): void
  measure(next: readonly Measurement[]): void
  /** Shows one tile alone, or all again. */
  enlarge(tile: number): void
  /** From a report to the image that it speaks of. */
  seek(image: Reference): void
  /** Null when it is gone. */
  tell(tile: number, scene: Scene | null): void
  /** Null when there is nothing to keep. */
  offer(tile: number, keepsake: Keepsake | null): void
}

export interface TileProps {
  readonly index: number
  readonly tile: Tile
  readonly state: SeriesState
  /** Of what is laid over it. */
  readonly over: SeriesState
  readonly seriesName: string
  readonly thumbnail: string | null
  readonly isActive: boolean
  readonly store: FrameStore
  readonly tool: Tool
  readonly texts: boolean
  readonly overlays: boolean
  readonly measurements: readonly Measurement[]
  readonly marksOf: (image: ImageFrame) => readonly Mark[]
  readonly crossingsOn: (tile: number, image: ImageFrame) => readonly (readonly [Point, Point])[]
  readonly actions: TileActions
}
