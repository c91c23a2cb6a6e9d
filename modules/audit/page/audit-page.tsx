/** Who did what to whose images: filter, read, take along. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronRight, IconChevronsLeft, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState, PageHead, Problem, RowsSkeleton, useRoomForTable } from '../../../platform/web/kit/index.ts'
import type { TrailFilter } from '../contract.ts'
import { EntryCards, EntryTable } from './entries.tsx'
import { queryOf, useTrail } from './data.ts'
import { useAuditTexts } from './texts/index.ts'
import './audit.css'

const LOOKED = 'yes'
const TYPING_MS = 300
/** Beginnings of actions: the module that wrote them. */
const GROUPS = ['accounts', 'archive', 'devices', 'grants', 'orders', 'portal', 'routing', 'settings', 'viewer', 'operation', 'audit'] as const

export function AuditPage() {
  const t = useAuditTexts()
  const [filter, setFilter] = useState<TrailFilter>({})
  const [asked] = useDebouncedValue(filter, TYPING_MS)
  const { data, error, refetch } = useTrail(asked)
  const { before, ...whole } = asked
  const table = (
    <Button component="a" href={`/api/audit.csv${queryOf(whole)}`} download="audit.csv" variant="default" leftSection={<IconDownload size={20} />}>
      {t('table')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('audit')} windowTitle={t('audit')} lead={t('lead')} action={table} />
      <div className="fj-stack">
        <Filters filter={filter} onChange={setFilter} />
        {data === undefined && error !== null && <Problem error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <RowsSkeleton rows={6} height={56} />}
        {data !== undefined && <Entries page={data} />}
        {data !== undefined && (data.next !== null || before !== undefined) && (
          <div className="fj-row">
            {before !== undefined && (
              <Button variant="default" leftSection={<IconChevronsLeft size={18} />} onClick={() => setFilter(whole)}>{t('newest')}</Button>
            )}
            {data.next !== null && (
              <Button variant="default" rightSection={<IconChevronRight size={18} />} onClick={() => setFilter({ ...whole, before: data.next ?? '' })}>
                {t('older')}
              </Button>
            )}
          </div>
        )}
      </div>
    </>
  )
}

function Entries({ page: { entries } }: { readonly page: { readonly entries: Parameters<typeof EntryTable>[0]['entries'] } }) {
  const t = useAuditTexts()
  const hasRoom = useRoomForTable()
  if (entries.length === 0) return <EmptyState title={t('noneTitle')}><p>{t('none')}</p></EmptyState>
  return hasRoom ? <EntryTable entries={entries} /> : <EntryCards entries={entries} />
}

function without(filter: TrailFilter, names: readonly (keyof TrailFilter)[]): TrailFilter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !names.some((name) => name === key)))
}

interface FiltersProps {
  readonly filter: TrailFilter
  readonly onChange: (filter: TrailFilter) => void
}

/** Another filter begins at its newest entry; a field that is empty asks for nothing. */
function Filters({ filter, onChange }: FiltersProps) {
  const t = useAuditTexts()
  const change = (name: keyof TrailFilter, value: string) => {
    const rest = without(filter, [name, 'before'])
    onChange(value === '' ? rest : { ...rest, [name]: value })
  }
  const chooseWhat = (value: string) => {
    const rest = without(filter, ['action', 'looked', 'before'])
    onChange(value === '' ? rest : value === LOOKED ? { ...rest, looked: LOOKED } : { ...rest, action: value })
  }
  const field = (name: 'who' | 'exam' | 'from' | 'to') => ({
    label: t(name), value: filter[name] ?? '', onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => change(name, currentTarget.value),
  })
  return (
    <div className="fj-card fj-card-body fj-audit-filter">
      <TextInput {...field('who')} placeholder={t('whoHint')} maxLength={128} />
      <TextInput {...field('exam')} placeholder={t('examHint')} maxLength={128} />
      <NativeSelect
        size="md" label={t('action')} value={filter.looked ?? filter.action ?? ''} onChange={({ currentTarget }) => chooseWhat(currentTarget.value)}
        data={[{ value: '', label: t('anything') }, { value: LOOKED, label: t('looked') }, ...GROUPS.map((value) => ({ value: `${value}.`, label: t(`group ${value}`) }))]}
      />
      <NativeSelect
        size="md" label={t('outcome')} value={filter.outcome ?? ''} onChange={({ currentTarget }) => change('outcome', currentTarget.value)}
        data={[{ value: '', label: t('any') }, { value: 'done', label: t('done') }, { value: 'refused', label: t('refused') }]}
      />
      <TextInput {...field('from')} type="date" />
      <TextInput {...field('to')} type="date" />
    </div>
  )
}
