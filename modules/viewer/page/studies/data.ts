import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { api } from '../../../../platform/web/api.ts'
import type { StudyList, StudyRow, StudySearch } from '../../contract.ts'
import { addressOf } from './search.ts'

export type Pages = UseInfiniteQueryResult<InfiniteData<StudyList>>

/** A page at a time, the next one when the end comes into sight; what was found before stays until the new is here. */
export function useStudyPages(search: StudySearch): Pages {
  return useInfiniteQuery({
    queryKey: ['studies', search],
    queryFn: ({ pageParam }) =>
      api.get<StudyList>(addressOf('/api/studies', pageParam === null ? search : { ...search, after: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
}

export function rowsOf(pages: Pages): readonly StudyRow[] {
  return pages.data?.pages.flatMap(({ studies }) => studies) ?? []
}
