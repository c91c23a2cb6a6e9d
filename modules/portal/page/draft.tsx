/** What was filled in stays while a phone is turned or a tab is changed: the form is built anew then. */
import { createContext, useContext, useMemo, useRef, type ReactNode } from 'react'
import type { Format } from '../contract.ts'
import type { NoticeWay } from './notice-address.ts'

/** In the form that asks for a file. */
export interface Filled {
  readonly format: Format
  readonly consent: boolean
  readonly notify: boolean
  readonly way: NoticeWay
  readonly address: string
}

interface Draft {
  read(): Filled | undefined
  write(values: Filled): void
  /** It was sent. */
  forget(): void
}

const Kept = createContext<Draft>({ read: () => undefined, write: () => undefined, forget: () => undefined })

export function DraftKeeper({ children }: { readonly children: ReactNode }) {
  const held = useRef<Filled>(undefined)
  const draft = useMemo((): Draft => ({
    read: () => held.current, write: (values) => void (held.current = values), forget: () => void (held.current = undefined),
  }), [])
  return <Kept.Provider value={draft}>{children}</Kept.Provider>
}

export function useDraft(): Draft {
  return useContext(Kept)
}
