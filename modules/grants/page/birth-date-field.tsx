/** Three short fields: faster and surer for a date that one knows by heart than any calendar. */
import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useGrantsTexts } from './texts/index.ts'

export interface BirthDateTyped {
  readonly day: string
  readonly month: string
  readonly year: string
}

export const NO_BIRTH_DATE: BirthDateTyped = { day: '', month: '', year: '' }

interface BirthDateFieldProps {
  readonly value: BirthDateTyped
  readonly onChange: (value: BirthDateTyped) => void
  /** Null: nothing is wrong. */
  readonly error: string | null
  readonly hint?: string
  readonly autoComplete?: boolean
}

export function BirthDateField({ value, onChange, error, hint, autoComplete = false }: BirthDateFieldProps) {
  const t = useGrantsTexts()
  const id = useId()
  const part = (name: keyof BirthDateTyped, label: string, length: number, complete: string) => (
    <TextInput
      label={label} inputMode="numeric" maxLength={length} value={value[name]} error={error !== null} aria-describedby={`${id}-said`}
      autoComplete={autoComplete ? complete : 'off'} className={`fj-birth-${name}`}
      onChange={({ currentTarget }) => onChange({ ...value, [name]: currentTarget.value })}
    />
  )
  return (
    <fieldset className="fj-fieldset fj-birth">
      <legend>{t('birthDate')}</legend>
      {hint !== undefined && <p className="fj-small fj-quiet">{hint}</p>}
      <div className="fj-birth-parts">
        {part('day', t('birthDay'), 2, 'bday-day')}
        {part('month', t('birthMonth'), 2, 'bday-month')}
        {part('year', t('birthYear'), 4, 'bday-year')}
      </div>
      <p id={`${id}-said`} className="fj-birth-error" role="status">{error}</p>
    </fieldset>
  )
}
