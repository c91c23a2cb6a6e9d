/** What of the list is one's own: kept on the account, so that it is there wherever one signs in. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../../platform/web/api.ts'
import type { NewSavedSearch, OwnList, SavedSearch, SavedSearchChange } from '../../contract.ts'

const OWN = ['own-list'] as const

export function useOwnList(): UseQueryResult<OwnList> {
  return useQuery({ queryKey: OWN, queryFn: () => api.get<OwnList>('/api/studies/saved') })
}

/** A search that somebody gave as a link. */
export function useGivenSearch(id: string | null): UseQueryResult<SavedSearch> {
  return useQuery({ queryKey: ['given-search', id], queryFn: () => api.get<SavedSearch>(urlOf(id ?? '')), enabled: id !== null, retry: false })
}

function useOwn<Given, Answer>(call: (given: Given) => Promise<Answer>): UseMutationResult<Answer, Error, Given> {
  const queries = useQueryClient()
  return useMutation({ mutationFn: call, onSuccess: () => queries.invalidateQueries({ queryKey: OWN }) })
}

export const useKeepSearch = () => useOwn((search: NewSavedSearch) => api.post<SavedSearch>('/api/studies/saved', search))
export const useChangeSearch = (id: string) => useOwn((change: SavedSearchChange) => api.patch<unknown>(urlOf(id), change))
export const useDropSearch = () => useOwn(({ id }: SavedSearch) => api.remove(urlOf(id)))

/** Shown at once; what the server keeps follows. */
export function useChooseColumns(): (columns: readonly string[]) => void {
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (columns: readonly string[]) => api.put<unknown>('/api/studies/columns', { columns }),
    onMutate: (columns) => queries.setQueryData<OwnList>([...OWN], (before) => before && { ...before, columns: [...columns] }),
    onError: () => queries.invalidateQueries({ queryKey: OWN }),
  })
  return mutate
}

function urlOf(id: string): string {
  return `/api/studies/saved/${encodeURIComponent(id)}`
}
