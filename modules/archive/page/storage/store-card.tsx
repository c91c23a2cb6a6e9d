/** Where images lie that the disk need not keep: how much is where, and whether that place works. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPlugConnected } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/web/format.ts'
import { Notice, Problem, StateTag } from '../../../../platform/web/kit/index.ts'
import type { StorageView, StoreTrialView } from '../../contract.ts'
import { useTryStore } from './data.ts'
import { useStorageTexts } from './texts/index.ts'

type Store = NonNullable<StorageView['store']>

export function StoreCard({ store }: { readonly store: Store }) {
  const t = useStorageTexts()
  const { bytes } = useFormat()
  const trying = useTryStore()
  const { name, here, there, elsewhere, afterDays, belowPercent, away } = store
  return (
    <section className="fj-card fj-card-body" aria-labelledby="store-title">
      <div className="fj-storage-head">
        <h2 id="store-title">{t('store')}</h2>
        {away === null
          ? <StateTag tone="good" icon={IconCheck}>{t('storeWorks')}</StateTag>
          : <StateTag tone="bad" icon={IconAlertTriangle}>{t('storeAway')}</StateTag>}
      </div>
      <p className="fj-mono fj-storage-name">{name}</p>
      {away !== null && <Away away={away} />}
      <dl className="fj-storage-sums">
        <div><dt>{t('storeHere')}</dt><dd>{bytes(here.bytes)}</dd></div>
        <div><dt>{t('storeThere')}</dt><dd>{bytes(there.bytes)}</dd></div>
      </dl>
      {elsewhere.map((other) => (
        <Notice key={other.name} tone="bad" icon={IconAlertTriangle}>{t('storeElsewhere', { bytes: bytes(other.bytes), name: other.name })}</Notice>
      ))}
      <p className="fj-quiet fj-small">
        {afterDays === 0 ? t('storeAtOnce') : t('storeAfter', { count: afterDays })} {t('storeBelow', { percent: belowPercent })}{' '}
        <Link to="/settings" className="fj-link">{t('toSettings')}</Link>
      </p>
      <div className="fj-row">
        <Button variant="default" leftSection={<IconPlugConnected size={18} />} loading={trying.isPending} onClick={() => trying.mutate()}>{t('storeTry')}</Button>
      </div>
      {trying.error !== null && <Problem error={trying.error} />}
      {trying.data !== undefined && <Trial trial={trying.data} />}
    </section>
  )
}

function Away({ away: { reason, words, since } }: { readonly away: NonNullable<Store['away']> }) {
  const t = useStorageTexts()
  const { instant } = useFormat()
  return (
    <Notice tone="bad" icon={IconAlertTriangle}>
      <strong>{t(`away ${reason}`)}</strong>
      <p>{t('storeAwayMeaning', { when: instant(since) })}</p>
      <p className="fj-mono fj-small">{words}</p>
    </Notice>
  )
}

function Trial({ trial: { works, tookMs, step, reason, words } }: { readonly trial: StoreTrialView }) {
  const t = useStorageTexts()
  if (works) return <Notice tone="good" icon={IconCheck} role="status">{t('storeTried', { count: tookMs })}</Notice>
  return (
    <Notice tone="bad" icon={IconAlertTriangle} role="status">
      <strong>{t(`away ${reason ?? 'unreachable'}`)}</strong>
      <p>{t(`step ${step ?? 'write'}`)}</p>
      <p className="fj-mono fj-small">{words}</p>
    </Notice>
  )
}
