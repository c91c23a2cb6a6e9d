import { Button, NativeSelect } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { currentLanguage } from '../../../platform/web/i18n.ts'
import { Problem } from '../../../platform/web/kit/index.ts'
import type { ExamToOpen, NewCode, PatientView, Scope } from '../contract.ts'
import { birthDateOf } from './birth-date.ts'
import { BirthDateField, NO_BIRTH_DATE } from './birth-date-field.tsx'
import { useMakeCode } from './data.ts'
import { ScopeChoice } from './open-form.tsx'
import { PrintoutReady } from './printout-ready.tsx'
import { useGrantsTexts } from './texts/index.ts'

interface PrintFormProps {
  readonly exam: ExamToOpen
  readonly patient: PatientView
}

/** A printout of an exam that is here. */
export function PrintForm({ exam, patient }: PrintFormProps) {
  const t = useGrantsTexts()
  const making = useMakeCode()
  const [scope, setScope] = useState<Scope>('exam')
  const [language, setLanguage] = useState<NewCode['language']>(currentLanguage())
  const [born, setBorn] = useState(NO_BIRTH_DATE)
  const [isSent, setSent] = useState(false)
  const birthDate = birthDateOf(born)
  const submit = () => {
    setSent(true)
    if (!patient.hasBirthDate && birthDate === null) return
    making.mutate({ of: { studyId: exam.id, scope, ...(birthDate !== null && { birthDate }) }, language })
  }
  return (
    <section className="fj-jacket-card" aria-labelledby="print-title">
      <h2 id="print-title">{t('printTitle')}</h2>
      {making.data !== undefined ? <PrintoutReady made={making.data} onDone={() => making.reset()} /> : (
        <form noValidate className="fj-stack" onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}>
          <p className="fj-quiet">{t('printLead')}</p>
          {making.isError && <Problem error={making.error} />}
          <ScopeChoice value={scope} onChange={setScope} />
          {!patient.hasBirthDate && (
            <BirthDateField value={born} onChange={setBorn} hint={t('birthDateHint')} error={isSent && birthDate === null ? t('birthDateBad') : null} />
          )}
          <PageLanguage value={language} onChange={setLanguage} />
          <Button type="submit" leftSection={<IconPrinter size={20} />} loading={making.isPending}>{t('print')}</Button>
        </form>
      )}
    </section>
  )
}

const LANGUAGES = [
  { value: 'en', label: 'English' }, { value: 'nl', label: 'Nederlands' }, { value: 'fr', label: 'Français' },
  { value: 'es', label: 'Español' },
] as const

interface PageLanguageProps {
  readonly value: NewCode['language']
  readonly onChange: (value: NewCode['language']) => void
}

export function PageLanguage({ value, onChange }: PageLanguageProps) {
  const t = useGrantsTexts()
  return (
    <NativeSelect
      size="md" label={t('language')} data={[...LANGUAGES]} value={value}
      onChange={({ currentTarget }) => onChange(LANGUAGES.find((each) => each.value === currentTarget.value)?.value ?? 'en')}
    />
  )
}
