/** What a press on the picture does, and what a drag by so many pixels changes. Pure. */
import type { Window } from './core/image.ts'
import type { MeasurementKind } from './core/measure.ts'

export type Tool = 'browse' | 'window' | 'zoom' | 'move' | MeasurementKind

export const MEASURING: readonly MeasurementKind[] = ['length', 'angle', 'ellipse', 'probe']

export function isMeasuring(tool: Tool): tool is MeasurementKind {
  return MEASURING.some((kind) => kind === tool)
}

/** A drag over the whole height goes through the whole stack, but never wearily slowly nor too fast to stop. */
export function pixelsPerSlice(count: number, height: number): number {
  return Math.min(24, Math.max(3, (height * 0.8) / Math.max(1, count)))
}

/** A drag to the right widens, one down brightens. The wider the window, the larger the steps. */
export function draggedWindow({ center, width }: Window, dx: number, dy: number): Window {
  const step = Math.max(width, 1) / 256
  return { center: center + dy * step, width: Math.max(width + dx * step, step) }
}

/** Up is larger. */
export function draggedZoom(dy: number): number {
  return Math.exp(-dy / 160)
}

/** One notch of a wheel, whatever it counts in. */
export function wheelSteps(deltaY: number, deltaMode: number): number {
  const pixels = deltaMode === 1 ? deltaY * 16 : deltaMode === 2 ? deltaY * 400 : deltaY
  return pixels / 60
}
