/** Signs, words and keys of tools and layouts: the same in the bar, in the sheets and on a phone. */
import {
  IconAngle, IconArrowsMove, IconArrowsVertical, IconBrightnessHalf, IconColorPicker, IconLayoutColumns, IconLayoutGrid, IconOvalVertical,
  IconRuler2, IconSquare, IconZoomIn, type Icon,
} from '@tabler/icons-react'
import type { MeasurementKind } from './core/measure.ts'
import { useViewerTexts } from './texts/index.ts'
import type { Tool } from './tools.ts'

type Sign<T> = readonly [tool: T, sign: Icon, key: string]

/** What a drag on the picture does. */
export const DRAGS: readonly Sign<Exclude<Tool, MeasurementKind>>[] = [
  ['browse', IconArrowsVertical, 'B'], ['window', IconBrightnessHalf, 'W'], ['zoom', IconZoomIn, 'Z'], ['move', IconArrowsMove, 'M'],
]

export const MEASURES: readonly Sign<MeasurementKind>[] = [
  ['length', IconRuler2, 'L'], ['angle', IconAngle, 'A'], ['ellipse', IconOvalVertical, 'E'], ['probe', IconColorPicker, 'V'],
]

export const LAYOUT_SIGNS = [[1, IconSquare, 'layout1'], [2, IconLayoutColumns, 'layout2'], [4, IconLayoutGrid, 'layout4']] as const

export function signOf(tool: Tool): Icon {
  return [...DRAGS, ...MEASURES].find(([each]) => each === tool)?.[1] ?? IconArrowsVertical
}

/** @param isStaff - words of the field, for those of the field. */
export function useToolName(isStaff: boolean): (tool: Tool) => string {
  const t = useViewerTexts()
  return (tool) => t(tool === 'window' && !isStaff ? 'brightness' : tool)
}
