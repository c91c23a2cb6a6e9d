/** What was uploaded before: a table where there is room, cards on a phone. */
import { Button, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconCircleCheck, IconCircleDashed, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { moveByArrows, StateTag, useRoomForTable } from '../../../../platform/web/kit/index.ts'
import { usePerson } from '../../../../platform/web/session.ts'
import type { UploadView } from '../../contract.ts'
import { Counts } from './counts.tsx'
import type { useUploads } from './data.ts'
import type { Unfinished } from './run/uploader.ts'
import { useUploadTexts } from './texts/index.ts'

interface PastProps {
  readonly pages: ReturnType<typeof useUploads>
  /** Of this tab, under way: it is shown above. */
  readonly runningId: string | null
  /** Null: not now. */
  readonly onContinue: ((upload: Unfinished) => void) | null
}

export function PastUploads({ pages, runningId, onContinue }: PastProps) {
  const t = useUploadTexts()
  const hasRoom = useRoomForTable()
  const past = (pages.data?.uploads ?? []).filter(({ id }) => id !== runningId)
  const List = hasRoom ? PastTable : PastCards
  return (
    <section className="fj-stack" aria-labelledby="upload-past">
      <h2 id="upload-past">{t('past')}</h2>
      {past.length === 0 ? <p className="fj-quiet">{t('pastNone')}</p> : <List uploads={past} onContinue={onContinue} />}
      {pages.hasNextPage && <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('more')}</Button>}
    </section>
  )
}

interface ListProps extends Pick<PastProps, 'onContinue'> {
  readonly uploads: readonly UploadView[]
}

function PastTable({ uploads, onContinue }: ListProps) {
  const t = useUploadTexts()
  const format = useFormat()
  const isAdmin = usePerson().role === 'admin'
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('what')}</Table.Th><Table.Th>{t('when')}</Table.Th>{isAdmin && <Table.Th>{t('by')}</Table.Th>}
            <Table.Th>{t('state')}</Table.Th><Table.Th>{t('files')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveByArrows}>
          {uploads.map((upload) => (
            <Table.Tr key={upload.id}>
              <Table.Td className="fj-upload-what"><What upload={upload} /></Table.Td>
              <Table.Td className="fj-nowrap">{format.instant(upload.startedAt)}</Table.Td>
              {isAdmin && <Table.Td><bdi className="fj-name">{upload.by}</bdi></Table.Td>}
              <Table.Td><State upload={upload} onContinue={onContinue} /></Table.Td>
              <Table.Td><Counts counts={upload} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function PastCards({ uploads, onContinue }: ListProps) {
  const format = useFormat()
  const isAdmin = usePerson().role === 'admin'
  return (
    <ul className="fj-cards" onKeyDown={moveByArrows}>
      {uploads.map((upload) => (
        <li key={upload.id} className="fj-card fj-upload-card">
          <What upload={upload} />
          <span className="fj-quiet fj-small">{format.instant(upload.startedAt)}{isAdmin && <> · <bdi className="fj-name">{upload.by}</bdi></>}</span>
          <Counts counts={upload} />
          <State upload={upload} onContinue={onContinue} />
        </li>
      ))}
    </ul>
  )
}

interface OneProps {
  readonly upload: UploadView
}

function What({ upload: { id, label } }: OneProps) {
  const t = useUploadTexts()
  return (
    <Link to="/upload/$uploadId" params={{ uploadId: id }} className="fj-link fj-strong" data-item>
      <bdi className="fj-name">{label === '' ? t('plain') : label}</bdi>
    </Link>
  )
}

const SIGNS = {
  open: { icon: IconCircleDashed, tone: 'wait' }, done: { icon: IconCircleCheck, tone: 'good' }, cancelled: { icon: IconPlayerStop, tone: 'plain' },
} as const

export function UploadTag({ upload: { state } }: OneProps) {
  const t = useUploadTexts()
  return <StateTag {...SIGNS[state]}>{t(`state ${state}`)}</StateTag>
}

function State({ upload, onContinue }: OneProps & Pick<ListProps, 'onContinue'>) {
  const t = useUploadTexts()
  const { id, label, state, isOwn } = upload
  return (
    <div className="fj-row">
      <UploadTag upload={upload} />
      {state === 'open' && isOwn && onContinue !== null && (
        <Button
          variant="light" leftSection={<IconPlayerPlay size={18} />} onClick={() => onContinue({ id, label })}
          aria-label={t('goOnWith', { label: label === '' ? t('plain') : label })} data-item
        >
          {t('goOn')}
        </Button>
      )}
    </div>
  )
}
