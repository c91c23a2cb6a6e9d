import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { TrailFilter, TrailPage } from '../contract.ts'

export function queryOf(filter: TrailFilter): string {
  const query = new URLSearchParams(Object.entries(filter)).toString()
  return query === '' ? '' : `?${query}`
}

export function useTrail(filter: TrailFilter): UseQueryResult<TrailPage> {
  return useQuery({
    queryKey: ['audit', filter], queryFn: () => api.get<TrailPage>(`/api/audit${queryOf(filter)}`), placeholderData: keepPreviousData,
  })
}
