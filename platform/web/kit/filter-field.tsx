/** The filter above a list; `/` leads to it from anywhere on the page. */
import { Button, Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useFrameTexts } from '../texts/index.ts'

export interface FilterFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

export function FilterField({ label, value, onChange }: FilterFieldProps) {
  const t = useFrameTexts()
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  return (
    <TextInput
      ref={field}
      type="search"
      className="fj-filter"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      rightSection={<Kbd className="fj-wide-only" title={t('filterKey')} aria-hidden="true">/</Kbd>}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Whether `text` is in one of `fields`, accents and case aside. */
export function contains(fields: readonly (string | null)[], text: string): boolean {
  const wanted = plain(text.trim())
  return fields.some((field) => field !== null && plain(field).includes(wanted))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

/** A filter that fits nothing says so, and is cleared by one press. */
export function NothingFound({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  const t = useFrameTexts()
  return (
    <div className="fj-row">
      <p className="fj-quiet" role="status">{t('nothingFound', { text })}</p>
      <Button variant="default" onClick={onClear}>{t('clearFilter')}</Button>
    </div>
  )
}
