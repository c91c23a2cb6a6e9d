import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { hasCode } from '../../../platform/web/api.ts'
import { Problem } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { InvitedAccount, NewAccount, Role } from '../contract.ts'
import { BirthDateField } from './birth-date-field.tsx'
import { dateOf, isEmptyDate, NO_DATE, type TypedDate } from './birth-date.ts'
import { useAddAccount } from './data.ts'
import { isAddress } from './mail-address.ts'
import { useAccountsTexts } from './texts/index.ts'
import { isUsername, usernameFrom } from './username.ts'

interface Filled {
  readonly displayName: string
  readonly username: string
  readonly role: Role
  readonly patientId: string
  readonly patientIssuer: string
  readonly birthDate: TypedDate
  readonly email: string
}

const allRoles = ['patient', 'doctor', 'clerk', 'admin'] as const satisfies readonly Role[]

export function AddPerson({ onAdded }: { readonly onAdded: (invited: InvitedAccount) => void }) {
  const t = useAccountsTexts()
  const frame = useFrameTexts()
  const add = useAddAccount()
  const form = usePersonForm()
  const roles = usePerson().role === 'admin' ? allRoles : (['patient'] as const)
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
      {roles.length > 1 && (
        <NativeSelect
          size="md"
          data-autofocus
          label={t('role')}
          data={roles.map((value) => ({ value, label: frame(value) }))}
          {...form.getInputProps('role')}
        />
      )}
      <div onBlur={suggestUsername}>
        <TextInput
          label={t('personName')} description={t('personNameHint')} autoComplete="off" maxLength={128}
          {...form.getInputProps('displayName')}
        />
      </div>
      <TextInput
        label={t('username')} description={t('usernameHint')} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={64}
        {...form.getInputProps('username')}
      />
      {form.values.role === 'patient' && <PatientFields form={form} />}
      <TextInput
        type="email" label={t('email')} description={t('emailHint')} autoComplete="off" autoCapitalize="none" maxLength={254}
        {...form.getInputProps('email')}
      />
      <Button type="submit" loading={add.isPending}>{t('addPersonGo')}</Button>
    </form>
  )
}

function PatientFields({ form }: { readonly form: UseFormReturnType<Filled> }) {
  const t = useAccountsTexts()
  const { error } = form.getInputProps('birthDate') as { error?: unknown }
  return (
    <>
      <TextInput
        label={t('patientId')} description={t('patientIdHint')} autoComplete="off" maxLength={64}
        {...form.getInputProps('patientId')}
      />
      <TextInput
        label={t('patientIssuer')} description={t('patientIssuerHint')} autoComplete="off" maxLength={64}
        {...form.getInputProps('patientIssuer')}
      />
      <BirthDateField
        hint={t('personBirthHint')} value={form.values.birthDate} error={typeof error === 'string' ? error : undefined}
        onChange={(date) => form.setFieldValue('birthDate', date)}
      />
    </>
  )
}

function usePersonForm() {
  const t = useAccountsTexts()
  return useForm<Filled>({
    initialValues: { displayName: '', username: '', role: 'patient', patientId: '', patientIssuer: '', birthDate: NO_DATE, email: '' },
    validateInputOnBlur: true,
    validate: {
      displayName: (value) => (value.trim() === '' ? t('personNameMissing') : null),
      username: (value) => (isUsername(value.trim()) ? null : t('usernameBad')),
      patientId: (value, { role }) => (role === 'patient' && value.trim() === '' ? t('patientIdMissing') : null),
      birthDate: (value, { role }) => (role !== 'patient' || isEmptyDate(value) || dateOf(value) !== null ? null : t('birthBad')),
      email: (value) => (value.trim() === '' || isAddress(value.trim()) ? null : t('emailBad')),
    },
  })
}

function accountOf({ displayName, username, role, patientId, patientIssuer, birthDate, email }: Filled): NewAccount {
  const shared = {
    displayName: displayName.trim(), username: username.trim(), role, ...(email.trim() !== '' && { email: email.trim() }),
  }
  if (role !== 'patient') return shared
  const born = dateOf(birthDate)
  return { ...shared, patientId: patientId.trim(), patientIssuer: patientIssuer.trim(), ...(born !== null && { birthDate: born }) }
}
