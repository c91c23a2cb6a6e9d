import { ActionIcon, Autocomplete, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { RetentionRule } from '../../contract.ts'
import { useStorageTexts } from './texts/index.ts'

interface RuleRowProps {
  readonly rule: RetentionRule
  readonly number: number
  readonly sources: readonly string[]
  readonly isFirst: boolean
  readonly onChange: (rule: RetentionRule) => void
  readonly onRemove: () => void
  readonly onUp: () => void
}

const BASES = ['received', 'used', 'study-date'] as const
/** What a rule keeps for ever has no days. */
const FOREVER = 'forever'
const KEEPS = [30, 90, 180, 365, 730, 1_825, 3_650, 5_475, 7_300, 10_950] as const

export function RuleRow({ rule, number, sources, isFirst, onChange, onRemove, onUp }: RuleRowProps) {
  const t = useStorageTexts()
  const choices: readonly number[] = rule.keepDays === null || KEEPS.some((days) => days === rule.keepDays) ? KEEPS : [...KEEPS, rule.keepDays].sort((a, b) => a - b)
  const words = (days: number): string => (days % 365 === 0 ? t('years', { count: days / 365 }) : t('days', { count: days }))
  return (
    <li aria-label={t('ruleNumber', { number })}>
      <span className="fj-storage-number" aria-hidden="true">{number}</span>
      <div className="fj-storage-fields">
        <Autocomplete size="md" label={t('source')} placeholder={t('anySource')} value={rule.source} data={[...sources]} maxLength={64}
          onChange={(source) => onChange({ ...rule, source })} />
        <TextInput label={t('modality')} placeholder={t('anyModality')} value={rule.modality} maxLength={16} autoComplete="off"
          onChange={({ currentTarget }) => onChange({ ...rule, modality: currentTarget.value.toUpperCase() })} />
        <NativeSelect size="md" label={t('keep')} value={rule.keepDays ?? FOREVER}
          data={[{ value: FOREVER, label: t('forever') }, ...choices.map((days) => ({ value: String(days), label: words(days) }))]}
          onChange={({ currentTarget: { value } }) => onChange({ ...rule, keepDays: value === FOREVER ? null : Number(value) })} />
        <NativeSelect size="md" label={t('from')} value={rule.basis} disabled={rule.keepDays === null}
          data={BASES.map((basis) => ({ value: basis, label: t(`basis ${basis}`) }))}
          onChange={({ currentTarget: { value } }) => onChange({ ...rule, basis: BASES.find((basis) => basis === value) ?? 'received' })} />
      </div>
      <div className="fj-storage-acts">
        <ActionIcon variant="subtle" color="gray" size={44} disabled={isFirst} aria-label={t('ruleUp', { number })} onClick={onUp}><IconArrowUp size={20} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('ruleRemove', { number })} onClick={onRemove}><IconTrash size={20} /></ActionIcon>
      </div>
    </li>
  )
}
