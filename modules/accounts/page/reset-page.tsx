import { useLocation, useNavigate } from '@tanstack/react-router'
import { hasCode } from '../../../platform/web/api.ts'
import { Door, Problem, RowsSkeleton, useWindowTitle } from '../../../platform/web/kit/index.ts'
import { BadLink } from './bad-link.tsx'
import { NewPasswordForm } from './new-password-form.tsx'
import { useAccountsTexts } from './texts/index.ts'
import { useRedeemReset, useReset } from './ways-data.ts'

/** `/reset#TOKEN`: a fragment is never sent to a server, so the token is in no log on the way. */
export function ResetPage() {
  const t = useAccountsTexts()
  const token = useLocation().hash
  const { data: reset, error, refetch } = useReset(token)
  useWindowTitle(t('resetTitle'))
  const isBad = token === '' || hasCode(error, 'reset-not-found')
  return (
    <Door>
      {isBad && <BadLink text={t('resetBad')} to="/forgotten" label={t('resetAsk')} />}
      {!isBad && error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {!isBad && error === null && reset === undefined && <RowsSkeleton rows={3} height={72} />}
      {!isBad && reset !== undefined && <Choose token={token} username={reset.username} />}
    </Door>
  )
}

function Choose({ token, username }: { readonly token: string; readonly username: string }) {
  const t = useAccountsTexts()
  const redeem = useRedeemReset()
  const navigate = useNavigate()
  return (
    <>
      <h1>{t('resetTitle')}</h1>
      <p className="fj-quiet">{t('resetLead')}</p>
      <NewPasswordForm
        username={username} error={redeem.error} busy={redeem.isPending}
        onPassword={(password) => redeem.mutate({ token, password }, { onSuccess: () => void navigate({ to: '/', replace: true }) })}
      />
    </>
  )
}
