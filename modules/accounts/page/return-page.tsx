import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Door, LinkButton, Problem, RowsSkeleton, useWindowTitle } from '../../../platform/web/kit/index.ts'
import { useAccountsTexts } from './texts/index.ts'
import { useReturn } from './ways-data.ts'

/** Back from the hospital's own sign-in service, with what it gave for us in the address. */
export function ReturnPage() {
  const t = useAccountsTexts()
  const { mutate, error } = useReturn()
  const navigate = useNavigate()
  const isAsked = useRef(false)
  useWindowTitle(t('returnTitle'))
  useEffect(() => {
    // Once: what the service gave is good for one use.
    if (isAsked.current) return
    isAsked.current = true
    mutate(location.search, { onSuccess: () => void navigate({ to: '/', replace: true }) })
  }, [mutate, navigate])
  return (
    <Door>
      <h1>{t('returnTitle')}</h1>
      {error === null
        ? <div className="fj-door-after"><RowsSkeleton rows={2} height={44} /></div>
        : (
          <div className="fj-stack fj-door-after">
            <Problem error={error} />
            <LinkButton to="/sign-in" variant="default">{t('backToSignIn')}</LinkButton>
          </div>
        )}
    </Door>
  )
}
