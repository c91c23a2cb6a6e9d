import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { hasCode } from '../../../platform/web/api.ts'
import { LinkButton, Notice, Problem, SecretField } from '../../../platform/web/kit/index.ts'
import { IconCircleCheck } from '@tabler/icons-react'
import { usePasswordHint, usePasswordRule } from './password-rule.ts'
import { useAccountsTexts } from './texts/index.ts'

interface NewPasswordFormProps {
  readonly username: string
  readonly error: Error | null
  readonly busy: boolean
  readonly onPassword: (password: string) => void
}

/** The password is set, and the account asks for more: the way goes on at the door. */
const SET_BUT_NOT_IN = ['code-needed', 'setup-needed', 'passkey-needed']

export function NewPasswordForm({ username, error, busy, onPassword }: NewPasswordFormProps) {
  const t = useAccountsTexts()
  const hint = usePasswordHint()
  const form = useForm({ initialValues: { password: '' }, validateInputOnBlur: true, validate: { password: usePasswordRule() } })
  if (SET_BUT_NOT_IN.some((code) => hasCode(error, code))) {
    return (
      <div className="fj-stack fj-door-after">
        <Notice tone="good" icon={IconCircleCheck} role="status"><p>{t('passwordSetNotIn')}</p></Notice>
        <LinkButton to="/sign-in">{t('signIn')}</LinkButton>
      </div>
    )
  }
  return (
    <form onSubmit={form.onSubmit(({ password }) => onPassword(password))} noValidate>
      {error !== null && <Problem error={error} />}
      {/* Shown and read-only: password managers keep it together with the password. */}
      <TextInput label={t('username')} value={username} readOnly autoComplete="username" className="fj-readonly" />
      <SecretField label={t('newPassword')} description={hint} autoComplete="new-password" {...form.getInputProps('password')} />
      <Button type="submit" fullWidth loading={busy}>{t('openAccount')}</Button>
    </form>
  )
}
