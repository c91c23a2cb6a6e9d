import { Button, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { IconCheck } from '@tabler/icons-react'
import { hasCode } from '../../../platform/web/api.ts'
import { Notice, Problem, SecretField } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useChangePassword } from './data.ts'
import { usePasswordHint, usePasswordRule } from './password-rule.ts'
import { useAccountsTexts } from './texts/index.ts'

export function PasswordSection() {
  const t = useAccountsTexts()
  const change = useChangePassword()
  const hint = usePasswordHint()
  const { username } = usePerson()
  const form = useForm({
    initialValues: { current: '', next: '' },
    validateInputOnBlur: true,
    validate: { current: isNotEmpty(t('passwordMissing')), next: usePasswordRule() },
  })
  const submit = form.onSubmit((given) =>
    change.mutate(given, {
      onSuccess: () => form.reset(),
      onError: (error) => form.getInputNode(hasCode(error, 'wrong-password') ? 'current' : 'next')?.focus(),
    }))
  return (
    <section className="fj-card fj-card-body">
      <h2>{t('changePassword')}</h2>
      <form onSubmit={submit} noValidate className="fj-stack">
        {change.isSuccess && <Notice tone="good" icon={IconCheck} role="status"><p>{t('passwordChanged')}</p></Notice>}
        {change.isError && <Problem error={change.error} />}
        <TextInput type="hidden" value={username} readOnly autoComplete="username" className="fj-hidden" />
        <SecretField label={t('currentPassword')} autoComplete="current-password" {...form.getInputProps('current')} />
        <SecretField label={t('newPassword')} description={hint} autoComplete="new-password" {...form.getInputProps('next')} />
        <div><Button type="submit" loading={change.isPending}>{t('changePassword')}</Button></div>
      </form>
    </section>
  )
}
