/** The whole screen for the pictures, where the browser lets a page have it. */
import { useCallback, useSyncExternalStore } from 'react'

function follow(tell: () => void): () => void {
  document.addEventListener('fullscreenchange', tell)
  return () => document.removeEventListener('fullscreenchange', tell)
}

export function useFullScreen() {
  const isFull = useSyncExternalStore(follow, () => document.fullscreenElement !== null)
  const toggle = useCallback(() => {
    const change = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
    // Refused by the browser: then the pictures stay as large as they are.
    change.catch(() => undefined)
  }, [])
  return { isFull, toggle, canBe: document.fullscreenEnabled }
}
