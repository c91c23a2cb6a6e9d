/** The quarantine over HTTP. Translates, decides nothing. ING-39. */
import Type from 'typebox'
import { asRole } from '../../../platform/server/auth/caller.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { bytesRoute, route } from '../../../platform/server/http/route.ts'
import { Decision, HeldDetail, HeldHeader, HeldList, HeldPage } from '../contract.ts'
import type { Decided, Quarantine } from './cases.ts'
import { caseView, imageView } from './views.ts'

export interface QuarantineService {
  readonly quarantine: Quarantine
}

const staff = asRole('admin', 'clerk')
const ByCase = Type.Object({ caseId: Type.String({ maxLength: 64 }) })
const ById = Type.Object({ id: Type.String({ maxLength: 64 }) })

const listHeld = route({
  method: 'GET', url: '/api/quarantine', summary: 'What was kept and waits for a person, newest first', allow: staff,
  query: HeldPage, answer: HeldList,
  async handle({ quarantine }: QuarantineService, { query: { is = 'waiting', after } }) {
    const [{ cases, next }, room] = await Promise.all([quarantine.page({ is, after }), quarantine.room()])
    return { cases: cases.map(caseView), next, room }
  },
})

const oneHeld = route({
  method: 'GET', url: '/api/quarantine/:caseId', summary: 'One case with its images', allow: staff, params: ByCase, answer: HeldDetail,
  async handle({ quarantine }: QuarantineService, { params }) {
    const { held, images } = (await quarantine.one(params.caseId)) ?? nothing()
    return { held: caseView(held), images: images.map(imageView) }
  },
})

const decideHeld = route({
  method: 'POST', url: '/api/quarantine/:caseId/decision', summary: 'Take it as it came, repair it, try again, or discard it', allow: staff,
  params: ByCase, body: Decision,
  async handle({ quarantine }: QuarantineService, { params, body, caller, address }) {
    settled(await quarantine.decide({ caller, address }, params.caseId, body))
  },
})

const heldHeader = route({
  method: 'GET', url: '/api/quarantine/images/:id/header', summary: 'The header that came, and that of the same UID here', allow: staff,
  params: ById, answer: HeldHeader,
  handle: async ({ quarantine }: QuarantineService, { params, caller, address }) =>
    (await quarantine.header({ caller, address }, params.id)) ?? nothing(),
})

const heldFile = bytesRoute({
  method: 'GET', url: '/api/quarantine/images/:id/file', summary: 'The bytes that came', allow: staff, params: ById,
  handle: async ({ quarantine }: QuarantineService, { params, caller, address }) =>
    (await quarantine.file({ caller, address }, params.id)) ?? nothing(),
})

function settled(decided: Decided): void {
  switch (decided.kind) {
    case 'taken': return
    case 'not-found': return nothing()
    case 'not-possible':
      throw new Problem('held-not-possible', 409, 'This cannot be done about it, or somebody has decided in the meantime.')
    case 'in-use':
      throw new Problem('held-in-use', 409, 'A download or a share stands on this exam. End it first.')
  }
}

function nothing(): never {
  throw new Problem('held-not-found', 404, 'Nothing of this name waits here.')
}

export const quarantineRoutes = [listHeld, oneHeld, decideHeld, heldHeader, heldFile]
