import { Button, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { IconInfoCircle } from '@tabler/icons-react'
import { useEffect } from 'react'
import { hasCode } from '../../../platform/web/api.ts'
import { Notice, Problem, RowsSkeleton, SecretField } from '../../../platform/web/kit/index.ts'
import { enter } from '../../../platform/web/session.ts'
import { useSite } from '../../../platform/web/site.ts'
import type { NewSession } from '../contract.ts'
import { CodeForm } from './code-form.tsx'
import { KeepRecoveryCodes, Scan } from './code-setup.tsx'
import { NewPasswordForm } from './new-password-form.tsx'
import { useSignIn } from './data.ts'
import { useAccountsTexts } from './texts/index.ts'
import { useBeginSetup, useFinishSetup } from './ways-data.ts'

/** What is asked for after the password. */
export type Next = 'code' | 'setup' | 'renew'
export type OnStep = (kind: Next, given: NewSession) => void

export function PasswordStep({ onStep }: { readonly onStep: OnStep }) {
  const t = useAccountsTexts()
  const signIn = useSignIn()
  const notSetUp = useSite()?.setUp === false
  const form = useForm({
    initialValues: { username: '', password: '' },
    validateInputOnBlur: true,
    validate: { username: isNotEmpty(t('usernameMissing')), password: isNotEmpty(t('passwordMissing')) },
  })
  const submit = form.onSubmit(({ username, password }) => {
    // A phone's keyboard likes to add a capital and a space.
    const given = { username: username.trim().toLowerCase(), password }
    signIn.mutate(given, {
      onError: (error) => {
        if (hasCode(error, 'code-needed')) onStep('code', given)
        else if (hasCode(error, 'setup-needed')) onStep('setup', given)
        else if (hasCode(error, 'password-over')) onStep('renew', given)
        else if (hasCode(error, 'wrong-credentials')) form.getInputNode('password')?.focus()
      },
    })
  })
  return (
    <form onSubmit={submit} noValidate>
      {notSetUp && <Notice tone="plain" icon={IconInfoCircle}><p>{t('notSetUp')}</p></Notice>}
      {signIn.isError && <Problem error={signIn.error} />}
      <TextInput
        label={t('username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('username')}
      />
      <SecretField label={t('password')} autoComplete="current-password" {...form.getInputProps('password')} />
      <Button type="submit" fullWidth loading={signIn.isPending}>{t('signIn')}</Button>
    </form>
  )
}

interface StepProps {
  readonly given: NewSession
  readonly onBack: () => void
}

/** The time of the password is over: another one, and then the way goes on. */
export function RenewStep({ given, onStep, onBack }: StepProps & { readonly onStep: OnStep }) {
  const t = useAccountsTexts()
  const signIn = useSignIn()
  const renew = (next: string) =>
    signIn.mutate({ ...given, next }, {
      onError: (error) => {
        if (hasCode(error, 'code-needed')) onStep('code', { ...given, next })
        else if (hasCode(error, 'setup-needed')) onStep('setup', { username: given.username, password: next })
      },
    })
  return (
    <>
      <h1>{t('renewTitle')}</h1>
      <p className="fj-quiet">{t('renewLead')}</p>
      <NewPasswordForm username={given.username} error={signIn.error} busy={signIn.isPending} onPassword={renew} />
      <div className="fj-door-after"><Button variant="subtle" onClick={onBack}>{t('back')}</Button></div>
    </>
  )
}

export function CodeStep({ given, onBack }: StepProps) {
  const t = useAccountsTexts()
  const signIn = useSignIn()
  return (
    <>
      <h1>{t('codeTitle')}</h1>
      <p className="fj-quiet">{t('codeLead')}</p>
      <CodeForm
        label={t('code')} hint={t('codeHint')} go={t('codeGo')} error={signIn.error} busy={signIn.isPending}
        onCode={(code) => signIn.mutate({ ...given, code })}
      />
      <div className="fj-door-after"><Button variant="subtle" onClick={onBack}>{t('back')}</Button></div>
    </>
  )
}

export function SetupStep({ given, onBack }: StepProps) {
  const t = useAccountsTexts()
  const queries = useQueryClient()
  const { mutate: begin, data: setup, error } = useBeginSetup()
  const finish = useFinishSetup()
  useEffect(() => begin(given), [begin, given])
  const done = finish.data
  return (
    <>
      <h1>{t(done === undefined ? 'setupTitle' : 'recoveryTitle')}</h1>
      {done === undefined && <p className="fj-quiet">{t('setupLead')}</p>}
      {error !== null && <Problem error={error} />}
      {setup === undefined && error === null && <RowsSkeleton rows={2} height={120} />}
      {setup !== undefined && done === undefined && (
        <Scan setup={setup} error={finish.error} busy={finish.isPending} onCode={(code) => finish.mutate({ ticket: setup.ticket, code })} />
      )}
      {done !== undefined && <KeepRecoveryCodes codes={done.recoveryCodes} onKept={() => enter(queries, done.account)} />}
      {done === undefined && <div className="fj-door-after"><Button variant="subtle" onClick={onBack}>{t('back')}</Button></div>}
    </>
  )
}
