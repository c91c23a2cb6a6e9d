/** Entries of a day: a table where there is room, cards on a phone. */
import { Table } from '@mantine/core'
import { useFormat } from '../../../platform/web/format.ts'
import { personName } from '../../../platform/web/person-name.ts'
import type { EntryView } from '../contract.ts'
import { timeOf } from './days.ts'
import { EntryState } from './state-tag.tsx'
import { useOrdersTexts } from './texts/index.ts'

interface EntriesProps {
  readonly entries: readonly EntryView[]
  readonly onOpen: (entry: EntryView) => void
}

interface EntryProps {
  readonly entry: EntryView
  readonly onOpen: (entry: EntryView) => void
}

export function EntryTable({ entries, onOpen }: EntriesProps) {
  const t = useOrdersTexts()
  return (
    <div className="fj-table fj-entry-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('time')}</Table.Th><Table.Th>{t('patient')}</Table.Th><Table.Th>{t('examination')}</Table.Th>
            <Table.Th>{t('accessionNumber')}</Table.Th><Table.Th>{t('station')}</Table.Th><Table.Th>{t('state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.id} data-over={entry.state === 'cancelled' || undefined}>
              <Table.Td className="fj-nowrap fj-entry-time">{timeOf(entry.time)}</Table.Td>
              <Table.Td className="fj-strong"><OpenButton entry={entry} onOpen={onOpen} /><Identity entry={entry} /></Table.Td>
              <Table.Td><bdi>{entry.description}</bdi><div className="fj-quiet fj-small">{entry.modality}</div></Table.Td>
              <Table.Td><bdi className="fj-mono">{entry.accessionNumber}</bdi></Table.Td>
              <Table.Td className="fj-nowrap"><Station entry={entry} /></Table.Td>
              <Table.Td><EntryState state={entry.state} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

export function EntryCards({ entries, onOpen }: EntriesProps) {
  return (
    <ul className="fj-cards">
      {entries.map((entry) => (
        <li key={entry.id} className="fj-card fj-entry-card" data-over={entry.state === 'cancelled' || undefined}>
          <div className="fj-entry-head"><span className="fj-entry-time">{timeOf(entry.time)}</span><EntryState state={entry.state} /></div>
          <div><OpenButton entry={entry} onOpen={onOpen} /><Identity entry={entry} /></div>
          <p><bdi>{entry.description}</bdi> <span className="fj-quiet">· {entry.modality}</span></p>
          <p className="fj-quiet fj-small"><Station entry={entry} />{entry.accessionNumber !== '' && <> · <bdi className="fj-mono">{entry.accessionNumber}</bdi></>}</p>
        </li>
      ))}
    </ul>
  )
}

function OpenButton({ entry, onOpen }: EntryProps) {
  const t = useOrdersTexts()
  const name = personName(entry.patientName)
  return (
    <button type="button" className="fj-text-button fj-entry-open" onClick={() => onOpen(entry)}>
      <bdi className="fj-name">{name === '' ? t('nameless') : name}</bdi>
    </button>
  )
}

function Identity({ entry: { patientId, birthDate, sex } }: { readonly entry: EntryView }) {
  const t = useOrdersTexts()
  const born = useFormat().date(birthDate, 'medium')
  return (
    <div className="fj-quiet fj-small fj-entry-identity">
      <bdi className="fj-mono">{patientId}</bdi>
      {born !== null && <span>{born}</span>}
      {(sex === 'M' || sex === 'F' || sex === 'O') && <span>{t(`sex ${sex}`)}</span>}
    </div>
  )
}

function Station({ entry: { stationAeTitle } }: { readonly entry: EntryView }) {
  const t = useOrdersTexts()
  return stationAeTitle === '' ? <span className="fj-quiet">{t('anywhere')}</span> : <bdi className="fj-mono">{stationAeTitle}</bdi>
}
