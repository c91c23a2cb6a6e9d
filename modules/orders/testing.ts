/** For tests: a worklist on a real database and archive, with a door for modalities. */
import { serveDicom } from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import { systemClock, type Clock } from '../../platform/server/clock.ts'
import { whenOver } from '../../platform/server/database/testing.ts'
import { LOOPBACK, OWN_AE, testDevices, type TestDevices } from '../devices/testing.ts'
import { createArrivals, type Arrivals } from './arrivals.ts'
import { createAvailability, type Availability } from './availability.ts'
import type { NewEntry } from './contract.ts'
import { createOrdersModule, type OrderServices } from './index.ts'
import { migrations } from './migrations/index.ts'
import { createOrders, type Orders } from './orders.ts'
import type { OrdersTables } from './tables.ts'

export interface TestOrders {
  readonly devices: TestDevices
  readonly db: Kysely<OrdersTables>
  readonly orders: Orders
  readonly arrivals: Arrivals
  readonly availability: Availability
  /** What is done for modalities, without a door. */
  readonly services: OrderServices
  /** Where modalities ask and tell. */
  readonly port: number
}

export async function testOrders(clock: Clock = systemClock): Promise<TestOrders> {
  const devices = await testDevices(clock, migrations)
  const db = devices.store.db as unknown as Kysely<OrdersTables>
  const options = { db, clock, archive: devices.store.archive, devices: devices.devices, settings: devices.store.settings, aeTitle: () => OWN_AE }
  const { services } = createOrdersModule(options)
  const server = await serveDicom({ host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }), ...services })
  whenOver(() => server.close())
  return {
    devices, db, services, port: server.port,
    orders: createOrders(options), arrivals: createArrivals(options), availability: createAvailability(options),
  }
}

/** A CT that somebody ordered, with whatever is to be different. */
export function examination(changes: Partial<NewEntry> = {}): NewEntry {
  return {
    patientId: 'W-1', patientName: 'Harbour^Hanna', birthDate: '19680214', sex: 'F', accessionNumber: '', description: 'CT thorax', modality: 'CT',
    stationAeTitle: '', date: '20261122', time: '0915', ...changes,
  }
}
