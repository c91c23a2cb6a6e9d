import { Button, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { IconInfoCircle } from '@tabler/icons-react'
import { hasCode } from '../../../platform/web/api.ts'
import { Door, Notice, Problem, Redirect, SecretField, useWindowTitle } from '../../../platform/web/kit/index.ts'
import { useCameFrom } from '../../../platform/web/address.ts'
import { useSession } from '../../../platform/web/session.ts'
import { useSite } from '../../../platform/web/site.ts'
import { useSignIn } from './data.ts'
import { useAccountsTexts } from './texts/index.ts'

export function SignInPage() {
  const t = useAccountsTexts()
  const from = useCameFrom()
  useWindowTitle(t('signInTitle'))
  if (useSession().data != null) return <Redirect href={from} />
  return (
    <Door>
      <h1>{t('signInTitle')}</h1>
      <p className="fj-quiet">{t('signInLead')}</p>
      <SignInForm />
      <p className="fj-small fj-quiet fj-door-after">{t('forgot')}</p>
    </Door>
  )
}

function SignInForm() {
  const t = useAccountsTexts()
  const signIn = useSignIn()
  const notSetUp = useSite()?.setUp === false
  const form = useForm({
    initialValues: { username: '', password: '' },
    validateInputOnBlur: true,
    validate: { username: isNotEmpty(t('usernameMissing')), password: isNotEmpty(t('passwordMissing')) },
  })
  const submit = form.onSubmit(({ username, password }) =>
    // A phone's keyboard likes to add a capital and a space.
    signIn.mutate({ username: username.trim().toLowerCase(), password }, {
      onError: (error) => {
        if (hasCode(error, 'wrong-credentials')) form.getInputNode('password')?.focus()
      },
    }))
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
