/** What the viewer asks of the server, besides images. */
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { StudyToView } from '../contract.ts'
import type { Others } from './host.ts'

function studyQuery(id: string) {
  return { queryKey: ['viewer-study', id], queryFn: () => api.get<StudyToView>(`/api/viewer/studies/${encodeURIComponent(id)}`) }
}

/** Images of an exam may still be on their way. */
const ASK_AGAIN_MS = 5_000

export function useStudy(id: string): UseQueryResult<StudyToView> {
  return useQuery({ ...studyQuery(id), refetchInterval: ({ state: { data } }) => (data?.series.length === 0 ? ASK_AGAIN_MS : false) })
}

/** Exams that lie beside, as far as they are here. */
export function useStudies(ids: readonly string[]): Others {
  return useQueries({
    queries: ids.map(studyQuery),
    combine: (answers) => ({ studies: answers.flatMap(({ data }) => data ?? []), areSettled: answers.every(({ isPending }) => !isPending) }),
  })
}

export function thumbnailUrl(studyId: string, seriesId: string): string {
  return `/api/viewer/studies/${encodeURIComponent(studyId)}/series/${encodeURIComponent(seriesId)}/thumbnail`
}
