/** Which key does what. The help lists the same. */

export type Command =
  | { readonly kind: 'scroll'; readonly by: number }
  | { readonly kind: 'end'; readonly which: 'first' | 'last' }
  | { readonly kind: 'series'; readonly by: 1 | -1 }
  | { readonly kind: 'tile' }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'window'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'tool'; readonly tool: 'browse' | 'window' | 'zoom' | 'move' | 'length' | 'angle' | 'ellipse' | 'probe' }
  | { readonly kind: 'layout'; readonly layout: 1 | 2 | 4 }
  | { readonly kind: 'unmeasure' | 'invert' | 'rotate' | 'mirror' | 'reset' | 'actual' | 'film' | 'link' | 'cuts' | 'over' | 'texts' | 'full' | 'help' }

const LEAP = 10
const STEP_PX = 40
const WINDOW_STEP = 12
const ZOOM_STEP = 1.2

const KEYS: Readonly<Record<string, Command>> = {
  ArrowUp: { kind: 'scroll', by: -1 },
  ArrowDown: { kind: 'scroll', by: 1 },
  PageUp: { kind: 'scroll', by: -LEAP },
  PageDown: { kind: 'scroll', by: LEAP },
  Home: { kind: 'end', which: 'first' },
  End: { kind: 'end', which: 'last' },
  ArrowLeft: { kind: 'series', by: -1 },
  ArrowRight: { kind: 'series', by: 1 },
  n: { kind: 'tile' },
  '+': { kind: 'zoom', factor: ZOOM_STEP },
  '=': { kind: 'zoom', factor: ZOOM_STEP },
  '-': { kind: 'zoom', factor: 1 / ZOOM_STEP },
  b: { kind: 'tool', tool: 'browse' },
  w: { kind: 'tool', tool: 'window' },
  z: { kind: 'tool', tool: 'zoom' },
  m: { kind: 'tool', tool: 'move' },
  l: { kind: 'tool', tool: 'length' },
  a: { kind: 'tool', tool: 'angle' },
  e: { kind: 'tool', tool: 'ellipse' },
  v: { kind: 'tool', tool: 'probe' },
  Delete: { kind: 'unmeasure' },
  Backspace: { kind: 'unmeasure' },
  i: { kind: 'invert' },
  r: { kind: 'rotate' },
  h: { kind: 'mirror' },
  0: { kind: 'reset' },
  p: { kind: 'actual' },
  ' ': { kind: 'film' },
  1: { kind: 'layout', layout: 1 },
  2: { kind: 'layout', layout: 2 },
  4: { kind: 'layout', layout: 4 },
  s: { kind: 'link' },
  c: { kind: 'cuts' },
  o: { kind: 'over' },
  t: { kind: 'texts' },
  f: { kind: 'full' },
  '?': { kind: 'help' },
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
}

export interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Shift with an arrow moves the picture, Alt with an arrow its window. Keys with Ctrl are the browser's. */
export function commandOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): Command | null {
  if (ctrlKey || metaKey) return null
  const arrow = ARROWS[key]
  if (shiftKey && arrow !== undefined) return { kind: 'pan', dx: arrow[0] * STEP_PX, dy: arrow[1] * STEP_PX }
  if (altKey) return arrow === undefined ? null : { kind: 'window', dx: arrow[0] * WINDOW_STEP, dy: arrow[1] * WINDOW_STEP }
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null
}

/** For the help: keys by what they do. */
export const KEY_HELP = [
  ['↑ ↓', 'key scroll'],
  ['PageUp PageDown', 'key leap'],
  ['Home End', 'key ends'],
  ['← →', 'key series'],
  ['N', 'key tile'],
  ['+ −', 'key zoom'],
  ['Shift ↑↓←→', 'key move'],
  ['Alt ↑↓←→', 'key window'],
  ['B W Z M', 'key tools'],
  ['L A E V', 'key measure'],
  ['Del', 'key remove'],
  ['I', 'key invert'],
  ['R H', 'key turn'],
  ['0 P', 'key reset'],
  ['Space', 'key film'],
  ['1 2 4', 'key layout'],
  ['S', 'key link'],
  ['C', 'key cuts'],
  ['O', 'key over'],
  ['T', 'key texts'],
  ['F', 'key full'],
  ['?', 'key help'],
] as const
