/** The store of frames of one visit, made once. */
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { DecodePool } from './core/decode/pool.ts'
import { FrameStore } from './core/frame-store.ts'
import { useHost } from './host.ts'

const MEGABYTE = 1024 * 1024
/** Of a gigabyte of the machine, for pictures. */
const SHARE = 96
/** Where a browser does not say, as on most phones. */
const USUAL_GIGABYTES = 4

function budgetBytes(): number {
  const { deviceMemory = USUAL_GIGABYTES } = navigator as { readonly deviceMemory?: number }
  return deviceMemory * SHARE * MEGABYTE
}

export function useFrameStore(): FrameStore {
  const { source, startDecoder } = useHost()
  const store = useMemo(() => new FrameStore({
    source, pool: new DecodePool(startDecoder), budgetBytes: budgetBytes(),
  }), [source, startDecoder])
  useEffect(() => () => store.close(), [store])
  return store
}

/** Renders again when a frame came or failed. */
export function useArrivals(store: FrameStore): number {
  return useSyncExternalStore((tell) => store.watch(tell), () => store.arrivals)
}
