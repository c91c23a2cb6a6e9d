/** Lines of the log as a table where there is room, as cards on a phone. What they hold is text, whatever it looks like. */
import { Table } from '@mantine/core'
import { IconAlertTriangle, IconBug, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { StateTag, useRoomForTable } from '../../../platform/web/kit/index.ts'
import type { Level, LogLineView } from '../contract.ts'
import { useOperationTexts } from './texts/index.ts'

interface LinesProps {
  readonly lines: readonly LogLineView[]
}

export function LogLines({ lines }: LinesProps) {
  return useRoomForTable() ? <LineTable lines={lines} /> : <LineCards lines={lines} />
}

function LineTable({ lines }: LinesProps) {
  const t = useOperationTexts()
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('time')}</Table.Th><Table.Th>{t('kind')}</Table.Th><Table.Th>{t('what')}</Table.Th><Table.Th>{t('details')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={keyOf(line)}>
              <Table.Td className="fj-nowrap"><When at={line.at} /></Table.Td>
              <Table.Td><LevelTag level={line.level} /></Table.Td>
              <Table.Td className="fj-strong">{line.message}</Table.Td>
              <Table.Td><Details details={line.details} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function LineCards({ lines }: LinesProps) {
  return (
    <ul className="fj-cards">
      {lines.map((line) => (
        <li key={keyOf(line)} className="fj-card fj-operation-line">
          <div className="fj-operation-row fj-row"><span className="fj-small fj-quiet"><When at={line.at} /></span><LevelTag level={line.level} /></div>
          <div className="fj-strong">{line.message}</div>
          <Details details={line.details} />
        </li>
      ))}
    </ul>
  )
}

/** Where it is kept; a line that could not be kept has only what it says. */
function keyOf({ place, at, message, details }: LogLineView): string {
  return place ?? [at, message, ...details].join(' ')
}

function When({ at }: { readonly at: string }) {
  const { second } = useFormat()
  return <time dateTime={at} title={at}>{second(at)}</time>
}

const SIGNS = {
  debug: { tone: 'plain', icon: IconBug }, info: { tone: 'plain', icon: IconInfoCircle },
  warn: { tone: 'wait', icon: IconAlertTriangle }, error: { tone: 'bad', icon: IconCircleX },
} as const satisfies Record<Level, object>

function LevelTag({ level }: { readonly level: Level }) {
  const t = useOperationTexts()
  return <StateTag {...SIGNS[level]}>{t(`level ${level}`)}</StateTag>
}

function Details({ details }: { readonly details: readonly string[] }) {
  return <div className="fj-mono fj-small fj-operation-details" dir="ltr">{details.join(' · ')}</div>
}
