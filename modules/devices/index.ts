import type { BlobReader } from '@filmjacket/bytes'
import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import type { Live } from '../../platform/server/live.ts'
import type { Log } from '../../platform/server/log.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { People } from '../accounts/index.ts'
import type { SecretBox } from '../../platform/server/secret-box.ts'
import type { Archive } from '../archive/index.ts'
import { createChecks } from './check.ts'
import { createDeviceRegister, type Devices } from './devices.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { createQueries } from './queries.ts'
import { createRemote, type Remote } from './remote.ts'
import { remoteRoutes } from './remote-routes.ts'
import { routes, type DevicesService } from './routes.ts'
import { deviceSettings } from './settings.ts'
import { standingOf, type DevicesStanding } from './standing.ts'
import { opening } from './store/sealed.ts'
import type { DevicesTables } from './tables.ts'
import { createThresholds } from './thresholds.ts'
import { createCommitments } from './transfer/commitment.ts'
import { createTransfers } from './transfer/transfers.ts'

export { addressOf, has, type Address, type Device } from './device.ts'
export type { CallingPeer, Devices } from './devices.ts'
export { DeviceError, deviceErrorOf } from './peer/failure.ts'
export type { Asked, Comparison, CompareOptions, Holding, PatientStudies } from './queries.ts'
export type { Remote } from './remote.ts'
export type { DevicesStanding } from './standing.ts'
export { ASSOCIATIONS, IDLE_SECONDS, PDU_BYTES, REQUEST_SECONDS } from './settings.ts'
export type { Retrieved, RetrieveProgress } from './transfer/retrieve.ts'
export type { Sent, SendProgress } from './transfer/send.ts'
export type { DevicesTables } from './tables.ts'

interface DevicesOptions {
  readonly db: Kysely<DevicesTables>
  readonly clock: Clock
  readonly log: Log
  readonly archive: Archive
  readonly blobs: BlobReader
  readonly live: Live
  readonly people: Pick<People, 'one'>
  readonly own: DevicesService['own']
  /** Whether a mail would leave. */
  readonly hasMail: boolean
  readonly publicUrl: string
  readonly secrets: SecretBox
}

export interface DevicesParts {
  readonly module: Module
  readonly devices: Devices
  readonly remote: Remote
  readonly standing: () => Promise<DevicesStanding>
}

export function createDevices(given: DevicesOptions): DevicesParts {
  const { own, live, people } = given
  const devices = createDeviceRegister(given)
  const options = { ...given, db: opening(given.db, given.secrets) }
  const checks = createChecks(options)
  const queries = createQueries(options)
  const transfers = createTransfers(options)
  const commitments = createCommitments(options)
  const nameOf = async (accountId: string) => (await people.one(accountId))?.display_name ?? null
  const module = moduleOf({
    name: 'devices', migrations, settings: deviceSettings,
    routes: [mount({ devices, checks, own }, routes), mount({ devices, checks, queries, transfers, live, nameOf }, remoteRoutes)],
    jobs: [mountJobs({ checks, transfers, commitments, thresholds: createThresholds(options) }, jobs)],
  })
  return { module, devices, remote: createRemote({ ...options, queries, transfers, commitments }), standing: () => standingOf(given) }
}
