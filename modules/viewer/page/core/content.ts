/** What a Series is made of, by the SOP Class of its Instances. PS3.4 Annex B.5. */
import { framesIn } from './image.ts'
import { textOf, type Elements } from './elements.ts'
import { Tags } from './tags.ts'

export type Content = 'images' | 'slide' | 'segments' | 'structures' | 'dose' | 'waves' | 'report' | 'document' | 'key-images' | 'marks' | 'video' | 'other'

const STORAGE = '1.2.840.10008.5.1.4.1.1.'
const KEY_OBJECTS = `${STORAGE}88.59`
const SOFTCOPY_STATES: readonly string[] = [1, 2, 3, 4].map((n) => `${STORAGE}11.${n}`)
const ENCAPSULATED = `${STORAGE}104.`
const REPORTS = `${STORAGE}88.`
const SEGMENTATIONS: readonly string[] = [`${STORAGE}66.4`, `${STORAGE}66.7`]
const STRUCTURES = `${STORAGE}481.3`
const SLIDE = `${STORAGE}77.1.6`
const DOSE = `${STORAGE}481.2`
const WAVEFORMS = `${STORAGE}9.`
/** Basic Voice and General Audio: to be heard, not seen. */
const SOUNDS = `${STORAGE}9.4.`

/** MPEG-2, H.264 and HEVC: no frames of their own. PS3.5 §A.4.5 to §A.4.8. */
const VIDEO_SYNTAX = /^1\.2\.840\.10008\.1\.2\.4\.10[0-8](\.1)?$/

export function contentOf(elements: Elements): Content {
  const sopClass = textOf(elements, Tags.SOPClassUID)
  if (sopClass === KEY_OBJECTS) return 'key-images'
  if (SOFTCOPY_STATES.includes(sopClass)) return 'marks'
  if (SEGMENTATIONS.includes(sopClass)) return 'segments'
  if (sopClass === SLIDE && framesIn(elements) > 0) return 'slide'
  if (sopClass === STRUCTURES) return 'structures'
  if (sopClass === DOSE) return 'dose'
  if (sopClass.startsWith(ENCAPSULATED)) return 'document'
  if (sopClass.startsWith(REPORTS)) return 'report'
  if (sopClass.startsWith(WAVEFORMS)) return sopClass.startsWith(SOUNDS) ? 'other' : 'waves'
  if (VIDEO_SYNTAX.test(textOf(elements, '00083002'))) return 'video'
  return framesIn(elements) > 0 ? 'images' : 'other'
}
