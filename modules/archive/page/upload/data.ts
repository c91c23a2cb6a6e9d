/** What the pages of uploads ask of the server. */
import { useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../../platform/web/api.ts'
import type { FileOutcome, Report, ReportedFile, UploadedPatients, UploadList, UploadView } from '../../contract.ts'

export const keys = { uploads: ['uploads'], upload: (id: string) => ['uploads', id] as const } as const

/** Of an upload that another tab or person brings. */
const POLL_MS = 5_000

export function addressOf(id: string): string {
  return `/api/uploads/${encodeURIComponent(id)}`
}

export interface Uploads {
  readonly uploads: readonly UploadView[]
  readonly mayUpload: boolean
}

export function useUploads(): UseInfiniteQueryResult<Uploads> {
  return useInfiniteQuery({
    queryKey: [...keys.uploads, 'list'],
    queryFn: ({ pageParam }) => api.get<UploadList>(`/api/uploads${pageParam === '' ? '' : `?before=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }: InfiniteData<UploadList, string>): Uploads =>
      ({ uploads: pages.flatMap(({ uploads }) => uploads), mayUpload: pages[0]?.mayUpload ?? false }),
  })
}

export function useUpload(id: string): UseQueryResult<UploadView> {
  return useQuery({
    queryKey: keys.upload(id), queryFn: () => api.get<UploadView>(addressOf(id)),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? POLL_MS : false),
  })
}

export function useArrived(id: string, asOf: string): UseQueryResult<UploadedPatients> {
  return useQuery({
    queryKey: [...keys.upload(id), 'studies', asOf],
    queryFn: () => api.get<UploadedPatients>(`${addressOf(id)}/studies`),
    // While more comes in, what came before stays on the page.
    placeholderData: (before) => before,
  })
}

export function useReport(id: string, outcome: FileOutcome): UseInfiniteQueryResult<readonly ReportedFile[]> {
  return useInfiniteQuery({
    queryKey: [...keys.upload(id), 'files', outcome],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ outcome, ...(pageParam !== '' && { after: pageParam }) })
      return api.get<Report>(`${addressOf(id)}/files?${query.toString()}`)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }: InfiniteData<Report, string>) => pages.flatMap(({ files }) => files),
  })
}
