/** Who is to be examined, day by day, and what became of it (NET-21, NET-23). */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import {
  contains, EmptyState, FilterField, LinkButton, NothingFound, Notice, PageHead, Problem, RowsSkeleton, Sheet, toast, useRoomForTable,
} from '../../../platform/web/kit/index.ts'
import { personName } from '../../../platform/web/person-name.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import { stepStates, type EntryView, type Worklist } from '../contract.ts'
import { useStations, useWorklist } from './data.ts'
import { daOf, dayAfter, dayOf, today } from './days.ts'
import { EntryDetail } from './entry-detail.tsx'
import { EntryForm } from './entry-fields.tsx'
import { EntryCards, EntryTable } from './entry-list.tsx'
import { PerformedList } from './performed-list.tsx'
import { useOrdersTexts } from './texts/index.ts'
import './orders.css'

type Opened =
  | { readonly kind: 'new' }
  | { readonly kind: 'one' | 'edit'; readonly entry: EntryView }

interface Narrowing {
  readonly text: string
  readonly state: string
  readonly modality: string
}

const EVERYTHING: Narrowing = { text: '', state: '', modality: '' }

export function WorklistPage() {
  const t = useOrdersTexts()
  const closeLabel = useFrameTexts()('close')
  const [day, setDay] = useState(today)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { data, error, refetch } = useWorklist(daOf(day))
  const done = (words: string) => {
    setOpened(null)
    toast({ kind: 'done', closeLabel, text: words })
  }
  const saved = (entry: EntryView) => {
    setDay(dayOf(entry.date))
    done(t('saved'))
  }
  const add = <Button leftSection={<IconCalendarPlus size={20} />} onClick={() => setOpened({ kind: 'new' })}>{t('add')}</Button>
  return (
    <>
      <PageHead title={t('title')} windowTitle={t('title')} lead={t('lead')} action={add} />
      <div className="fj-stack">
        <NobodyAsks />
        <DayBar day={day} onChange={setDay} />
        {data === undefined && (error === null ? <RowsSkeleton rows={4} height={72} /> : <Problem error={error} onRetry={() => void refetch()} />)}
        {data !== undefined && <Day list={data} onOpen={(entry) => setOpened({ kind: 'one', entry })} />}
      </div>
      <Sheet opened={opened !== null} onClose={() => setOpened(null)} place="side" title={t(opened?.kind === 'one' ? 'entry' : opened?.kind === 'edit' ? 'change' : 'add')}>
        {opened?.kind === 'one' && <EntryDetail id={opened.entry.id} onEdit={(entry) => setOpened({ kind: 'edit', entry })} onDone={done} />}
        {opened !== null && opened.kind !== 'one' && <EntryForm entry={opened.kind === 'edit' ? opened.entry : null} day={day} onDone={saved} />}
      </Sheet>
    </>
  )
}

/** What is planned reaches nobody until a device may ask for it. */
function NobodyAsks() {
  const t = useOrdersTexts()
  const isAdmin = usePerson().role === 'admin'
  const { data } = useStations()
  if (data === undefined || data.stations.length > 0) return null
  return (
    <Notice tone="wait" icon={IconInfoCircle}>
      <p>{t(isAdmin ? 'nobodyAsksAdmin' : 'nobodyAsks')}</p>
      {isAdmin && <LinkButton to="/devices" variant="default">{t('toDevices')}</LinkButton>}
    </Notice>
  )
}

function DayBar({ day, onChange }: { readonly day: string; readonly onChange: (day: string) => void }) {
  const t = useOrdersTexts()
  const step = (days: number) => onChange(dayAfter(day, days))
  return (
    <div className="fj-entry-days">
      <ActionIcon variant="default" size={44} aria-label={t('dayBefore')} title={t('dayBefore')} onClick={() => step(-1)}><IconChevronLeft size={20} /></ActionIcon>
      <TextInput
        type="date" aria-label={t('day')} value={day}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') onChange(value)
        }}
      />
      <ActionIcon variant="default" size={44} aria-label={t('dayAfter')} title={t('dayAfter')} onClick={() => step(1)}><IconChevronRight size={20} /></ActionIcon>
      {day !== today() && <Button variant="subtle" onClick={() => onChange(today())}>{t('today')}</Button>}
    </div>
  )
}

function Day({ list: { entries, isCut, unplanned }, onOpen }: { readonly list: Worklist; readonly onOpen: (entry: EntryView) => void }) {
  const t = useOrdersTexts()
  const hasRoom = useRoomForTable()
  const [narrowing, setNarrowing] = useState(EVERYTHING)
  const shown = entries.filter((entry) => fits(entry, narrowing))
  return (
    <>
      {entries.length === 0 && <EmptyState title={t('emptyTitle')}><p>{t('empty')}</p></EmptyState>}
      {entries.length > 0 && <Narrow entries={entries} narrowing={narrowing} onChange={setNarrowing} />}
      {isCut && <Notice tone="wait" icon={IconInfoCircle}><p>{t('isCut', { count: entries.length })}</p></Notice>}
      {entries.length > 0 && shown.length === 0 && <NothingFound text={narrowing.text} onClear={() => setNarrowing(EVERYTHING)} />}
      {shown.length > 0 && (
        <section aria-label={t('entries', { count: shown.length })}>
          {hasRoom ? <EntryTable entries={shown} onOpen={onOpen} /> : <EntryCards entries={shown} onOpen={onOpen} />}
        </section>
      )}
      {unplanned.length > 0 && (
        <section className="fj-stack" aria-labelledby="unplanned-title">
          <h2 id="unplanned-title">{t('unplanned')}</h2>
          <PerformedList performed={unplanned} />
        </section>
      )}
    </>
  )
}

function fits({ patientName, patientId, accessionNumber, description, state, modality }: EntryView, wanted: Narrowing): boolean {
  return (wanted.state === '' || wanted.state === state) && (wanted.modality === '' || wanted.modality === modality)
    && contains([personName(patientName), patientName, patientId, accessionNumber, description], wanted.text)
}

interface NarrowProps {
  readonly entries: readonly EntryView[]
  readonly narrowing: Narrowing
  readonly onChange: (narrowing: Narrowing) => void
}

function Narrow({ entries, narrowing, onChange }: NarrowProps) {
  const t = useOrdersTexts()
  const modalities = [...new Set(entries.map(({ modality }) => modality))].sort()
  return (
    <div className="fj-entry-bar">
      <FilterField label={t('filter')} value={narrowing.text} onChange={(text) => onChange({ ...narrowing, text })} />
      <NativeSelect
        size="md" aria-label={t('state')} value={narrowing.state} onChange={({ currentTarget }) => onChange({ ...narrowing, state: currentTarget.value })}
        data={[{ value: '', label: t('allStates') }, ...stepStates.map((value) => ({ value, label: t(`state ${value}`) }))]}
      />
      <NativeSelect
        size="md" aria-label={t('modality')} value={narrowing.modality} onChange={({ currentTarget }) => onChange({ ...narrowing, modality: currentTarget.value })}
        data={[{ value: '', label: t('allModalities') }, ...modalities.map((value) => ({ value, label: value }))]}
      />
    </div>
  )
}
