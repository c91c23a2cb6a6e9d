/** What of a tile can be kept: saved as a picture, or printed. Whatever shows pictures offers its own. */
import { createContext, use, useEffect } from 'react'
import type { Size } from './core/on-paper.ts'

export interface Keepsake {
  readonly picture: () => Promise<Blob | null>
  /** Which one it is, how it is drawn: in words, for below its title. */
  readonly facts: readonly string[]
  /** Among those of its Series, from 1. */
  readonly number: number
  /** Millimetres on paper; null where it has no true size. */
  readonly size: Size | null
}

type Offer = (keepsake: Keepsake | null) => void

const OfferContext = createContext<Offer>(() => undefined)

/** Where the tile takes what is offered within it. */
export const OfferProvider = OfferContext.Provider

/** @param keepsake - null while there is nothing to keep. */
export function useKeepsake(keepsake: Keepsake | null): void {
  const offer = use(OfferContext)
  useEffect(() => {
    offer(keepsake)
    return () => offer(null)
  }, [offer, keepsake])
}
