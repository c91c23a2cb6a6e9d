import { Input, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { TypedDate } from './birth-date.ts'
import { useAccountsTexts } from './texts/index.ts'

interface BirthDateFieldProps {
  readonly value: TypedDate
  readonly onChange: (date: TypedDate) => void
  readonly error?: string | undefined
  readonly hint?: string
  /** The person's own: the browser may fill it. */
  readonly own?: boolean
}

const parts = [['day', 'birthDay', 'bday-day', 2], ['month', 'birthMonth', 'bday-month', 2], ['year', 'birthYear', 'bday-year', 4]] as const

/** Three plain fields: a calendar is slow for a day long ago, and one field asks which order is meant. */
export function BirthDateField({ value, onChange, error, hint, own = false }: BirthDateFieldProps) {
  const t = useAccountsTexts()
  const id = useId()
  const told = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim()
  return (
    <fieldset className="fj-fieldset" {...(told !== '' && { 'aria-describedby': told })}>
      <legend>{t('birthDate')}</legend>
      {hint !== undefined && <p id={`${id}-hint`} className="fj-small fj-quiet">{hint}</p>}
      <div className="fj-birth-date">
        {parts.map(([part, label, autoComplete, digits]) => (
          <TextInput
            key={part}
            label={t(label)}
            inputMode="numeric"
            maxLength={digits}
            autoComplete={own ? autoComplete : 'off'}
            value={value[part]}
            error={error !== undefined}
            onChange={({ currentTarget }) => onChange({ ...value, [part]: currentTarget.value })}
          />
        ))}
      </div>
      {error !== undefined && <Input.Error id={`${id}-error`} role="alert">{error}</Input.Error>}
    </fieldset>
  )
}
