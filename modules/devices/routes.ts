/** The register of devices over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRole } from '../../platform/server/auth/caller.ts'
import { isoTime, isoTimeOrNull } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { route } from '../../platform/server/http/route.ts'
import { DeviceList, DeviceView, NewDevice } from './contract.ts'
import type { Devices } from './devices.ts'
import type { DeviceRow } from './tables.ts'

export interface DevicesService {
  readonly devices: Devices
  /** Where devices reach us. */
  readonly own: () => { readonly aeTitle: string; readonly port: number }
}

const admin = asRole('admin')

const listDevices = route({
  method: 'GET', url: '/api/devices', summary: 'Known devices, and callers that were refused', allow: admin,
  answer: DeviceList,
  async handle({ devices, own }: DevicesService) {
    const [known, refused] = await Promise.all([devices.all(), devices.refused()])
    return {
      own: own(),
      devices: known.map(viewOf),
      refused: refused.map((row) => ({
        aeTitle: row.ae_title, address: row.address, refusedAt: isoTime(row.refused_at), times: row.times,
      })),
    }
  },
})

const addDevice = route({
  method: 'POST', url: '/api/devices', summary: 'Let a device in', allow: admin, body: NewDevice, answer: DeviceView,
  async handle({ devices }: DevicesService, { caller, body }) {
    const outcome = await devices.add(caller, body)
    switch (outcome.kind) {
      case 'added': return viewOf(outcome.device)
      case 'ae-title-taken': throw new Problem('ae-title-taken', 409, 'A device with this AE title is known already.')
    }
  },
})

const removeDevice = route({
  method: 'DELETE', url: '/api/devices/:id', summary: 'Refuse a device from now on', allow: admin,
  params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
  async handle({ devices }: DevicesService, { caller, params }) {
    if (!(await devices.remove(caller, params.id))) throw new Problem('device-not-found', 404, 'There is no such device.')
  },
})

function viewOf(row: DeviceRow): DeviceView {
  return {
    id: row.id, description: row.description, aeTitle: row.ae_title,
    lastContactAt: isoTimeOrNull(row.last_contact_at), lastAddress: row.last_address,
  }
}

export const routes = [listDevices, addDevice, removeDevice]
