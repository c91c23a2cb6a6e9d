/** What the pages of devices ask of the server. */
import { useMutation, useQuery, useQueryClient, type QueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import type {
  AlertAddress, CheckList, CheckView, DeviceChange, DeviceImport, DeviceList, DeviceView, ImportReport, NewDevice,
} from '../contract.ts'
import { keys } from './keys.ts'

/** A refused caller shall show up while the administrator stands beside the scanner. */
const POLL_MS = 10_000

export const EXPORT_URL = '/api/devices/export'

function url(id: string): string {
  return `/api/devices/${encodeURIComponent(id)}`
}

export function useDevices(): UseQueryResult<DeviceList> {
  return useQuery({
    queryKey: keys.devices,
    queryFn: () => api.get<DeviceList>('/api/devices'),
    refetchInterval: POLL_MS,
  })
}

export function useChecks(id: string): UseQueryResult<CheckList> {
  return useQuery({ queryKey: keys.checks(id), queryFn: () => api.get<CheckList>(`${url(id)}/checks`) })
}

export function useAddDevice(): UseMutationResult<DeviceView, Error, NewDevice> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (device: NewDevice) => api.post<DeviceView>('/api/devices', device),
    onSuccess: () => forget(queries),
  })
}

export function useChangeDevice(id: string): UseMutationResult<DeviceView, Error, DeviceChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: DeviceChange) => api.patch<DeviceView>(url(id), change),
    onSuccess: () => forget(queries),
  })
}

export function useRemoveDevice(): UseMutationResult<undefined, Error, DeviceView> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id }: DeviceView) => {
      await api.remove(url(id))
      return undefined
    },
    // Not waited for: the device's own page has to be left before its device is gone.
    onSettled: () => void forget(queries),
  })
}

export function useEcho(id: string): UseMutationResult<CheckView, Error, void> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<CheckView>(`${url(id)}/echo`, {}),
    onSuccess: (lastCheck) => takeCheck(queries, id, lastCheck),
  })
}

export function useImport(): UseMutationResult<ImportReport, Error, DeviceImport> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (list: DeviceImport) => api.post<ImportReport>('/api/devices/import', list),
    onSettled: () => forget(queries),
  })
}

export function useSetAlertAddress(): UseMutationResult<AlertAddress, Error, AlertAddress> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (address: AlertAddress) => api.put<AlertAddress>('/api/devices/alerts', address),
    onSuccess: () => forget(queries),
  })
}

/** A check as the server just told it, into the list; its history is asked for again. */
export function takeCheck(queries: QueryClient, id: string, lastCheck: CheckView): void {
  queries.setQueryData<DeviceList>(keys.devices, (known) => known === undefined ? undefined : {
    ...known, devices: known.devices.map((device) => (device.id === id ? { ...device, lastCheck } : device)),
  })
  void queries.invalidateQueries({ queryKey: keys.checks(id) })
}

/** The register changed: it is asked for again, by both pages. */
export async function forget(queries: QueryClient): Promise<void> {
  await Promise.all([keys.devices, keys.remoteDevices].map((queryKey) => queries.invalidateQueries({ queryKey })))
}
