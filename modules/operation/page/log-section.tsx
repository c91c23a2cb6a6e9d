/** The program's log: filter, read, follow, take along. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronDown, IconDownload, IconPlugConnectedX, IconRefreshDot } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState, Problem, RowsSkeleton, StateTag } from '../../../platform/web/kit/index.ts'
import { levels, spans, type LogFilter, type LogLineView } from '../contract.ts'
import { useLog } from './data.ts'
import { LogLines } from './log-lines.tsx'
import { TellingCard } from './telling-card.tsx'
import { useOperationTexts } from './texts/index.ts'
import { useNewLines } from './use-new-lines.ts'

const TYPING_MS = 300

export function LogSection() {
  const t = useOperationTexts()
  const [filter, setFilter] = useState<LogFilter>({})
  const [asked] = useDebouncedValue(filter, TYPING_MS)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLog(asked)
  const { lines: added, isLive } = useNewLines(asked)
  const telling = data?.pages[0]?.telling
  return (
    <div className="fj-stack">
      <Filters filter={filter} onChange={setFilter} />
      <div className="fj-row fj-operation-row">
        {isLive
          ? <StateTag tone="good" icon={IconRefreshDot}>{t('isLive')}</StateTag>
          : <StateTag tone="wait" icon={IconPlugConnectedX}>{t('isNotLive')}</StateTag>}
        <Button component="a" href="/api/log.ndjson" download="filmjacket-log.ndjson" variant="default" leftSection={<IconDownload size={20} />}>{t('download')}</Button>
      </div>
      {telling !== undefined && <TellingCard telling={telling} />}
      {data === undefined && (error === null ? <RowsSkeleton rows={6} height={52} /> : <Problem error={error} onRetry={() => void refetch()} />)}
      {data !== undefined && <Found lines={joined(added, data.pages.flatMap(({ lines }) => lines))} />}
      {hasNextPage && (
        <Button variant="default" className="fj-start" loading={isFetchingNextPage} leftSection={<IconChevronDown size={18} />} onClick={() => void fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </div>
  )
}

/** A line that came may be among those that were asked for a moment later. */
function joined(added: readonly LogLineView[], read: readonly LogLineView[]): readonly LogLineView[] {
  const places = new Set(read.map(({ place }) => place))
  return [...added.filter(({ place }) => place === null || !places.has(place)), ...read]
}

function Found({ lines }: Parameters<typeof LogLines>[0]) {
  const t = useOperationTexts()
  return lines.length === 0 ? <EmptyState title={t('noLinesTitle')}><p>{t('noLines')}</p></EmptyState> : <LogLines lines={lines} />
}

interface FiltersProps {
  readonly filter: LogFilter
  readonly onChange: (filter: LogFilter) => void
}

/** A field that is empty asks for nothing. */
function Filters({ filter, onChange }: FiltersProps) {
  const t = useOperationTexts()
  const change = (name: keyof LogFilter, value: string) =>
    onChange(Object.fromEntries(Object.entries({ ...filter, [name]: value }).filter(([, each]) => each !== '')))
  const field = (name: 'level' | 'text' | 'within') => ({
    label: t(name), value: filter[name] ?? '',
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement | HTMLSelectElement }) => change(name, value),
  })
  return (
    <div className="fj-card fj-card-body fj-operation-filter">
      <NativeSelect size="md" {...field('level')} data={levels.map((value) => ({ value: value === 'debug' ? '' : value, label: t(`from ${value}`) }))} />
      <TextInput {...field('text')} placeholder={t('textHint')} maxLength={128} />
      <NativeSelect size="md" {...field('within')} data={[{ value: '', label: t('within any') }, ...spans.map((value) => ({ value, label: t(`within ${value}`) }))]} />
    </div>
  )
}
