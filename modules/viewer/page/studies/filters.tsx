/** Filters besides what is typed: when, what kind, what it is called, in which order. */
import { Button, Chip, NativeSelect, TextInput } from '@mantine/core'
import { IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import { Sheet } from '../../../../platform/web/kit/index.ts'
import { useLabels } from './labels-data.ts'
import { ManageLabels } from './manage-labels.tsx'
import { MODALITIES, NO_SEARCH, ORDERS, SPAN_NAMES, type Search } from './search.ts'
import { useStudyTexts } from './texts/index.ts'

interface FiltersProps {
  readonly search: Search
  readonly onChange: (change: Partial<Search>) => void
}

export function Filters({ search, onChange }: FiltersProps) {
  const t = useStudyTexts()
  return (
    <div className="fj-study-filters">
      <TextInput type="date" label={t('from')} value={search.from} onChange={({ currentTarget: { value } }) => onChange({ from: value, span: '' })} />
      <TextInput type="date" label={t('to')} value={search.to} onChange={({ currentTarget: { value } }) => onChange({ to: value, span: '' })} />
      <TextInput label={t('description')} value={search.description} maxLength={100} className="fj-wide"
        onChange={({ currentTarget: { value } }) => onChange({ description: value })} />
      <NativeSelect size="md" label={t('order')} value={search.order} className="fj-wide"
        data={ORDERS.map((order) => ({ value: order, label: t(`order ${order}`) }))}
        onChange={({ currentTarget: { value } }) => onChange({ order: ORDERS.find((order) => order === value) ?? 'newest' })} />
      <div className="fj-row fj-study-spans">
        {SPAN_NAMES.map((span) => (
          <Button key={span} variant={search.span === span ? 'light' : 'default'} size="compact-md" mih={44} aria-pressed={search.span === span}
            onClick={() => onChange({ from: '', to: '', span: search.span === span ? '' : span })}>{t(span)}</Button>
        ))}
        <Button variant="subtle" onClick={() => onChange({ ...NO_SEARCH, text: search.text })}>{t('clear')}</Button>
      </div>
      <fieldset className="fj-fieldset fj-study-kinds">
        <legend>{t('modalities')}</legend>
        <Chip.Group multiple value={[...search.modalities]} onChange={(modalities) => onChange({ modalities })}>
          <div className="fj-row">{MODALITIES.map((each) => <Chip key={each} value={each} size="md" radius="md">{each}</Chip>)}</div>
        </Chip.Group>
      </fieldset>
      <LabelFilter search={search} onChange={onChange} />
    </div>
  )
}

function LabelFilter({ search, onChange }: FiltersProps) {
  const t = useStudyTexts()
  const { labels } = useLabels()
  const [isManaging, setManaging] = useState(false)
  return (
    <fieldset className="fj-fieldset fj-study-kinds">
      <legend>{t('labels')}</legend>
      <div className="fj-row">
        <Chip.Group multiple value={search.labels} onChange={(chosen) => onChange({ labels: chosen })}>
          {labels.map((label) => <Chip key={label.id} value={label.id} size="md" radius="md"><bdi>{label.name}</bdi></Chip>)}
        </Chip.Group>
        <Button variant="subtle" leftSection={<IconTags size={18} />} aria-haspopup="dialog" onClick={() => setManaging(true)}>{t('manageLabels')}</Button>
      </div>
      <Sheet opened={isManaging} onClose={() => setManaging(false)} title={t('labelsTitle')}><ManageLabels /></Sheet>
    </fieldset>
  )
}
