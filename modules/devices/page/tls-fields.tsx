/** The secure connection to a device. PS3.15 §B.12. */
import { NativeSelect, TextInput } from '@mantine/core'
import { Group, type DeviceForm } from './form-group.tsx'
import { PemField } from './pem-field.tsx'
import { useDevicesTexts } from './texts/index.ts'

interface TlsFieldsProps {
  readonly form: DeviceForm
  /** A private key of ours is kept for this device. */
  readonly hasKey: boolean
}

export function TlsFields({ form, hasKey }: TlsFieldsProps) {
  const t = useDevicesTexts()
  const { tlsMode } = form.values
  return (
    <Group id="tls-title" title={t('tls')}>
      <NativeSelect
        size="md" label={t('tlsMode')} {...form.getInputProps('tlsMode')}
        data={(['off', 'server', 'mutual'] as const).map((value) => ({ value, label: t(`tls ${value}`) }))}
      />
      {tlsMode !== 'off' && <TheirFields form={form} />}
      {tlsMode === 'mutual' && <OurFields form={form} hasKey={hasKey} />}
    </Group>
  )
}

function TheirFields({ form }: { readonly form: DeviceForm }) {
  const t = useDevicesTexts()
  return (
    <>
      <PemField label={t('tlsAuthority')} description={t('tlsAuthorityHint')} {...pemProps(form, 'tlsAuthority')} />
      <div className="fj-field-row">
        <NativeSelect
          size="md" label={t('tlsNameRule')} {...form.getInputProps('tlsNameRule')}
          data={(['host', 'other', 'any'] as const).map((value) => ({ value, label: t(`tlsName ${value}`) }))}
        />
        {form.values.tlsNameRule === 'other' && (
          <TextInput label={t('tlsName')} maxLength={253} autoComplete="off" spellCheck={false} dir="ltr" {...form.getInputProps('tlsName')} />
        )}
      </div>
    </>
  )
}

function OurFields({ form, hasKey }: TlsFieldsProps) {
  const t = useDevicesTexts()
  return (
    <>
      <PemField label={t('tlsCertificate')} description={t('tlsCertificateHint')} {...pemProps(form, 'tlsCertificate')} />
      <PemField label={t('tlsKey')} description={t(hasKey ? 'tlsKeyKept' : 'tlsKeyHint')} {...pemProps(form, 'tlsKey')} />
    </>
  )
}

function pemProps(form: DeviceForm, field: 'tlsAuthority' | 'tlsCertificate' | 'tlsKey') {
  return {
    value: form.values[field],
    error: form.errors[field],
    onText: (text: string) => form.setFieldValue(field, text),
    onBlur: () => void form.validateField(field),
  }
}
