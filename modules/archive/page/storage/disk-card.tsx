import { Progress } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { StateTag } from '../../../../platform/web/kit/index.ts'
import type { StorageView } from '../../contract.ts'
import { useStorageTexts } from './texts/index.ts'

const TONES = { enough: 'good', low: 'wait', critical: 'bad' } as const
const COLORS = { enough: 'teal', low: 'yellow', critical: 'red' } as const

export function DiskCard({ disk }: Pick<StorageView, 'disk'>) {
  const t = useStorageTexts()
  const { bytes } = useFormat()
  return (
    <section className="fj-card fj-card-body" aria-labelledby="disk-title">
      <div className="fj-storage-head">
        <h2 id="disk-title">{t('disk')}</h2>
        {disk !== null && <StateTag tone={TONES[disk.level]} icon={disk.level === 'enough' ? IconCheck : IconAlertTriangle}>{t(`level ${disk.level}`)}</StateTag>}
      </div>
      {disk === null
        ? <p className="fj-quiet">{t('diskUnknown')}</p>
        : <>
          <Progress value={used(disk)} color={COLORS[disk.level]} size="lg" aria-label={t('diskUsed')} />
          <p>{t('diskFree', { free: bytes(disk.freeBytes), total: bytes(disk.totalBytes) })}</p>
          <p className="fj-quiet fj-small">{t(`disk ${disk.level}`)}</p>
        </>}
    </section>
  )
}

function used({ freeBytes, totalBytes }: NonNullable<StorageView['disk']>): number {
  return totalBytes === 0 ? 0 : Math.round((1 - freeBytes / totalBytes) * 100)
}
