/** Columns of the list; which of them are shown is each reader's choice. */
import type { StudyRow } from '../../contract.ts'

export const COLUMNS = [
  'patientName', 'patientId', 'birthDate', 'sex', 'date', 'modalities', 'description', 'labels', 'accessionNumber', 'referrer',
  'series', 'instances', 'sizeBytes',
] as const satisfies readonly (keyof StudyRow)[]
export type Column = (typeof COLUMNS)[number]

/** Without it nobody would know what a row is about. */
export const ALWAYS: Column = 'patientName'
export const FIRST_COLUMNS: readonly Column[] = ['patientName', 'patientId', 'date', 'modalities', 'description', 'labels', 'accessionNumber', 'instances']

/** Shares of the width. */
export const WIDTHS: Readonly<Record<Column, string>> = {
  patientName: 'minmax(112px, 2.2fr)', patientId: 'minmax(96px, 1.2fr)', birthDate: 'minmax(100px, 1fr)', sex: '40px',
  date: 'minmax(108px, 1fr)', modalities: 'minmax(64px, 0.8fr)', description: 'minmax(104px, 2fr)',
  accessionNumber: 'minmax(92px, 1.2fr)', referrer: 'minmax(96px, 1.4fr)', series: '60px', labels: 'minmax(88px, 1.4fr)', instances: '60px', sizeBytes: '72px',
}

/** More than these do not fit beside one another on a common screen: the table is then moved sideways. */
export const MOST_THAT_FIT = 8

export const NUMERIC: readonly Column[] = ['series', 'instances', 'sizeBytes']

/** In their own order, whatever is stored. */
export function columnsFrom(stored: readonly unknown[]): readonly Column[] {
  return COLUMNS.filter((column) => column === ALWAYS || stored.includes(column))
}
