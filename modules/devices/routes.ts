/** The register of devices over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRole } from '../../platform/server/auth/caller.ts'
import { isoTime } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { route } from '../../platform/server/http/route.ts'
import type { Checks } from './check.ts'
import {
  AlertAddress, CheckList, CheckView, DeviceChange, DeviceFile, DeviceImport, DeviceList, DeviceView, ImportReport, NewDevice,
} from './contract.ts'
import { exported, importDevices } from './device-file.ts'
import type { Device } from './device.ts'
import type { Devices, Flawed } from './devices.ts'
import { checkView, deviceView } from './views.ts'

export interface DevicesService {
  readonly devices: Devices
  readonly checks: Checks
  /** Where devices reach us. */
  readonly own: () => { readonly aeTitle: string; readonly port: number; readonly tlsPort: number | null }
}

const admin = asRole('admin')
/** A thousand lines, each with its certificates. */
const FILE_BYTES = 8 * 1024 * 1024
const ById = Type.Object({ id: Type.String({ maxLength: 64 }) })

const listDevices = route({
  method: 'GET', url: '/api/devices', summary: 'Known devices, and callers that were refused', allow: admin,
  answer: DeviceList,
  async handle({ devices, checks, own }: DevicesService) {
    const [known, refused, latest, alertAddress] = await Promise.all([
      devices.all(), devices.refused(), checks.latest(), checks.alertAddress(),
    ])
    return {
      own: own(),
      devices: known.map((device) => deviceView(device, latest.get(device.id))),
      refused: refused.map((row) => ({
        aeTitle: row.ae_title, address: row.address, refusedAt: isoTime(row.refused_at), times: row.times,
      })),
      alertAddress,
    }
  },
})

const addDevice = route({
  method: 'POST', url: '/api/devices', summary: 'Let a device in', allow: admin, body: NewDevice, answer: DeviceView,
  async handle({ devices }: DevicesService, { caller, body }) {
    const outcome = await devices.add(caller, body)
    return outcome.kind === 'added' ? deviceView(outcome.device, undefined) : flawed(outcome)
  },
})

const changeDevice = route({
  method: 'PATCH', url: '/api/devices/:id', summary: 'Change what is said of a device', allow: admin,
  params: ById, body: DeviceChange, answer: DeviceView,
  async handle({ devices, checks }: DevicesService, { caller, params, body }) {
    const outcome = await devices.change(caller, params.id, body)
    if (outcome.kind === 'not-found') return noDevice()
    return outcome.kind === 'changed' ? viewOf(outcome.device, checks) : flawed(outcome)
  },
})

const removeDevice = route({
  method: 'DELETE', url: '/api/devices/:id', summary: 'Refuse a device from now on', allow: admin, params: ById,
  async handle({ devices }: DevicesService, { caller, params }) {
    if (!(await devices.remove(caller, params.id))) noDevice()
  },
})

const echoDevice = route({
  method: 'POST', url: '/api/devices/:id/echo', summary: 'Call a device, and tell what was found', allow: admin,
  params: ById, answer: CheckView,
  async handle({ checks }: DevicesService, { params }) {
    const outcome = await checks.echo(params.id)
    switch (outcome.kind) {
      case 'checked': return checkView(outcome.check)
      case 'not-found': return noDevice()
      case 'no-address':
        throw new Problem('device-without-address', 409, 'Nobody has said where this device is. Enter its host and port first.')
    }
  },
})

const listChecks = route({
  method: 'GET', url: '/api/devices/:id/checks', summary: 'What was found when a device was called, newest first', allow: admin,
  params: ById, answer: CheckList,
  async handle({ checks }: DevicesService, { params }) {
    return { checks: ((await checks.of(params.id)) ?? noDevice()).map(checkView) }
  },
})

const exportDevices = route({
  method: 'GET', url: '/api/devices/export', summary: 'The list of devices as a file, without private keys', allow: admin,
  answer: DeviceFile,
  async handle({ devices }: DevicesService) {
    return exported(await devices.all())
  },
})

const importList = route({
  method: 'POST', url: '/api/devices/import', summary: 'Add and change devices from such a file', allow: admin,
  body: DeviceImport, answer: ImportReport, bodyBytes: FILE_BYTES,
  async handle({ devices }: DevicesService, { caller, body }) {
    return { lines: await importDevices(devices, caller, body) }
  },
})

const setAlertAddress = route({
  method: 'PUT', url: '/api/devices/alerts', summary: 'Who is told by mail of watched devices', allow: admin,
  body: AlertAddress, answer: AlertAddress,
  async handle({ checks }: DevicesService, { caller, body }) {
    await checks.setAlertAddress(caller, body.alertAddress)
    return body
  },
})

async function viewOf(device: Device, checks: Checks): Promise<DeviceView> {
  return deviceView(device, (await checks.latest()).get(device.id))
}

function flawed(outcome: Flawed): never {
  switch (outcome.kind) {
    case 'ae-title-taken': throw new Problem('ae-title-taken', 409, 'A device with this AE title is known already.')
    case 'incomplete':
      throw new Problem('device-incomplete', 400, `These are missing, or do not fit the others: ${outcome.fields.join(', ')}.`)
  }
}

function noDevice(): never {
  throw new Problem('device-not-found', 404, 'There is no such device.')
}

export const routes = [
  listDevices, addDevice, changeDevice, removeDevice, echoDevice, listChecks, exportDevices, importList, setAlertAddress,
]
