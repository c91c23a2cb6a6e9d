/** What a device may do here, and how it must prove who it is (NET-24). */
import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { callerProofs, worklistAccesses } from '../contract.ts'
import { ADDRESS_LOOK, Group, type FieldsProps } from './form-group.tsx'
import { useDevicesTexts } from './texts/index.ts'

export function RightFields({ form }: FieldsProps) {
  const t = useDevicesTexts()
  const { mayCall, callerProof } = form.values
  return (
    <Group id="rights-title" title={t('rightsTitle')} lead={t('rightsLead')}>
      <Switch size="md" label={t('mayCall')} description={t('mayCallHint')} {...form.getInputProps('mayCall', { type: 'checkbox' })} />
      {mayCall && (
        <div className="fj-field-row">
          <NativeSelect
            size="md" label={t('callerProof')} description={t('callerProofHint')} {...form.getInputProps('callerProof')}
            data={callerProofs.map((value) => ({ value, label: t(`proof ${value}`) }))}
          />
          {callerProof === 'certificate' && (
            <TextInput label={t('callerName')} description={t('callerNameHint')} maxLength={128} {...ADDRESS_LOOK} {...form.getInputProps('callerName')} />
          )}
        </div>
      )}
      <Switch size="md" label={t('mayQuery')} description={t('mayQueryHint')} {...form.getInputProps('mayQuery', { type: 'checkbox' })} />
      <NativeSelect
        size="md" label={t('worklistAccess')} description={t('worklistAccessHint')} {...form.getInputProps('worklistAccess')}
        data={worklistAccesses.map((value) => ({ value, label: t(`access ${value}`) }))}
      />
      {form.values.host.trim() !== '' && (
        <Switch
          size="md" label={t('hearsAvailability')} description={t('hearsAvailabilityHint')}
          {...form.getInputProps('hearsAvailability', { type: 'checkbox' })}
        />
      )}
    </Group>
  )
}
