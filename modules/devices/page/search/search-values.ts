/** What a person asks a device for, as the contract wants it. Pure. */
import type { StudySearch } from '../../contract.ts'

export const DATE_CHOICES = ['any', 'today', 'yesterday', 'week', 'month', 'between'] as const
export type DateChoice = (typeof DATE_CHOICES)[number]

export interface SearchValues {
  readonly deviceId: string
  readonly patientName: string
  readonly patientId: string
  readonly accessionNumber: string
  readonly date: DateChoice
  /** Days as a date field gives them; for `between`. */
  readonly from: string
  readonly to: string
  readonly modalities: string[]
}

export const NO_SEARCH: Omit<SearchValues, 'deviceId'> = {
  patientName: '', patientId: '', accessionNumber: '', date: 'any', from: '', to: '', modalities: [],
}

export type SearchFlaw = 'deviceMissing' | 'tooWide' | 'datesMissing' | 'datesCrossed'
export type SearchFlaws = { readonly [Field in keyof SearchValues]?: SearchFlaw }

/** Whole archives are not asked for by accident: `*` as a name asks for everything on purpose. */
export function flawsOfSearch(values: SearchValues): SearchFlaws {
  const { deviceId, date, from, to, modalities } = values
  const isBetween = date === 'between'
  const words = [values.patientName, values.patientId, values.accessionNumber]
  const isEmpty = words.every((text) => text.trim() === '') && modalities.length === 0 && date === 'any'
  return {
    ...(deviceId === '' && { deviceId: 'deviceMissing' }),
    ...(isEmpty && { patientName: 'tooWide' }),
    ...(isBetween && from === '' && to === '' && { from: 'datesMissing' }),
    ...(isBetween && from !== '' && to !== '' && from > to && { to: 'datesCrossed' }),
  }
}

/** @param today - `2026-01-31`, where the person is. */
export function searchOf(values: SearchValues, today: string): StudySearch {
  const [patientName, patientId, accessionNumber] = [values.patientName.trim(), values.patientId.trim(), values.accessionNumber.trim()]
  const { deviceId, modalities } = values
  return {
    deviceId, ...daysOf(values, today),
    ...(patientName !== '' && { patientName }), ...(patientId !== '' && { patientId }),
    ...(accessionNumber !== '' && { accessionNumber }), ...(modalities.length > 0 && { modalities }),
  }
}

function daysOf({ date, from, to }: SearchValues, today: string): Pick<StudySearch, 'dateFrom' | 'dateTo'> {
  switch (date) {
    case 'any': return {}
    case 'today': return { dateFrom: today, dateTo: today }
    case 'yesterday': return { dateFrom: daysBefore(today, 1), dateTo: daysBefore(today, 1) }
    case 'week': return { dateFrom: daysBefore(today, 6), dateTo: today }
    case 'month': return { dateFrom: daysBefore(today, 29), dateTo: today }
    case 'between': return { ...(from !== '' && { dateFrom: from }), ...(to !== '' && { dateTo: to }) }
  }
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}
