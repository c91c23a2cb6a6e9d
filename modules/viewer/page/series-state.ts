/** A Series as far as it is known: its headers, and what can be shown of them. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PictureSource, SeriesRef } from './core/picture-source.ts'
import type { SiblingSeries } from './drawn-upon.ts'
import { OF_SOURCE } from './host.ts'
import { readSeries, type ReadSeries } from './read-series.ts'

export type SeriesState =
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly error: Error; readonly retry: () => void }
  | ReadSeries

export const PENDING: SeriesState = { kind: 'pending' }

/**
 * States of the Series in question, by Series Instance UID.
 *
 * @param all - every Series that lies on the desk.
 */
export function useSeriesStates(
  source: PictureSource, series: readonly SeriesRef[], all: readonly SiblingSeries[],
): ReadonlyMap<string, SeriesState> {
  const answers = useQueries({
    queries: series.map((each) => ({
      queryKey: ['viewer-series', each.studyUid, each.seriesUid],
      queryFn: () => readSeries(source, each, all.filter(({ studyUid }) => studyUid === each.studyUid)),
      ...OF_SOURCE,
    })),
    combine: statesOf,
  })
  return useMemo(() => new Map(series.map(({ seriesUid }, n) => [seriesUid, answers[n] ?? PENDING])), [series, answers])
}

function statesOf(answers: readonly UseQueryResult<ReadSeries>[]): readonly SeriesState[] {
  return answers.map(({ data, error, refetch }) =>
    data ?? (error === null ? PENDING : { kind: 'failed', error, retry: () => void refetch() }))
}
