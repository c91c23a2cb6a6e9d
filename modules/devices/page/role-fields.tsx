/** What a device does for us, and what must be known for each of it. */
import { Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core'
import { SecretField } from '../../../platform/web/kit/index.ts'
import { characterSets, worklistModels, type DeviceRole } from '../contract.ts'
import { mayBeAsked, speaksFhir } from './device-form.ts'
import { ADDRESS_LOOK, Group, type FieldsProps } from './form-group.tsx'
import { useDevicesTexts } from './texts/index.ts'

const ROLES: readonly DeviceRole[] = ['store', 'query', 'worklist', 'dicomweb']

export function RoleFields({ form, hasAuthorization }: FieldsProps & { readonly hasAuthorization: boolean }) {
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
      {has('dicomweb') && <WebFields form={form} hasAuthorization={hasAuthorization} />}
      {has('store') && <Switch size="md" label={t('decompress')} description={t('decompressHint')} {...form.getInputProps('decompress', { type: 'checkbox' })} />}
      {mayBeAsked(form.values) && (
        <Switch size="md" label={t('asksCommitment')} description={t('asksCommitmentHint')} {...form.getInputProps('asksCommitment', { type: 'checkbox' })} />
      )}
      {has('query') && <QueryFields form={form} />}
      {has('worklist') && <WorklistFields form={form} />}
      {speaksFhir(form.values) && <WebFields form={form} hasAuthorization={hasAuthorization} isFhir />}
      {(has('query') || has('worklist')) && <CharacterSetField form={form} />}
    </Group>
  )
}

function WebFields({ form, hasAuthorization, isFhir = false }: FieldsProps & { readonly hasAuthorization: boolean; readonly isFhir?: boolean }) {
  const t = useDevicesTexts()
  return (
    <>
      <TextInput
        label={t(isFhir ? 'fhirUrl' : 'dicomwebUrl')} description={t(isFhir ? 'fhirUrlHint' : 'dicomwebUrlHint')} maxLength={512} inputMode="url"
        {...ADDRESS_LOOK} {...form.getInputProps('dicomwebUrl')}
      />
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
      <Switch size="md" label={t('givesPriors')} description={t('givesPriorsHint')} {...form.getInputProps('givesPriors', { type: 'checkbox' })} />
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

/** NET-04: a station is said of worklists only, a modality of FHIR too, a level of archives only. */
function WorklistFields({ form }: FieldsProps) {
  const t = useDevicesTexts()
  const isFhir = speaksFhir(form.values)
  const isArchive = !isFhir && form.values.worklistModel !== 'worklist'
  const models = worklistModels.filter((model) => model !== 'fhir' || !form.values.roles.includes('dicomweb'))
  return (
    <>
      <div className="fj-field-row">
        <NativeSelect
          size="md" label={t('worklistModel')} description={t('worklistModelHint')} {...form.getInputProps('worklistModel')}
          data={models.map((value) => ({ value, label: t(`model ${value}`) }))}
        />
        {isArchive && (
          <NativeSelect
            size="md" label={t('worklistLevel')} description={t('worklistLevelHint')} {...form.getInputProps('worklistLevel')}
            data={(['study', 'patient'] as const).map((value) => ({ value, label: t(`level ${value}`) }))}
          />
        )}
      </div>
      {!isArchive && (
        <div className="fj-field-row">
          <TextInput label={t('worklistModality')} description={t('worklistModalityHint')} maxLength={16} {...ADDRESS_LOOK} {...form.getInputProps('worklistModality')} />
          {!isFhir && <TextInput label={t('worklistAeTitle')} description={t('worklistAeTitleHint')} maxLength={16} {...ADDRESS_LOOK} {...form.getInputProps('worklistAeTitle')} />}
        </div>
      )}
    </>
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
