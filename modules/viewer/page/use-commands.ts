/** What keys and buttons do. */
import { useEffect, useRef } from 'react'
import { canReslice } from './core/reslice.ts'
import { windowOf } from './core/shade.ts'
import { actualSize, LEAST_ZOOM, mirrored, MOST_ZOOM, movedBy, turned } from './core/view.ts'
import { commandOf, type Command } from './keys.ts'
import { draggedWindow, type Tool } from './tools.ts'
import type { Desk } from './use-desk.ts'

export interface Switches {
  readonly setTool: (tool: Tool) => void
  readonly toggleFilm: () => void
  readonly toggleTexts: () => void
  readonly toggleFull: () => void
  readonly openHelp: () => void
}

export type Run = (command: Command) => void

export function useCommands(desk: Desk, switches: Switches): Run {
  const run: Run = (command) => execute(desk, switches, command)
  const current = useRef(run)
  useEffect(() => {
    current.current = run
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isElsewhere(event.target, event.key)) return
      const command = commandOf(event)
      if (command === null) return
      event.preventDefault()
      current.current(command)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return run
}

/** Fields, menus and windows have keys of their own; a focused button is pressed by Space and Enter. */
function isElsewhere(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role="dialog"], [role="menu"], select, textarea, .fj-papers, .fj-waves, .fj-legend, .fj-slide, input:not(.fj-slices)') !== null) return true
  return target.closest('button, a') !== null && (key === ' ' || key === 'Enter')
}

interface On {
  readonly desk: Desk
  readonly switches: Switches
  /** The tile that commands are for. */
  readonly active: number
}

type Handlers = { readonly [K in Command['kind']]: (on: On, command: Extract<Command, { readonly kind: K }>) => void }

const HANDLERS: Handlers = {
  scroll: ({ desk, active }, { by }) => desk.actions.scroll(active, by),
  end: ({ desk, active }, { which }) => desk.actions.goTo(active, which === 'first' ? 0 : (desk.shown[active]?.count ?? 1) - 1),
  series: ({ desk }, { by }) => nextSeries(desk, by),
  tile: ({ desk, active }) => desk.actions.activate((active + 1) % desk.workspace.layout),
  zoom: ({ desk, active }, { factor }) => desk.actions.set(active, ({ view }) => ({ view: { ...view, zoom: within(view.zoom * factor) } })),
  pan: ({ desk, active }, { dx, dy }) => withScene(desk, ({ extent, box }) =>
    desk.actions.set(active, ({ view }) => ({ view: movedBy(view, extent, box, { x: dx, y: dy }) }))),
  window: ({ desk, active }, { dx, dy }) => withScene(desk, ({ frame }) => {
    if (frame !== null) desk.actions.set(active, (tile) => ({ window: draggedWindow(windowOf(frame, tile), dx, dy) }))
  }),
  tool: ({ switches }, { tool }) => switches.setTool(tool),
  layout: ({ desk }, { layout }) => desk.dispatch({ kind: 'layout', layout, series: desk.series }),
  unmeasure: ({ desk }) => desk.setMeasurements(desk.measurements.slice(0, -1)),
  invert: ({ desk, active }) => desk.actions.set(active, ({ inverted }) => ({ inverted: !inverted })),
  rotate: ({ desk, active }) => desk.actions.set(active, ({ view }) => ({ view: turned(view) })),
  mirror: ({ desk, active }) => desk.actions.set(active, ({ view }) => ({ view: mirrored(view) })),
  reset: ({ desk, active }) => desk.dispatch({ kind: 'reset', tile: active }),
  actual: ({ desk, active }) => withScene(desk, ({ extent, box }) =>
    desk.actions.set(active, ({ view }) => ({ view: actualSize(view, extent, box, devicePixelRatio) }))),
  link: ({ desk }) => desk.dispatch({ kind: 'link', linked: !desk.workspace.linked }),
  cuts: ({ desk, active }) => {
    if (volumeOf(desk)) desk.dispatch({ kind: 'cuts', tile: active })
  },
  over: ({ desk, active }) => {
    const [first, ...others] = overChoices(desk)
    const all = [first, ...others]
    if (first !== undefined) desk.actions.set(active, ({ over }) => ({ over: over === null ? first : all[all.indexOf(over) + 1] ?? null }))
  },
  film: ({ switches }) => switches.toggleFilm(),
  texts: ({ switches }) => switches.toggleTexts(),
  full: ({ switches }) => switches.toggleFull(),
  help: ({ switches }) => switches.openHelp(),
}

function execute(desk: Desk, switches: Switches, command: Command): void {
  const handle = HANDLERS[command.kind] as (on: On, command: Command) => void
  handle({ desk, switches, active: desk.workspace.active }, command)
}

/** Whether what is looked at can be cut another way. */
export function volumeOf({ workspace, shown }: Desk): boolean {
  const frames = shown[workspace.active]?.frames
  return frames !== undefined && canReslice(frames)
}

/** PET of the exam that may be laid over the images that are looked at. */
export function overChoices({ workspace, series }: Desk): readonly string[] {
  const tile = workspace.tiles[workspace.active]
  const here = series.find(({ seriesUid }) => seriesUid === tile?.seriesUid)
  if (here === undefined || !['CT', 'MR'].includes(here.modality)) return []
  return series.filter(({ modality, studyId }) => modality === 'PT' && studyId === here.studyId).map(({ seriesUid }) => seriesUid)
}

function within(zoom: number): number {
  return Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom))
}

function withScene({ sceneOf, workspace }: Desk, use: (scene: NonNullable<ReturnType<Desk['sceneOf']>>) => void): void {
  const scene = sceneOf(workspace.active)
  if (scene !== undefined) use(scene)
}

function nextSeries({ series, workspace, actions }: Desk, by: 1 | -1): void {
  const here = series.findIndex(({ seriesUid }) => seriesUid === workspace.tiles[workspace.active]?.seriesUid)
  const next = series[here + by]
  if (next !== undefined) actions.put(workspace.active, next)
}
