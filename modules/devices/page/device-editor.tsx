/** What is said of a device, in groups; fields that a role does not need stay away. */
import { Button, Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import { hasCode } from '../../../platform/web/api.ts'
import { Problem, SecretField } from '../../../platform/web/kit/index.ts'
import { characterSets, type DeviceRole, type DeviceView } from '../contract.ts'
import { flawsOf, isCallable, needsAddress, NO_SECRETS, valuesOf, type DeviceValues } from './device-form.ts'
import { Group, type DeviceForm } from './form-group.tsx'
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

interface FieldsProps {
  readonly form: DeviceForm
}

const ADDRESS_LOOK = { autoComplete: 'off', spellCheck: false, dir: 'ltr' } as const

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
      <Switch size="md" label={t('isDefault')} description={t('isDefaultHint')} {...form.getInputProps('isDefault', { type: 'checkbox' })} />
    </Group>
  )
}

const ROLES: readonly DeviceRole[] = ['store', 'query', 'worklist', 'dicomweb']

function RoleFields({ form, hasAuthorization }: FieldsProps & { readonly hasAuthorization: boolean }) {
  const t = useDevicesTexts()
  const has = (role: DeviceRole) => form.values.roles.includes(role)
  return (
    <Group id="roles-title" title={t('rolesTitle')} lead={t('rolesLead')}>
      <Checkbox.Group
        aria-labelledby="roles-title" value={form.values.roles}
        onChange={(chosen) => form.setFieldValue('roles', ROLES.filter((role) => chosen.includes(role)))}
      >
        <div className="fj-stack">
          {ROLES.map((role) => <Checkbox key={role} value={role} label={t(`role ${role}`)} description={t(`roleHint ${role}`)} />)}
        </div>
      </Checkbox.Group>
      {has('dicomweb') && <DicomwebFields form={form} hasAuthorization={hasAuthorization} />}
      {has('store') && <Switch size="md" label={t('decompress')} description={t('decompressHint')} {...form.getInputProps('decompress', { type: 'checkbox' })} />}
      {has('query') && <QueryFields form={form} />}
      {has('worklist') && <WorklistFields form={form} />}
      {(has('query') || has('worklist')) && <CharacterSetField form={form} />}
    </Group>
  )
}

function DicomwebFields({ form, hasAuthorization }: FieldsProps & { readonly hasAuthorization: boolean }) {
  const t = useDevicesTexts()
  return (
    <>
      <TextInput label={t('dicomwebUrl')} description={t('dicomwebUrlHint')} maxLength={512} inputMode="url" {...ADDRESS_LOOK} {...form.getInputProps('dicomwebUrl')} />
      <SecretField
        label={t('authorization')} description={t(hasAuthorization ? 'authorizationKept' : 'authorizationHint')} maxLength={4_096}
        disabled={form.values.forgetsAuthorization} {...ADDRESS_LOOK} autoComplete="new-password" {...form.getInputProps('dicomwebAuthorization')}
      />
      {hasAuthorization && <Checkbox label={t('authorizationForget')} {...form.getInputProps('forgetsAuthorization', { type: 'checkbox' })} />}
    </>
  )
}

function QueryFields({ form }: FieldsProps) {
  const t = useDevicesTexts()
  return (
    <>
      <Switch
        size="md" label={t('patientsMayDownload')} description={t('patientsMayDownloadHint')}
        {...form.getInputProps('patientsMayDownload', { type: 'checkbox' })}
      />
      <div className="fj-field-row">
        <NativeSelect
          size="md" label={t('retrieveBy')} description={t('retrieveByHint')} {...form.getInputProps('retrieveBy')}
          data={[{ value: 'move', label: t('by move') }, { value: 'get', label: t('by get') }]}
        />
        <NativeSelect
          size="md" label={t('queryModel')} description={t('queryModelHint')} {...form.getInputProps('queryModel')}
          data={[{ value: 'study-root', label: 'Study Root' }, { value: 'patient-root', label: 'Patient Root' }]}
        />
      </div>
    </>
  )
}

function WorklistFields({ form }: FieldsProps) {
  const t = useDevicesTexts()
  return (
    <div className="fj-field-row">
      <TextInput label={t('worklistModality')} description={t('worklistModalityHint')} maxLength={16} {...ADDRESS_LOOK} {...form.getInputProps('worklistModality')} />
      <TextInput label={t('worklistAeTitle')} description={t('worklistAeTitleHint')} maxLength={16} {...ADDRESS_LOOK} {...form.getInputProps('worklistAeTitle')} />
    </div>
  )
}

function CharacterSetField({ form }: FieldsProps) {
  const t = useDevicesTexts()
  return (
    <NativeSelect
      size="md" label={t('characterSet')} description={t('characterSetHint')} {...form.getInputProps('characterSet')}
      data={characterSets.map((value) => ({ value, label: value === '' ? t('set default') : `${t(`set ${value}`)} (${value})` }))}
    />
  )
}

function RightFields({ form }: FieldsProps) {
  const t = useDevicesTexts()
  return (
    <Group id="rights-title" title={t('rightsTitle')} lead={t('rightsLead')}>
      <Switch size="md" label={t('mayCall')} description={t('mayCallHint')} {...form.getInputProps('mayCall', { type: 'checkbox' })} />
      <Switch size="md" label={t('mayQuery')} description={t('mayQueryHint')} {...form.getInputProps('mayQuery', { type: 'checkbox' })} />
    </Group>
  )
}
