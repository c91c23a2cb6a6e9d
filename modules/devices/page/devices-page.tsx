import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState, LinkButton, PageHead, Problem, RowsSkeleton } from '../../../platform/web/kit/index.ts'
import type { DeviceList, DeviceView } from '../contract.ts'
import { AlertCard } from './alert-card.tsx'
import { ConfirmRemoval } from './confirm-removal.tsx'
import { useDevices } from './data.ts'
import { Devices } from './device-list.tsx'
import { FileCard } from './file-card.tsx'
import { useNews } from './news.ts'
import { OwnAddress } from './own-address.tsx'
import { RefusedCallers } from './refused-callers.tsx'
import { useDevicesTexts } from './texts/index.ts'
import './devices.css'

export function DevicesPage() {
  const t = useDevicesTexts()
  useNews()
  const { data, error, refetch } = useDevices()
  const add = <LinkButton to="/devices/new" leftSection={<IconPlus size={20} />}>{t('add')}</LinkButton>
  return (
    <>
      <PageHead title={t('devices')} windowTitle={t('devices')} lead={t('devicesLead')} action={add} />
      {data === undefined && error === null && <RowsSkeleton rows={3} height={120} />}
      {data === undefined && error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Register list={data} />}
    </>
  )
}

/** What is new to the site comes first; later the devices do. */
function Register({ list: { own, devices, refused, alertAddress } }: { readonly list: DeviceList }) {
  const t = useDevicesTexts()
  const [leaving, setLeaving] = useState<DeviceView | null>(null)
  const isEmpty = devices.length === 0
  return (
    <div className="fj-register">
      {refused.length > 0 && <RefusedCallers callers={refused} />}
      {isEmpty && <OwnAddress {...own} />}
      {isEmpty
        ? <EmptyState title={t('emptyTitle')}><p>{t('emptyText')}</p></EmptyState>
        : <Devices devices={devices} onRemove={setLeaving} />}
      {!isEmpty && <OwnAddress {...own} />}
      <div className="fj-register-two">
        <AlertCard address={alertAddress} isAnyWatched={devices.some(({ isWatched }) => isWatched)} />
        <FileCard isEmpty={isEmpty} />
      </div>
      <ConfirmRemoval device={leaving} onClose={() => setLeaving(null)} />
    </div>
  )
}
