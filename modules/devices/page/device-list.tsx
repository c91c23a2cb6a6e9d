/** Devices as a table where there is room, as cards on a phone. */
import { ActionIcon, Table } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { contains, FilterField, moveByArrows, NothingFound, useRoomForTable } from '../../../platform/web/kit/index.ts'
import type { DeviceView } from '../contract.ts'
import { useDevicesTexts } from './texts/index.ts'

interface DevicesProps {
  readonly devices: readonly DeviceView[]
  readonly onRemove: (device: DeviceView) => void
}

/** Fewer are seen at a glance. */
const FILTER_FROM = 6

export function Devices({ devices, onRemove }: DevicesProps) {
  const t = useDevicesTexts()
  const hasRoom = useRoomForTable()
  const [text, setText] = useState('')
  const shown = devices.filter(({ description, aeTitle, lastAddress }) => contains([description, aeTitle, lastAddress], text))
  const List = hasRoom ? DeviceTable : DeviceCards
  return (
    <section className="fj-stack" aria-label={t('devices')}>
      {devices.length >= FILTER_FROM && <FilterField label={t('filter')} value={text} onChange={setText} />}
      {shown.length > 0
        ? <List devices={shown} onRemove={onRemove} />
        : <NothingFound text={text} onClear={() => setText('')} />}
    </section>
  )
}

function DeviceTable({ devices, onRemove }: DevicesProps) {
  const t = useDevicesTexts()
  const lastContact = useLastContact()
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('description')}</Table.Th><Table.Th>{t('aeTitle')}</Table.Th>
            <Table.Th>{t('lastContact')}</Table.Th><Table.Th>{t('address')}</Table.Th>
            <Table.Th className="fj-end">{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveByArrows}>
          {devices.map((device) => (
            <Table.Tr key={device.id}>
              <Table.Td className="fj-strong"><bdi>{device.description}</bdi></Table.Td>
              <Table.Td className="fj-mono"><bdi>{device.aeTitle}</bdi></Table.Td>
              <Table.Td className="fj-nowrap">{lastContact(device)}</Table.Td>
              <Table.Td className="fj-mono">{device.lastAddress ?? '–'}</Table.Td>
              <Table.Td className="fj-end"><Remove device={device} onRemove={onRemove} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function DeviceCards({ devices, onRemove }: DevicesProps) {
  const t = useDevicesTexts()
  const lastContact = useLastContact()
  return (
    <ul className="fj-cards" onKeyDown={moveByArrows}>
      {devices.map((device) => (
        <li key={device.id} className="fj-card fj-device-card">
          <div>
            <div className="fj-strong"><bdi>{device.description}</bdi></div>
            <div className="fj-mono"><bdi>{device.aeTitle}</bdi></div>
            <div className="fj-quiet fj-small">
              {t('lastContact')}: {lastContact(device)}{device.lastAddress !== null && ` · ${device.lastAddress}`}
            </div>
          </div>
          <Remove device={device} onRemove={onRemove} />
        </li>
      ))}
    </ul>
  )
}

function useLastContact(): (device: DeviceView) => string {
  const t = useDevicesTexts()
  const format = useFormat()
  return ({ lastContactAt }) => (lastContactAt === null ? t('never') : format.instant(lastContactAt))
}

interface RemoveProps {
  readonly device: DeviceView
  readonly onRemove: (device: DeviceView) => void
}

function Remove({ device, onRemove }: RemoveProps) {
  const t = useDevicesTexts()
  return (
    <ActionIcon
      data-item variant="subtle" color="gray" size={44}
      aria-label={t('removeWhat', { what: device.description })} title={t('remove')}
      onClick={() => onRemove(device)}
    >
      <IconTrash size={20} />
    </ActionIcon>
  )
}
