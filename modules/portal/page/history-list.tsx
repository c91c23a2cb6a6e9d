import { Button, NativeSelect, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import {
  IconAlertTriangle, IconArrowDown, IconArrowsSort, IconArrowUp, IconBan, IconCheck, IconClockX, IconDownload, IconHourglass, IconTrash, IconX, type Icon,
} from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { moveByArrows, Problem, StateTag } from '../../../platform/web/kit/index.ts'
import type { RequestState, RequestView } from '../contract.ts'
import { isHeld, isPending, urls } from './data.ts'
import { useEnding } from './ending.ts'
import { useDownload } from './held-request.tsx'
import { beginning, pressed, SORT_KEYS, type Sorting, type SortKey } from './sorting.ts'
import { usePortalTexts } from './texts/index.ts'

interface ListProps {
  readonly requests: readonly RequestView[]
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}

export function HistoryTable({ requests, sorting, onSort }: ListProps) {
  const t = usePortalTexts()
  const format = useFormat()
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((by) => <SortHead key={by} by={by} sorting={sorting} onSort={onSort} />)}
            <Table.Th>{t('state')}</Table.Th><Table.Th className="fj-end">{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveByArrows}>
          {requests.map((request) => (
            <Table.Tr key={request.id}>
              <Table.Td className="fj-nowrap">{format.date(request.examDate, 'medium') ?? '–'}</Table.Td>
              <Table.Td className="fj-history-exam"><ExamLink request={request} /></Table.Td>
              <Table.Td className="fj-history-time">{format.instant(request.createdAt)}</Table.Td>
              <Table.Td className="fj-history-time">{request.readyAt === null ? '–' : format.instant(request.readyAt)}</Table.Td>
              <Table.Td><RequestStateTag state={request.state} /></Table.Td>
              <Table.Td><Actions request={request} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

const COLUMNS = ['examDate', 'description', 'created', 'completed'] as const satisfies readonly SortKey[]

function SortHead({ by, sorting, onSort }: Omit<ListProps, 'requests'> & { readonly by: SortKey }) {
  const t = usePortalTexts()
  const isMine = sorting.by === by
  const Sign = !isMine ? IconArrowsSort : sorting.descending ? IconArrowDown : IconArrowUp
  return (
    <Table.Th aria-sort={!isMine ? 'none' : sorting.descending ? 'descending' : 'ascending'}>
      <button type="button" className="fj-sort" data-active={isMine || undefined} onClick={() => onSort(pressed(sorting, by))}>
        {t(by)}<Sign size={16} aria-hidden="true" />
      </button>
    </Table.Th>
  )
}

export function HistoryCards({ requests, sorting, onSort }: ListProps) {
  const t = usePortalTexts()
  const format = useFormat()
  return (
    <>
      <SortChoice sorting={sorting} onSort={onSort} />
      <ul className="fj-cards" onKeyDown={moveByArrows}>
        {requests.map((request) => (
          <li key={request.id} className="fj-card fj-history-card">
            <div className="fj-row"><RequestStateTag state={request.state} /></div>
            <div><ExamLink request={request} /></div>
            <dl>
              <dt>{t('examDate')}</dt><dd>{format.date(request.examDate, 'medium') ?? '–'}</dd>
              <dt>{t('created')}</dt><dd>{format.instant(request.createdAt)}</dd>
              {request.readyAt !== null && <><dt>{t('completed')}</dt><dd>{format.instant(request.readyAt)}</dd></>}
            </dl>
            <Actions request={request} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where there is no head of a column to press. */
function SortChoice({ sorting, onSort }: Omit<ListProps, 'requests'>) {
  const t = usePortalTexts()
  return (
    <NativeSelect
      size="md" label={t('sortBy')} value={sorting.by} data={SORT_KEYS.map((value) => ({ value, label: t(value) }))}
      onChange={({ currentTarget: { value } }) => {
        const by = SORT_KEYS.find((each) => each === value)
        if (by !== undefined) onSort(beginning(by))
      }}
    />
  )
}

function ExamLink({ request }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  const format = useFormat()
  const { examId, examDescription, format: type, instances, sizeBytes } = request
  const parts = [t(type), t('images', { count: instances }), sizeBytes === null ? '' : format.bytes(sizeBytes)]
  return (
    <>
      <Link to={urls.exam(examId)} search={{ show: 'download' }} className="fj-link fj-strong">
        <bdi>{examDescription === '' ? t('exam') : examDescription}</bdi>
      </Link>
      <div className="fj-quiet fj-small">{parts.filter((part) => part !== '').join(' · ')}</div>
    </>
  )
}

const looks = {
  queued: ['wait', IconHourglass],
  retrieving: ['wait', IconHourglass],
  ready: ['good', IconCheck],
  expired: ['plain', IconClockX],
  cancelled: ['plain', IconBan],
  failed: ['bad', IconAlertTriangle],
  removed: ['plain', IconTrash],
} as const satisfies Record<RequestState, readonly ['good' | 'wait' | 'bad' | 'plain', Icon]>

export function RequestStateTag({ state }: { readonly state: RequestState }) {
  const t = usePortalTexts()
  const [tone, icon] = looks[state]
  return <StateTag tone={tone} icon={icon}>{t(`state ${state}`)}</StateTag>
}

function Actions({ request }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  const { end, isEnding, error } = useEnding()
  const { download, problem } = useDownload(request)
  const what = `${request.examDescription} (${t(request.format)})`
  const pending = isPending(request)
  if (!isHeld(request)) return null
  return (
    <div className="fj-history-actions">
      {request.state === 'ready' && (
        <Button
          component="a" data-item href={urls.file(request.id)} download onClick={download}
          aria-label={t('downloadWhat', { what })} leftSection={<IconDownload size={18} />}
        >
          {t('downloadShort')}
        </Button>
      )}
      <Button
        variant="default" data-item loading={isEnding} onClick={() => end(request)} className="fj-history-end"
        title={t(pending ? 'cancelRequest' : 'removeShort')} aria-label={t(pending ? 'cancelWhat' : 'removeWhat', { what })}
        leftSection={pending ? <IconX size={18} /> : <IconTrash size={18} />}
      >
        {t(pending ? 'cancelRequest' : 'removeShort')}
      </Button>
      {(error ?? problem) !== null && <Problem error={error ?? problem ?? new Error('unknown')} />}
    </div>
  )
}
