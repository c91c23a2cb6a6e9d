import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { createDeviceRegister, type Devices } from './devices.ts'
import { migrations } from './migrations/index.ts'
import { routes, type DevicesService } from './routes.ts'
import type { DevicesTables } from './tables.ts'

export type { CallingPeer, Devices } from './devices.ts'
export type { DevicesTables } from './tables.ts'

interface DevicesOptions {
  readonly db: Kysely<DevicesTables>
  readonly clock: Clock
  readonly own: DevicesService['own']
}

export function createDevices({ db, clock, own }: DevicesOptions): { module: Module; devices: Devices } {
  const devices = createDeviceRegister({ db, clock })
  return { module: moduleOf({ name: 'devices', migrations, routes: [mount({ devices, own }, routes)] }), devices }
}
