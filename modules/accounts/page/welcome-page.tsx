import { Button, Skeleton, Stack } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { hasCode } from '../../../platform/web/api.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Door, Loading, Problem, useWindowTitle } from '../../../platform/web/kit/index.ts'
import type { InvitationToken, InvitationView } from '../contract.ts'
import { BadLink } from './bad-link.tsx'
import { BirthDateField } from './birth-date-field.tsx'
import { dateOf, NO_DATE } from './birth-date.ts'
import { hasPasskeys } from './browser-passkeys.ts'
import { useInvitation, useRedeem } from './data.ts'
import { NewPasswordForm } from './new-password-form.tsx'
import { useAccountsTexts } from './texts/index.ts'
import { useRedeemByPasskey } from './ways-data.ts'
import './accounts.css'

/** `/welcome#TOKEN`: a fragment is never sent to a server, so the token is in no log on the way. */
export function WelcomePage() {
  const t = useAccountsTexts()
  const token = useLocation().hash
  useWindowTitle(t('welcomePlain'))
  return <Door>{token === '' ? <BadLink text={t('linkNone')} to="/sign-in" label={t('toSignIn')} /> : <Invitation token={token} />}</Door>
}

function Invitation({ token }: { readonly token: string }) {
  const t = useAccountsTexts()
  const [birthDate, setBirthDate] = useState<string | null>(null)
  const link = { token, ...(birthDate !== null && { birthDate }) }
  const { data: invitation, error, refetch, isFetching } = useInvitation(link)
  if (hasCode(error, 'invitation-not-found')) return <BadLink text={t('linkBad')} to="/sign-in" label={t('toSignIn')} />
  // Stays while a date is judged: what was typed is not lost.
  const isAsked = invitation?.person === null || (birthDate !== null && invitation === undefined)
  if (isAsked && (error === null || hasCode(error, 'birth-date-wrong'))) return <AskBirthDate error={error} busy={isFetching} onDate={setBirthDate} />
  if (invitation !== undefined) return <Welcome invitation={invitation} link={link} />
  return error === null ? <Outline /> : <Problem error={error} onRetry={() => void refetch()} />
}

interface AskBirthDateProps {
  readonly error: Error | null
  readonly busy: boolean
  readonly onDate: (date: string) => void
}

function AskBirthDate({ error, busy, onDate }: AskBirthDateProps) {
  const t = useAccountsTexts()
  const [typed, setTyped] = useState(NO_DATE)
  const [isWrong, setWrong] = useState(false)
  const submit = () => {
    const date = dateOf(typed)
    setWrong(date === null)
    if (date !== null) onDate(date)
  }
  return (
    <>
      <h1>{t('welcomePlain')}</h1>
      <p className="fj-quiet">{t('birthLead')}</p>
      <form onSubmit={(event) => { event.preventDefault(); submit() }} noValidate>
        {error !== null && <Problem error={error} />}
        <BirthDateField own value={typed} onChange={setTyped} error={isWrong ? t('birthBad') : undefined} />
        <Button type="submit" fullWidth loading={busy}>{t('birthGo')}</Button>
      </form>
    </>
  )
}

function Welcome({ invitation: { person, expiresAt }, link }: { readonly invitation: InvitationView; readonly link: InvitationToken }) {
  const t = useAccountsTexts()
  const format = useFormat()
  const redeem = useRedeem()
  const navigate = useNavigate()
  const goIn = () => void navigate({ to: '/', replace: true })
  return (
    <>
      <h1>{t('welcomePlain')}</h1>
      <p className="fj-quiet">{t('welcomeLead', { name: person?.displayName ?? '' })}</p>
      <NewPasswordForm
        username={person?.username ?? ''} error={redeem.error} busy={redeem.isPending}
        onPassword={(password) => redeem.mutate({ ...link, password }, { onSuccess: goIn })}
      />
      {hasPasskeys && <PasskeyInstead link={link} onIn={goIn} />}
      <p className="fj-small fj-quiet fj-door-after">{t('welcomeUntil', { when: format.instant(expiresAt) })}</p>
    </>
  )
}

function PasskeyInstead({ link, onIn }: { readonly link: InvitationToken; readonly onIn: () => void }) {
  const t = useAccountsTexts()
  const redeem = useRedeemByPasskey()
  return (
    <div className="fj-stack fj-other-ways">
      <div className="fj-or"><span>{t('or')}</span></div>
      {redeem.isError && <Problem error={redeem.error} />}
      <Button
        variant="default" fullWidth leftSection={<IconFingerprint size={20} />} loading={redeem.isPending}
        onClick={() => redeem.mutate({ ...link, name: t('passkeyFirst') }, { onSuccess: onIn })}
      >
        {t('welcomePasskey')}
      </Button>
      <p className="fj-small fj-quiet">{t('passkeyWhat')}</p>
    </div>
  )
}

function Outline() {
  return (
    <Stack gap="md" aria-busy="true">
      <Loading />
      <Skeleton height={34} width="80%" />
      <Skeleton height={20} />
      <Skeleton height={72} mt="md" />
      <Skeleton height={72} />
      <Skeleton height={44} />
    </Stack>
  )
}
