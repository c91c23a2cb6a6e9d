import type { ExamView } from '../contract.ts'

export interface Year {
  /** Four digits; empty where the date is unknown. */
  readonly year: string
  readonly exams: readonly ExamView[]
}

/** Exams by the year of their date (DA, `YYYYMMDD`), in the order they come. */
export function byYear(exams: readonly ExamView[]): readonly Year[] {
  const years = new Map<string, ExamView[]>()
  for (const exam of exams) {
    const year = /^\d{8}$/.test(exam.date) ? exam.date.slice(0, 4) : ''
    years.set(year, [...(years.get(year) ?? []), exam])
  }
  return [...years].map(([year, ofYear]) => ({ year, exams: ofYear }))
}
