/** What the page of everybody's requests asks of the server. */
import {
  keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { WatchedFilter, WatchedList, WatchedRequest } from '../contract.ts'

const watchedKey = ['watched-requests'] as const

/** Somebody may stand beside who looks after the portal, waiting. */
const POLL_MS = 5_000

export function useWatched(filter: WatchedFilter): UseQueryResult<WatchedList> {
  const query = new URLSearchParams(Object.entries(filter)).toString()
  return useQuery({
    queryKey: [...watchedKey, query],
    queryFn: () => api.get<WatchedList>(`/api/portal/requests?${query}`),
    refetchInterval: POLL_MS,
    placeholderData: keepPreviousData,
  })
}

/** Cancels a pending request, removes a ready one. */
export function useEndWatched(): UseMutationResult<undefined, Error, WatchedRequest> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ request: { id } }: WatchedRequest) => {
      await api.remove(`/api/portal/requests/${encodeURIComponent(id)}`)
      return undefined
    },
    onSettled: () => queries.invalidateQueries({ queryKey: watchedKey }),
  })
}
