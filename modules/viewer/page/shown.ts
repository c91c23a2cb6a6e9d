/** What of a Series a tile shows right now: which frame of how many, and the way to its pixels. */
import type { FrameStore } from './core/frame-store.ts'
import type { ImageFrame } from './core/image.ts'
import type { Layer } from './core/layers/layer.ts'
import { petOver } from './core/layers/pet.ts'
import type { LoadedFrame } from './core/loaded-frame.ts'
import { PictureError, type Trouble } from './core/pixels.ts'
import { fetchOrder, nearest } from './core/prefetch.ts'
import { frameOfCut, planCut, resliced } from './core/reslice.ts'
import { middleOf } from './core/stack.ts'
import type { Tile } from './core/workspace.ts'
import type { SeriesState } from './series-state.ts'

export interface Shown {
  readonly studyUid: string
  /** Every slice of the stack behind it. */
  readonly frames: readonly ImageFrame[]
  readonly image: ImageFrame
  readonly at: number
  readonly count: number
  readonly framesPerSecond: number
  /** Drawn over the images; null where nothing is. */
  readonly layer: Layer | null
}

/**
 * Null where there is no picture to show.
 *
 * @param over - of the Series that is laid over it.
 */
export function shownOf(tile: Tile, state: SeriesState, over: SeriesState): Shown | null {
  if (state.kind !== 'images') return null
  const { frames, studyUid, framesPerSecond, layer, start } = state
  const count = countOf(tile, frames)
  const at = Math.min(count - 1, tile.at ?? (tile.cut === 'stack' ? start : null) ?? middleOf(count))
  const image = tile.cut === 'stack' ? frames[at] : frameOfCut(frames, tile.cut, at)
  return image == null ? null : { studyUid, frames, image, at, count, framesPerSecond, layer: layer ?? layerFrom(over) }
}

const pets = new WeakMap<readonly ImageFrame[], Layer>()

function layerFrom(over: SeriesState): Layer | null {
  if (over.kind !== 'images') return null
  const layer = pets.get(over.frames) ?? petOver(over.frames)
  pets.set(over.frames, layer)
  return layer
}

export function countOf({ cut }: Tile, frames: readonly ImageFrame[]): number {
  return cut === 'stack' ? frames.length : planCut(frames, cut)?.through.count ?? 0
}

/** The frames that a tile needs, in the order of its need. A cut needs the whole stack. */
export function neededFrames({ cut }: Tile, { frames, at }: Shown, heading: -1 | 0 | 1): readonly ImageFrame[] {
  const order = cut === 'stack' ? fetchOrder(frames.length, at, heading) : fetchOrder(frames.length, middleOf(frames.length), 0)
  return order.flatMap((index) => frames[index] ?? [])
}

export type Sight =
  | { readonly kind: 'frame'; readonly frame: LoadedFrame }
  /** The one that is wanted, but rough: the true one is on its way. */
  | { readonly kind: 'preview'; readonly frame: LoadedFrame }
  /** Not the one that is wanted, but near it. */
  | { readonly kind: 'stand-in'; readonly frame: LoadedFrame; readonly at: number }
  | { readonly kind: 'loading'; readonly done: number; readonly count: number }
  | { readonly kind: 'trouble'; readonly error: PictureError; readonly retry: () => void }

/** How far a stand-in may lie from what is wanted. */
const STAND_IN_REACH = 24

export function sightOf({ cut, window }: Tile, { frames, image, at }: Shown, store: FrameStore): Sight {
  if (cut !== 'stack') return sightOfCut(cut, frames, at, store)
  const frame = store.get(image)
  if (frame !== undefined) return { kind: 'frame', frame }
  const error = store.failureOf(image)
  if (error !== undefined) return { kind: 'trouble', error, retry: () => store.retry(image) }
  const preview = store.previewOf(image, window)
  if (preview !== undefined) return { kind: 'preview', frame: preview }
  const near = nearest(frames.length, at, (index) => {
    const each = frames[index]
    return each !== undefined && Math.abs(index - at) <= STAND_IN_REACH && store.has(each)
  })
  const other = near === null ? undefined : frames[near]
  const standIn = other === undefined ? undefined : store.get(other)
  return near === null || standIn === undefined ? { kind: 'loading', done: 0, count: 1 } : { kind: 'stand-in', frame: standIn, at: near }
}

function sightOfCut(cut: 'rows' | 'columns', frames: readonly ImageFrame[], at: number, store: FrameStore): Sight {
  const failed = frames.find((each) => store.failureOf(each) !== undefined)
  const error = failed === undefined ? undefined : store.failureOf(failed)
  if (failed !== undefined && error !== undefined) return { kind: 'trouble', error, retry: () => store.retry(failed) }
  if (!store.canHold(frames)) return never('too-large')
  const loaded = frames.flatMap((each) => store.get(each) ?? [])
  if (loaded.length < frames.length) return { kind: 'loading', done: loaded.length, count: frames.length }
  const frame = resliced(loaded, cut, at)
  // Drawn by the server, they are colours without values.
  return frame === null ? never('no-decoder') : { kind: 'frame', frame }
}

/** Trying again would not help. */
function never(trouble: Trouble): Sight {
  return { kind: 'trouble', error: new PictureError(trouble, 'no cut through this stack'), retry: () => undefined }
}
