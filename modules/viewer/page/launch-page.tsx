/** `/launch#TOKEN`: one exam, opened from another program. The fragment is never sent to a server. VWR-22. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { IconLinkOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { api, hasCode } from '../../../platform/web/api.ts'
import { Door, LinkButton, Loading, Notice, Problem, useWindowTitle } from '../../../platform/web/kit/index.ts'
import { enter, type Person } from '../../../platform/web/session.ts'
import type { LaunchedStudy, LaunchToken } from '../contract.ts'
import { useViewerTexts } from './texts/index.ts'

export function LaunchPage() {
  const t = useViewerTexts()
  const token = useLocation().hash
  const { error, mutate } = useRedeem()
  const asked = useRef('')
  useWindowTitle(t('windowTitle'))
  useEffect(() => {
    if (token === '' || asked.current === token) return
    asked.current = token
    mutate({ token })
  }, [token, mutate])
  return (
    <Door>
      <h1>{t('launchTitle')}</h1>
      {token === '' || hasCode(error, 'launch-over') ? <Over /> : error === null ? <Loading /> : <Problem error={error} onRetry={() => mutate({ token })} />}
    </Door>
  )
}

function Over() {
  const t = useViewerTexts()
  return (
    <div className="fj-stack">
      <Notice tone="wait" icon={IconLinkOff} role="alert"><p>{t('problem launch-over')}</p></Notice>
      <LinkButton to="/sign-in" variant="default">{t('launchSignIn')}</LinkButton>
    </div>
  )
}

/** Whoever was signed in here before is not any more: the page belongs to a visitor, and to one exam. */
function useRedeem() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (wish: LaunchToken) => {
      const { studyId } = await api.post<LaunchedStudy>('/api/viewer/launches/redeem', wish)
      return { studyId, person: await api.get<Person | null>('/api/sessions/current') }
    },
    onSuccess: ({ studyId, person }) => {
      if (person !== null) enter(queries, person)
      void navigate({ to: `/viewer/${studyId}`, replace: true })
    },
  })
}
