/** What the page of search and transfers asks of the server. */
import {
  useInfiniteQuery, useMutation, useQuery, useQueryClient,
  type InfiniteData, type QueryClient, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query'
import { api } from '../../../../platform/web/api.ts'
import type {
  NewTransfer, RemoteDeviceList, RemoteStudyList, StudySearch, TransferDetail, TransferDirection, TransferList, TransferView,
  WorklistEntryList, WorklistSearch,
} from '../../contract.ts'
import { keys } from '../keys.ts'
import { hereAfter, isUnderWay } from './counts.ts'

/** While the line of news is down. */
const POLL_MS = 3_000

export function useRemoteDevices(): UseQueryResult<RemoteDeviceList> {
  return useQuery({ queryKey: keys.remoteDevices, queryFn: () => api.get<RemoteDeviceList>('/api/remote/devices') })
}

/** A device is asked when a person asks, and not by itself again. */
const ONCE = { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

/**
 * Another search, or leaving the page, ends one that still waits for its device.
 *
 * @param number - of the search on this page: the same words asked again are another one.
 */
export function useStudies(search: StudySearch, number: number): UseQueryResult<RemoteStudyList> {
  return useQuery({
    ...ONCE,
    queryKey: [...keys.studies, number, search],
    queryFn: ({ signal }) => api.post<RemoteStudyList>('/api/remote/studies', search, signal),
  })
}

export function useWorklist(search: WorklistSearch, number: number): UseQueryResult<WorklistEntryList> {
  return useQuery({
    ...ONCE,
    queryKey: [...keys.worklist, number, search],
    queryFn: ({ signal }) => api.post<WorklistEntryList>('/api/remote/worklist', search, signal),
  })
}

type Pages = InfiniteData<TransferList, string>

/** @param direction - null: both. */
export function useTransfers(direction: TransferDirection | null, isLive: boolean): UseInfiniteQueryResult<readonly TransferView[]> {
  return useInfiniteQuery({
    queryKey: [...keys.transfers, direction],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ ...(pageParam !== '' && { before: pageParam }), ...(direction !== null && { direction }) })
      return api.get<TransferList>(`/api/transfers?${query.toString()}`)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }: Pages) => pages.flatMap(({ transfers }) => transfers),
    refetchInterval: isLive ? false : POLL_MS,
  })
}

export function useTransferDetail(id: string): UseQueryResult<TransferDetail> {
  return useQuery({ queryKey: keys.transfer(id), queryFn: () => api.get<TransferDetail>(`/api/transfers/${encodeURIComponent(id)}`) })
}

export interface StartedTransfers {
  readonly started: readonly TransferView[]
  /** Of the first that was not taken; those after it were not asked for. */
  readonly error: Error | null
}

/** One after the other: the first refusal ends it, and what was taken is told. */
export function useStartTransfers(): UseMutationResult<StartedTransfers, Error, readonly NewTransfer[]> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (wishes: readonly NewTransfer[]) => {
      const started: TransferView[] = []
      for (const wish of wishes) {
        try {
          started.push(await api.post<TransferView>('/api/transfers', wish))
        } catch (error) {
          return { started, error: error instanceof Error ? error : new Error('unknown') }
        }
      }
      return { started, error: null }
    },
    onSuccess: ({ started }) => {
      for (const transfer of started) takeTransfer(queries, transfer)
    },
  })
}

export function useCancelTransfer(): UseMutationResult<undefined, Error, TransferView> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id }: TransferView) => {
      await api.remove(`/api/transfers/${encodeURIComponent(id)}`)
      return undefined
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.transfers }),
  })
}

/** A transfer as the server just told it, into every list that shows it, and beside the studies that were found. */
export function takeTransfer(queries: QueryClient, transfer: TransferView): void {
  for (const direction of [null, transfer.direction]) {
    queries.setQueryData<Pages>([...keys.transfers, direction], (known) => known === undefined ? undefined : withTransfer(known, transfer))
  }
  queries.setQueriesData<RemoteStudyList>({ queryKey: keys.studies }, (known) => known === undefined ? undefined : {
    ...known, studies: known.studies.map((study) => hereAfter(study, transfer)),
  })
  if (!isUnderWay(transfer)) void queries.invalidateQueries({ queryKey: keys.transfer(transfer.id) })
  // An answer on its way may be older than what was just told: it is asked for again.
  if (queries.isFetching({ queryKey: keys.transfers }) > 0) void queries.invalidateQueries({ queryKey: keys.transfers })
}

/** Replaced where it stands; a new one comes first, as the server lists the newest first. */
function withTransfer(known: Pages, transfer: TransferView): Pages {
  const isKnown = known.pages.some(({ transfers }) => transfers.some(({ id }) => id === transfer.id))
  const pages = known.pages.map((page, at) => {
    if (!isKnown) return at === 0 ? { ...page, transfers: [transfer, ...page.transfers] } : page
    return { ...page, transfers: page.transfers.map((each) => (each.id === transfer.id ? newer(each, transfer) : each)) }
  })
  return { ...known, pages }
}

/** News overtake answers: what is over does not run again. */
function newer(known: TransferView, told: TransferView): TransferView {
  return isUnderWay(told) && !isUnderWay(known) ? known : told
}
