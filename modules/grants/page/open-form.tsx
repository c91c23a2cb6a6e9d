import { Button, NativeSelect, Radio, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconStethoscope } from '@tabler/icons-react'
import { Problem, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { NewOpening, Scope } from '../contract.ts'
import { useDoctors, useOpen } from './data.ts'
import { useGrantsTexts } from './texts/index.ts'

/** Days for which an exam is opened; the first is what most need. */
const DAYS = [30, 7, 90, 365] as const

interface Filled {
  readonly accountId: string
  readonly scope: Scope
  readonly reason: string
  /** Empty: until somebody ends it. */
  readonly days: string
}

export function OpenForm({ studyId }: { readonly studyId: string }) {
  const t = useGrantsTexts()
  const closeLabel = useFrameTexts()('close')
  const { data: doctors } = useDoctors()
  const opening = useOpen(studyId)
  const form = useForm<Filled>({
    initialValues: { accountId: '', scope: 'exam', reason: '', days: String(DAYS[0]) },
    validateInputOnBlur: true,
    validate: {
      accountId: (id) => (id === '' ? t('doctorMissing') : null),
      reason: (reason) => (reason.trim() === '' ? t('reasonMissing') : null),
    },
  })
  const submit = form.onSubmit((filled) => opening.mutate(wishOf(filled), {
    onSuccess: () => {
      form.reset()
      toast({ kind: 'done', closeLabel, text: t('opened') })
    },
  }))
  return (
    <section className="fj-card fj-access-card" aria-labelledby="open-title">
      <h2 id="open-title">{t('openTitle')}</h2>
      {doctors?.length === 0 ? <p className="fj-quiet">{t('doctorsNone')}</p> : (
        <form onSubmit={submit} noValidate className="fj-stack">
          {opening.isError && <Problem error={opening.error} />}
          <NativeSelect
            size="md" label={t('doctor')} {...form.getInputProps('accountId')}
            data={[{ value: '', label: t('doctorChoose') }, ...(doctors ?? []).map(({ id, name, username }) => ({ value: id, label: `${name} (${username})` }))]}
          />
          <ScopeChoice {...form.getInputProps('scope')} />
          <Textarea size="md" label={t('reason')} description={t('reasonHint')} autosize minRows={2} maxLength={500} {...form.getInputProps('reason')} />
          <NativeSelect
            size="md" label={t('untilWhen')} {...form.getInputProps('days')}
            data={[...DAYS.map((count) => ({ value: String(count), label: t('days', { count }) })), { value: '', label: t('untilNever') }]}
          />
          <Button type="submit" leftSection={<IconStethoscope size={20} />} loading={opening.isPending}>{t('open')}</Button>
        </form>
      )}
    </section>
  )
}

function wishOf({ days, reason, ...wish }: Filled): NewOpening {
  return { ...wish, reason: reason.trim(), days: days === '' ? null : Number(days) }
}

interface ScopeChoiceProps {
  readonly value?: Scope
  readonly onChange?: (value: Scope) => void
}

export function ScopeChoice({ value = 'exam', onChange }: ScopeChoiceProps) {
  const t = useGrantsTexts()
  return (
    <Radio.Group size="md" label={t('scope')} value={value} onChange={(next) => onChange?.(next === 'patient' ? 'patient' : 'exam')}>
      <div className="fj-scope">
        <Radio size="md" value="exam" label={t('scopeExam')} />
        <Radio size="md" value="patient" label={t('scopePatient')} />
      </div>
    </Radio.Group>
  )
}
