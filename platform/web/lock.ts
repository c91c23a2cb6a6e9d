/** After a while without anybody at the page, the house is closed: a screen may stand in a ward. */
import { useIdle, useSessionStorage } from '@mantine/hooks'
import { useEffect } from 'react'
import { LOCKED } from './session.ts'

const IDLE_MS = 15 * 60_000

export interface LockProps {
  readonly onOpen: () => void
}

/** Kept over a reload of the page, which would otherwise open it. */
export function useLock(): { readonly isLocked: boolean; readonly unlock: () => void } {
  const isIdle = useIdle(IDLE_MS, { initialState: false })
  const [isLocked, setLocked] = useSessionStorage({ key: LOCKED, defaultValue: false, getInitialValueInEffect: false })
  useEffect(() => {
    if (isIdle) setLocked(true)
  }, [isIdle, setLocked])
  return { isLocked, unlock: () => setLocked(false) }
}
