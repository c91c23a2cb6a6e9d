/** Entries as a table where there is room, as cards on a phone. */
import { Table } from '@mantine/core'
import { IconBan, IconCircleCheck } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { StateTag } from '../../../platform/web/kit/index.ts'
import type { TrailEntry, TrailExam } from '../contract.ts'
import { useAuditTexts } from './texts/index.ts'

interface EntriesProps {
  readonly entries: readonly TrailEntry[]
}

export function EntryTable({ entries }: EntriesProps) {
  const t = useAuditTexts()
  const format = useFormat()
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('time')}</Table.Th><Table.Th>{t('who')}</Table.Th><Table.Th>{t('action')}</Table.Th>
            <Table.Th>{t('on')}</Table.Th><Table.Th>{t('outcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td className="fj-nowrap"><time dateTime={entry.at} title={entry.at}>{format.instant(entry.at)}</time></Table.Td>
              <Table.Td className="fj-strong"><Who entry={entry} /></Table.Td>
              <Table.Td><Action entry={entry} /></Table.Td>
              <Table.Td className="fj-id"><Subject entry={entry} /></Table.Td>
              <Table.Td><Outcome entry={entry} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

export function EntryCards({ entries }: EntriesProps) {
  const format = useFormat()
  return (
    <ul className="fj-cards">
      {entries.map((entry) => (
        <li key={entry.id} className="fj-card fj-audit-card">
          <div className="fj-small fj-quiet"><time dateTime={entry.at}>{format.instant(entry.at)}</time></div>
          <div className="fj-strong"><Who entry={entry} /></div>
          <div><Action entry={entry} /></div>
          <div><Subject entry={entry} /></div>
          <div><Outcome entry={entry} /></div>
        </li>
      ))}
    </ul>
  )
}

function Who({ entry: { who, address } }: { readonly entry: TrailEntry }) {
  const t = useAuditTexts()
  return (
    <>
      <bdi className="fj-name">{who ?? t('system')}</bdi>
      {address !== null && address !== '' && <div className="fj-small fj-quiet"><bdi>{address}</bdi></div>}
    </>
  )
}

function Action({ entry: { action, detail } }: { readonly entry: TrailEntry }) {
  return (
    <>
      <span className="fj-mono">{action}</span>
      {detail.length > 0 && <div className="fj-small fj-quiet fj-audit-detail">{detail.join(' · ')}</div>}
    </>
  )
}

function Subject({ entry: { subject, subjectName, exams } }: { readonly entry: TrailEntry }) {
  const t = useAuditTexts()
  const [only] = exams
  return (
    <>
      {subjectName !== null && <bdi className="fj-name">{subjectName}</bdi>}
      {exams.length === 1 && only !== undefined && <Exam exam={only} />}
      {exams.length > 1 && (
        <details className="fj-audit-shown">
          <summary>{t('shown', { count: exams.length })}</summary>
          <ul>{exams.map((exam, n) => <li key={n}><Exam exam={exam} /></li>)}</ul>
        </details>
      )}
      <div className="fj-mono fj-small fj-quiet fj-audit-detail">{subject}</div>
    </>
  )
}

function Exam({ exam: { patientId, accessionNumber } }: { readonly exam: TrailExam }) {
  const t = useAuditTexts()
  return (
    <span className="fj-audit-exam">
      <span><span className="fj-quiet">{t('patientId')}</span> <bdi className="fj-mono">{patientId === '' ? '–' : patientId}</bdi></span>
      {accessionNumber !== '' && <span><span className="fj-quiet">{t('accession')}</span> <bdi className="fj-mono">{accessionNumber}</bdi></span>}
    </span>
  )
}

function Outcome({ entry: { outcome } }: { readonly entry: TrailEntry }) {
  const t = useAuditTexts()
  return outcome === 'refused'
    ? <StateTag tone="bad" icon={IconBan}>{t('refused')}</StateTag>
    : <StateTag tone="good" icon={IconCircleCheck}>{t('done')}</StateTag>
}
