/** Markings of the hospital: presentation states of an exam, by the images that they are for. PS3.4 Annex N. */
import { useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Elements } from './core/elements.ts'
import type { ImageFrame } from './core/image.ts'
import { instancesOfState, marksFor, type Mark } from './core/marks.ts'
import type { SeriesRef } from './core/picture-source.ts'
import { OF_SOURCE, useHost } from './host.ts'

const NONE: readonly Mark[] = []

/** @param series - those of presentation states. */
export function useMarks(series: readonly SeriesRef[], isOn: boolean): (image: ImageFrame) => readonly Mark[] {
  const { source } = useHost()
  const states = useQueries({
    queries: series.map((each) => ({
      queryKey: ['viewer-marks', each.studyUid, each.seriesUid],
      queryFn: () => source.headers(each),
      ...OF_SOURCE,
    })),
    combine: statesOf,
  })
  return useCallback((image: ImageFrame) => {
    if (!isOn || states.length === 0) return NONE
    const { instanceUid, frame } = image
    return states.filter((state) => instancesOfState(state).includes(instanceUid)).flatMap((state) => marksFor(state, instanceUid, frame))
  }, [states, isOn])
}

function statesOf(answers: readonly { readonly data: readonly Elements[] | undefined }[]): readonly Elements[] {
  return answers.flatMap(({ data }) => data ?? [])
}
