/** What the page of devices asks of the server. */
import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type { DeviceList, DeviceView, NewDevice } from '../contract.ts'

const devicesKey = ['devices'] as const

/** A refused caller shall show up while the administrator stands beside the scanner. */
const POLL_MS = 10_000

export function useDevices(): UseQueryResult<DeviceList> {
  return useQuery({
    queryKey: devicesKey,
    queryFn: () => api.get<DeviceList>('/api/devices'),
    refetchInterval: POLL_MS,
  })
}

export function useAddDevice(): UseMutationResult<DeviceView, Error, NewDevice> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (device: NewDevice) => api.post<DeviceView>('/api/devices', device),
    onSuccess: () => queries.invalidateQueries({ queryKey: devicesKey }),
  })
}

export function useRemoveDevice(): UseMutationResult<undefined, Error, DeviceView> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id }: DeviceView) => {
      await api.remove(`/api/devices/${encodeURIComponent(id)}`)
      return undefined
    },
    onSettled: () => queries.invalidateQueries({ queryKey: devicesKey }),
  })
}
