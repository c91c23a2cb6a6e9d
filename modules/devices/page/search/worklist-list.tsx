/** Scheduled Procedure Steps as a table where there is room, as cards on a phone (NET-06). */
import { Table } from '@mantine/core'
import { useFormat } from '../../../../platform/web/format.ts'
import type { WorklistEntry } from '../../contract.ts'
import { clockTime } from './clock-time.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useSearchTexts } from './texts/index.ts'

interface EntriesProps {
  readonly entries: readonly WorklistEntry[]
}

/** An archive's answer may be the same twice. */
function keyed(entries: readonly WorklistEntry[]): readonly (readonly [string, WorklistEntry])[] {
  return entries.map((entry, at) => [`${at} ${entry.studyUid} ${entry.stepId}`, entry])
}

export function WorklistTable({ entries }: EntriesProps) {
  const t = useSearchTexts()
  const format = useFormat()
  return (
    <div className="fj-table fj-worklist-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('scheduled')}</Table.Th><Table.Th>{t('accessionNumber')}</Table.Th><Table.Th>{t('patientId')}</Table.Th>
            <Table.Th>{t('name')}</Table.Th><Table.Th>{t('sex')}</Table.Th><Table.Th>{t('birthDate')}</Table.Th>
            <Table.Th>{t('procedure')}</Table.Th><Table.Th>{t('step')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keyed(entries).map(([key, entry]) => (
            <Table.Tr key={key}>
              <Table.Td><When entry={entry} />{entry.modality !== '' && <div className="fj-quiet fj-small">{entry.modality}</div>}</Table.Td>
              <Table.Td><bdi className="fj-mono">{entry.accessionNumber}</bdi></Table.Td>
              <Table.Td><bdi className="fj-mono">{entry.patientId}</bdi></Table.Td>
              <Table.Td className="fj-strong"><Name entry={entry} /></Table.Td>
              <Table.Td>{entry.sex}</Table.Td>
              <Table.Td>{format.date(entry.birthDate, 'medium')}</Table.Td>
              <Table.Td><bdi>{entry.requestedProcedureDescription}</bdi></Table.Td>
              <Table.Td><bdi>{entry.stepDescription}</bdi></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

export function WorklistCards({ entries }: EntriesProps) {
  const t = useSearchTexts()
  const format = useFormat()
  return (
    <ul className="fj-cards">
      {keyed(entries).map(([key, entry]) => {
        const facts = [
          [t('accessionNumber'), <bdi key="accession" className="fj-mono">{entry.accessionNumber}</bdi>, entry.accessionNumber],
          [t('patientId'), <bdi key="id" className="fj-mono">{entry.patientId}</bdi>, entry.patientId],
          [t('sex'), entry.sex, entry.sex], [t('birthDate'), format.date(entry.birthDate, 'medium'), entry.birthDate],
          [t('procedure'), <bdi key="procedure">{entry.requestedProcedureDescription}</bdi>, entry.requestedProcedureDescription],
          [t('step'), <bdi key="step">{entry.stepDescription}</bdi>, entry.stepDescription],
        ] as const
        return (
          <li key={key} className="fj-card fj-study-card">
            <div className="fj-worklist-head">
              <span className="fj-strong"><Name entry={entry} /></span>
              <span className="fj-quiet fj-small"><When entry={entry} />{entry.modality !== '' && ` · ${entry.modality}`}</span>
            </div>
            <dl className="fj-worklist-facts">
              {facts.map(([name, shown, value]) => value !== '' && <div key={name}><dt>{name}</dt><dd>{shown}</dd></div>)}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}

function Name({ entry: { patientName } }: { readonly entry: WorklistEntry }) {
  const t = useSearchTexts()
  const name = personName(patientName)
  return <bdi className="fj-name">{name === '' ? t('nameless') : name}</bdi>
}

function When({ entry: { date, time } }: { readonly entry: WorklistEntry }) {
  const format = useFormat()
  const day = format.date(date, 'medium')
  return <>{[day, day === null ? null : clockTime(time)].filter((part) => part !== null).join(' ')}</>
}
