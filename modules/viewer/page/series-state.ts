/** A Series as far as it is known: its headers, and what can be shown of them. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { contentOf } from './core/content.ts'
import { itemsOf, numberOf, textOf, type Elements } from './core/elements.ts'
import { keyOf, type ImageFrame } from './core/image.ts'
import type { PictureSource, SeriesRef } from './core/picture-source.ts'
import { imagesIn, reportOf, type Report } from './core/report.ts'
import { stackOf } from './core/stack.ts'
import { Tags } from './core/tags.ts'

export type SeriesState =
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly kind: 'images'; readonly studyUid: string; readonly frames: readonly ImageFrame[]; readonly framesPerSecond: number }
  | { readonly kind: 'reports'; readonly reports: readonly Report[] }
  | { readonly kind: 'document'; readonly elements: Elements }
  | { readonly kind: 'films'; readonly films: readonly Elements[] }
  | { readonly kind: 'other'; readonly modality: string }

export const PENDING: SeriesState = { kind: 'pending' }
const USUAL_SPEED = 15
const MOST_SPEED = 60
const SECOND_MS = 1_000

async function readSeries(source: PictureSource, series: SeriesRef): Promise<SeriesState> {
  const headers = await source.headers(series)
  const [first] = headers
  if (first === undefined) return { kind: 'other', modality: '' }
  switch (contentOf(first)) {
    case 'report': return { kind: 'reports', reports: headers.map(reportOf) }
    case 'document': return { kind: 'document', elements: first }
    case 'key-images': return imagesState(series.studyUid, await keyImages(source, series.studyUid, headers))
    case 'video': return { kind: 'films', films: headers }
    case 'marks':
    case 'other': return { kind: 'other', modality: textOf(first, Tags.Modality) }
    case 'images': return imagesState(series.studyUid, stackOf(headers))
  }
}

function imagesState(studyUid: string, frames: readonly ImageFrame[]): SeriesState {
  const [first] = frames
  if (first === undefined) return { kind: 'other', modality: '' }
  return { kind: 'images', studyUid, frames, framesPerSecond: speedOf(first.elements) }
}

/** Cine Rate, else Frame Time in milliseconds. PS3.3 §C.7.6.5. */
function speedOf(elements: Elements): number {
  const frameTime = numberOf(elements, Tags.FrameTime)
  const speed = numberOf(elements, Tags.CineRate) ?? (frameTime === null || frameTime <= 0 ? USUAL_SPEED : SECOND_MS / frameTime)
  return Math.min(MOST_SPEED, Math.max(1, Math.round(speed)))
}

/** The images that a Key Object Selection points to, in its order. PS3.3 §A.35.4. */
async function keyImages(source: PictureSource, studyUid: string, headers: readonly Elements[]): Promise<readonly ImageFrame[]> {
  const frames = await Promise.all(seriesOfEvidence(headers).map(async (seriesUid) =>
    stackOf(await source.headers({ studyUid, seriesUid }).catch(() => []))))
  const byKey = new Map(frames.flat().map((frame) => [keyOf(frame), frame]))
  return headers.flatMap((header) => imagesIn(reportOf(header).items)).flatMap((image) => byKey.get(keyOf(image)) ?? [])
}

function seriesOfEvidence(headers: readonly Elements[]): readonly string[] {
  const series = headers.flatMap((header) => itemsOf(header, Tags.CurrentRequestedProcedureEvidenceSequence))
    .flatMap((study) => itemsOf(study, Tags.ReferencedSeriesSequence))
  return [...new Set(series.map((each) => textOf(each, Tags.SeriesInstanceUID)))]
}

/** States of the Series in question, by Series Instance UID. */
export function useSeriesStates(source: PictureSource, series: readonly SeriesRef[]): ReadonlyMap<string, SeriesState> {
  const answers = useQueries({
    queries: series.map((each) => ({
      queryKey: ['viewer-series', each.studyUid, each.seriesUid],
      queryFn: () => readSeries(source, each),
      staleTime: Infinity,
    })),
    combine: statesOf,
  })
  return useMemo(() => new Map(series.map(({ seriesUid }, n) => [seriesUid, answers[n] ?? PENDING])), [series, answers])
}

function statesOf(answers: readonly UseQueryResult<SeriesState>[]): readonly SeriesState[] {
  return answers.map(({ data, error, refetch }) =>
    data ?? (error === null ? PENDING : { kind: 'failed', error, retry: () => void refetch() }))
}
