import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { hasCode } from '../../../platform/web/api.ts'
import { Problem, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { NewDevice } from '../contract.ts'
import { isAeTitle } from './ae-title.ts'
import { useAddDevice } from './data.ts'
import { useDevicesTexts } from './texts/index.ts'

export function AddDevice({ onAdded }: { readonly onAdded: () => void }) {
  const t = useDevicesTexts()
  const closeLabel = useFrameTexts()('close')
  const add = useAddDevice()
  const form = useForm<NewDevice>({
    initialValues: { description: '', aeTitle: '' },
    validateInputOnBlur: true,
    validate: {
      description: (text) => (text.trim() === '' ? t('descriptionMissing') : null),
      aeTitle: (text) => (isAeTitle(text.trim()) ? null : t('aeTitleBad')),
    },
  })
  const aeTitle = form.values.aeTitle.trim()
  const submit = form.onSubmit(({ description }) =>
    add.mutate({ description: description.trim(), aeTitle }, {
      onSuccess: () => {
        onAdded()
        toast({ kind: 'done', closeLabel, text: t('added', { aeTitle }) })
      },
      onError: (error) => {
        if (hasCode(error, 'ae-title-taken')) form.getInputNode('aeTitle')?.focus()
      },
    }))
  return (
    <form onSubmit={submit} noValidate className="fj-stack">
      {add.isError && <Problem error={add.error} />}
      <TextInput
        data-autofocus label={t('description')} description={t('descriptionHint')} maxLength={128} autoComplete="off"
        {...form.getInputProps('description')}
      />
      <TextInput
        label={t('aeTitle')} description={t('aeTitleHint')} maxLength={16} autoComplete="off" spellCheck={false} dir="ltr"
        {...form.getInputProps('aeTitle')}
      />
      <Button type="submit" loading={add.isPending}>{aeTitle === '' ? t('addPlain') : t('addGo', { aeTitle })}</Button>
    </form>
  )
}
