/** What the pages of the quarantine ask of the server. */
import {
  useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { api } from '../../../../platform/web/api.ts'
import type { Decision, HeldDetail, HeldHeader, HeldList } from '../../contract.ts'

export type Which = 'waiting' | 'decided'

/** What was decided is done within moments; meanwhile the page looks again. */
const WORKING_MS = 1_500

const keys = { all: ['quarantine'] as const, list: (is: Which) => ['quarantine', 'list', is] as const, one: (id: string) => ['quarantine', 'case', id] as const }

function url(caseId: string): string {
  return `/api/quarantine/${encodeURIComponent(caseId)}`
}

export function fileUrl(imageId: string): string {
  return `/api/quarantine/images/${encodeURIComponent(imageId)}/file`
}

export function useHeldList(is: Which): UseInfiniteQueryResult<InfiniteData<HeldList>> {
  return useInfiniteQuery({
    queryKey: keys.list(is),
    queryFn: ({ pageParam }) => api.get<HeldList>(`/api/quarantine?is=${is}${pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => isAnyInWork(state.data?.pages.flatMap(({ cases }) => cases) ?? []) ? WORKING_MS : false,
  })
}

export function useHeldCase(caseId: string): UseQueryResult<HeldDetail> {
  return useQuery({
    queryKey: keys.one(caseId), queryFn: () => api.get<HeldDetail>(url(caseId)),
    refetchInterval: ({ state }) => (state.data !== undefined && isAnyInWork([state.data.held]) ? WORKING_MS : false),
  })
}

function isAnyInWork(cases: readonly { readonly state: string }[]): boolean {
  return cases.some(({ state }) => state === 'in-work')
}

export function useHeader(imageId: string, isWanted: boolean): UseQueryResult<HeldHeader> {
  return useQuery({
    queryKey: ['quarantine', 'header', imageId], enabled: isWanted,
    queryFn: () => api.get<HeldHeader>(`/api/quarantine/images/${encodeURIComponent(imageId)}/header`),
  })
}

export function useDecide(caseId: string): UseMutationResult<undefined, Error, Decision> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (decision: Decision) => api.post<undefined>(`${url(caseId)}/decision`, decision),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all }),
  })
}
