import { CopyField } from '../../../platform/web/kit/index.ts'
import type { DeviceList } from '../contract.ts'
import { useDevicesTexts } from './texts/index.ts'

/** What an administrator types at the modality. The host is the one by which this page was reached. */
export function OwnAddress({ aeTitle, port, tlsPort }: DeviceList['own']) {
  const t = useDevicesTexts()
  return (
    <section className="fj-card fj-card-body" aria-labelledby="own-title">
      <div>
        <h2 id="own-title">{t('own')}</h2>
        <p className="fj-quiet">{t('ownHint')}</p>
      </div>
      <div className="fj-own">
        <CopyField label={t('aeTitle')} value={aeTitle} />
        <CopyField label={t('host')} value={location.hostname} />
        <CopyField label={t('port')} value={String(port)} />
        {tlsPort !== null && <CopyField label={t('tlsPort')} value={String(tlsPort)} />}
      </div>
      <p className="fj-small fj-quiet">{t('host')}: {t('hostHint')}</p>
    </section>
  )
}
