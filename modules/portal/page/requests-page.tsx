/** Everybody's requests: who asked for what, when, where it stands, why it failed. POR-14. */
import { Button, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronRight, IconChevronsLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState, FilterField, PageHead, Problem, RowsSkeleton, Sheet, useRoomForTable } from '../../../platform/web/kit/index.ts'
import type { WatchedFilter, WatchedList, WatchedRequest } from '../contract.ts'
import { useWatched } from './requests-data.ts'
import { RequestFacts } from './request-facts.tsx'
import { WatchedCards, WatchedTable } from './requests-list.tsx'
import { usePortalTexts } from './texts/index.ts'
import './portal.css'

const STATES = ['waiting', 'ready', 'failed', 'expired', 'cancelled', 'removed'] as const
const TYPING_MS = 250

export function RequestsPage() {
  const t = usePortalTexts()
  const [filter, setFilter] = useState<WatchedFilter>({})
  const [text, setText] = useState('')
  const [typed] = useDebouncedValue(text.trim(), TYPING_MS)
  const asked = typed === '' ? filter : { ...filter, text: typed }
  const { data, error, refetch } = useWatched(asked)
  const type = (next: string) => {
    setText(next)
    setFilter(({ state }) => (state === undefined ? {} : { state }))
  }
  return (
    <>
      <PageHead title={t('requests')} windowTitle={t('requests')} lead={t('requestsLead')} />
      <div className="fj-stack">
        <div className="fj-request-filter">
          <FilterField label={t('filterRequests')} value={text} onChange={type} />
          <StateChoice filter={filter} onChange={setFilter} />
        </div>
        {data === undefined && error !== null && <Problem error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <RowsSkeleton rows={5} height={64} />}
        {data !== undefined && <List list={data} isFiltered={Object.keys(asked).length > 0} />}
        {data !== undefined && <Turning list={data} filter={filter} onChange={setFilter} />}
      </div>
    </>
  )
}

interface ChoosingProps {
  readonly filter: WatchedFilter
  readonly onChange: (filter: WatchedFilter) => void
}

function StateChoice({ filter, onChange }: ChoosingProps) {
  const t = usePortalTexts()
  const data = [
    { value: '', label: t('allStates') },
    ...STATES.map((value) => ({ value, label: value === 'waiting' ? t('stillWaiting') : t(`state ${value}`) })),
  ]
  return (
    <NativeSelect
      size="md" aria-label={t('state')} data={data} value={filter.state ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const state = STATES.find((each) => each === value)
        onChange(state === undefined ? {} : { state })
      }}
    />
  )
}

function List({ list: { requests }, isFiltered }: { readonly list: WatchedList; readonly isFiltered: boolean }) {
  const t = usePortalTexts()
  const hasRoom = useRoomForTable()
  const [viewed, setViewed] = useState<string | null>(null)
  if (requests.length === 0 && isFiltered) return <p className="fj-quiet" role="status">{t('requestsNone')}</p>
  if (requests.length === 0) return <EmptyState title={t('requestsEmptyTitle')}><p>{t('requestsEmpty')}</p></EmptyState>
  const Rows = hasRoom ? WatchedTable : WatchedCards
  const shown = requests.find(({ request }) => request.id === viewed)
  return (
    <>
      <Rows requests={requests} onView={({ request }: WatchedRequest) => setViewed(request.id)} />
      <Sheet opened={shown !== undefined} onClose={() => setViewed(null)} place="side" title={t('viewTitle')}>
        {shown !== undefined && <RequestFacts watched={shown} />}
      </Sheet>
    </>
  )
}

function Turning({ list: { next }, filter, onChange }: ChoosingProps & { readonly list: WatchedList }) {
  const t = usePortalTexts()
  const { before, ...first } = filter
  if (next === null && before === undefined) return null
  return (
    <div className="fj-row">
      {before !== undefined && (
        <Button variant="default" leftSection={<IconChevronsLeft size={18} />} onClick={() => onChange(first)}>{t('firstPage')}</Button>
      )}
      {next !== null && (
        <Button variant="default" rightSection={<IconChevronRight size={18} />} onClick={() => onChange({ ...first, before: next })}>
          {t('nextPage')}
        </Button>
      )}
    </div>
  )
}
