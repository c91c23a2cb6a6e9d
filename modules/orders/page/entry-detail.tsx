/** One entry: what is planned, what was performed of it, and what may be done about it. */
import { Button, Group, TextInput } from '@mantine/core'
import { IconCalendarPlus, IconCircleX, IconPencil, IconPhoto } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { LinkButton, Problem, RowsSkeleton } from '../../../platform/web/kit/index.ts'
import { personName } from '../../../platform/web/person-name.ts'
import type { EntryDetail as Detail, EntryView } from '../contract.ts'
import { useCancelEntry, useEntry, useReopenEntry } from './data.ts'
import { timeOf } from './days.ts'
import { PerformedList } from './performed-list.tsx'
import { EntryState } from './state-tag.tsx'
import { useOrdersTexts } from './texts/index.ts'

interface EntryDetailProps {
  readonly id: string
  readonly onEdit: (entry: EntryView) => void
  readonly onDone: (words: string) => void
}

export function EntryDetail({ id, onEdit, onDone }: EntryDetailProps) {
  const { data, error, refetch } = useEntry(id)
  if (data === undefined) return error === null ? <RowsSkeleton rows={3} height={64} /> : <Problem error={error} onRetry={() => void refetch()} />
  return <Known detail={data} onEdit={onEdit} onDone={onDone} />
}

function Known({ detail: { entry, performed, studyId }, onEdit, onDone }: Omit<EntryDetailProps, 'id'> & { readonly detail: Detail }) {
  const t = useOrdersTexts()
  const [isCancelling, setCancelling] = useState(false)
  const { state } = entry
  return (
    <div className="fj-stack">
      <div className="fj-row"><EntryState state={state} />{entry.reason !== '' && <bdi className="fj-quiet">{entry.reason}</bdi>}</div>
      <Facts entry={entry} />
      {performed.length > 0 && <section className="fj-stack"><h3>{t('performed')}</h3><PerformedList performed={performed} isOfEntry /></section>}
      {isCancelling
        ? <Cancel entry={entry} onClose={() => setCancelling(false)} onDone={onDone} />
        : (
          <Group>
            {studyId !== null && <LinkButton to={`/viewer/${studyId}`} leftSection={<IconPhoto size={18} />}>{t('openStudy')}</LinkButton>}
            {state === 'scheduled' && (
              <>
                <Button variant={studyId === null ? 'filled' : 'default'} leftSection={<IconPencil size={18} />} onClick={() => onEdit(entry)}>{t('change')}</Button>
                <Button variant="subtle" color="red" leftSection={<IconCircleX size={18} />} onClick={() => setCancelling(true)}>{t('cancel')}</Button>
              </>
            )}
            {(state === 'cancelled' || state === 'discontinued') && <Reopen entry={entry} onDone={onDone} />}
          </Group>
        )}
    </div>
  )
}

function Facts({ entry }: { readonly entry: EntryView }) {
  const t = useOrdersTexts()
  const format = useFormat()
  const mono = (text: string): ReactNode => <bdi className="fj-mono">{text}</bdi>
  const facts: readonly (readonly [name: string, value: string, shown?: ReactNode])[] = [
    [t('name'), personName(entry.patientName), <bdi key="name" className="fj-name">{personName(entry.patientName)}</bdi>],
    [t('patientId'), entry.patientId, mono(entry.patientId)], [t('issuer'), entry.issuer],
    [t('birthDate'), format.date(entry.birthDate, 'medium') ?? ''],
    [t('sex'), entry.sex === 'M' || entry.sex === 'F' || entry.sex === 'O' ? t(`sex ${entry.sex}`) : ''],
    [t('description'), entry.description], [t('modality'), entry.modality], [t('when'), `${format.date(entry.date, 'medium') ?? ''}, ${timeOf(entry.time)}`],
    [t('station'), entry.stationAeTitle === '' ? t('anywhere') : entry.stationAeTitle],
    [t('accessionNumber'), entry.accessionNumber, mono(entry.accessionNumber)],
    [t('performingPhysician'), personName(entry.performingPhysician)], [t('referringPhysician'), personName(entry.referringPhysician)],
    [t('notes'), entry.notes, <span key="notes" className="fj-entry-notes">{entry.notes}</span>],
  ]
  return (
    <dl className="fj-entry-facts">
      {facts.map(([name, value, shown]) => value !== '' && <div key={name}><dt>{name}</dt><dd>{shown ?? <bdi>{value}</bdi>}</dd></div>)}
    </dl>
  )
}

interface DoingProps {
  readonly entry: EntryView
  readonly onDone: (words: string) => void
}

/** With a reason: who planned it asks for one. */
function Cancel({ entry, onClose, onDone }: DoingProps & { readonly onClose: () => void }) {
  const t = useOrdersTexts()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const cancelling = useCancelEntry(entry)
  return (
    <form
      className="fj-stack" noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(reason.trim() === '')
        if (reason.trim() !== '') cancelling.mutate(reason.trim(), { onSuccess: () => onDone(t('cancelled')) })
      }}
    >
      <TextInput
        ref={(field) => field?.focus()} label={t('reason')} description={t('reasonHint')} maxLength={64} autoComplete="off" value={reason}
        error={isMissing ? t('reasonMissing') : undefined} onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {cancelling.isError && <Problem error={cancelling.error} />}
      <Group>
        <Button variant="default" onClick={onClose}>{t('keep')}</Button>
        <Button type="submit" color="red" loading={cancelling.isPending}>{t('cancelGo')}</Button>
      </Group>
    </form>
  )
}

function Reopen({ entry, onDone }: DoingProps) {
  const t = useOrdersTexts()
  const reopening = useReopenEntry(entry)
  return (
    <>
      <Button leftSection={<IconCalendarPlus size={18} />} loading={reopening.isPending} onClick={() => reopening.mutate(undefined, { onSuccess: () => onDone(t('reopened')) })}>
        {t('reopen')}
      </Button>
      {reopening.isError && <Problem error={reopening.error} />}
    </>
  )
}
