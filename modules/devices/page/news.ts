/**
 * News of devices and transfers as they happen, while one of our pages is open.
 *
 * What was missed while the line was down is asked for when it is up again.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DeviceChecked, TransferView } from '../contract.ts'
import { forget, takeCheck } from './data.ts'
import { keys } from './keys.ts'
import { takeTransfer } from './search/data.ts'

/** @returns whether the line is up; while it is not, pages ask by the clock. */
export function useNews(): boolean {
  const queries = useQueryClient()
  const [isUp, setUp] = useState(false)
  useEffect(() => {
    const source = new EventSource('/api/devices/events')
    const hear = (name: string, take: (data: unknown) => void): void =>
      source.addEventListener(name, (event: MessageEvent<string>) => take(JSON.parse(event.data)))
    source.onopen = () => {
      setUp(true)
      void Promise.all([forget(queries), queries.invalidateQueries({ queryKey: keys.transfers })])
    }
    source.onerror = () => setUp(false)
    hear('devices', () => void forget(queries))
    hear('device', (data) => {
      const { id, lastCheck } = data as DeviceChecked
      takeCheck(queries, id, lastCheck)
    })
    hear('transfer', (data) => takeTransfer(queries, data as TransferView))
    return () => source.close()
  }, [queries])
  return isUp
}
