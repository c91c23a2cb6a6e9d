/** What the pages of grants ask of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import { enter, type Person } from '../../../platform/web/session.ts'
import type {
  AccessView, CodeFilter, CodeList, DoctorList, Fetch, Fetched, MadeCode, NewCode, NewOpening,
} from '../contract.ts'

const keys = {
  access: ['access'] as const,
  doctors: ['doctors'] as const,
  codes: ['access-codes'] as const,
}

const at = (id: string) => encodeURIComponent(id)

export function useAccess(studyId: string): UseQueryResult<AccessView> {
  return useQuery({ queryKey: [...keys.access, studyId], queryFn: () => api.get<AccessView>(`/api/access/studies/${at(studyId)}`) })
}

export function useDoctors(): UseQueryResult<DoctorList['doctors']> {
  return useQuery({ queryKey: keys.doctors, queryFn: async () => (await api.get<DoctorList>('/api/access/doctors')).doctors })
}

export function useCodes(filter: CodeFilter): UseQueryResult<CodeList> {
  const query = new URLSearchParams(filter)
  return useQuery({
    queryKey: [...keys.codes, filter], queryFn: () => api.get<CodeList>(`/api/access/codes?${query}`),
    placeholderData: (before) => before,
  })
}

export function useOpen(studyId: string): UseMutationResult<AccessView, Error, NewOpening> {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (wish: NewOpening) => api.post<AccessView>(`/api/access/studies/${at(studyId)}/grants`, wish), onSuccess: refresh,
  })
}

export function useEndGrant(): UseMutationResult<undefined, Error, string> {
  return useRemoval((id) => `/api/access/grants/${at(id)}`)
}

export function useEndCode(): UseMutationResult<undefined, Error, string> {
  return useRemoval((id) => `/api/access/codes/${at(id)}`)
}

function useRemoval(addressOf: (id: string) => string): UseMutationResult<undefined, Error, string> {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (id: string) => {
      await api.remove(addressOf(id))
      return undefined
    },
    onSettled: refresh,
  })
}

export function useUnlock(): UseMutationResult<undefined, Error, string> {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (id: string) => api.post<undefined>(`/api/access/codes/${at(id)}/unlock`, {}), onSettled: refresh })
}

export function useMakeCode(): UseMutationResult<MadeCode, Error, NewCode> {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (wish: NewCode) => api.post<MadeCode>('/api/access/codes', wish), onSuccess: refresh })
}

function useRefresh() {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([keys.access, keys.codes].map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
}

/** Who has code and birth date right is let in: the page then belongs to a visitor. */
export function useFetchByCode(): UseMutationResult<Fetched, Error, Fetch> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: Fetch) => api.post<Fetched>('/api/fetch', given),
    onSuccess: async ({ state }) => {
      const person = state === 'open' ? await api.get<Person | null>('/api/sessions/current') : null
      if (person !== null) enter(queries, person)
    },
  })
}
