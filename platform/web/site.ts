/** What a site says of itself before anyone has signed in. */
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export interface Site {
  readonly name: string
  readonly version: string
  /** Made-up patients only: every page says so. */
  readonly demo: boolean
  /** An administrator has a password. */
  readonly setUp: boolean
  /** The site can send mail. */
  readonly mail: boolean
  readonly helpDesk: string | null
}

export function useSite(): Site | undefined {
  return useQuery({ queryKey: ['site'], queryFn: () => api.get<Site>('/api/site'), staleTime: 300_000 }).data
}
