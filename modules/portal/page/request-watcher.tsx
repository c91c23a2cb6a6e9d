/** On every page of a patient or doctor: keeps exams and requests fresh, and tells when a file is ready. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useEvent } from '../../../platform/web/events.ts'
import { announce, hideToast, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { RequestState, RequestView } from '../contract.ts'
import { keys, take, urls, useRequests } from './data.ts'
import { changed } from './news.ts'
import { useSiteWords } from './site-words.ts'
import { usePortalTexts } from './texts/index.ts'

export function RequestWatcher() {
  const queries = useQueryClient()
  const { data: requests } = useRequests()
  const ready = useSiteWords().data?.toast
  const examsNew = usePortalTexts()('examsNew')
  // The stream carries the contract's RequestView, serialised by the same schema as the route's answer.
  useEvent('request', useCallback((data) => void take(queries, data as RequestView), [queries]))
  useEvent('exams', useCallback(() => {
    announce(examsNew)
    void queries.invalidateQueries({ queryKey: keys.exams })
    void queries.invalidateQueries({ queryKey: keys.examDetails })
  }, [queries, examsNew]))
  useNews(ready === undefined ? undefined : requests, ready ?? '')
  return null
}

/** Tells each request that became ready or failed since the page was opened, once. */
function useNews(requests: readonly RequestView[] | undefined, ready: string): void {
  const tell = useTell(ready)
  const known = useRef<ReadonlyMap<string, RequestState> | null>(null)
  useEffect(() => {
    if (requests === undefined) return
    const before = known.current
    known.current = new Map(requests.map(({ id, state }) => [id, state]))
    if (before !== null) changed(before, requests).forEach(tell)
  })
}

/** @param ready - the site's words for a file that is ready. */
function useTell(ready: string): (request: RequestView) => void {
  const t = usePortalTexts()
  const frame = useFrameTexts()
  const navigate = useNavigate()
  return ({ id, examId, state }) => {
    const open = () => void navigate({ to: urls.exam(examId), search: { show: 'download' } })
    // Whoever looks at that exam already sees it there.
    const stays = location.pathname !== urls.exam(examId)
    const shared = {
      stays, id: `request-${id}`,
      closeLabel: frame('close'),
      action: { label: t('toastOpen'), run: open },
    }
    // What was removed or is over is no news any more.
    hideToast(shared.id)
    if (state === 'ready') toast({ ...shared, kind: 'jacket', text: ready })
    if (state === 'failed') toast({ ...shared, kind: 'failed', text: t('toastFailed') })
  }
}
