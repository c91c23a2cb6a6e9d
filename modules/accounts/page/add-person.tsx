import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { hasCode } from '../../../platform/web/api.ts'
import { Problem } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { InvitedAccount, NewAccount, Role } from '../contract.ts'
import { useAddAccount } from './data.ts'
import { useAccountsTexts } from './texts/index.ts'
import { isUsername, usernameFrom } from './username.ts'

interface Filled {
  readonly displayName: string
  readonly username: string
  readonly role: Role
  readonly patientId: string
}

const roles = ['patient', 'doctor', 'clerk', 'admin'] as const satisfies readonly Role[]

export function AddPerson({ onAdded }: { readonly onAdded: (invited: InvitedAccount) => void }) {
  const t = useAccountsTexts()
  const frame = useFrameTexts()
  const add = useAddAccount()
  const form = usePersonForm()
  const submit = form.onSubmit((filled) =>
    add.mutate(accountOf(filled), {
      onSuccess: onAdded,
      onError: (error) => {
        if (hasCode(error, 'username-taken')) form.getInputNode('username')?.focus()
      },
    }))
  const suggestUsername = () => {
    if (form.values.username === '') form.setFieldValue('username', usernameFrom(form.values.displayName))
  }
  return (
    <form onSubmit={submit} noValidate className="fj-stack">
      {add.isError && <Problem error={add.error} />}
      <NativeSelect
        size="md"
        data-autofocus
        label={t('role')}
        data={roles.map((value) => ({ value, label: frame(value) }))}
        {...form.getInputProps('role')}
      />
      <div onBlur={suggestUsername}>
        <TextInput
          label={t('personName')}
          description={t('personNameHint')}
          autoComplete="off"
          maxLength={128}
          {...form.getInputProps('displayName')}
        />
      </div>
      <TextInput
        label={t('username')}
        description={t('usernameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        {...form.getInputProps('username')}
      />
      {form.values.role === 'patient' && (
        <TextInput
          label={t('patientId')}
          description={t('patientIdHint')}
          autoComplete="off"
          maxLength={64}
          {...form.getInputProps('patientId')}
        />
      )}
      <Button type="submit" loading={add.isPending}>{t('addPersonGo')}</Button>
    </form>
  )
}

function usePersonForm() {
  const t = useAccountsTexts()
  return useForm<Filled>({
    initialValues: { displayName: '', username: '', role: 'patient', patientId: '' },
    validateInputOnBlur: true,
    validate: {
      displayName: (value) => (value.trim() === '' ? t('personNameMissing') : null),
      username: (value) => (isUsername(value.trim()) ? null : t('usernameBad')),
      patientId: (value, { role }) => (role === 'patient' && value.trim() === '' ? t('patientIdMissing') : null),
    },
  })
}

function accountOf({ displayName, username, role, patientId }: Filled): NewAccount {
  const shared = { displayName: displayName.trim(), username: username.trim(), role }
  return role === 'patient' ? { ...shared, patientId: patientId.trim() } : shared
}
