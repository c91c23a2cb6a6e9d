/** Who is to be examined: a search on a worklist, and what it answers (NET-04, NET-06). */
import { Button, Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { IconInfoCircle, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { announce, EmptyState, LinkButton, Notice, Problem, RowsSkeleton, useRoomForTable } from '../../../../platform/web/kit/index.ts'
import { usePerson } from '../../../../platform/web/session.ts'
import type { RemoteDevice, WorklistSearch } from '../../contract.ts'
import { Asking } from './asking.tsx'
import { useRemoteDevices, useWorklist } from './data.ts'
import { localDay } from './local-day.ts'
import { useSearchTexts } from './texts/index.ts'
import { WorklistCards, WorklistTable } from './worklist-list.tsx'
import { flawsOfWorklist, worklistSearchOf, worklistValues, type WorklistValues } from './worklist-values.ts'

interface Asked {
  readonly number: number
  readonly search: WorklistSearch
}

export function WorklistPanel() {
  const { data, error, refetch } = useRemoteDevices()
  if (data === undefined) return error === null ? <RowsSkeleton rows={3} height={96} /> : <Problem error={error} onRetry={() => void refetch()} />
  const worklists = data.devices.filter(({ roles }) => roles.includes('worklist'))
  return worklists.length === 0 ? <NoWorklist /> : <Worklists devices={worklists} />
}

function NoWorklist() {
  const t = useSearchTexts()
  const isAdmin = usePerson().role === 'admin'
  return (
    <EmptyState title={t('noWorklistTitle')} {...(isAdmin && { action: <LinkButton to="/devices/new">{t('addDevice')}</LinkButton> })}>
      <p>{t(isAdmin ? 'noWorklistAdmin' : 'noWorklist')}</p>
    </EmptyState>
  )
}

function Worklists({ devices }: { readonly devices: readonly RemoteDevice[] }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const source = devices.find(({ id }) => id === asked?.search.deviceId)
  return (
    <div className="fj-search">
      <WorklistForm devices={devices} onSearch={(search) => setAsked((before) => ({ number: (before?.number ?? 0) + 1, search }))} />
      {asked !== null && source !== undefined && <Entries key={asked.number} {...asked} source={source} onStop={() => setAsked(null)} />}
    </div>
  )
}

type Form = UseFormReturnType<WorklistValues>

interface FormProps {
  readonly devices: readonly RemoteDevice[]
  readonly onSearch: (search: WorklistSearch) => void
}

function WorklistForm({ devices, onSearch }: FormProps) {
  const t = useSearchTexts()
  const form = useForm<WorklistValues>({
    initialValues: worklistValues(devices[0], localDay()),
    validate: (values) => Object.fromEntries(Object.entries(flawsOfWorklist(values)).map(([field, flaw]) => [field, t(`flaw ${flaw}`)])),
  })
  const submit = form.onSubmit(
    (values) => onSearch(worklistSearchOf(values)),
    (errors) => {
      const [field = '', words] = Object.entries(errors)[0] ?? []
      form.getInputNode(field)?.focus()
      if (typeof words === 'string') announce(words)
    },
  )
  const choose = (id: string) => form.setValues(worklistValues(devices.find((device) => device.id === id), localDay()))
  return (
    <form onSubmit={submit} noValidate role="search" aria-label={t('worklist')} className="fj-card fj-card-body fj-search-form">
      <div className="fj-search-fields">
        <NativeSelect
          size="md" label={t('device')} value={form.values.deviceId} onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={devices.map(({ id, description }) => ({ value: id, label: description }))}
        />
        <TextInput
          data-autofocus label={t('patientName')} description={t('patientNameHint')} maxLength={64} autoComplete="off" spellCheck={false}
          {...form.getInputProps('patientName')}
        />
        <TextInput label={t('patientId')} maxLength={64} autoComplete="off" spellCheck={false} {...form.getInputProps('patientId')} />
        <TextInput label={t('accessionNumber')} maxLength={16} autoComplete="off" spellCheck={false} {...form.getInputProps('accessionNumber')} />
      </div>
      <Ticks form={form} />
      <div className="fj-row">
        <Button type="submit" leftSection={<IconSearch size={20} />}>{t('searchGo')}</Button>
        <Button variant="subtle" onClick={() => choose(form.values.deviceId)}>{t('clear')}</Button>
      </div>
    </form>
  )
}

function Ticks({ form }: { readonly form: Form }) {
  const t = useSearchTexts()
  const { isAnyModality, isOnDays } = form.values
  return (
    <div className="fj-worklist-ticks">
      <div className="fj-worklist-tick">
        <Checkbox label={t('allModalities')} {...form.getInputProps('isAnyModality', { type: 'checkbox' })} />
        {!isAnyModality && (
          <TextInput
            aria-label={t('modality')} placeholder="CT" maxLength={16} autoComplete="off" spellCheck={false} dir="ltr"
            {...form.getInputProps('modality')}
          />
        )}
      </div>
      <div className="fj-worklist-tick">
        <Checkbox label={t('onDays')} {...form.getInputProps('isOnDays', { type: 'checkbox' })} />
        {isOnDays && (
          <div className="fj-worklist-days">
            <TextInput type="date" aria-label={t('from')} {...form.getInputProps('from')} />
            <span aria-hidden="true">–</span>
            <TextInput type="date" aria-label={t('to')} {...form.getInputProps('to')} />
          </div>
        )}
      </div>
      <Switch size="md" label={t('isBroad')} description={t('isBroadHint')} {...form.getInputProps('isBroad', { type: 'checkbox' })} />
    </div>
  )
}

function Entries({ number, search, source, onStop }: Asked & { readonly source: RemoteDevice; readonly onStop: () => void }) {
  const t = useSearchTexts()
  const hasRoom = useRoomForTable()
  const heading = useRef<HTMLHeadingElement>(null)
  const { data, error, refetch } = useWorklist(search, number)
  const count = data?.entries.length
  const words = count === undefined ? null : t('entries', { count, device: source.description })
  useEffect(() => {
    if (words !== null) announce(words)
  }, [words])
  useEffect(() => {
    // On a phone the form fills the window: what was found would lie below it, unseen.
    if (!hasRoom && count !== undefined) heading.current?.scrollIntoView({ block: 'start' })
  }, [hasRoom, count])
  if (error !== null && data === undefined) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Asking device={source} onStop={onStop} />
  const { entries, isCut } = data
  if (entries.length === 0) {
    return <div className="fj-search-none"><h2>{t('noneTitle', { device: source.description })}</h2><p className="fj-quiet">{t('noEntries')}</p></div>
  }
  return (
    <section className="fj-stack" aria-labelledby="entries-title">
      <h2 id="entries-title" ref={heading}>{words}</h2>
      {isCut && <Notice tone="wait" icon={IconInfoCircle}><p>{t('isCut', { count: entries.length })}</p></Notice>}
      {hasRoom ? <WorklistTable entries={entries} /> : <WorklistCards entries={entries} />}
    </section>
  )
}
