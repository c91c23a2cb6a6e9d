/** For tests: a worklist on a real database and archive, with a door for modalities. */
import { serveDicom } from '@filmjacket/dicom-net'
import type { Kysely } from 'kysely'
import { systemClock, type Clock } from '../../platform/server/clock.ts'
import { whenOver } from '../../platform/server/database/testing.ts'
import type { MountedJobs } from '../../platform/server/jobs.ts'
import { Live } from '../../platform/server/live.ts'
import { createLog } from '../../platform/server/log.ts'
import { LOOPBACK, OWN_AE, testDevices, type TestDevices } from '../devices/testing.ts'
import { createArrivals, type Arrivals } from './arrivals.ts'
import { createAvailability, type Availability } from './availability.ts'
import type { NewEntry } from './contract.ts'
import { createOrdersModule, type OrdersParts } from './index.ts'
import { migrations } from './migrations/index.ts'
import { createOrders, type Orders } from './orders.ts'
import type { OrdersTables } from './tables.ts'

export interface TestOrders {
  readonly devices: TestDevices
  /** Not started. */
  readonly live: Live
  readonly db: Kysely<OrdersTables>
  readonly orders: Orders
  readonly arrivals: Arrivals
  readonly availability: Availability
  /** What is done for modalities, without a door. */
  readonly services: OrdersParts['services']
  readonly restarted: OrdersParts['restarted']
  /** What is done later, where the test runs it. */
  readonly jobs: readonly MountedJobs[]
  /** Where modalities ask and tell. */
  readonly port: number
}

export async function testOrders(clock: Clock = systemClock): Promise<TestOrders> {
  const devices = await testDevices(clock, migrations)
  const db = devices.store.db as unknown as Kysely<OrdersTables>
  const live = new Live(devices.store.url, createLog('silent'))
  const options = { db, clock, archive: devices.store.archive, devices: devices.devices, settings: devices.store.settings, live, aeTitle: () => OWN_AE }
  const { module, services, restarted } = createOrdersModule(options)
  const server = await serveDicom({ host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }), ...services })
  whenOver(() => server.close())
  return {
    devices, live, db, services, restarted, jobs: module.jobs, port: server.port,
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
