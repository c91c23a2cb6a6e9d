/** What is said of a device, in groups; fields that a role does not need stay away. */
import { Button, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import { hasCode } from '../../../platform/web/api.ts'
import { Problem } from '../../../platform/web/kit/index.ts'
import type { DeviceView } from '../contract.ts'
import { flawsOf, isCallable, needsAddress, NO_SECRETS, valuesOf, type DeviceValues } from './device-form.ts'
import { ADDRESS_LOOK, Group, type DeviceForm, type FieldsProps } from './form-group.tsx'
import { RightFields } from './right-fields.tsx'
import { RoleFields } from './role-fields.tsx'
import { useDevicesTexts } from './texts/index.ts'
import { TlsFields } from './tls-fields.tsx'

interface EditorProps {
  /** Null: a new one. */
  readonly device: DeviceView | null
  readonly isSaving: boolean
  readonly error: Error | null
  readonly onSave: (values: DeviceValues, onSaved: () => void) => void
}

export function DeviceEditor({ device, isSaving, error, onSave }: EditorProps) {
  const t = useDevicesTexts()
  const form = useDeviceForm(device)
  const { getInputNode, setValues, values } = form
  const isTaken = hasCode(error, 'ae-title-taken')
  useEffect(() => {
    if (isTaken) getInputNode('aeTitle')?.focus()
  }, [isTaken, getInputNode])
  const submit = form.onSubmit(
    (typed) => onSave(typed, () => setValues(NO_SECRETS)),
    (errors) => getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
  )
  const aeTitle = values.aeTitle.trim()
  return (
    <form onSubmit={submit} noValidate className="fj-device-form">
      <WhoFields form={form} isNew={device === null} />
      <RoleFields form={form} hasAuthorization={device?.hasDicomwebAuthorization ?? false} />
      <RightFields form={form} />
      <TlsFields form={form} hasKey={device?.tls.hasKey ?? false} />
      <div className="fj-save-bar fj-stack">
        {error !== null && <Problem error={error} />}
        <div><Button type="submit" loading={isSaving}>{device !== null ? t('saveChanges') : aeTitle === '' ? t('addPlain') : t('addGo', { aeTitle })}</Button></div>
      </div>
    </form>
  )
}

function useDeviceForm(device: DeviceView | null): DeviceForm {
  const t = useDevicesTexts()
  const hasKey = device?.tls.hasKey ?? false
  return useForm<DeviceValues>({
    initialValues: valuesOf(device),
    validateInputOnBlur: true,
    validate: (values) => Object.fromEntries(Object.entries(flawsOf(values, hasKey)).map(([field, flaw]) => [field, t(`flaw ${flaw}`)])),
  })
}

function WhoFields({ form, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const t = useDevicesTexts()
  const isWanted = needsAddress(form.values)
  return (
    <Group id="who-title" title={t('who')}>
      <TextInput
        data-autofocus={isNew || undefined} label={t('description')} description={t('descriptionHint')} maxLength={128} autoComplete="off"
        {...form.getInputProps('description')}
      />
      <TextInput label={t('aeTitle')} description={t('aeTitleHint')} maxLength={16} {...ADDRESS_LOOK} {...form.getInputProps('aeTitle')} />
      <div className="fj-host-port">
        <TextInput
          label={t('host')} description={t(isWanted ? 'hostNeeded' : 'hostOptional')} maxLength={253} {...ADDRESS_LOOK}
          {...form.getInputProps('host')}
        />
        <TextInput label={t('port')} description={t('portHint')} maxLength={5} inputMode="numeric" {...ADDRESS_LOOK} {...form.getInputProps('port')} />
      </div>
      <Switch
        size="md" label={t('isWatched')} description={t(isCallable(form.values) ? 'isWatchedHint' : 'isWatchedNeeds')}
        disabled={!isCallable(form.values)} {...form.getInputProps('isWatched', { type: 'checkbox' })}
      />
      <div className="fj-field-row">
        <TextInput
          label={t('quietHours')} description={t('quietHoursHint')} maxLength={4} inputMode="numeric" {...ADDRESS_LOOK}
          {...form.getInputProps('quietHours')}
        />
        <TextInput
          label={t('slowMinutes')} description={t('slowMinutesHint')} maxLength={4} inputMode="numeric" {...ADDRESS_LOOK}
          {...form.getInputProps('slowMinutes')}
        />
      </div>
      <Switch size="md" label={t('isDefault')} description={t('isDefaultHint')} {...form.getInputProps('isDefault', { type: 'checkbox' })} />
    </Group>
  )
}
