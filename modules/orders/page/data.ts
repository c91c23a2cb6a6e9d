/** What the worklist's page asks of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { EntryChange, EntryDetail, EntryView, NewEntry, StationList, Worklist } from '../contract.ts'

const KEY = ['worklist'] as const
/** Modalities move it while somebody looks on. */
const POLL_MS = 15_000

const url = (id: string) => `/api/worklist/${encodeURIComponent(id)}`

/** @param day - DA. */
export function useWorklist(day: string): UseQueryResult<Worklist> {
  return useQuery({ queryKey: [...KEY, 'day', day], queryFn: () => api.get<Worklist>(`/api/worklist?from=${day}`), refetchInterval: POLL_MS })
}

export function useEntry(id: string): UseQueryResult<EntryDetail> {
  return useQuery({ queryKey: [...KEY, 'one', id], queryFn: () => api.get<EntryDetail>(url(id)), refetchInterval: POLL_MS })
}

export function useStations(): UseQueryResult<StationList> {
  return useQuery({ queryKey: [...KEY, 'stations'], queryFn: () => api.get<StationList>('/api/worklist/stations') })
}

function useSaving<T>(save: (given: T) => Promise<EntryView>): UseMutationResult<EntryView, Error, T> {
  const queries = useQueryClient()
  return useMutation({ mutationFn: save, onSettled: () => queries.invalidateQueries({ queryKey: KEY }) })
}

export function useAddEntry(): UseMutationResult<EntryView, Error, NewEntry> {
  return useSaving((entry: NewEntry) => api.post<EntryView>('/api/worklist', entry))
}

export function useChangeEntry(id: string): UseMutationResult<EntryView, Error, EntryChange> {
  return useSaving((change: EntryChange) => api.patch<EntryView>(url(id), change))
}

export function useCancelEntry({ id, version }: EntryView): UseMutationResult<EntryView, Error, string> {
  return useSaving((reason: string) => api.post<EntryView>(`${url(id)}/cancel`, { version, reason }))
}

export function useReopenEntry({ id, version }: EntryView): UseMutationResult<EntryView, Error, void> {
  return useSaving(() => api.post<EntryView>(`${url(id)}/reopen`, { version }))
}
