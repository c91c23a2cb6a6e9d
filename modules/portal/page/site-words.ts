import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { api } from '../../../platform/web/api.ts'
import { useLanguage } from '../../../platform/web/i18n.ts'
import type { PortalTexts } from '../contract.ts'

/** A site changes its words rarely. */
const STALE_MS = 300_000

/** Texts that the site may have put in its own words, in the reader's language. */
export function useSiteWords(): UseQueryResult<PortalTexts> {
  const language = useLanguage()
  return useQuery({
    queryKey: ['portal', 'words', language],
    queryFn: () => api.get<PortalTexts>(`/api/portal/texts?language=${language}`),
    staleTime: STALE_MS,
  })
}
