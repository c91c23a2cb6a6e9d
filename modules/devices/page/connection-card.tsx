/** Whether a device is there: when it called, what was found when it was called. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Problem, RowsSkeleton } from '../../../platform/web/kit/index.ts'
import type { CheckView, DeviceView } from '../contract.ts'
import { useChecks } from './data.ts'
import { EchoButton, FoundTag, technicalWords } from './found.tsx'
import { useDevicesTexts } from './texts/index.ts'

export function ConnectionCard({ device }: { readonly device: DeviceView }) {
  const t = useDevicesTexts()
  const format = useFormat()
  const { lastContactAt, lastAddress, lastCheck, host, dicomwebUrl } = device
  const isCallable = host !== null || dicomwebUrl !== null
  return (
    <section className="fj-card fj-card-body" aria-labelledby="connection-title">
      <h2 id="connection-title">{t('connection')}</h2>
      {lastCheck !== null && <LastCheck check={lastCheck} />}
      {isCallable ? <EchoButton device={device} plain /> : <p className="fj-quiet">{t('notCallable')}</p>}
      <dl className="fj-device-facts">
        <div>
          <dt>{t('lastContact')}</dt>
          <dd>{lastContactAt === null ? t('never') : format.instant(lastContactAt)}{lastAddress !== null && <span className="fj-mono"> · {lastAddress}</span>}</dd>
        </div>
      </dl>
      {lastCheck !== null && <Checks device={device} />}
    </section>
  )
}

function LastCheck({ check }: { readonly check: CheckView }) {
  const t = useDevicesTexts()
  const format = useFormat()
  const { outcome, ms, checkedAt } = check
  const technical = technicalWords(check)
  return (
    <div className="fj-device-found">
      <div><FoundTag check={check} /></div>
      <p>{outcome === 'answered' ? t('saysAnswered', { ms }) : t(`says ${outcome}`)}</p>
      <p className="fj-quiet fj-small">{format.instant(checkedAt)}</p>
      {technical !== '' && <details className="fj-device-technical"><summary>{t('technical')}</summary><p className="fj-mono fj-small">{technical}</p></details>}
    </div>
  )
}

/** More are shown when they are asked for. */
const FIRST = 5

function Checks({ device }: { readonly device: DeviceView }) {
  const t = useDevicesTexts()
  const { data, error, refetch } = useChecks(device.id)
  const [isWhole, setWhole] = useState(false)
  if (data === undefined) return error === null ? <RowsSkeleton rows={2} height={44} /> : <Problem error={error} onRetry={() => void refetch()} />
  const shown = isWhole ? data.checks : data.checks.slice(0, FIRST)
  return (
    <div className="fj-device-checks">
      <h3>{t('history')}</h3>
      <ol>{shown.map((check) => <Check key={check.checkedAt} check={check} />)}</ol>
      {data.checks.length > shown.length && (
        <Button variant="subtle" onClick={() => setWhole(true)}>{t('historyAll', { count: data.checks.length })}</Button>
      )}
    </div>
  )
}

function Check({ check }: { readonly check: CheckView }) {
  const t = useDevicesTexts()
  const format = useFormat()
  const { checkedAt, ms, isScheduled } = check
  return (
    <li>
      <FoundTag check={check} />
      <span className="fj-quiet fj-small">{format.instant(checkedAt)} · {t('took', { ms })}{isScheduled && ` · ${t('byClock')}`}</span>
    </li>
  )
}
