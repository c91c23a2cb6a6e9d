/** What the card of a study asks of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../../platform/web/api.ts'
import type { CorrectionAnswer, NewCorrection, StudyCard, StudyRejectionTitle } from '../../contract.ts'

/** Lists of studies show names too. */
const LISTS = [['studies'], ['study-card'], ['quarantine']] as const

function url(studyId: string): string {
  return `/api/archive/studies/${encodeURIComponent(studyId)}`
}

export function useStudyCard(studyId: string): UseQueryResult<StudyCard> {
  return useQuery({ queryKey: ['study-card', studyId], queryFn: () => api.get<StudyCard>(url(studyId)) })
}

function useRefresh(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () => Promise.all(LISTS.map((queryKey) => queries.invalidateQueries({ queryKey: [...queryKey] })))
}

export function useCorrect(studyId: string): UseMutationResult<CorrectionAnswer, Error, NewCorrection> {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (correction: NewCorrection) => api.post<CorrectionAnswer>(`${url(studyId)}/corrections`, correction), onSuccess: refresh,
  })
}

export function useTakeBack(studyId: string): UseMutationResult<void, Error, string> {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (correctionId: string) => api.remove(`${url(studyId)}/corrections/${encodeURIComponent(correctionId)}`), onSuccess: refresh,
  })
}

export function useRemoveStudy(studyId: string): UseMutationResult<void, Error, void> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.remove(url(studyId)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['studies'] }),
  })
}

/** Its images wait to be looked at, then. */
export function useRejectStudy(studyId: string): UseMutationResult<void, Error, StudyRejectionTitle> {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (title: StudyRejectionTitle) => api.post(`${url(studyId)}/rejection`, { title }), onSuccess: refresh })
}
