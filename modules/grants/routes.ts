/** Grants over HTTP: for staff who may see a patient, and printouts; for anybody, a code. Translates, decides nothing. */
import Type from 'typebox'
import { anyone, asRole } from '../../platform/server/auth/caller.ts'
import { isoTime } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, route } from '../../platform/server/http/route.ts'
import type { Codes } from './codes.ts'
import {
  AccessView, CodeFilter, CodeList, DoctorList, Fetch, Fetched, MadeCode, NewCode, NewOpening,
} from './contract.ts'
import type { Openings } from './openings.ts'
import type { Printing } from './printing.ts'
import { codeView, examView, holderView } from './views.ts'

export interface GrantsService {
  readonly openings: Openings
  readonly codes: Codes
  readonly printing: Printing
}

const ById = Type.Object({ id: Type.String({ maxLength: 64 }) })
const staff = asRole('admin', 'clerk')
/** A person types slowly; a program that guesses is one address among others. */
const TRIES_PER_MINUTE = 20

const showAccess = route({
  method: 'GET', url: '/api/access/studies/:id', summary: 'Who may see an exam and its patient', allow: staff,
  params: ById, answer: AccessView,
  handle: ({ openings, codes }: GrantsService, { params }) => accessTo({ openings, codes }, params.id),
})

const openExam = route({
  method: 'POST', url: '/api/access/studies/:id/grants', summary: 'Open an exam, or all of its patient, to a doctor', allow: staff,
  params: ById, body: NewOpening, answer: AccessView,
  async handle({ openings, codes }: GrantsService, { caller, params, body }) {
    const { kind } = await openings.open(accountOf(caller), params.id, body)
    switch (kind) {
      case 'opened': return accessTo({ openings, codes }, params.id)
      case 'no-exam': return noExam()
      case 'no-doctor': throw new Problem('doctor-not-found', 404, 'There is no such doctor.')
    }
  },
})

const endGrant = route({
  method: 'DELETE', url: '/api/access/grants/:id', summary: 'End what was opened to a doctor', allow: staff, params: ById,
  async handle({ openings }: GrantsService, { caller, params }) {
    if (!(await openings.end(accountOf(caller), params.id)))
      throw new Problem('grant-not-found', 404, 'This was ended already, or never was.')
  },
})

const listDoctors = route({
  method: 'GET', url: '/api/access/doctors', summary: 'Doctors to whom exams can be opened', allow: staff, answer: DoctorList,
  async handle({ openings }: GrantsService) {
    return { doctors: (await openings.doctors()).map(({ id, name, username }) => ({ id, name, username })) }
  },
})

const listCodes = route({
  method: 'GET', url: '/api/access/codes', summary: 'Printouts with an access code, newest first', allow: staff,
  query: CodeFilter, answer: CodeList,
  async handle({ codes }: GrantsService, { query }) {
    const { codes: listed, next } = await codes.page(query)
    return { codes: listed.map(codeView), next }
  },
})

const makeCode = route({
  method: 'POST', url: '/api/access/codes', summary: 'A printout with an access code, for a patient without an account', allow: staff,
  body: NewCode, answer: MadeCode,
  async handle({ codes, printing }: GrantsService, { caller, body }) {
    const made = await codes.make(accountOf(caller), body)
    switch (made.kind) {
      case 'made': {
        const printout = Buffer.from(await printing.of(made)).toString('base64')
        return { view: codeView(made.listed), code: printing.written(made), printout }
      }
      case 'no-exam': return noExam()
      case 'no-birth-date': throw new Problem('birth-date-missing', 400, 'The images do not tell the date of birth: type it.')
    }
  },
})

const endCode = route({
  method: 'DELETE', url: '/api/access/codes/:id', summary: 'End an access code, and every visit on it', allow: staff, params: ById,
  async handle({ codes }: GrantsService, { caller, params }) {
    if (!(await codes.end(accountOf(caller), params.id))) noCode()
  },
})

const unlockCode = route({
  method: 'POST', url: '/api/access/codes/:id/unlock', summary: 'Let a code be tried again that was locked', allow: staff, params: ById,
  async handle({ codes }: GrantsService, { caller, params }) {
    if (!(await codes.unlock(accountOf(caller), params.id))) noCode()
  },
})

const fetchByCode = route({
  method: 'POST', url: '/api/fetch', summary: 'Images by access code and date of birth', allow: anyone, callsPerMinute: TRIES_PER_MINUTE,
  body: Fetch, answer: Fetched,
  async handle({ codes }: GrantsService, { body, address, startSession }) {
    const outcome = await codes.fetch(body, address)
    switch (outcome.kind) {
      case 'open':
        startSession(outcome.token)
        return { state: 'open' as const, until: isoTime(outcome.until) }
      case 'not-yet': return { state: 'not-yet' as const, until: isoTime(outcome.until) }
      case 'wrong': throw new Problem('access-code-wrong', 403, 'The access code or the date of birth is not right.')
      case 'locked': throw new Problem('access-code-locked', 403, 'Too many wrong tries: this code is locked. Ask the help desk.')
      case 'over': throw new Problem('access-code-over', 410, 'The time of this code is over. Ask the help desk for a new one.')
    }
  },
})

async function accessTo({ openings, codes }: Pick<GrantsService, 'openings' | 'codes'>, studyId: string): Promise<AccessView> {
  const exam = (await openings.exam(studyId)) ?? noExam()
  const isSomebodys = exam.patient.patientId !== ''
  const [holders, ofPatient] = isSomebodys
    ? await Promise.all([openings.holders(exam.patient), codes.ofPatient(exam.patient)]) : [[], []]
  return { ...examView(exam), holders: holders.map((held) => holderView(held, studyId)), codes: ofPatient.map(codeView) }
}

function noExam(): never {
  throw new Problem('exam-not-found', 404, 'There is no such exam.')
}

function noCode(): never {
  throw new Problem('code-not-found', 404, 'There is no such access code.')
}

export const routes = [showAccess, openExam, endGrant, listDoctors, listCodes, makeCode, endCode, unlockCode, fetchByCode]
