/** Storage and retention over HTTP, for administrators. Translates, decides nothing. */
import Type from 'typebox'
import { asRole } from '../../../platform/server/auth/caller.ts'
import { isoTime } from '../../../platform/server/clock.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { accountOf, route } from '../../../platform/server/http/route.ts'
import { RetentionDryRun, RetentionRules, RetentionView, StorageView, StoreTrialView } from '../contract.ts'
import { mustBeGone } from '../correction/routes.ts'
import type { Retention } from '../retention/retention.ts'
import type { Storage } from './storage.ts'

export interface KeepingService {
  readonly storage: Storage
  readonly retention: Retention
}

const admin = asRole('admin')

const showStorage = route({
  method: 'GET', url: '/api/storage', summary: 'How full the disk is, and whether what is stored is sound', allow: admin, answer: StorageView,
  handle: ({ storage }: KeepingService) => storage.view(),
})

const removeDamaged = route({
  method: 'DELETE', url: '/api/storage/damaged/:id', summary: 'Take a damaged image out, so that it may be sent again', allow: admin,
  params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
  async handle({ storage }: KeepingService, { caller, address, params }) {
    const outcome = await storage.removeDamaged({ caller, address }, params.id)
    if (outcome.kind === 'not-found') throw new Problem('damage-not-found', 404, 'There is no such damaged image any more.')
    mustBeGone(outcome)
  },
})

const fetchDamaged = route({
  method: 'POST', url: '/api/storage/damaged/fetch', summary: 'Ask devices again for the images of which files are damaged', allow: admin,
  handle: ({ storage }: KeepingService) => storage.fetchDamaged(),
})

const tryStore = route({
  method: 'POST', url: '/api/storage/store/trial', summary: 'Write, read and remove a few bytes in the store of segments', allow: admin, answer: StoreTrialView,
  async handle({ storage }: KeepingService) {
    const trial = await storage.tryStore()
    if (trial === null) throw new Problem('store-absent', 409, 'This server was started without a second store.')
    return trial
  },
})

const showRetention = route({
  method: 'GET', url: '/api/retention', summary: 'How long studies are kept, and what went', allow: admin, answer: RetentionView,
  handle: ({ retention }: KeepingService) => viewOf(retention),
})

const changeRetention = route({
  method: 'PUT', url: '/api/retention', summary: 'Say how long studies are kept', allow: admin, body: RetentionRules, answer: RetentionView,
  async handle({ retention }: KeepingService, { caller, address, body }) {
    await retention.setRules(accountOf(caller), address, body.rules)
    return viewOf(retention)
  },
})

const FIRST_SHOWN = 50

const tryRetention = route({
  method: 'POST', url: '/api/retention/dry-run', summary: 'What would be removed by these rules; nothing is', allow: admin,
  body: RetentionRules, answer: RetentionDryRun,
  async handle({ retention }: KeepingService, { body }) {
    const { due, isMore } = await retention.plan(body.rules)
    const going = due.filter(({ isHeld }) => !isHeld)
    return {
      studies: going.length, sizeBytes: going.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0), held: due.length - going.length, isMore,
      first: due.slice(0, FIRST_SHOWN).map(({ id, patientName, patientId, date, description, sizeBytes, rule, isHeld }) => (
        { id, patientName, patientId, date, description, sizeBytes, rule, isHeld })),
    }
  },
})

async function viewOf(retention: Retention): Promise<RetentionView> {
  const [rules, runs, sources] = await Promise.all([retention.rules(), retention.runs(), retention.sources()])
  return { rules: [...rules], runs: runs.map((run) => ({ ...run, at: isoTime(run.at) })), sources: [...sources] }
}

export const keepingRoutes = [showStorage, removeDamaged, fetchDamaged, tryStore, showRetention, changeRetention, tryRetention]
