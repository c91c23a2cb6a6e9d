/** Asking devices for what they hold; bringing it here, sending it on; and what became of that. */
import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconArrowsExchange, IconCalendarClock, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useSearchValue } from '../../../../platform/web/address.ts'
import { announce, EmptyState, LinkButton, PageHead, Problem, RowsSkeleton } from '../../../../platform/web/kit/index.ts'
import { usePerson } from '../../../../platform/web/session.ts'
import type { RemoteDevice, StudySearch, TransferView } from '../../contract.ts'
import { useNews } from '../news.ts'
import { isUnderWay } from './counts.ts'
import { useRemoteDevices, useTransfers } from './data.ts'
import { SearchForm } from './search-form.tsx'
import { StudyResults } from './study-results.tsx'
import { useSearchTexts } from './texts/index.ts'
import { TransfersPanel } from './transfers-panel.tsx'
import { WorklistPanel } from './worklist-panel.tsx'
import './search.css'

export function SearchPage() {
  const t = useSearchTexts()
  const isLive = useNews()
  const wanted = useSearchValue('section')
  const section = wanted === 'transfers' || wanted === 'worklist' ? wanted : 'search'
  const navigate = useNavigate()
  const { data: transfers } = useTransfers(null, isLive)
  useTellEndings(transfers)
  const underWay = transfers?.filter(isUnderWay).length ?? 0
  return (
    <>
      <PageHead title={t('title')} windowTitle={t('title')} lead={t('lead')} />
      <Tabs
        value={section} className="fj-search-tabs"
        onChange={(next) => void navigate({ to: '/search', search: next === null || next === 'search' ? {} : { section: next }, replace: true })}
      >
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="search" leftSection={<IconSearch size={20} aria-hidden="true" />}>{t('search')}</Tabs.Tab>
          <Tabs.Tab value="worklist" leftSection={<IconCalendarClock size={20} aria-hidden="true" />}>{t('worklist')}</Tabs.Tab>
          <Tabs.Tab value="transfers" leftSection={<IconArrowsExchange size={20} aria-hidden="true" />}>
            {underWay > 0 ? t('transfersUnderWay', { count: underWay }) : t('transfers')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="search"><Searching isLive={isLive} /></Tabs.Panel>
        <Tabs.Panel value="worklist">{section === 'worklist' && <WorklistPanel />}</Tabs.Panel>
        <Tabs.Panel value="transfers">{section === 'transfers' && <TransfersPanel isLive={isLive} />}</Tabs.Panel>
      </Tabs>
    </>
  )
}

/** For those who listen to the page: what was under way a moment ago, and is over. */
function useTellEndings(transfers: readonly TransferView[] | undefined): void {
  const t = useSearchTexts()
  const before = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (transfers === undefined) return
    const over = transfers.filter(({ id, state }) => before.current.has(id) && !isUnderWay({ state }) && state !== 'cancelled')
    if (over.length > 0) announce(t(over.every(({ state }) => state === 'done') ? 'endedDone' : 'endedBadly'))
    before.current = new Set(transfers.filter(isUnderWay).map(({ id }) => id))
  }, [transfers, t])
}

function Searching({ isLive }: { readonly isLive: boolean }) {
  const { data, error, refetch } = useRemoteDevices()
  if (data === undefined) return error === null ? <RowsSkeleton rows={3} height={96} /> : <Problem error={error} onRetry={() => void refetch()} />
  const searchable = data.devices.filter(({ roles }) => roles.includes('query'))
  return searchable.length === 0 ? <NoDevice /> : <Search devices={data.devices} searchable={searchable} isLive={isLive} />
}

function NoDevice() {
  const t = useSearchTexts()
  const isAdmin = usePerson().role === 'admin'
  return (
    <EmptyState title={t('noDeviceTitle')} {...(isAdmin && { action: <LinkButton to="/devices/new">{t('addDevice')}</LinkButton> })}>
      <p>{t(isAdmin ? 'noDeviceAdmin' : 'noDevice')}</p>
    </EmptyState>
  )
}

interface SearchProps {
  readonly devices: readonly RemoteDevice[]
  readonly searchable: readonly RemoteDevice[]
  readonly isLive: boolean
}

/** What was asked last; asked again under a new number, as the same words may find more by now. */
interface Asked {
  readonly number: number
  readonly search: StudySearch
}

function Search({ devices, searchable, isLive }: SearchProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const source = devices.find(({ id }) => id === asked?.search.deviceId)
  return (
    <div className="fj-search">
      <SearchForm devices={searchable} onSearch={(search) => setAsked((before) => ({ number: (before?.number ?? 0) + 1, search }))} />
      {asked !== null && source !== undefined && (
        <StudyResults key={asked.number} {...asked} source={source} devices={devices} isLive={isLive} onStop={() => setAsked(null)} />
      )}
    </div>
  )
}
