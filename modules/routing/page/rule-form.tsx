import { Button, Group, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Problem } from '../../../platform/web/kit/index.ts'
import type { DeviceView } from '../../devices/contract.ts'
import type { ForwardRuleView } from '../contract.ts'
import { useRemoveRule, useSaveRule } from './data.ts'
import { useRoutingTexts } from './texts/index.ts'

interface RuleFormProps {
  /** Null: a new one. */
  readonly rule: ForwardRuleView | null
  /** Devices that receive images. */
  readonly targets: readonly DeviceView[]
  readonly devices: readonly DeviceView[]
  readonly onDone: (words: string) => void
}

export function RuleForm({ rule, targets, devices, onDone }: RuleFormProps) {
  const t = useRoutingTexts()
  const saving = useSaveRule(rule?.id ?? null)
  const form = useForm({
    initialValues: {
      description: rule?.description ?? '', fromAeTitle: rule?.fromAeTitle ?? '', modality: rule?.modality ?? '',
      deviceId: rule?.deviceId ?? targets[0]?.id ?? '', isOn: rule?.isOn ?? true,
    },
    validate: {
      description: (text) => (text.trim() === '' ? t('descriptionMissing') : null),
      modality: (text) => (/^[A-Z0-9_]{0,16}$/.test(text.trim().toUpperCase()) ? null : t('modalityBad')),
      deviceId: (id) => (targets.some((device) => device.id === id) ? null : t('deviceMissing')),
    },
  })
  const submit = form.onSubmit(
    ({ description, fromAeTitle, modality, deviceId, isOn }) => saving.mutate({
      description: description.trim(), deviceId, isOn,
      fromAeTitle: fromAeTitle === '' ? null : fromAeTitle, modality: modality.trim() === '' ? null : modality.trim().toUpperCase(),
    }, { onSuccess: () => onDone(t('saved')) }),
    (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
  )
  const from = [{ value: '', label: t('anywhere') }, ...devices.map(({ aeTitle, description }) => ({ value: aeTitle, label: `${description} (${aeTitle})` }))]
  return (
    <form onSubmit={submit} noValidate className="fj-stack">
      <TextInput data-autofocus label={t('description')} description={t('descriptionHint')} maxLength={128} autoComplete="off" {...form.getInputProps('description')} />
      <NativeSelect size="md" label={t('from')} data={from} {...form.getInputProps('fromAeTitle')} />
      <TextInput label={t('modality')} description={t('modalityHint')} maxLength={16} autoComplete="off" spellCheck={false} dir="ltr" {...form.getInputProps('modality')} />
      <NativeSelect
        size="md" label={t('to')} {...form.getInputProps('deviceId')}
        data={targets.map(({ id, description }) => ({ value: id, label: description }))}
      />
      <Switch size="md" label={t('isOn')} {...form.getInputProps('isOn', { type: 'checkbox' })} />
      {saving.isError && <Problem error={saving.error} />}
      <Group><Button type="submit" loading={saving.isPending}>{t('save')}</Button></Group>
      {rule !== null && <Remove rule={rule} onDone={onDone} />}
    </form>
  )
}

/** Asked once more: what the rule did is forgotten with it. */
function Remove({ rule, onDone }: { readonly rule: ForwardRuleView; readonly onDone: (words: string) => void }) {
  const t = useRoutingTexts()
  const [isSure, setSure] = useState(false)
  const removing = useRemoveRule(rule.id)
  if (!isSure) return <div><Button variant="subtle" color="red" leftSection={<IconTrash size={18} />} onClick={() => setSure(true)}>{t('remove')}</Button></div>
  return (
    <div className="fj-stack">
      <p>{t('removeText')}</p>
      {removing.isError && <Problem error={removing.error} />}
      <Group>
        <Button variant="default" onClick={() => setSure(false)}>{t('keep')}</Button>
        <Button color="red" loading={removing.isPending} onClick={() => removing.mutate(undefined, { onSuccess: () => onDone(t('removed')) })}>{t('removeGo')}</Button>
      </Group>
    </div>
  )
}
