/** A study as staff look after it. */
import { Button, Group } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { IconClipboardText, IconLock, IconPhoto, IconTrash, IconUserEdit } from '@tabler/icons-react'
import { useState } from 'react'
import { hasCode } from '../../../../platform/web/api.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import {
  CopyField, EmptyState, LinkButton, Notice, PageHead, PageSkeleton, Problem, Sheet, toast,
} from '../../../../platform/web/kit/index.ts'
import { usePerson } from '../../../../platform/web/session.ts'
import { StudyActions } from '../../../../platform/web/study-actions.tsx'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { PatientIdentity, StudyCard, StudyOrigin } from '../../contract.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { CorrectionForm } from './correction-form.tsx'
import { useRemoveStudy, useStudyCard } from './data.ts'
import { History } from './history.tsx'
import { Rejection } from './rejection.tsx'
import { useStudyCardTexts } from './texts/index.ts'
import { differing, FIELDS, useShown } from './values.tsx'
import './study.css'

export function StudyPage() {
  const t = useStudyCardTexts()
  const { studyId = '' }: { readonly studyId?: string } = useParams({ strict: false })
  const { data, error, refetch } = useStudyCard(studyId)
  const back = { to: '/studies', label: t('studies') }
  if (data !== undefined) return <Known card={data} back={back} />
  if (error === null) return <PageSkeleton />
  const isGone = hasCode(error, 'study-not-found') || hasCode(error, 'study-removed')
  return (
    <>
      <PageHead back={back} title={t('study')} windowTitle={t('study')} />
      {isGone
        ? <EmptyState title={t('goneTitle')} action={<LinkButton to="/studies">{t('studies')}</LinkButton>}><p>{t('goneText')}</p></EmptyState>
        : <Problem error={error} onRetry={() => void refetch()} />}
    </>
  )
}

interface CardProps {
  readonly card: StudyCard
}

function Known({ card, back }: CardProps & { readonly back: { readonly to: string; readonly label: string } }) {
  const t = useStudyCardTexts()
  const { date } = useFormat()
  const facts = [date(card.date, 'medium'), card.modalities.join(' '), card.description].filter((fact) => fact !== null && fact !== '')
  return (
    <>
      <PageHead
        back={back} windowTitle={t('study')} title={<bdi className="fj-name">{personName(card.identity.patientName) || t('unnamed')}</bdi>}
        lead={<bdi>{facts.join(' · ')}</bdi>}
        action={<LinkButton to={`/viewer/${card.id}`} leftSection={<IconPhoto size={18} />}>{t('open')}</LinkButton>}
      />
      <div className="fj-card-sides">
        <div className="fj-stack"><Whose card={card} /><History card={card} /></div>
        <div className="fj-stack"><Origins card={card} /><Facts card={card} /><StudyActions studies={[card]} /><Rejection studyId={card.id} /><Removal card={card} /></div>
      </div>
    </>
  )
}

function Whose({ card }: CardProps) {
  const t = useStudyCardTexts()
  const shown = useShown()
  const [asked, setAsked] = useState<'typed' | 'ordered' | null>(null)
  const { identity, came, ordered } = card
  return (
    <section className="fj-card fj-card-body" aria-labelledby="whose-title">
      <div className="fj-card-head">
        <h2 id="whose-title">{t('whose')}</h2>
        <Button variant="default" leftSection={<IconUserEdit size={18} />} onClick={() => setAsked('typed')}>{t('correct')}</Button>
      </div>
      <dl className="fj-card-facts">
        {FIELDS.filter((field) => field !== 'issuer' || identity.issuer !== '' || (came?.issuer ?? '') !== '').map((field) => (
          <div key={field}>
            <dt>{t(field)}</dt>
            <dd className={identity[field] === '' ? 'fj-quiet' : 'fj-name'}><bdi>{shown(field, identity[field])}</bdi></dd>
            {came !== null && came[field] !== identity[field] && (
              <dd className="fj-quiet fj-small fj-name">{t('came', { value: shown(field, came[field]) })}</dd>
            )}
          </div>
        ))}
      </dl>
      {ordered !== null && <AsOrdered identity={identity} ordered={ordered} onTake={() => setAsked('ordered')} />}
      <Sheet opened={asked !== null} onClose={() => setAsked(null)} title={t('correctTitle')}>
        <CorrectionForm key={asked} card={card} proposal={asked === 'ordered' ? ordered : null} onDone={() => setAsked(null)} />
      </Sheet>
    </section>
  )
}

