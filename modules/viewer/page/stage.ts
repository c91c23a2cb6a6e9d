/** The store of frames of one visit, made once; the server behind it. */
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { DecodePool } from './core/decode/pool.ts'
import { dicomWebSource } from './core/dicom-web-source.ts'
import { FrameStore } from './core/frame-store.ts'

const MEGABYTE = 1024 * 1024
/** Of a gigabyte of the machine, for pictures. */
const SHARE = 96
/** Where a browser does not say, as on most phones. */
const USUAL_GIGABYTES = 4

function budgetBytes(): number {
  const { deviceMemory = USUAL_GIGABYTES } = navigator as { readonly deviceMemory?: number }
  return deviceMemory * SHARE * MEGABYTE
}

function startWorker(): Worker {
  return new Worker(new URL('./core/decode/worker.ts', import.meta.url), { type: 'module' })
}

export function useFrameStore(): FrameStore {
  const store = useMemo(() => new FrameStore({
    source: dicomWebSource, pool: new DecodePool(startWorker), budgetBytes: budgetBytes(),
  }), [])
  useEffect(() => () => store.close(), [store])
  return store
}

/** Renders again when a frame came or failed. */
export function useArrivals(store: FrameStore): number {
  return useSyncExternalStore((tell) => store.watch(tell), () => store.arrivals)
}
