import { Button, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { IconLinkOff } from '@tabler/icons-react'
import { hasCode } from '../../../platform/web/api.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Door, LinkButton, Loading, Notice, Problem, SecretField, useWindowTitle } from '../../../platform/web/kit/index.ts'
import type { InvitationView } from '../contract.ts'
import { useInvitation, useRedeem } from './data.ts'
import { usePasswordRule } from './password-rule.ts'
import { useAccountsTexts } from './texts/index.ts'

/** `/welcome#TOKEN`: a fragment is never sent to a server, so the token is in no log on the way. */
export function WelcomePage() {
  const t = useAccountsTexts()
  const token = useLocation().hash
  useWindowTitle(t('welcomePlain'))
  return <Door>{token === '' ? <NoToken /> : <Invitation token={token} />}</Door>
}

function Invitation({ token }: { readonly token: string }) {
  const { data: invitation, error, refetch } = useInvitation(token)
  if (invitation !== undefined) return <Welcome invitation={invitation} token={token} />
  if (error === null) return <Outline />
  if (hasCode(error, 'invitation-not-found')) return <BadLink />
  return <Problem error={error} onRetry={() => void refetch()} />
}

function Welcome({ invitation, token }: { readonly invitation: InvitationView; readonly token: string }) {
  const t = useAccountsTexts()
  const format = useFormat()
  const { username, displayName, expiresAt } = invitation
  return (
    <>
      <h1>{t('welcomePlain')}</h1>
      <p className="fj-quiet">{t('welcomeLead', { name: displayName })}</p>
      <FirstPassword username={username} token={token} />
      <p className="fj-small fj-quiet fj-door-after">{t('welcomeUntil', { when: format.instant(expiresAt) })}</p>
    </>
  )
}

function FirstPassword({ username, token }: { readonly username: string; readonly token: string }) {
  const t = useAccountsTexts()
  const redeem = useRedeem()
  const navigate = useNavigate()
  const form = useForm({
    initialValues: { password: '' },
    validateInputOnBlur: true,
    validate: { password: usePasswordRule() },
  })
  const submit = form.onSubmit(({ password }) =>
    redeem.mutate({ token, password }, { onSuccess: () => void navigate({ to: '/', replace: true }) }))
  return (
    <form onSubmit={submit} noValidate>
      {redeem.isError && <Problem error={redeem.error} />}
      {/* Shown and read-only: password managers keep it together with the password. */}
      <TextInput label={t('username')} value={username} readOnly autoComplete="username" className="fj-readonly" />
      <SecretField
        label={t('newPassword')}
        description={t('newPasswordHint')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <Button type="submit" fullWidth loading={redeem.isPending}>{t('openAccount')}</Button>
    </form>
  )
}

function BadLink() {
  const t = useAccountsTexts()
  return (
    <Stack gap="lg" align="flex-start">
      <h1>{t('linkBadTitle')}</h1>
      <Notice tone="wait" icon={IconLinkOff} role="alert"><p>{t('linkBad')}</p></Notice>
      <LinkButton to="/sign-in" variant="default">{t('toSignIn')}</LinkButton>
    </Stack>
  )
}

function NoToken() {
  const t = useAccountsTexts()
  return (
    <Stack gap="lg" align="flex-start">
      <h1>{t('welcomePlain')}</h1>
      <Notice tone="wait" icon={IconLinkOff} role="alert"><p>{t('linkNone')}</p></Notice>
      <LinkButton to="/sign-in" variant="default">{t('toSignIn')}</LinkButton>
    </Stack>
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
