/**
 * The server's event stream, shared by all that listen.
 *
 * While it is down (`useLive` is false) pages ask again by the clock instead.
 */
import { useEffect, useSyncExternalStore } from 'react'

type Listener = (data: unknown) => void

const listeners = new Map<string, Set<Listener>>()
const watchers = new Set<() => void>()
let source: EventSource | null = null
let live = false

function setLive(next: boolean): void {
  if (live === next) return
  live = next
  for (const tell of watchers) tell()
}

function connect(): void {
  const opened = new EventSource('/api/events')
  source = opened
  opened.onopen = () => setLive(true)
  opened.onerror = () => setLive(false)
  for (const name of listeners.keys()) subscribe(opened, name)
}

function subscribe(to: EventSource, name: string): void {
  to.addEventListener(name, (event: MessageEvent<string>) => {
    const data: unknown = event.data === '' ? null : JSON.parse(event.data)
    for (const listener of listeners.get(name) ?? []) listener(data)
  })
}

/** Keeps the stream open while somebody is signed in. The browser reconnects by itself. */
export function useEventStream(open: boolean): void {
  useEffect(() => {
    if (!open) return undefined
    connect()
    return () => {
      source?.close()
      source = null
      setLive(false)
    }
  }, [open])
}

/** Calls `listener` for each event `name`. Hand in a stable function. */
export function useEvent(name: string, listener: Listener): void {
  useEffect(() => {
    const known = listeners.get(name)
    if (known === undefined) {
      listeners.set(name, new Set([listener]))
      if (source !== null) subscribe(source, name)
    } else known.add(listener)
    return () => {
      listeners.get(name)?.delete(listener)
    }
  }, [name, listener])
}

export function useLive(): boolean {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => live,
  )
}
