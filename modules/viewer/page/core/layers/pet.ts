/** PET over other images of its space, in standardised uptake values where the scanner tells enough. PS3.3 §C.8.9.1. */
import { itemsOf, numberOf, textOf, textsOf, type Elements } from '../elements.ts'
import type { ImageFrame } from '../image.ts'
import { Tags } from '../tags.ts'
import { NO_MASKS, NO_OUTLINES, type Layer } from './layer.ts'
import { bestFor } from './wash.ts'

/** Where uptake has the last colour. */
const MOST_SUV = 10
const GRAMS_OF_KILO = 1_000

/** @param frames - the slices of a PET. */
export function petOver(frames: readonly ImageFrame[]): Layer {
  const [first] = frames
  const factor = first === undefined ? null : suvFactor(first.elements)
  const wash = {
    frames: factor === null ? frames : frames.map((frame) => ({ ...frame, slope: frame.slope * factor, intercept: frame.intercept * factor })),
    unit: factor === null ? '' : 'SUV', map: 'hot-iron', most: factor === null ? null : MOST_SUV,
  } as const
  return { parts: [], wash, masksOn: () => NO_MASKS, outlinesOn: () => NO_OUTLINES, bestOf: (images) => bestFor(wash, images) }
}

/** What a value is multiplied by to be an SUV by body weight; null where that cannot be known. */
export function suvFactor(elements: Elements): number | null {
  const units = textOf(elements, Tags.Units)
  const type = textOf(elements, Tags.SUVType)
  if (units === 'GML' && (type === '' || type === 'BW')) return 1
  const corrected = textsOf(elements, Tags.CorrectedImage)
  const weight = numberOf(elements, Tags.PatientWeight) ?? 0
  const dose = doseAtScan(elements)
  if (units !== 'BQML' || weight <= 0 || dose === null || !corrected.includes('ATTN') || !corrected.includes('DECY')) return null
  return (weight * GRAMS_OF_KILO) / dose
}

/** In Bq: what was injected, decayed to the moment that the values are of. */
function doseAtScan(elements: Elements): number | null {
  const [tracer = {}] = itemsOf(elements, Tags.RadiopharmaceuticalInformationSequence)
  const [dose, halfLife] = [numberOf(tracer, Tags.RadionuclideTotalDose) ?? 0, numberOf(tracer, Tags.RadionuclideHalfLife) ?? 0]
  if (dose <= 0 || halfLife <= 0) return null
  const correction = textOf(elements, Tags.DecayCorrection)
  if (correction === 'ADMIN') return dose
  if (correction !== 'START') return null
  const waited = secondsFromInjection(elements, tracer)
  return waited === null ? null : dose * 2 ** (-waited / halfLife)
}

const DAY_SECONDS = 86_400

/** Series Time is when the scan began, unless the pictures are older than their Series: then nobody knows. */
function secondsFromInjection(elements: Elements, tracer: Elements): number | null {
  const start = secondsOf(textOf(elements, Tags.SeriesTime))
  const acquired = secondsOf(textOf(elements, Tags.AcquisitionTime))
  const stamped = textOf(tracer, Tags.RadiopharmaceuticalStartDateTime).slice(8).replace(/[+-].*$/, '')
  const injected = secondsOf(stamped) ?? secondsOf(textOf(tracer, Tags.RadiopharmaceuticalStartTime))
  if (start === null || injected === null || (acquired !== null && start > acquired)) return null
  const waited = start - injected
  // Over midnight; half a day is no tracer's time.
  const passed = waited < 0 ? waited + DAY_SECONDS : waited
  return passed < DAY_SECONDS / 2 ? passed : null
}

/** TM: HHMMSS.FFFFFF. PS3.5 §6.2. */
function secondsOf(time: string): number | null {
  const [, hours, minutes, seconds = '0'] = /^(\d{2})(\d{2})(\d{2}(?:\.\d{1,6})?)?$/.exec(time) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
}
