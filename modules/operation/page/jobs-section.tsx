/** What the program still has to do, and what of it does not succeed. */
import { Table } from '@mantine/core'
import { EmptyState, Problem, RowsSkeleton, useRoomForTable } from '../../../platform/web/kit/index.ts'
import type { JobsView } from '../contract.ts'
import { useJobs } from './data.ts'
import { FailingJobs } from './failing-jobs.tsx'
import { useOperationTexts } from './texts/index.ts'

export function JobsSection() {
  const t = useOperationTexts()
  const { data, error, refetch } = useJobs()
  if (data === undefined) return error === null ? <RowsSkeleton rows={3} height={72} /> : <Problem error={error} onRetry={() => void refetch()} />
  if (data.kinds.length === 0) return <EmptyState title={t('noJobsTitle')}><p>{t('noJobs')}</p></EmptyState>
  return (
    <div className="fj-stack">
      <p className="fj-quiet">{t('jobsLead')}</p>
      <Kinds kinds={data.kinds} />
      <h2>{t('troubled')}</h2>
      {data.failing.length === 0 ? <p>{t('noTrouble')}</p> : <FailingJobs jobs={data.failing} />}
    </div>
  )
}

const STATES = ['waiting', 'planned', 'running', 'failing', 'givenUp'] as const

interface KindsProps {
  readonly kinds: JobsView['kinds']
}

function Kinds({ kinds }: KindsProps) {
  const t = useOperationTexts()
  const hasRoom = useRoomForTable()
  if (!hasRoom) return <KindCards kinds={kinds} />
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('jobKind')}</Table.Th>{STATES.map((state) => <Table.Th key={state} className="fj-end">{t(state)}</Table.Th>)}</Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map((each) => (
            <Table.Tr key={each.kind}>
              <Table.Td className="fj-mono">{each.kind}</Table.Td>
              {STATES.map((state) => <Table.Td key={state} className="fj-end">{each[state]}</Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function KindCards({ kinds }: KindsProps) {
  const t = useOperationTexts()
  return (
    <ul className="fj-cards">
      {kinds.map((each) => (
        <li key={each.kind} className="fj-card fj-operation-line">
          <div className="fj-mono fj-operation-details">{each.kind}</div>
          <div className="fj-small">{STATES.filter((state) => each[state] > 0).map((state) => `${t(state)} ${each[state]}`).join(' · ')}</div>
        </li>
      ))}
    </ul>
  )
}
