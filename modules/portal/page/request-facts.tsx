/** All that is known of one request, beside the list. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconTrash, IconUsers, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { LinkButton, Notice } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { Role } from '../../../platform/web/session.ts'
import type { WatchedRequest } from '../contract.ts'
import { isHeld, isPending, urls } from './data.ts'
import { RequestStateTag } from './history-list.tsx'
import { useEnding } from './requests-list.tsx'
import { usePortalTexts } from './texts/index.ts'

export function RequestFacts({ watched }: { readonly watched: WatchedRequest }) {
  const t = usePortalTexts()
  const { end, isEnding } = useEnding(watched)
  const { request } = watched
  const pending = isPending(request)
  return (
    <div className="fj-stack">
      <div><RequestStateTag state={request.state} /></div>
      {request.failure !== null && (
        <Notice tone="bad" icon={IconAlertTriangle}><strong>{t('why')}</strong><p>{t(`why ${request.failure}`)}</p></Notice>
      )}
      {request.maybePartial && <Notice tone="wait" icon={IconAlertTriangle}><p>{t('partialShort')}</p></Notice>}
      <Facts watched={watched} />
      <LinkButton to={urls.access(request.examId)} variant="default" leftSection={<IconUsers size={18} />}>{t('access')}</LinkButton>
      {isHeld(request) && (
        <Button variant="default" leftSection={pending ? <IconX size={18} /> : <IconTrash size={18} />} loading={isEnding} onClick={end}>
          {t(pending ? 'cancelRequest' : 'removeShort')}
        </Button>
      )}
    </div>
  )
}

function Facts({ watched: { request, person } }: { readonly watched: WatchedRequest }) {
  const t = usePortalTexts()
  const role = useFrameTexts()
  const format = useFormat()
  const when = (instant: string | null) => (instant === null ? null : format.instant(instant))
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('person'), person.role === 'visitor' ? t('personVisitor') : <bdi key="person" className="fj-name">{`${person.name} (${person.username}), ${isRole(person.role) ? role(person.role) : ''}`}</bdi>],
    [t('exam'), <bdi key="exam">{request.examDescription === '' ? t('exam') : request.examDescription}</bdi>],
    [t('accession'), request.accessionNumber === '' ? null : <bdi key="accession" className="fj-mono">{request.accessionNumber}</bdi>],
    [t('examDate'), format.date(request.examDate, 'medium')],
    [t('file'), [t(request.format), t('images', { count: request.instances }), request.sizeBytes === null ? '' : format.bytes(request.sizeBytes)]
      .filter((part) => part !== '').join(' · ')],
    [t('place'), request.position === null ? null : t('placeIs', { number: request.position })],
    [t('preparingMeter'), request.state === 'retrieving' ? t('fetching', { done: request.fetched, count: request.instances }) : null],
    [t('created'), when(request.createdAt)], [t('completed'), when(request.readyAt)], [t('downloaded'), when(request.lastDownloadedAt)],
    [t('expires'), request.state === 'ready' ? when(request.expiresAt) : null], [t('ended'), when(request.endedAt)],
    [t('wantsNotice'), t(request.notifies ? 'yes' : 'no')],
  ]
  return (
    <dl className="fj-request-facts">
      {facts.map(([name, value]) => value !== null && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}

function isRole(role: string): role is Role {
  return ['admin', 'clerk', 'doctor', 'patient', 'visitor'].includes(role)
}
