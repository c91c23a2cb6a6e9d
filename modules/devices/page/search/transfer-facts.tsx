/** All that is known of one transfer, beside the list. */
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Notice, Problem } from '../../../../platform/web/kit/index.ts'
import type { InstanceFailure, TransferView } from '../../contract.ts'
import { useCommitmentWords } from './commitment-words.ts'
import { isUnderWay } from './counts.ts'
import { useTransferDetail } from './data.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useSearchTexts } from './texts/index.ts'
import { LongProgress } from './transfer-progress.tsx'
import { TransferTag } from './transfer-row.tsx'
import { useWhy } from './why.ts'

export function TransferFacts({ transfer }: { readonly transfer: TransferView }) {
  const why = useWhy()
  const { data, error, refetch } = useTransferDetail(transfer.id)
  return (
    <div className="fj-stack">
      <div><TransferTag state={transfer.state} /></div>
      {transfer.problem !== null && <Notice tone="bad" icon={IconAlertTriangle}><p>{why(transfer.problem)}</p></Notice>}
      {isUnderWay(transfer) && <LongProgress transfer={transfer} />}
      <Facts transfer={transfer} />
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.failures.length > 0 && <Failures failures={data.failures} />}
      <Technical transfer={transfer} />
    </div>
  )
}

function Facts({ transfer }: { readonly transfer: TransferView }) {
  const t = useSearchTexts()
  const format = useFormat()
  const commitment = useCommitmentWords()(transfer)
  const { direction, device, patientName, studyDescription, studyDate, total, already, moved, failed, startedBy } = transfer
  const when = (instant: string | null) => (instant === null ? null : format.instant(instant))
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('device'), <bdi key="device">{t(direction === 'send' ? 'sentTo' : 'retrievedFrom', { device: device.description })}</bdi>],
    [t('patient'), patientName === '' ? null : <bdi key="patient" className="fj-name">{personName(patientName)}</bdi>],
    [t('study'), studyDescription === '' ? null : <bdi key="study">{studyDescription}</bdi>],
    [t('studyDate'), format.date(studyDate, 'medium')],
    [t('inAll'), total], [t('wereThere'), already === 0 ? null : already],
    [t(direction === 'send' ? 'went' : 'came'), total === null ? null : moved], [t('failed'), failed === 0 ? null : failed],
    [t('commitment'), commitment],
    [t('startedBy'), startedBy === null ? null : <bdi key="who" className="fj-name">{startedBy}</bdi>],
    [t('asked'), when(transfer.createdAt)], [t('began'), when(transfer.startedAt)], [t('ended'), when(transfer.endedAt)],
  ]
  return (
    <dl className="fj-device-facts">
      {facts.map(([name, value]) => value !== null && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}

function Failures({ failures }: { readonly failures: readonly InstanceFailure[] }) {
  const t = useSearchTexts()
  return (
    <section aria-labelledby="failures-title">
      <h3 id="failures-title">{t('failures')}</h3>
      <ul className="fj-failures">
        {failures.map(({ instanceUid, status, reason }) => (
          <li key={instanceUid}>
            <div>{reason}{status !== null && ` (${statusWords(status)})`}</div>
            <div className="fj-mono fj-small fj-quiet">{instanceUid}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Technical({ transfer: { studyUid, status, id } }: { readonly transfer: TransferView }) {
  const t = useSearchTexts()
  return (
    <details className="fj-device-technical">
      <summary>{t('technical')}</summary>
      <dl className="fj-device-facts">
        <div><dt>Study Instance UID</dt><dd className="fj-mono fj-small">{studyUid}</dd></div>
        {status !== null && <div><dt>{t('status')}</dt><dd className="fj-mono fj-small">{statusWords(status)}</dd></div>}
        <div><dt>{t('transfer')}</dt><dd className="fj-mono fj-small">{id}</dd></div>
      </dl>
    </details>
  )
}

function statusWords(status: number): string {
  return `0x${status.toString(16).toUpperCase().padStart(4, '0')}`
}
