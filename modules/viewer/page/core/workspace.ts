/** What is shown where: tiles, the Series in each, and how a person set them. Pure; a page keeps it and an address holds it. */
import type { Window } from './image.ts'
import type { Cut } from './reslice.ts'
import { WHOLE, type View } from './view.ts'

/** Three are one large and two small: a stack with its cuts. */
export const LAYOUTS = [1, 2, 3, 4] as const
export type Layout = (typeof LAYOUTS)[number]

export interface Tile {
  /** Of the exam that the Series belongs to. */
  readonly studyId: string
  readonly seriesUid: string
  readonly cut: Cut
  /** From 0; null until a person chose one: then it is the middle. */
  readonly at: number | null
  readonly window: Window | null
  readonly inverted: boolean
  readonly view: View
  /** Another Series that is laid over it. */
  readonly over: string | null
}

export interface Workspace {
  readonly layout: Layout
  /** As many as the layout has places, null where nothing was put. */
  readonly tiles: readonly (Tile | null)[]
  readonly active: number
  /** Tiles scroll together. */
  readonly linked: boolean
}

export interface SeriesPlace {
  readonly studyId: string
  readonly seriesUid: string
}

export function newTile({ studyId, seriesUid }: SeriesPlace): Tile {
  return { studyId, seriesUid, cut: 'stack', at: null, window: null, inverted: false, view: WHOLE, over: null }
}

/** One tile with the first Series. */
export function newWorkspace(series: readonly SeriesPlace[]): Workspace {
  const [first] = series
  return { layout: 1, tiles: [first === undefined ? null : newTile(first)], active: 0, linked: false }
}

/** How a tile is set. A function, as hands may move faster than a page is drawn. */
export type TileChange = (tile: Tile) => Partial<Omit<Tile, 'studyId' | 'seriesUid'>>

export type Change =
  | { readonly kind: 'layout'; readonly layout: Layout; readonly series: readonly SeriesPlace[] }
  | { readonly kind: 'activate'; readonly tile: number }
  | { readonly kind: 'put'; readonly tile: number; readonly series: SeriesPlace; readonly at?: number }
  | { readonly kind: 'set'; readonly tile: number; readonly change: TileChange }
  | { readonly kind: 'scroll'; readonly places: readonly (number | null)[] }
  | { readonly kind: 'reset'; readonly tile: number }
  | { readonly kind: 'link'; readonly linked: boolean }
  | { readonly kind: 'cuts'; readonly tile: number }
  | { readonly kind: 'restore'; readonly workspace: Workspace }

export function changed(workspace: Workspace, change: Change): Workspace {
  const withTile = (at: number, next: (tile: Tile) => Tile): Workspace => ({
    ...workspace, tiles: workspace.tiles.map((tile, n) => (n === at && tile !== null ? next(tile) : tile)),
  })
  switch (change.kind) {
    case 'layout': return laidOut(workspace, change.layout, change.series)
    case 'activate': return workspace.tiles[change.tile] === undefined ? workspace : { ...workspace, active: change.tile }
    case 'put': {
      const { series, at = null } = change
      const tile = { ...newTile(series), at }
      return { ...workspace, active: change.tile, tiles: workspace.tiles.map((old, n) => (n === change.tile ? tile : old)) }
    }
    case 'set': return withSet(withTile(change.tile, (tile) => ({ ...tile, ...change.change(tile) })), change.tile)
    case 'scroll': return {
      ...workspace,
      tiles: workspace.tiles.map((tile, n) => (tile === null || change.places[n] == null ? tile : { ...tile, at: change.places[n] })),
    }
    case 'reset': return withTile(change.tile, (tile) => ({ ...tile, window: null, inverted: false, view: WHOLE }))
    case 'link': return { ...workspace, linked: change.linked }
    case 'cuts': return withCuts(workspace, change.tile)
    case 'restore': return change.workspace
  }
}

/** All cuts through one stack share its window. */
function withSet(workspace: Workspace, at: number): Workspace {
  const changed = workspace.tiles[at]
  if (changed == null) return workspace
  const { seriesUid, window, inverted } = changed
  return { ...workspace, tiles: workspace.tiles.map((tile) => (tile?.seriesUid === seriesUid ? { ...tile, window, inverted } : tile)) }
}

/** Tiles that are there stay; new ones take the Series that follow. The active one is kept when places are lost. */
function laidOut(workspace: Workspace, layout: Layout, series: readonly SeriesPlace[]): Workspace {
  const active = workspace.tiles[workspace.active] ?? null
  const kept = workspace.active < layout ? workspace.tiles.slice(0, layout) : [active, ...workspace.tiles.slice(1, layout)]
  const shown = new Set(kept.flatMap((tile) => (tile === null ? [] : [tile.seriesUid])))
  const next = series.filter(({ seriesUid }) => !shown.has(seriesUid))
  const tiles = Array.from({ length: layout }, (_, n) => {
    const following = kept[n] == null ? next.shift() : undefined
    return kept[n] ?? (following === undefined ? null : newTile(following))
  })
  return { ...workspace, layout, tiles, active: workspace.active < layout ? workspace.active : 0 }
}

/** The stack and both cuts through it side by side; or the stack alone again. */
function withCuts(workspace: Workspace, at: number): Workspace {
  const tile = workspace.tiles[at]
  if (tile == null) return workspace
  if (showsCuts(workspace)) return { ...workspace, layout: 1, active: 0, tiles: [workspace.tiles[0] ?? tile] }
  const cut = (kind: Cut): Tile => ({ ...tile, cut: kind, at: null, view: WHOLE })
  return { ...workspace, layout: 3, active: 0, tiles: [{ ...tile, cut: 'stack' }, cut('rows'), cut('columns')] }
}

export function showsCuts({ tiles }: Workspace): boolean {
  return tiles.some((tile) => tile !== null && tile.cut !== 'stack')
}

/** The place reached by `by` steps; ends hold, or wrap round as a film does. */
export function stepped(at: number, by: number, count: number, wraps = false): number {
  if (count === 0) return 0
  const next = at + by
  return wraps ? ((next % count) + count) % count : Math.min(count - 1, Math.max(0, next))
}
