import { Button, Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { IconAlertTriangle, IconChecks, IconHandStop } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { EmptyState, LinkButton, Notice, PageHead, Problem, RowsSkeleton } from '../../../../platform/web/kit/index.ts'
import type { HeldCase, HeldRoom } from '../../contract.ts'
import { useHeldList, type Which } from './data.ts'
import { State } from './state.tsx'
import { useQuarantineTexts } from './texts/index.ts'
import { useCaseWords } from './words.ts'
import './quarantine.css'

export function QuarantinePage() {
  const t = useQuarantineTexts()
  const { is }: { readonly is?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const which: Which = is === 'decided' ? 'decided' : 'waiting'
  return (
    <>
      <PageHead title={t('title')} windowTitle={t('title')} lead={t('lead')} />
      <Tabs
        value={which} className="fj-held-tabs"
        onChange={(next) => void navigate({ to: '/quarantine', search: next === 'decided' ? { is: next } : {}, replace: true })}
      >
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="waiting" leftSection={<IconHandStop size={20} aria-hidden="true" />}>{t('waiting')}</Tabs.Tab>
          <Tabs.Tab value="decided" leftSection={<IconChecks size={20} aria-hidden="true" />}>{t('decided')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="waiting">{which === 'waiting' && <Cases is="waiting" />}</Tabs.Panel>
        <Tabs.Panel value="decided">{which === 'decided' && <Cases is="decided" />}</Tabs.Panel>
      </Tabs>
    </>
  )
}

function Cases({ is }: { readonly is: Which }) {
  const t = useQuarantineTexts()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHeldList(is)
  if (data === undefined) return error === null ? <RowsSkeleton rows={3} height={110} /> : <Problem error={error} onRetry={() => void refetch()} />
  const cases = data.pages.flatMap((page) => page.cases)
  const room = data.pages[0]?.room
  if (cases.length === 0) {
    const [title, text] = is === 'waiting' ? [t('emptyTitle'), t('emptyText')] : [t('emptyDecidedTitle'), t('emptyDecidedText')]
    return <EmptyState title={title}><p>{text}</p></EmptyState>
  }
  return (
    <div className="fj-stack">
      {is === 'waiting' && room !== undefined && <Room room={room} />}
      <ul className="fj-cards fj-held-list">{cases.map((held) => <Entry key={`${held.id} ${held.state}`} held={held} />)}</ul>
      {hasNextPage && <Button variant="default" className="fj-start" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>}
    </div>
  )
}

/** Said while there is time, and where it is too late. */
function Room({ room }: { readonly room: HeldRoom }) {
  const t = useQuarantineTexts()
  const { bytes } = useFormat()
  const { level, instances, maxInstances, maxBytes, refused } = room
  if (level === 'enough') return null
  if (level === 'full') return <Notice tone="bad" icon={IconAlertTriangle} role="alert"><p>{t('roomFull')} {refused > 0 && t('refused', { count: refused })}</p></Notice>
  return (
    <Notice tone="wait" icon={IconAlertTriangle} role="status">
      <p>{t('roomLow', { held: instances, most: maxInstances, bytes: bytes(room.bytes), mostBytes: bytes(maxBytes) })}</p>
    </Notice>
  )
}

function Entry({ held }: { readonly held: HeldCase }) {
  const t = useQuarantineTexts()
  const { from, who } = useCaseWords()
  const { instant, date } = useFormat()
  const { id, why, state, came, studyDescription, studyDate, modality, instances, receivedAt } = held
  const exam = [modality, studyDescription, date(studyDate, 'medium') ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <li className="fj-card fj-held-entry">
      <div className="fj-held-words">
        <div className="fj-held-why"><h2>{t(`why ${why}`)}</h2><State state={state} /></div>
        <div className="fj-held-who">
          <bdi className="fj-strong fj-name">{who(held)}</bdi>
          {came.patientId !== '' && <bdi className="fj-quiet fj-mono fj-name">{came.patientId}</bdi>}
        </div>
        {exam !== '' && <div><bdi>{exam}</bdi></div>}
        <div className="fj-quiet fj-small">{t('images', { count: instances })} · {from(held.from)} · {instant(receivedAt)}</div>
      </div>
      <LinkButton to={`/quarantine/${id}`} variant="default" aria-label={t('lookWhat', { what: t(`why ${why}`) })}>{t('look')}</LinkButton>
    </li>
  )
}
