import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState, PageHead, Problem, RowsSkeleton, Sheet } from '../../../platform/web/kit/index.ts'
import type { DeviceList, DeviceView } from '../contract.ts'
import { AddDevice } from './add-device.tsx'
import { ConfirmRemoval } from './confirm-removal.tsx'
import { useDevices } from './data.ts'
import { Devices } from './device-list.tsx'
import { OwnAddress } from './own-address.tsx'
import { RefusedCallers } from './refused-callers.tsx'
import { useDevicesTexts } from './texts/index.ts'
import './devices.css'

export function DevicesPage() {
  const t = useDevicesTexts()
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = useDevices()
  const add = <Button leftSection={<IconPlus size={20} />} onClick={() => setAdding(true)}>{t('add')}</Button>
  return (
    <>
      <PageHead title={t('devices')} windowTitle={t('devices')} lead={t('devicesLead')} action={add} />
      {data === undefined && error === null && <RowsSkeleton rows={3} height={120} />}
      {data === undefined && error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Register list={data} />}
      <Sheet opened={isAdding} onClose={() => setAdding(false)} place="side" title={t('add')}>
        <AddDevice onAdded={() => setAdding(false)} />
      </Sheet>
    </>
  )
}

function Register({ list: { own, devices, refused } }: { readonly list: DeviceList }) {
  const t = useDevicesTexts()
  const [leaving, setLeaving] = useState<DeviceView | null>(null)
  return (
    <div className="fj-register">
      <OwnAddress {...own} />
      {refused.length > 0 && <RefusedCallers callers={refused} />}
      {devices.length === 0
        ? <EmptyState title={t('emptyTitle')}><p>{t('emptyText')}</p></EmptyState>
        : <Devices devices={devices} onRemove={setLeaving} />}
      <ConfirmRemoval device={leaving} onClose={() => setLeaving(null)} />
    </div>
  )
}
