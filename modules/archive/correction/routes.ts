/** Cards of Studies over HTTP. Translates, decides nothing. */
import { isDate } from '@filmjacket/dicom-data'
import Type from 'typebox'
import { asRole } from '../../../platform/server/auth/caller.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { accountOf, route } from '../../../platform/server/http/route.ts'
import { CorrectionAnswer, NewCorrection, StudyCard, StudyRejection } from '../contract.ts'
import type { Rejecting } from '../quarantine/rejecting.ts'
import type { Remove, StudyRemoval } from '../removal.ts'
import type { Cards } from './card.ts'
import type { Corrections } from './corrections.ts'

export interface CardService {
  readonly cards: Cards
  readonly corrections: Corrections
  readonly removal: StudyRemoval
  readonly rejecting: Rejecting
}

const staff = asRole('admin', 'clerk')
const Id = Type.String({ maxLength: 64 })
const OfStudy = Type.Object({ id: Id })

const showCard = route({
  method: 'GET', url: '/api/archive/studies/:id', summary: 'Whose a study is, what was corrected, where it came from', allow: staff,
  params: OfStudy, answer: StudyCard,
  async handle({ cards }: CardService, { params }) {
    const card = await cards.one(params.id)
    if (card === 'removed') throw new Problem('study-removed', 410, 'This study was here, and has been removed.')
    return card ?? noStudy()
  },
})

const correct = route({
  method: 'POST', url: '/api/archive/studies/:id/corrections', summary: 'Say whose a study is', allow: staff,
  params: OfStudy, body: NewCorrection, answer: CorrectionAnswer,
  async handle({ corrections }: CardService, { caller, address, params, body }) {
    const { birthDate } = body.identity
    if (birthDate !== '' && !isDate(birthDate)) throw new Problem('invalid-input', 400, 'birthDate is no day of any calendar.')
    const outcome = await corrections.correct({ caller: accountOf(caller), address }, params.id, body)
    switch (outcome.kind) {
      case 'not-found': return noStudy()
      case 'known-patient': return { outcome: outcome.kind, person: outcome.person }
      case 'corrected':
      case 'unchanged': return { outcome: outcome.kind, person: null }
    }
  },
})

const undo = route({
  method: 'DELETE', url: '/api/archive/studies/:id/corrections/:correctionId', summary: 'Take a correction back', allow: staff,
  params: Type.Object({ id: Id, correctionId: Id }),
  async handle({ corrections }: CardService, { caller, address, params }) {
    const { kind } = await corrections.undo({ caller: accountOf(caller), address }, params.id, params.correctionId)
    if (kind === 'not-found') throw new Problem('correction-not-found', 404, 'There is no such correction, or it was taken back already.')
  },
})

const remove = route({
  method: 'DELETE', url: '/api/archive/studies/:id', summary: 'Remove a study for good', allow: asRole('admin'), params: OfStudy,
  async handle({ removal }: CardService, { caller, address, params }) {
    mustBeGone(await removal.study({ caller, address }, params.id))
  },
})

const reject = route({
  method: 'POST', url: '/api/archive/studies/:id/rejection', summary: 'Take a study out of sight, with a note that tells why', allow: staff,
  params: OfStudy, body: StudyRejection,
  async handle({ rejecting }: CardService, { caller, address, params, body }) {
    const { kind } = await rejecting.study({ caller: accountOf(caller), address }, params.id, body.title)
    if (kind === 'not-found') return noStudy()
    if (kind === 'off') throw new Problem('rejection-off', 409, 'This site takes rejection notes as objects like others: one would do nothing.')
  },
})

export function mustBeGone({ kind }: Awaited<ReturnType<Remove>>): void {
  switch (kind) {
    case 'removed': return
    case 'not-found': return noStudy()
    case 'held': throw new Problem('images-held', 409, 'Somebody\'s download stands on this study. It can be removed when that is over.')
  }
}

function noStudy(): never {
  throw new Problem('study-not-found', 404, 'There is no such study.')
}

export const cardRoutes = [showCard, correct, undo, reject, remove]
