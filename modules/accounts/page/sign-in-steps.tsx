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
import { useSignIn } from './data.ts'
import { useAccountsTexts } from './texts/index.ts'
import { useBeginSetup, useFinishSetup } from './ways-data.ts'

export function PasswordStep({ onStep }: { readonly onStep: (kind: 'code' | 'setup', given: NewSession) => void }) {
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
