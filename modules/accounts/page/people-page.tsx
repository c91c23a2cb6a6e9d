import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import {
  contains, EmptyState, FilterField, NothingFound, PageHead, Problem, RowsSkeleton, Sheet, useRoomForTable,
} from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import type { InvitedAccount, PersonView } from '../contract.ts'
import { AddPerson } from './add-person.tsx'
import { useAccounts } from './data.ts'
import { OneTimeLink } from './one-time-link.tsx'
import { PeopleCards, PeopleTable } from './people-list.tsx'
import { useAccountsTexts } from './texts/index.ts'
import './accounts.css'

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

function People({ onLink }: { readonly onLink: (invited: InvitedAccount) => void }) {
  const t = useAccountsTexts()
  const { data: accounts, error, refetch } = useAccounts()
  const isClerk = usePerson().role === 'clerk'
  if (accounts === undefined && error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (accounts === undefined) return <RowsSkeleton rows={4} height={64} />
  return (
    <div className="fj-stack">
      {accounts.length < (isClerk ? 1 : 2) && (
        <EmptyState title={t('peopleEmptyTitle')}><p>{t('peopleEmpty')}</p></EmptyState>
      )}
      <FilteredPeople accounts={accounts} onLink={onLink} />
    </div>
  )
}

interface FilteredPeopleProps {
  readonly accounts: readonly PersonView[]
  readonly onLink: (invited: InvitedAccount) => void
}

function FilteredPeople({ accounts, onLink }: FilteredPeopleProps) {
  const t = useAccountsTexts()
  const hasRoom = useRoomForTable()
  const [text, setText] = useState('')
  const shown = accounts.filter((each) => contains([each.displayName, each.username, each.patientId, each.email], text))
  const List = hasRoom ? PeopleTable : PeopleCards
  return (
    <>
      {accounts.length > 1 && <FilterField label={t('filterPeople')} value={text} onChange={setText} />}
      {shown.length > 0
        ? <List accounts={shown} onLink={onLink} />
        : <NothingFound text={text} onClear={() => setText('')} />}
    </>
  )
}
