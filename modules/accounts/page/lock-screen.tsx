import { Button, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { hasCode } from '../../../platform/web/api.ts'
import { Door, Problem, SecretField, SignOut, useWindowTitle } from '../../../platform/web/kit/index.ts'
import type { LockProps } from '../../../platform/web/lock.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { hasPasskeys } from './browser-passkeys.ts'
import { useSignIn } from './data.ts'
import { useAccountsTexts } from './texts/index.ts'
import { usePasskeySignIn } from './ways-data.ts'
import './accounts.css'

/** Shows no name: whoever passes by learns nothing. */
export function LockScreen({ onOpen }: LockProps) {
  const t = useAccountsTexts()
  useWindowTitle(t('lockTitle'))
  return (
    <Door>
      <h1>{t('lockTitle')}</h1>
      <p className="fj-quiet">{t('lockLead')}</p>
      <OpenForm onOpen={onOpen} />
      {hasPasskeys && <OpenByPasskey onOpen={onOpen} />}
      <div className="fj-door-after fj-start"><SignOut /></div>
    </Door>
  )
}

function OpenForm({ onOpen }: LockProps) {
  const t = useAccountsTexts()
  const { username } = usePerson()
  const signIn = useSignIn()
  const [asksCode, setAsksCode] = useState(false)
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: { password: isNotEmpty(t('passwordMissing')), code: (value) => (asksCode && value.trim().length < 6 ? t('codeMissing') : null) },
  })
  const submit = form.onSubmit(({ password, code }) =>
    signIn.mutate({ username, password, ...(asksCode && { code: code.trim() }) }, {
      onSuccess: onOpen,
      onError: (error) => {
        if (hasCode(error, 'code-needed')) setAsksCode(true)
      },
    }))
  const isOnlyStep = hasCode(signIn.error, 'code-needed')
  return (
    <form onSubmit={submit} noValidate>
      {signIn.isError && !isOnlyStep && <Problem error={signIn.error} />}
      <SecretField label={t('lockPassword')} autoComplete="current-password" {...form.getInputProps('password')} />
      {asksCode && <TextInput label={t('code')} description={t('codeHint')} autoComplete="one-time-code" autoFocus maxLength={32} {...form.getInputProps('code')} />}
      <Button type="submit" fullWidth loading={signIn.isPending}>{t('lockOpen')}</Button>
    </form>
  )
}

function OpenByPasskey({ onOpen }: LockProps) {
  const t = useAccountsTexts()
  const passkey = usePasskeySignIn()
  return (
    <div className="fj-stack fj-door-after">
      {passkey.isError && <Problem error={passkey.error} />}
      <Button
        variant="default" fullWidth leftSection={<IconFingerprint size={20} />} loading={passkey.isPending}
        onClick={() => passkey.mutate(undefined, { onSuccess: onOpen })}
      >
        {t('lockPasskey')}
      </Button>
    </div>
  )
}
