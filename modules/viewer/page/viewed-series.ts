/** Series of the exams that lie on the desk, each with what is needed to fetch it. */
import type { SeriesToView, StudyToView } from '../contract.ts'
import type { SeriesPlace } from './core/workspace.ts'
import type { SiblingSeries } from './drawn-upon.ts'

export interface ViewedSeries extends SeriesPlace, SiblingSeries {
  readonly series: SeriesToView
}

/** They are shown over the images that they are for, not by themselves. */
const MARKS = 'PR'

export function viewedSeries(studies: readonly StudyToView[]): readonly ViewedSeries[] {
  return seriesOf(studies).filter(({ series }) => series.modality !== MARKS)
}

export function markSeries(studies: readonly StudyToView[]): readonly ViewedSeries[] {
  return seriesOf(studies).filter(({ series }) => series.modality === MARKS)
}

function seriesOf(studies: readonly StudyToView[]): readonly ViewedSeries[] {
  return studies.flatMap(({ id, uid, series }) =>
    series.map((each) => ({ studyId: id, studyUid: uid, seriesUid: each.uid, modality: each.modality, series: each })))
}

/** Recorded signals. PS3.3 §C.7.3.1.1.1. */
export const RECORDINGS: readonly string[] = ['ECG', 'HD', 'EPS', 'RESP', 'EEG', 'EMG', 'EOG', 'POS']

/** Drawn over images of the exam. */
export const DRAWN: readonly string[] = ['SEG', 'RTSTRUCT', 'RTDOSE']

/** Reports and other papers are looked at after the pictures. */
const PAPERS: readonly string[] = ['SR', 'DOC', 'KO', 'OT', ...DRAWN, ...RECORDINGS]

/** What is shown when nothing was chosen: the first Series with pictures. */
export function inOrderOfLooking(all: readonly ViewedSeries[]): readonly ViewedSeries[] {
  const isPaper = ({ series }: ViewedSeries): boolean => PAPERS.includes(series.modality)
  return [...all.filter((each) => !isPaper(each)), ...all.filter(isPaper)]
}
