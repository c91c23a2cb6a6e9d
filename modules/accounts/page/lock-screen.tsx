import { Button } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { Door, Problem, SecretField, SignOut, useWindowTitle } from '../../../platform/web/kit/index.ts'
import type { LockProps } from '../../../platform/web/lock.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useSignIn } from './data.ts'
import { useAccountsTexts } from './texts/index.ts'

/** Shows no name: whoever passes by learns nothing. */
export function LockScreen({ onOpen }: LockProps) {
  const t = useAccountsTexts()
  useWindowTitle(t('lockTitle'))
  return (
    <Door>
      <h1>{t('lockTitle')}</h1>
      <p className="fj-quiet">{t('lockLead')}</p>
      <OpenForm onOpen={onOpen} />
      <div className="fj-door-after fj-start"><SignOut /></div>
    </Door>
  )
}

function OpenForm({ onOpen }: LockProps) {
  const t = useAccountsTexts()
  const { username } = usePerson()
  const signIn = useSignIn()
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: isNotEmpty(t('passwordMissing')) },
  })
  const submit = form.onSubmit(({ password }) => signIn.mutate({ username, password }, { onSuccess: onOpen }))
  return (
    <form onSubmit={submit} noValidate>
      {signIn.isError && <Problem error={signIn.error} />}
      <SecretField label={t('lockPassword')} autoComplete="current-password" {...form.getInputProps('password')} />
      <Button type="submit" fullWidth loading={signIn.isPending}>{t('lockOpen')}</Button>
    </form>
  )
}
