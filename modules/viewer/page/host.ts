/** What the light box stands in: a page of the house, or a disc. */
import { createContext, use, type ReactNode } from 'react'
import type { SeriesToView, StudyToView } from '../contract.ts'
import type { Query } from './core/address.ts'
import type { Decoder } from './core/decode/pool.ts'
import type { PictureSource } from './core/picture-source.ts'

/** Exams that lie beside, as far as they are here. */
export interface Others {
  readonly studies: readonly StudyToView[]
  /** None is on its way; one that may not be seen never comes. */
  readonly areSettled: boolean
}

/** Where the state of the view is kept, so that a link brings it back. */
export interface AddressKeeper {
  /** By anybody. */
  readonly query: Readonly<Record<string, unknown>>
  readonly keep: (query: Query) => void
}

export interface Host {
  readonly source: PictureSource
  readonly startDecoder: () => Decoder
  /** Null where there is none. */
  readonly thumbnailOf: (studyId: string, series: SeriesToView) => string | null
  readonly useStudies: (ids: readonly string[]) => Others
  readonly useAddress: () => AddressKeeper
  /** Words of the field, for those of the field. */
  readonly useIsStaff: () => boolean
  /** The way back to where the exam was chosen. */
  readonly Back: (props: { readonly study: StudyToView }) => ReactNode
  /** Whether a link to the view is of use to anybody. */
  readonly hasLinks: boolean
}

/** How its answers are asked for: it tries again by itself, and knows when it is out of reach. */
export const OF_SOURCE = { staleTime: Infinity, retry: false, networkMode: 'always' } as const

const HostContext = createContext<Host | null>(null)

export const HostProvider = HostContext.Provider

export function useHost(): Host {
  const host = use(HostContext)
  if (host === null) throw new Error('a light box stands nowhere')
  return host
}
