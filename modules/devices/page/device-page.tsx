/** One device: what is said of it, and what was found when it was called. */
import { Button } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState, LinkButton, PageHead, PageSkeleton, Problem, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { DeviceView } from '../contract.ts'
import { ConfirmRemoval } from './confirm-removal.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { useAddDevice, useChangeDevice, useDevices } from './data.ts'
import { DeviceEditor } from './device-editor.tsx'
import { changeOf, deviceOf } from './device-form.ts'
import { useNews } from './news.ts'
import { useDevicesTexts } from './texts/index.ts'
import './devices.css'

export function DevicePage() {
  const t = useDevicesTexts()
  const { deviceId }: { readonly deviceId?: string } = useParams({ strict: false })
  useNews()
  const { data, error, refetch } = useDevices()
  if (data === undefined) return error === null ? <PageSkeleton /> : <Problem error={error} onRetry={() => void refetch()} />
  const device = data.devices.find(({ id }) => id === deviceId)
  if (device !== undefined) return <Known key={device.id} device={device} />
  return (
    <>
      <PageHead back={{ to: '/devices', label: t('devices') }} title={t('device')} windowTitle={t('device')} />
      <EmptyState title={t('goneTitle')} action={<LinkButton to="/devices">{t('toDevices')}</LinkButton>}><p>{t('goneText')}</p></EmptyState>
    </>
  )
}

/** What is edited is compared with what was there when it was opened, whatever others do meanwhile. */
function Known({ device }: { readonly device: DeviceView }) {
  const t = useDevicesTexts()
  const closeLabel = useFrameTexts()('close')
  const navigate = useNavigate()
  const [opened, setOpened] = useState(device)
  const [isLeaving, setLeaving] = useState(false)
  const changing = useChangeDevice(device.id)
  const took = (saved: DeviceView, onSaved: () => void): void => {
    setOpened(saved)
    onSaved()
    toast({ kind: 'done', closeLabel, text: t('saved') })
  }
  const close = (isRemoved: boolean) => {
    setLeaving(false)
    if (isRemoved) void navigate({ to: '/devices' })
  }
  return (
    <>
      <PageHead
        back={{ to: '/devices', label: t('devices') }} title={<bdi>{opened.description}</bdi>} windowTitle={t('device')}
        lead={<bdi className="fj-mono">{opened.aeTitle}</bdi>}
      />
      <div className="fj-device-sides">
        <DeviceEditor
          device={opened} isSaving={changing.isPending} error={changing.error}
          onSave={(values, onSaved) => {
            const change = changeOf(opened, values)
            if (change === null) toast({ kind: 'done', closeLabel, text: t('nothingChanged') })
            else changing.mutate(change, { onSuccess: (saved) => took(saved, onSaved) })
          }}
        />
        <div className="fj-stack">
          <ConnectionCard device={device} />
          <Button variant="default" color="red" leftSection={<IconTrash size={18} />} onClick={() => setLeaving(true)}>{t('removeDevice')}</Button>
        </div>
      </div>
      <ConfirmRemoval device={isLeaving ? device : null} onClose={close} />
    </>
  )
}

export function NewDevicePage() {
  const t = useDevicesTexts()
  const closeLabel = useFrameTexts()('close')
  const navigate = useNavigate()
  const adding = useAddDevice()
  return (
    <>
      <PageHead back={{ to: '/devices', label: t('devices') }} title={t('add')} windowTitle={t('add')} lead={t('addLead')} />
      <div className="fj-device-new">
        <DeviceEditor
          device={null} isSaving={adding.isPending} error={adding.error}
          onSave={(values) => adding.mutate(deviceOf(values), {
            onSuccess: ({ id, aeTitle }) => {
              toast({ kind: 'done', closeLabel, text: t('added', { aeTitle }) })
              void navigate({ to: '/devices/$deviceId', params: { deviceId: id }, replace: true })
            },
          })}
        />
      </div>
    </>
  )
}
