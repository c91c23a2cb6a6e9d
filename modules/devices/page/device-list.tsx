/** Devices as a table where there is room, as cards on a phone. */
import { ActionIcon, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconBell, IconHandStop, IconStar, IconTrash, IconVolumeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { contains, FilterField, moveByArrows, NothingFound, StateTag, useRoomForTable } from '../../../platform/web/kit/index.ts'
import type { DeviceView } from '../contract.ts'
import { speaksFhir } from './device-form.ts'
import { EchoButton, FoundTag } from './found.tsx'
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
  const shown = devices.filter(({ description, aeTitle, host, lastAddress, dicomwebUrl }) =>
    contains([description, aeTitle, host, lastAddress, dicomwebUrl], text))
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
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('device')}</Table.Th><Table.Th>{t('address')}</Table.Th><Table.Th>{t('roles')}</Table.Th>
            <Table.Th>{t('lastContact')}</Table.Th><Table.Th>{t('lastCheck')}</Table.Th>
            <Table.Th className="fj-end">{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveByArrows}>
          {devices.map((device) => (
            <Table.Tr key={device.id}>
              <Table.Td className="fj-device-name"><Name device={device} /></Table.Td>
              <Table.Td className="fj-device-address"><Address device={device} /></Table.Td>
              <Table.Td><Roles device={device} /></Table.Td>
              <Table.Td className="fj-device-time"><LastContact device={device} /></Table.Td>
              <Table.Td className="fj-device-time"><LastCheck device={device} /></Table.Td>
              <Table.Td><Actions device={device} onRemove={onRemove} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function DeviceCards({ devices, onRemove }: DevicesProps) {
  const t = useDevicesTexts()
  return (
    <ul className="fj-cards" onKeyDown={moveByArrows}>
      {devices.map((device) => (
        <li key={device.id} className="fj-card fj-device-card">
          <Name device={device} />
          <dl>
            <dt>{t('address')}</dt><dd><Address device={device} /></dd>
            <dt>{t('roles')}</dt><dd><Roles device={device} /></dd>
            <dt>{t('lastContact')}</dt><dd><LastContact device={device} /></dd>
            <dt>{t('lastCheck')}</dt><dd><LastCheck device={device} /></dd>
          </dl>
          <Actions device={device} onRemove={onRemove} />
        </li>
      ))}
    </ul>
  )
}

interface DeviceProps {
  readonly device: DeviceView
}

function Name({ device: { id, description, aeTitle, isDefault, isWatched } }: DeviceProps) {
  const t = useDevicesTexts()
  return (
    <>
      <Link to="/devices/$deviceId" params={{ deviceId: id }} className="fj-link fj-strong" data-item><bdi>{description}</bdi></Link>
      <div className="fj-mono fj-quiet"><bdi>{aeTitle}</bdi></div>
      {(isDefault || isWatched) && (
        <div className="fj-device-marks fj-quiet fj-small">
          {isDefault && <span><IconStar size={16} aria-hidden="true" />{t('isDefaultShort')}</span>}
          {isWatched && <span><IconBell size={16} aria-hidden="true" />{t('isWatchedShort')}</span>}
        </div>
      )}
    </>
  )
}

function Address({ device: { host, port, dicomwebUrl, roles, worklistModel } }: DeviceProps) {
  const t = useDevicesTexts()
  if (host === null && dicomwebUrl === null) return <span className="fj-quiet">{t('noAddress')}</span>
  return (
    <>
      {host !== null && <div className="fj-mono"><bdi>{host.includes(':') ? `[${host}]` : host}:{port}</bdi></div>}
      {dicomwebUrl !== null && (roles.includes('dicomweb') || speaksFhir({ roles, worklistModel })) && <div className="fj-mono fj-small"><bdi>{dicomwebUrl}</bdi></div>}
    </>
  )
}

function Roles({ device: { roles, mayCall } }: DeviceProps) {
  const t = useDevicesTexts()
  const words = roles.map((role) => t(`role ${role}`))
  if (words.length > 0) return <>{words.join(', ')}</>
  return <span className="fj-quiet">{t(mayCall ? 'onlySends' : 'nothing')}</span>
}

function LastContact({ device: { lastContactAt, lastAddress, lastRefusal, isQuiet, quietHours } }: DeviceProps) {
  const t = useDevicesTexts()
  const format = useFormat()
  return (
    <>
      {lastContactAt !== null && format.instant(lastContactAt)}
      {lastContactAt === null && lastRefusal === null && <span className="fj-quiet">{t('never')}</span>}
      {lastContactAt !== null && lastAddress !== null && <div className="fj-mono fj-quiet fj-small">{lastAddress}</div>}
      {isQuiet && (
        <div>
          <StateTag tone="wait" icon={IconVolumeOff}>{t('isQuiet')}</StateTag>
          <div className="fj-small">{t('quietFor', { hours: quietHours ?? 0 })}</div>
        </div>
      )}
      {lastRefusal !== null && <Refused refusal={lastRefusal} />}
    </>
  )
}

/** It called and was turned away: that is the first thing to be put right. */
function Refused({ refusal: { refusedAt, address, why, name } }: { readonly refusal: NonNullable<DeviceView['lastRefusal']> }) {
  const t = useDevicesTexts()
  const when = useFormat().instant(refusedAt)
  return (
    <div className="fj-device-refused">
      <StateTag tone="bad" icon={IconHandStop}>{t('wasRefused')}</StateTag>
      <div className="fj-small">{why === 'other-name' || why === 'other-title' ? t(`refused ${why}`, { name: name ?? '–' }) : t(`refused ${why}`)}</div>
      <div className="fj-quiet fj-small">{t('refusedWhen', { when, address })}</div>
    </div>
  )
}

function LastCheck({ device: { lastCheck } }: DeviceProps) {
  const t = useDevicesTexts()
  const format = useFormat()
  if (lastCheck === null) return <span className="fj-quiet">{t('never')}</span>
  return <><FoundTag check={lastCheck} /><div className="fj-quiet fj-small">{format.instant(lastCheck.checkedAt)}</div></>
}

function Actions({ device, onRemove }: DeviceProps & Pick<DevicesProps, 'onRemove'>) {
  const t = useDevicesTexts()
  const isCallable = device.host !== null || device.dicomwebUrl !== null
  return (
    <div className="fj-device-actions">
      {isCallable && <EchoButton device={device} />}
      <ActionIcon
        data-item variant="subtle" color="gray" size={44}
        aria-label={t('removeWhat', { what: device.description })} title={t('remove')}
        onClick={() => onRemove(device)}
      >
        <IconTrash size={20} />
      </ActionIcon>
    </div>
  )
}
