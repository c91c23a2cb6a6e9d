/** Where images are kept: room, soundness, and how long. */
import { PageHead, Problem, RowsSkeleton } from '../../../../platform/web/kit/index.ts'
import { CheckCard } from './check-card.tsx'
import { DamagedList } from './damaged-list.tsx'
import { useStorage } from './data.ts'
import { DiskCard } from './disk-card.tsx'
import { MendedList } from './mended-list.tsx'
import { RetentionCard } from './retention-card.tsx'
import { StoreCard } from './store-card.tsx'
import { useStorageTexts } from './texts/index.ts'
import './storage.css'

export function StoragePage() {
  const t = useStorageTexts()
  const { data, error, refetch } = useStorage()
  return (
    <>
      <PageHead title={t('storage')} windowTitle={t('storage')} lead={t('lead')} />
      <div className="fj-stack fj-storage">
        {data === undefined && (error === null ? <RowsSkeleton rows={2} height={160} /> : <Problem error={error} onRetry={() => void refetch()} />)}
        {data !== undefined && data.damaged.length > 0 && <DamagedList damaged={data.damaged} />}
        {data !== undefined && data.mended.length > 0 && <MendedList mended={data.mended} />}
        {data !== undefined && <div className="fj-storage-two"><DiskCard disk={data.disk} /><CheckCard storage={data} /></div>}
        {data !== undefined && data.store !== null && <StoreCard store={data.store} />}
        <RetentionCard />
      </div>
    </>
  )
}
