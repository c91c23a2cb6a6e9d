/** What the pages of operation ask of the server. */
import {
  useInfiniteQuery, useMutation, useQuery, useQueryClient,
  type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { JobsView, LogFilter, LogPage, OverviewView, Telling, TellingChange } from '../contract.ts'

const AGAIN_MS = 15_000
const JOBS_AGAIN_MS = 5_000

const OVERVIEW = ['operation', 'overview'] as const
export const LOG = ['operation', 'log'] as const
const JOBS = ['operation', 'jobs'] as const

export function useOverview(): UseQueryResult<OverviewView> {
  return useQuery({ queryKey: OVERVIEW, queryFn: () => api.get<OverviewView>('/api/operation'), refetchInterval: AGAIN_MS })
}

export function useLog(filter: LogFilter): UseInfiniteQueryResult<InfiniteData<LogPage, string>> {
  return useInfiniteQuery({
    queryKey: [...LOG, filter],
    queryFn: ({ pageParam }) => api.get<LogPage>(`/api/log?${new URLSearchParams({ ...filter, ...(pageParam !== '' && { before: pageParam }) }).toString()}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

export function useChangeTelling(): UseMutationResult<Telling, Error, TellingChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: TellingChange) => api.put<Telling>('/api/log/telling', change),
    onSettled: () => queries.invalidateQueries({ queryKey: LOG }),
  })
}

export function useJobs(): UseQueryResult<JobsView> {
  return useQuery({ queryKey: JOBS, queryFn: () => api.get<JobsView>('/api/jobs'), refetchInterval: JOBS_AGAIN_MS })
}

export function useJobAction(act: 'try' | 'remove'): UseMutationResult<void, Error, string> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => (act === 'try' ? api.post<undefined>(`/api/jobs/${id}/try`) : api.remove(`/api/jobs/${id}`)),
    onSettled: () => queries.invalidateQueries({ queryKey: JOBS }),
  })
}