interface AsOrderedProps {
  readonly identity: PatientIdentity
  readonly ordered: PatientIdentity
  readonly onTake: () => void
}

/** The order may be the wrong one: it is put forward, and a person decides. */
function AsOrdered({ identity, ordered, onTake }: AsOrderedProps) {
  const t = useStudyCardTexts()
  const shown = useShown()
  return (
    <Notice tone="wait" icon={IconClipboardText}>
      <strong>{t('orderedTitle')}</strong>
      <ul className="fj-card-ordered">
        {differing(identity, ordered).map((field) => (
          <li key={field}>{t(field)}: <bdi className="fj-name fj-strong">{shown(field, ordered[field])}</bdi></li>
        ))}
      </ul>
      <Button variant="default" leftSection={<IconUserEdit size={18} />} onClick={onTake}>{t('orderedTake')}</Button>
    </Notice>
  )
}

const KINDS = ['dimse', 'wado', 'dicom-web', 'upload', 'import', 'made', 'demo'] as const

function Origins({ card }: CardProps) {
  const t = useStudyCardTexts()
  return (
    <section className="fj-card fj-card-body" aria-labelledby="origin-title">
      <h2 id="origin-title">{t('origin')}</h2>
      <ul className="fj-card-origins">{card.origins.map((origin, index) => <Origin key={index} origin={origin} />)}</ul>
    </section>
  )
}

function Origin({ origin: { kind, from, by, instances, firstAt } }: { readonly origin: StudyOrigin }) {
  const t = useStudyCardTexts()
  const { instant } = useFormat()
  const known = KINDS.find((each) => each === kind)
  const words = known === 'dimse' || known === 'wado' ? t(`kind ${known}`, { from }) : t(known === undefined ? 'kind other' : `kind ${known}`)
  return (
    <li>
      <bdi className="fj-strong">{words}</bdi>
      <span className="fj-quiet fj-small">
        {t('images', { count: instances })} · {instant(firstAt)}{by !== null && <> · {t('by', { name: by })}</>}
      </span>
    </li>
  )
}

function Facts({ card: { studyUid, series, instances, sizeBytes, changedAt, isHeld } }: CardProps) {
  const t = useStudyCardTexts()
  const format = useFormat()
  return (
    <section className="fj-card fj-card-body" aria-labelledby="facts-title">
      <h2 id="facts-title">{t('facts')}</h2>
      <dl className="fj-card-facts">
        <div><dt>{t('contents')}</dt><dd>{t('series', { count: series })}, {t('images', { count: instances })}</dd></div>
        <div><dt>{t('size')}</dt><dd>{format.bytes(sizeBytes)}</dd></div>
        <div><dt>{t('lastChange')}</dt><dd>{format.instant(changedAt)}</dd></div>
      </dl>
      <CopyField label={t('uid')} value={studyUid} />
      {isHeld && <Notice tone="plain" icon={IconLock}>{t('held')}</Notice>}
    </section>
  )
}

/** For administrators. No undo brings images back: so it is asked. */
function Removal({ card }: CardProps) {
  const t = useStudyCardTexts()
  const closeLabel = useFrameTexts()('close')
  const navigate = useNavigate()
  const removing = useRemoveStudy(card.id)
  const [isAsking, setAsking] = useState(false)
  if (usePerson().role !== 'admin') return null
  const remove = (): void => removing.mutate(undefined, {
    onSuccess: () => {
      void navigate({ to: '/studies' })
      toast({ kind: 'done', closeLabel, text: t('removed') })
    },
  })
  return (
    <>
      <Button variant="default" color="red" leftSection={<IconTrash size={18} />} onClick={() => setAsking(true)}>{t('remove')}</Button>
      <Sheet opened={isAsking} onClose={() => setAsking(false)} title={t('removeTitle')}>
        <div className="fj-stack">
          <p>{t('removeText')}</p>
          {removing.error !== null && <Problem error={removing.error} />}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>{t('keep')}</Button>
            <Button color="red" leftSection={<IconTrash size={18} />} loading={removing.isPending} onClick={remove}>{t('removeGo')}</Button>
          </Group>
        </div>
      </Sheet>
    </>
  )
}
