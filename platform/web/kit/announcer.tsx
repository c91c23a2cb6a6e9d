/** Tells changes of state to those who listen to a page. */
import { VisuallyHidden } from '@mantine/core'
import { useSyncExternalStore } from 'react'

let said = ''
const watchers = new Set<() => void>()

/** Say `text` politely. The same text twice is said twice. */
export function announce(text: string): void {
  // A live region is read when it changes: a no-break space makes a repetition a change.
  said = said === text ? `${text}\u00A0` : text
  for (const tell of watchers) tell()
}

export function Announcer() {
  const text = useSyncExternalStore(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => said,
  )
  return <VisuallyHidden role="status" aria-live="polite">{text}</VisuallyHidden>
}
