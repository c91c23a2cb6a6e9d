/** What the pages of the portal ask of the server. */
import {
  useMutation, useQuery, useQueryClient, type QueryClient, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import { useLive } from '../../../platform/web/events.ts'
import type {
  BringExam, ElsewhereList, ExamDetail, ExamList, ExamView, NewRequest, NotifyChange, PortalView, RequestList, RequestView,
} from '../contract.ts'

export const keys = {
  exams: ['exams'] as const,
  examDetails: ['exam'] as const,
  exam: (id: string) => ['exam', id] as const,
  requests: ['requests'] as const,
  standing: ['portal', 'standing'] as const,
  elsewhere: ['exams-elsewhere'] as const,
}

/** How often to ask while the event stream is down: quickly while something is being prepared. */
const BUSY_POLL_MS = 4_000
const QUIET_POLL_MS = 60_000

export function isPending({ state }: RequestView): boolean {
  return state === 'queued' || state === 'retrieving'
}

export function isHeld(request: RequestView): boolean {
  return isPending(request) || request.state === 'ready'
}

export function useExams(): UseQueryResult<readonly ExamView[]> {
  const live = useLive()
  return useQuery({
    queryKey: keys.exams,
    queryFn: async () => (await api.get<ExamList>('/api/exams')).exams,
    refetchInterval: live ? false : QUIET_POLL_MS,
  })
}

/** A PACS takes its time: asked again while it is being asked, and while something is on its way. */
export function useElsewhere(): UseQueryResult<ElsewhereList> {
  return useQuery({
    queryKey: keys.elsewhere,
    queryFn: () => api.get<ElsewhereList>('/api/exams/elsewhere'),
    refetchInterval: ({ state: { data } }) =>
      data?.isAsking === true || data?.exams.some(({ state }) => state === 'coming') === true ? BUSY_POLL_MS : false,
  })
}

export function useBring(): UseMutationResult<undefined, Error, BringExam> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wish: BringExam) => api.post<undefined>('/api/exams/elsewhere', wish),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.elsewhere }),
  })
}

export function useExam(id: string): UseQueryResult<ExamDetail> {
  const live = useLive()
  return useQuery({
    queryKey: keys.exam(id),
    queryFn: () => api.get<ExamDetail>(`/api/exams/${encodeURIComponent(id)}`),
    refetchInterval: live ? false : QUIET_POLL_MS,
  })
}

export function useRequests(): UseQueryResult<readonly RequestView[]> {
  const live = useLive()
  return useQuery({
    queryKey: keys.requests,
    queryFn: async () => (await api.get<RequestList>('/api/requests')).requests,
    refetchInterval: ({ state: { data } }) =>
      live ? false : data?.some(isPending) === true ? BUSY_POLL_MS : QUIET_POLL_MS,
  })
}

/** Whether a file may be asked for now, and the limits. */
export function useStanding(): UseQueryResult<PortalView> {
  return useQuery({ queryKey: keys.standing, queryFn: () => api.get<PortalView>('/api/portal') })
}

export function useNewRequest(): UseMutationResult<RequestView, Error, NewRequest> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wish: NewRequest) => api.post<RequestView>('/api/requests', wish),
    onSuccess: (request) => take(queries, request),
  })
}

/** Whether, and where, to write when it is ready. */
export function useNotify(id: string): UseMutationResult<RequestView, Error, NotifyChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: NotifyChange) => api.patch<RequestView>(`/api/requests/${encodeURIComponent(id)}`, change),
    onSuccess: (request) => take(queries, request),
  })
}

/** Cancels a pending request, removes a ready one. */
export function useEndRequest(): UseMutationResult<undefined, Error, RequestView> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id }: RequestView) => {
      await api.remove(`/api/requests/${encodeURIComponent(id)}`)
      return undefined
    },
    onSettled: () => refresh(queries),
  })
}

/** A request as the server just told it, into every list that shows it. */
export async function take(queries: QueryClient, request: RequestView): Promise<void> {
  // An answer on its way may be older than what was just told.
  await queries.cancelQueries({ queryKey: keys.requests })
  queries.setQueryData<readonly RequestView[]>(keys.requests, (known) =>
    known === undefined ? undefined : withRequest(known, request))
  queries.setQueryData<ExamDetail>(keys.exam(request.examId), (known) =>
    known === undefined ? undefined : { ...known, requests: withRequest(known.requests, request) })
  await refresh(queries)
}

export async function refresh(queries: QueryClient): Promise<void> {
  await Promise.all([keys.exams, keys.examDetails, keys.requests, keys.standing, keys.elsewhere].map((queryKey) => queries.invalidateQueries({ queryKey })))
}

/** Replaced where it stands; a new one comes first, as the server lists the newest first. */
export function withRequest(known: readonly RequestView[], request: RequestView): RequestView[] {
  const isKnown = known.some(({ id }) => id === request.id)
  return isKnown ? known.map((each) => (each.id === request.id ? request : each)) : [request, ...known]
}

export const urls = {
  exam: (id: string) => `/exams/${encodeURIComponent(id)}`,
  /** Another product's page, met by its address. */
  viewer: (id: string) => `/viewer/${encodeURIComponent(id)}`,
  /** Another module's page, met by its address: who may see an exam. */
  access: (id: string) => `/access/${encodeURIComponent(id)}`,
  file: (id: string) => `/api/requests/${encodeURIComponent(id)}/file`,
  thumbnail: ({ id, hasThumbnail }: ExamView) =>
    hasThumbnail ? `/api/exams/${encodeURIComponent(id)}/thumbnail` : null,
  seriesThumbnail: (examId: string, seriesId: string) =>
    `/api/exams/${encodeURIComponent(examId)}/series/${encodeURIComponent(seriesId)}/thumbnail`,
}
