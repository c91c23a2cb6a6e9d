/** Asking devices, and moving studies to and from them, over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRole } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { eventsRoute, route } from '../../platform/server/http/route.ts'
import type { LiveEvent } from '../../platform/server/http/serve-events.ts'
import type { Live } from '../../platform/server/live.ts'
import type { Checks } from './check.ts'
import {
  NewTransfer, RemoteDeviceList, RemoteStudyList, StudySearch, TransferDetail, TransferList, TransferPage, TransferView,
  WorklistEntryList, WorklistSearch,
} from './contract.ts'
import { isCallable } from './device.ts'
import type { Devices } from './devices.ts'
import type { DeviceError } from './peer/failure.ts'
import { STAFF } from './news.ts'
import type { Asked, Queries } from './queries.ts'
import type { Transfer } from './store/transfers.ts'
import { PAGE, type Transfers } from './transfer/transfers.ts'
import { checkView, failureView, remoteDeviceView, transferView } from './views.ts'

export interface RemoteService {
  readonly devices: Devices
  readonly checks: Checks
  readonly queries: Queries
  readonly transfers: Transfers
  readonly live: Live
  /** Display name of an account. */
  readonly nameOf: (accountId: string) => Promise<string | null>
}

const staff = asRole('admin', 'clerk')
const ById = Type.Object({ id: Type.String({ maxLength: 64 }) })

const listRemoteDevices = route({
  method: 'GET', url: '/api/remote/devices', summary: 'Devices that can be asked, or sent to', allow: staff,
  answer: RemoteDeviceList,
  async handle({ devices, checks }: RemoteService) {
    const [all, latest] = await Promise.all([devices.all(), checks.latest()])
    const callable = all.filter((device) => isCallable(device) && device.roles.length > 0)
    const defaultFirst = [...callable.filter(({ isDefault }) => isDefault), ...callable.filter(({ isDefault }) => !isDefault)]
    return { devices: defaultFirst.map((device) => remoteDeviceView(device, latest.get(device.id))) }
  },
})

const searchStudies = route({
  method: 'POST', url: '/api/remote/studies', summary: 'Studies on a device, beside what we hold of them', allow: staff,
  body: StudySearch, answer: RemoteStudyList,
  async handle({ queries }: RemoteService, { caller, body, signal }) {
    return answerOf(await queries.find(caller, body, signal))
  },
})

const searchWorklist = route({
  method: 'POST', url: '/api/remote/worklist', summary: 'What is scheduled, by the worklist of a device', allow: staff,
  body: WorklistSearch, answer: WorklistEntryList,
  async handle({ queries }: RemoteService, { caller, body, signal }) {
    return answerOf(await queries.worklist(caller, body, signal))
  },
})

const startTransfer = route({
  method: 'POST', url: '/api/transfers', summary: 'Retrieve a study from a device, or send it to one', allow: staff,
  body: NewTransfer, answer: TransferView,
  async handle(service: RemoteService, { caller, body }) {
    const outcome = await service.transfers.start(caller, body)
    switch (outcome.kind) {
      case 'started': return shown(service, outcome.transfer)
      case 'no-device': return noDevice()
      case 'study-not-found': throw new Problem('study-not-found', 404, 'There is no such study here.')
    }
  },
})

const listTransfers = route({
  method: 'GET', url: '/api/transfers', summary: 'Studies on their way, and what became of them, newest first', allow: staff,
  query: TransferPage, answer: TransferList,
  async handle(service: RemoteService, { query }) {
    const page = await service.transfers.list(query)
    const transfers = await Promise.all(page.map((transfer) => shown(service, transfer)))
    return { transfers, next: page.length === PAGE ? page.at(-1)?.id ?? null : null }
  },
})

const showTransfer = route({
  method: 'GET', url: '/api/transfers/:id', summary: 'How a transfer stands, and what of it failed', allow: staff,
  params: ById, answer: TransferDetail,
  async handle(service: RemoteService, { params }) {
    const transfer = (await service.transfers.one(params.id)) ?? noTransfer()
    const failures = await service.transfers.failuresOf(params.id)
    return { transfer: await shown(service, transfer), failures: failures.map(failureView) }
  },
})

const cancelTransfer = route({
  method: 'DELETE', url: '/api/transfers/:id', summary: 'Cancel a transfer that waits or runs', allow: staff, params: ById,
  async handle({ transfers }: RemoteService, { caller, params }) {
    if ((await transfers.cancel(caller, params.id)) !== undefined) return
    if ((await transfers.one(params.id)) === undefined) noTransfer()
    throw new Problem('transfer-over', 409, 'This transfer is over.')
  },
})

const liveEvents = eventsRoute({
  method: 'GET', url: '/api/devices/events', summary: 'News about devices and transfers, as they happen', allow: staff,
  handle(service: RemoteService, { signal }) {
    return Promise.resolve(told(service, service.live.follow(STAFF, signal)))
  },
})

/** The news says which; the page is told how it stands now. */
async function* told(service: RemoteService, news: AsyncIterable<LiveEvent>): AsyncGenerator<LiveEvent> {
  for await (const event of news) {
    const id = (event.data as { id?: string } | null)?.id
    if (id === undefined) yield event
    else if (event.name === 'transfer') {
      const transfer = await service.transfers.one(id)
      if (transfer !== undefined) yield { name: 'transfer', data: await shown(service, transfer) }
    } else {
      const check = (await service.checks.latest()).get(id)
      if (check !== undefined) yield { name: 'device', data: { id, lastCheck: checkView(check) } }
    }
  }
}

async function shown({ nameOf }: RemoteService, transfer: Transfer): Promise<TransferView> {
  return transferView(transfer, transfer.started_by === null ? null : await nameOf(transfer.started_by))
}

function answerOf<T>(asked: Asked<T>): T {
  switch (asked.kind) {
    case 'answered': return asked.answer
    case 'no-device': return noDevice()
    case 'failed': return deviceFailed(asked.error)
  }
}

/** Each with a code of its own, for the page to say it in the reader's language. */
function deviceFailed({ problem, detail }: DeviceError): never {
  const words = detail === '' ? '' : ` (${detail})`
  switch (problem) {
    case 'wrong-calling-ae': throw new Problem('device-knows-us-not', 502, 'The device does not know our AE title.')
    case 'wrong-called-ae': throw new Problem('device-named-otherwise', 502, 'The device has another AE title than the one that is set.')
    case 'rejected': throw new Problem('device-rejected', 502, `The device rejected the association${words}.`)
    case 'timeout':
    case 'no-progress': throw new Problem('device-silent', 504, 'The device does not answer in time.')
    case 'tls-failed': throw new Problem('device-tls-failed', 502, `No secure connection to the device could be made${words}.`)
    case 'not-offered': throw new Problem('device-cannot', 502, 'The device does not offer this service.')
    case 'unknown-host':
    case 'connection-refused':
    case 'unreachable':
    case 'connection-lost':
    case 'aborted': throw new Problem('device-unreachable', 502, `The device cannot be reached${words}.`)
    case 'failure-status':
    case 'destination-unknown':
    case 'study-not-found':
    case 'http-failed': throw new Problem('device-failed', 502, `The device answered with a failure${words}.`)
  }
}

function noDevice(): never {
  throw new Problem('device-not-found', 404, 'There is no such device, or it does not do this.')
}

function noTransfer(): never {
  throw new Problem('transfer-not-found', 404, 'There is no such transfer.')
}

export const remoteRoutes = [
  listRemoteDevices, searchStudies, searchWorklist, startTransfer, listTransfers, showTransfer, cancelTransfer, liveEvents,
]
