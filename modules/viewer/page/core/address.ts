/**
 * A workspace as text in the page's address, so that a link brings it back: to whoever may see the exam anyway.
 *
 * What comes in is anybody's text: whatever is not of this form, or not among the Series that the reader may see, is
 * left out. Nothing of it ever becomes an address to fetch from.
 *
 * @module
 */
import type { Window } from './image.ts'
import { LAYOUTS, newTile, type Layout, type SeriesPlace, type Tile, type Workspace } from './workspace.ts'
import { LEAST_ZOOM, MOST_ZOOM, WHOLE, type Turn, type View } from './view.ts'
import type { Cut } from './reslice.ts'

/** One that an address holds as it is. */
const SEPARATOR = '*'

/** The query of the address, by name. */
export type Query = Readonly<Record<string, string>>

export function queryOf({ layout, tiles, active, linked }: Workspace): Query {
  const query: Record<string, string> = {}
  if (layout !== 1) query['layout'] = `x${layout}`
  if (active !== 0) query['on'] = `t${active + 1}`
  if (linked) query['linked'] = 'yes'
  tiles.forEach((tile, n) => {
    if (tile !== null) query[`t${n + 1}`] = textOfTile(tile)
  })
  return query
}

function textOfTile({ seriesUid, cut, at, window, inverted, view, over }: Tile): string {
  const parts = [seriesUid]
  if (cut !== 'stack') parts.push(`c${cut}`)
  if (at !== null) parts.push(`n${at + 1}`)
  if (window !== null) parts.push(`w${rounded(window.center)}_${rounded(window.width)}`)
  if (view.zoom !== 1) parts.push(`z${rounded(view.zoom)}`)
  if (view.center.x !== 0.5 || view.center.y !== 0.5) parts.push(`p${rounded(view.center.x)}_${rounded(view.center.y)}`)
  if (view.turn !== 0) parts.push(`r${view.turn}`)
  if (view.mirrored) parts.push('m')
  if (inverted) parts.push('i')
  if (over !== null) parts.push(`o${over}`)
  return parts.join(SEPARATOR)
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/**
 * @param series - all that the reader may see here.
 * @returns null if the address says nothing.
 */
export function workspaceOf(query: Readonly<Record<string, unknown>>, series: readonly SeriesPlace[]): Workspace | null {
  const layout = layoutOf(query['layout'])
  const tiles = Array.from({ length: layout }, (_, n) => tileOf(query[`t${n + 1}`], series))
  if (tiles.every((tile) => tile === null)) return null
  const active = Number(/^t([1-4])$/.exec(String(query['on']))?.[1] ?? 1) - 1
  return { layout, tiles, active: active < layout ? active : 0, linked: query['linked'] === 'yes' }
}

function layoutOf(text: unknown): Layout {
  return LAYOUTS.find((layout) => text === `x${layout}`) ?? 1
}

function tileOf(text: unknown, series: readonly SeriesPlace[]): Tile | null {
  if (typeof text !== 'string' || text.length > 280) return null
  const [seriesUid, ...parts] = text.split(SEPARATOR)
  const place = series.find((each) => each.seriesUid === seriesUid)
  if (place === undefined) return null
  const tile = parts.reduce(withPart, newTile(place))
  return { ...tile, over: series.find((each) => each.seriesUid === tile.over)?.seriesUid ?? null }
}

const NUMBER = '(-?\\d{1,9}(?:\\.\\d{1,3})?)'
const ONE = new RegExp(`^[nzr]${NUMBER}$`)
const TWO = new RegExp(`^[wp]${NUMBER}_${NUMBER}$`)

function withPart(tile: Tile, part: string): Tile {
  const [first, second] = (ONE.exec(part) ?? TWO.exec(part) ?? []).slice(1).map(Number)
  const view = (change: Partial<View>): Tile => ({ ...tile, view: { ...tile.view, ...change } })
  switch (part[0] ?? '') {
    case 'c': return { ...tile, cut: cutOf(part.slice(1)) }
    case 'i': return { ...tile, inverted: part === 'i' }
    case 'm': return view({ mirrored: part === 'm' })
    case 'o': return { ...tile, over: part.slice(1) }
    case 'n': return first === undefined || first < 1 ? tile : { ...tile, at: Math.trunc(first) - 1 }
    case 'w': return { ...tile, window: windowOf(first, second) }
    case 'z': return view({ zoom: Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, first ?? WHOLE.zoom)) })
    case 'p': return first === undefined || second === undefined ? tile : view({ center: { x: within(first), y: within(second) } })
    case 'r': return view({ turn: first === 90 || first === 180 || first === 270 ? (first satisfies Turn) : 0 })
    default: return tile
  }
}

function cutOf(text: string): Cut {
  return text === 'rows' || text === 'columns' ? text : 'stack'
}

function windowOf(center: number | undefined, width: number | undefined): Window | null {
  return center === undefined || width === undefined || width <= 0 ? null : { center, width }
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, fraction))
}
