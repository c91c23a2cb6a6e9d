/** Results and facts in the reader's words and figures. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { localeFor, useFormat } from '../../../platform/web/format.ts'
import type { StudyToView } from '../contract.ts'
import type { ImageFrame } from './core/image.ts'
import type { Result, Unit } from './core/measure.ts'
import { normalOf } from './core/vectors.ts'
import { useViewerTexts } from './texts/index.ts'

/** Numbers with so many digits behind the point. */
export function useNumber(): (value: number, digits?: number) => string {
  const { i18n } = useTranslation()
  const locale = localeFor(i18n.language, navigator.languages)
  return useCallback((value, digits = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value), [locale])
}

const SQUARE_CENTIMETRE = 100

/** Lines of text beside a measurement. */
export function useResultWords(): (result: Result, image: ImageFrame) => readonly string[] {
  const t = useViewerTexts()
  const number = useNumber()
  const length = (value: number, unit: Unit): string => {
    if (unit === 'px') return t('px', { value: number(value) })
    return unit === 'mm' ? t('mm', { value: number(value, 1) }) : t('mmDetector', { value: number(value, 1) })
  }
  const area = (value: number, unit: Unit): string => {
    if (unit === 'px') return t('px2', { value: number(value) })
    return value < SQUARE_CENTIMETRE ? t('mm2', { value: number(value) }) : t('cm2', { value: number(value / SQUARE_CENTIMETRE, 1) })
  }
  return (result, { unit }) => {
    switch (result.kind) {
      case 'length': return [length(result.length, result.unit)]
      case 'angle': return [t('degrees', { value: number(result.degrees, 1) })]
      case 'probe': return [
        ...(result.value === null ? [] : [`${number(result.value, 1)} ${unit}`.trim()]),
        t('at', { column: result.column + 1, row: result.row + 1 }),
      ]
      case 'ellipse': {
        const { values } = result
        const lines = [area(result.area, result.unit)]
        if (values === null) return lines
        const { mean, deviation, least, most } = values
        return [
          ...lines, t('mean', { mean: number(mean, 1), deviation: number(deviation, 1), unit }),
          t('extremes', { least: number(least, 1), most: number(most, 1) }),
        ]
      }
    }
  }
}

/** Which way a slice is cut; null where nobody knows. */
export function usePlaneName(): (image: ImageFrame) => string | null {
  const t = useViewerTexts()
  return ({ plane }) => {
    if (plane === null) return null
    const [x, y, z] = normalOf(plane).map(Math.abs)
    const most = Math.max(x ?? 0, y ?? 0, z ?? 0)
    if (most < 0.8) return t('oblique')
    return most === z ? t('axial') : most === y ? t('coronal') : t('sagittal')
  }
}

/** A Series by its name, or by its number. */
export function useSeriesName(): (series: { readonly description: string; readonly number: number | null }) => string {
  const t = useViewerTexts()
  return ({ description, number }) => {
    if (description.trim() !== '') return description
    return number === null ? t('seriesUnnumbered') : t('seriesUnnamed', { number })
  }
}

export function useStudyTitle(): (study: Pick<StudyToView, 'description' | 'date'>) => { readonly title: string; readonly date: string } {
  const t = useViewerTexts()
  const format = useFormat()
  return ({ description, date }) => ({
    title: description.trim() === '' ? t('exam') : description,
    date: format.date(date, 'medium') ?? t('dateUnknown'),
  })
}
