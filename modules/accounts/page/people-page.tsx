import { Button, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronRight, IconChevronsLeft, IconUserPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import {
  EmptyState, FilterField, NothingFound, PageHead, Problem, RowsSkeleton, Sheet, useRoomForTable,
} from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { AccountList, InvitedAccount, PeopleFilter } from '../contract.ts'
import { AddPerson } from './add-person.tsx'
import { useAccounts } from './data.ts'
import { OneTimeLink } from './one-time-link.tsx'
import { PeopleCards, PeopleTable } from './people-list.tsx'
import { useAccountsTexts } from './texts/index.ts'
import './accounts.css'

const TYPING_MS = 250
const ROLES = ['patient', 'doctor', 'clerk', 'admin'] as const

type Opened = { readonly kind: 'none' } | { readonly kind: 'add' } | { readonly kind: 'link'; readonly invited: InvitedAccount }

export function PeoplePage() {
  const t = useAccountsTexts()
  const [opened, setOpened] = useState<Opened>({ kind: 'none' })
  const close = () => setOpened({ kind: 'none' })
  const showLink = (invited: InvitedAccount) => setOpened({ kind: 'link', invited })
  const add = (
    <Button leftSection={<IconUserPlus size={20} />} onClick={() => setOpened({ kind: 'add' })}>{t('addPerson')}</Button>
  )
  return (
    <>
      <PageHead title={t('people')} windowTitle={t('people')} lead={t(usePerson().role === 'clerk' ? 'peopleLeadClerk' : 'peopleLead')} action={add} />
      <People onLink={showLink} />
      <Sheet
        opened={opened.kind !== 'none'}
        onClose={close}
        place="side"
        title={t(opened.kind === 'link' ? 'linkTitle' : 'addPerson')}
      >
        {opened.kind === 'add' && <AddPerson onAdded={showLink} />}
        {opened.kind === 'link' && <OneTimeLink invited={opened.invited} onDone={close} />}
      </Sheet>
    </>
  )
}

interface PeopleProps {
  readonly onLink: (invited: InvitedAccount) => void
}

function People({ onLink }: PeopleProps) {
  const t = useAccountsTexts()
  const [filter, setFilter] = useState<PeopleFilter>({})
  const [typed] = useDebouncedValue(filter.text?.trim() ?? '', TYPING_MS)
  const { role, after } = filter
  const asked = { ...(typed !== '' && { text: typed }), ...(role !== undefined && { role }), ...(after !== undefined && { after }) }
  const { data, error, refetch } = useAccounts(asked)
  if (data === undefined && error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <RowsSkeleton rows={4} height={64} />
  return (
    <div className="fj-stack">
      <Found list={data} asked={asked} onLink={onLink}>
        <Filters filter={filter} onChange={setFilter} />
      </Found>
      {data.accounts.length === 0 && Object.keys(asked).length > 0 && <NothingFound text={typed} onClear={() => setFilter({})} />}
      <div className="fj-row">
        {after !== undefined && (
          <Button variant="default" leftSection={<IconChevronsLeft size={18} />} onClick={() => setFilter(withoutPlace(filter))}>{t('firstPage')}</Button>
        )}
        {data.next !== null && (
          <Button variant="default" rightSection={<IconChevronRight size={18} />} onClick={() => setFilter({ ...filter, after: data.next ?? '' })}>
            {t('nextPage')}
          </Button>
        )}
      </div>
    </div>
  )
}

interface FoundProps extends PeopleProps {
  readonly list: AccountList
  readonly asked: PeopleFilter
  readonly children: ReactNode
}

/** Who is alone is told what belongs here; a filter would only be in the way. */
function Found({ list: { accounts }, asked, onLink, children }: FoundProps) {
  const t = useAccountsTexts()
  const hasRoom = useRoomForTable()
  const isClerk = usePerson().role === 'clerk'
  const isAlone = Object.keys(asked).length === 0 && accounts.length < (isClerk ? 1 : 2)
  const List = hasRoom ? PeopleTable : PeopleCards
  return (
    <>
      {isAlone ? <EmptyState title={t('peopleEmptyTitle')}><p>{t('peopleEmpty')}</p></EmptyState> : children}
      {accounts.length > 0 && <List accounts={accounts} onLink={onLink} />}
    </>
  )
}

interface FiltersProps {
  readonly filter: PeopleFilter
  readonly onChange: (filter: PeopleFilter) => void
}

/** Another filter begins at its first page. Clerks look after patients alone. */
function Filters({ filter, onChange }: FiltersProps) {
  const t = useAccountsTexts()
  const named = useFrameTexts()
  const isClerk = usePerson().role === 'clerk'
  const choose = (value: string) => {
    const role = ROLES.find((each) => each === value)
    onChange({ ...(filter.text !== undefined && { text: filter.text }), ...(role !== undefined && { role }) })
  }
  return (
    <div className="fj-people-filter">
      <FilterField label={t('filterPeople')} value={filter.text ?? ''} onChange={(text) => onChange({ ...withoutPlace(filter), text })} />
      {!isClerk && (
        <NativeSelect
          size="md" aria-label={t('role')} value={filter.role ?? ''} onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={[{ value: '', label: t('allRoles') }, ...ROLES.map((value) => ({ value, label: named(value) }))]}
        />
      )}
    </div>
  )
}

function withoutPlace({ text, role }: PeopleFilter): PeopleFilter {
  return { ...(text !== undefined && { text }), ...(role !== undefined && { role }) }
}
