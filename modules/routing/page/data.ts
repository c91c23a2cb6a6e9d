/** What the page of forwarding asks of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { DeviceList } from '../../devices/contract.ts'
import type { ForwardRuleChange, ForwardRuleFields, ForwardRuleList, ForwardRuleView } from '../contract.ts'

const KEY = ['forward-rules'] as const
/** Numbers move while somebody looks on. */
const POLL_MS = 15_000

const url = (id: string) => `/api/forward-rules/${encodeURIComponent(id)}`

export function useRules(): UseQueryResult<ForwardRuleList> {
  return useQuery({ queryKey: KEY, queryFn: () => api.get<ForwardRuleList>('/api/forward-rules'), refetchInterval: POLL_MS })
}

export function useDevices(): UseQueryResult<DeviceList> {
  return useQuery({ queryKey: ['devices'], queryFn: () => api.get<DeviceList>('/api/devices') })
}

/** @param id - null: a new one. */
export function useSaveRule(id: string | null): UseMutationResult<ForwardRuleView, Error, ForwardRuleFields> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (fields: ForwardRuleFields) =>
      id === null ? api.post<ForwardRuleView>('/api/forward-rules', fields) : api.patch<ForwardRuleView>(url(id), fields),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}

export function useChangeRule(id: string): UseMutationResult<ForwardRuleView, Error, ForwardRuleChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: ForwardRuleChange) => api.patch<ForwardRuleView>(url(id), change),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}

export function useRemoveRule(id: string): UseMutationResult<undefined, Error, void> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      await api.remove(url(id))
      return undefined
    },
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}
