/** The worklist over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { asRoleOrToken } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { route } from '../../platform/server/http/route.ts'
import type { Devices } from '../devices/index.ts'
import { Cancelling, EntryChange, EntryDetail, EntryView, NewEntry, StationList, Versioned, Worklist, WorklistDays } from './contract.ts'
import type { ChangedEntry, Orders } from './orders.ts'
import { unlimited } from './unlimited.ts'
import { entryView, performedView } from './views.ts'

export interface OrdersService {
  readonly orders: Orders
  readonly devices: Pick<Devices, 'all'>
}

const staff = asRoleOrToken('orders', 'admin', 'clerk')
const ById = Type.Object({ id: Type.String({ maxLength: 64 }) })

const listEntries = route({
  method: 'GET', url: '/api/worklist', summary: 'Who is to be examined on these days, and what became of it', allow: staff,
  query: WorklistDays, answer: Worklist,
  async handle({ orders }: OrdersService, { caller, query: { from, to } }) {
    unlimited(caller)
    const { entries, isCut, unplanned } = await orders.list({ from, to: to ?? from })
    return { entries: entries.map(entryView), isCut, unplanned: unplanned.map(performedView) }
  },
})

const listStations = route({
  method: 'GET', url: '/api/worklist/stations', summary: 'Devices on which something can be planned', allow: staff, answer: StationList,
  async handle({ devices }: OrdersService, { caller }) {
    unlimited(caller)
    const asking = (await devices.all()).filter(({ mayCall, worklistAccess }) => mayCall && worklistAccess !== 'none')
    return { stations: asking.map(({ aeTitle, description }) => ({ aeTitle, description })) }
  },
})

const addEntry = route({
  method: 'POST', url: '/api/worklist', summary: 'Plan an examination', allow: staff, body: NewEntry, answer: EntryView,
  async handle({ orders }: OrdersService, { caller, body }) {
    unlimited(caller)
    return saved(await orders.add(caller, body))
  },
})

const showEntry = route({
  method: 'GET', url: '/api/worklist/:id', summary: 'A planned examination, with what was performed of it', allow: staff,
  params: ById, answer: EntryDetail,
  async handle({ orders }: OrdersService, { caller, params }) {
    unlimited(caller)
    const known = await orders.one(params.id)
    if (known === undefined) return noEntry()
    return { entry: entryView(known.entry), performed: known.performed.map(performedView), studyId: known.studyId }
  },
})

const changeEntry = route({
  method: 'PATCH', url: '/api/worklist/:id', summary: 'Change what is planned, until it begins', allow: staff,
  params: ById, body: EntryChange, answer: EntryView,
  async handle({ orders }: OrdersService, { caller, params, body }) {
    unlimited(caller)
    return saved(await orders.change(caller, params.id, body))
  },
})

const cancelEntry = route({
  method: 'POST', url: '/api/worklist/:id/cancel', summary: 'Cancel what has not begun', allow: staff,
  params: ById, body: Cancelling, answer: EntryView,
  async handle({ orders }: OrdersService, { caller, params, body: { version, reason } }) {
    unlimited(caller)
    return saved(await orders.cancel(caller, params.id, version, reason))
  },
})

const reopenEntry = route({
  method: 'POST', url: '/api/worklist/:id/reopen', summary: 'Plan once more what was cancelled or given up', allow: staff,
  params: ById, body: Versioned, answer: EntryView,
  async handle({ orders }: OrdersService, { caller, params, body: { version } }) {
    unlimited(caller)
    return saved(await orders.reopen(caller, params.id, version))
  },
})

function saved(outcome: ChangedEntry): EntryView {
  switch (outcome.kind) {
    case 'saved': return entryView(outcome.entry)
    case 'not-found': return noEntry()
    case 'invalid': throw new Problem('entry-invalid', 400, `These fields hold no valid value: ${outcome.fields.join(', ')}.`)
    case 'accession-taken': throw new Problem('accession-taken', 409, 'This accession number is another patient\'s.')
    case 'stale': throw new Problem('entry-changed', 409, 'This entry has changed since it was opened. Open it again.')
    case 'not-now': throw new Problem('entry-not-now', 409, 'The examination has begun or is over: this is no longer possible.')
  }
}

function noEntry(): never {
  throw new Problem('entry-not-found', 404, 'There is no such entry on the worklist.')
}

export const routes = [listEntries, listStations, addEntry, showEntry, changeEntry, cancelEntry, reopenEntry]
