/** Windows that radiographers set by name, for values in Hounsfield units. */
import type { Window } from './image.ts'

export type PresetName = 'brain' | 'lung' | 'bone' | 'softTissue' | 'abdomen' | 'liver' | 'angio'

export interface Preset extends Window {
  readonly name: PresetName
}

export const CT_PRESETS: readonly Preset[] = [
  { name: 'softTissue', center: 40, width: 400 },
  { name: 'lung', center: -600, width: 1500 },
  { name: 'bone', center: 480, width: 2500 },
  { name: 'brain', center: 40, width: 80 },
  { name: 'abdomen', center: 60, width: 350 },
  { name: 'liver', center: 90, width: 150 },
  { name: 'angio', center: 300, width: 600 },
]

/** Presets have a meaning where values are Hounsfield units, nowhere else. */
export function presetsFor(unit: string): readonly Preset[] {
  return unit === 'HU' ? CT_PRESETS : []
}
