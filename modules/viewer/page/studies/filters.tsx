/** Filters besides what is typed: when, what kind, what it is called, in which order. */
import { Button, Chip, NativeSelect, TextInput } from '@mantine/core'
import { daysBefore, MODALITIES, NO_SEARCH, ORDERS, type Search } from './search.ts'
import { useStudyTexts } from './texts/index.ts'

interface FiltersProps {
  readonly search: Search
  readonly onChange: (change: Partial<Search>) => void
}

const SPANS = [['today', 0], ['week', 7], ['month', 30]] as const

export function Filters({ search, onChange }: FiltersProps) {
  const t = useStudyTexts()
  return (
    <div className="fj-study-filters">
      <TextInput type="date" label={t('from')} value={search.from} onChange={({ currentTarget: { value } }) => onChange({ from: value })} />
      <TextInput type="date" label={t('to')} value={search.to} onChange={({ currentTarget: { value } }) => onChange({ to: value })} />
      <TextInput label={t('description')} value={search.description} maxLength={100} className="fj-wide"
        onChange={({ currentTarget: { value } }) => onChange({ description: value })} />
      <NativeSelect size="md" label={t('order')} value={search.order} className="fj-wide"
        data={ORDERS.map((order) => ({ value: order, label: t(`order ${order}`) }))}
        onChange={({ currentTarget: { value } }) => onChange({ order: ORDERS.find((order) => order === value) ?? 'newest' })} />
      <div className="fj-row fj-study-spans">
        {SPANS.map(([span, days]) => (
          <Button key={span} variant="default" size="compact-md" mih={44} onClick={() => onChange({ from: daysBefore(now(), days), to: '' })}>{t(span)}</Button>
        ))}
        <Button variant="subtle" onClick={() => onChange({ ...NO_SEARCH, text: search.text })}>{t('clear')}</Button>
      </div>
      <fieldset className="fj-fieldset fj-study-kinds">
        <legend>{t('modalities')}</legend>
        <Chip.Group multiple value={[...search.modalities]} onChange={(modalities) => onChange({ modalities })}>
          <div className="fj-row">{MODALITIES.map((each) => <Chip key={each} value={each} size="md" radius="md">{each}</Chip>)}</div>
        </Chip.Group>
      </fieldset>
    </div>
  )
}

/** The day of the reader's own clock. */
function now(): Date {
  return new Date(performance.timeOrigin + performance.now())
}
