import { ActionIcon, Button, Table } from '@mantine/core'
import { IconEye, IconTrash, IconX } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { moveByArrows, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { WatchedRequest } from '../contract.ts'
import { isHeld, isPending } from './data.ts'
import { RequestStateTag } from './history-list.tsx'
import { useEndWatched } from './requests-data.ts'
import { usePortalTexts } from './texts/index.ts'

interface ListProps {
  readonly requests: readonly WatchedRequest[]
  readonly onView: (request: WatchedRequest) => void
}

export function WatchedTable({ requests, onView }: ListProps) {
  const t = usePortalTexts()
  const format = useFormat()
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('person')}</Table.Th><Table.Th>{t('exam')}</Table.Th>
            <Table.Th>{t('created')}</Table.Th><Table.Th>{t('completed')}</Table.Th>
            <Table.Th>{t('state')}</Table.Th><Table.Th className="fj-end">{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveByArrows}>
          {requests.map((watched) => (
            <Table.Tr key={watched.request.id}>
              <Table.Td className="fj-watched-person"><Who watched={watched} /></Table.Td>
              <Table.Td className="fj-history-exam"><What watched={watched} /></Table.Td>
              <Table.Td className="fj-history-time">{format.instant(watched.request.createdAt)}</Table.Td>
              <Table.Td className="fj-history-time">{watched.request.readyAt === null ? '–' : format.instant(watched.request.readyAt)}</Table.Td>
              <Table.Td><RequestStateTag state={watched.request.state} /></Table.Td>
              <Table.Td><Actions watched={watched} onView={onView} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

export function WatchedCards({ requests, onView }: ListProps) {
  const t = usePortalTexts()
  const format = useFormat()
  return (
    <ul className="fj-cards" onKeyDown={moveByArrows}>
      {requests.map((watched) => (
        <li key={watched.request.id} className="fj-card fj-history-card">
          <div className="fj-row"><RequestStateTag state={watched.request.state} /></div>
          <Who watched={watched} />
          <What watched={watched} />
          <dl><dt>{t('created')}</dt><dd>{format.instant(watched.request.createdAt)}</dd></dl>
          <Actions watched={watched} onView={onView} />
        </li>
      ))}
    </ul>
  )
}

function Who({ watched: { person } }: { readonly watched: WatchedRequest }) {
  const t = usePortalTexts()
  if (person.role === 'visitor') return <span>{t('personVisitor')}</span>
  return (
    <div>
      <bdi className="fj-name fj-strong">{person.name}</bdi>
      <div className="fj-quiet fj-small"><bdi className="fj-name">{person.username}</bdi></div>
    </div>
  )
}

function What({ watched: { request } }: { readonly watched: WatchedRequest }) {
  const t = usePortalTexts()
  const format = useFormat()
  const date = format.date(request.examDate, 'medium')
  return (
    <div>
      <bdi>{request.examDescription === '' ? t('exam') : request.examDescription}</bdi>
      <div className="fj-quiet fj-small">
        {[t(request.format), t('images', { count: request.instances }), date ?? ''].filter((part) => part !== '').join(' · ')}
      </div>
    </div>
  )
}

interface ActionsProps {
  readonly watched: WatchedRequest
  readonly onView: (request: WatchedRequest) => void
}

function Actions({ watched, onView }: ActionsProps) {
  const t = usePortalTexts()
  const { end, isEnding } = useEnding(watched)
  const { request, person } = watched
  const what = `${request.examDescription} (${person.username})`
  const pending = isPending(request)
  return (
    <div className="fj-history-actions">
      <Button variant="default" data-item leftSection={<IconEye size={18} />} aria-label={t('viewWhat', { what })} onClick={() => onView(watched)}>
        {t('view')}
      </Button>
      {isHeld(request) && (
        <ActionIcon
          variant="default" data-item size={44} loading={isEnding} onClick={end}
          title={t(pending ? 'cancelRequest' : 'removeShort')} aria-label={t(pending ? 'cancelWhat' : 'removeWhat', { what })}
        >
          {pending ? <IconX size={20} /> : <IconTrash size={20} />}
        </ActionIcon>
      )}
    </div>
  )
}

/** The person may ask again at any time: no question is asked. */
export function useEnding(watched: WatchedRequest) {
  const t = usePortalTexts()
  const closeLabel = useFrameTexts()('close')
  const ending = useEndWatched()
  const pending = isPending(watched.request)
  const end = (): void => ending.mutate(watched, {
    onSuccess: () => toast({ kind: 'done', closeLabel, text: t(pending ? 'state cancelled' : 'state removed') }),
    onError: () => toast({ kind: 'failed', closeLabel, text: t('problem request-not-found') }),
  })
  return { end, isEnding: ending.isPending }
}
