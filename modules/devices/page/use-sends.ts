/** Where these studies were sent, by this browser's newest news: the last to each device, newest first. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { TransferList, TransferView } from '../contract.ts'
import { keys } from './keys.ts'
import { isUnderWay } from './search/counts.ts'

const POLL_MS = 1_500
const MOST = 4

export function useSends(studyUids: readonly string[]): readonly TransferView[] {
  const { data } = useQuery({
    // Under the name of all transfers: what starts or ends one asks for these again.
    queryKey: [...keys.transfers, 'sends'],
    queryFn: () => api.get<TransferList>('/api/transfers?direction=send'),
    refetchInterval: ({ state }) => (state.data?.transfers.some(isUnderWay) === true ? POLL_MS : false),
  })
  const ours = (data?.transfers ?? []).filter(({ studyUid }) => studyUids.includes(studyUid))
  return ours.filter((each, at) => ours.findIndex((other) => isSameWay(other, each)) === at).slice(0, MOST)
}

function isSameWay(a: TransferView, b: TransferView): boolean {
  return a.studyUid === b.studyUid && a.device.description === b.device.description
}
