/** What the page of storage asks of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../../platform/web/api.ts'
import type { RetentionDryRun, RetentionRules, RetentionView, StorageView, StoreTrialView } from '../../contract.ts'

const STORAGE = ['storage'] as const
const RETENTION = ['retention'] as const
const AGAIN_MS = 60_000

export function useStorage(): UseQueryResult<StorageView> {
  return useQuery({ queryKey: STORAGE, queryFn: () => api.get<StorageView>('/api/storage'), refetchInterval: AGAIN_MS })
}

export function useRemoveDamaged(): UseMutationResult<void, Error, string> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.remove(`/api/storage/damaged/${encodeURIComponent(id)}`),
    onSettled: () => queries.invalidateQueries({ queryKey: STORAGE }),
  })
}

export function useFetchDamaged(): UseMutationResult<void, Error, void> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<undefined>('/api/storage/damaged/fetch'),
    onSettled: () => queries.invalidateQueries({ queryKey: STORAGE }),
  })
}

export function useTryStore(): UseMutationResult<StoreTrialView, Error, void> {
  return useMutation({ mutationFn: () => api.post<StoreTrialView>('/api/storage/store/trial') })
}

export function useRetention(): UseQueryResult<RetentionView> {
  return useQuery({ queryKey: RETENTION, queryFn: () => api.get<RetentionView>('/api/retention') })
}

export function useSaveRetention(): UseMutationResult<RetentionView, Error, RetentionRules> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (rules: RetentionRules) => api.put<RetentionView>('/api/retention', rules),
    onSuccess: (view) => void queries.setQueryData(RETENTION, view),
  })
}

export function useDryRun(): UseMutationResult<RetentionDryRun, Error, RetentionRules> {
  return useMutation({ mutationFn: (rules: RetentionRules) => api.post<RetentionDryRun>('/api/retention/dry-run', rules) })
}
