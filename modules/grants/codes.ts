/**
 * A way to one's images without an account: an access code on a printout, and the birth date (POR-25, POR-26, POR-41).
 *
 * A wrong code and a wrong birth date are answered alike, in the same number of steps. With the fifth wrong try in a row a code is
 * locked, whether there is one or not, until staff unlocks it or prints another. Who has both right gets a session
 * of a visitor's account, which reaches what the code opens and nothing else.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import { DAY_MS, HOUR_MS, type Clock, type Instant } from '../../platform/server/clock.ts'
import { newId } from '../../platform/server/ids.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { People, Visitors } from '../accounts/index.ts'
import type { Archive, PatientIdentity } from '../archive/index.ts'
import { hashOfBoth, hashOfCode, isSame, newAccessCode, read, WRONG_MAX } from './access-code.ts'
import type { CodeFilter, CodeState, Fetch, NewCode } from './contract.ts'
import { endWithAll } from './ending.ts'
import { ACTIONS, type Grants } from './grants.ts'
import { examOf, type ExamOf } from './openings.ts'
import { CODE_DAYS, HOLD_HOURS } from './settings.ts'
import { addGrant, type Db } from './store.ts'
import * as store from './store/codes.ts'
import type { AccessCodeRow } from './tables.ts'

/** Tries at codes that there are not are of no use for longer. */
const TRIES_KEPT_MS = 30 * DAY_MS
const PAGE_ROWS = 25

export interface ListedCode {
  readonly code: store.KnownCode
  readonly state: CodeState
  readonly madeBy: string
}

/** What is told once, to be printed. */
export interface NewlyMade {
  readonly kind: 'made'
  readonly listed: ListedCode
  readonly code: string
  /** Those that are here now. */
  readonly exams: readonly ExamOf['study'][]
}

export type CodeMade = NewlyMade | { readonly kind: 'no-exam' | 'no-birth-date' }

export type Fetching =
  | { readonly kind: 'open'; readonly token: string; readonly until: Instant }
  | { readonly kind: 'not-yet'; readonly until: Instant }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked' }
  /** All is right, but its time is over or it was ended: told to nobody else. */
  | { readonly kind: 'over' }

export interface Codes {
  make(caller: AccountCaller, wish: NewCode): Promise<CodeMade>
  ofPatient(patient: PatientIdentity): Promise<readonly ListedCode[]>
  /** Newest first; `next` leads to the page after. */
  page(filter: CodeFilter): Promise<{ readonly codes: readonly ListedCode[]; readonly next: string | null }>
  /** @returns false if there is no such code. */
  end(caller: AccountCaller, id: string): Promise<boolean>
  /** @returns false if there is no such code. */
  unlock(caller: AccountCaller, id: string): Promise<boolean>
  fetch(given: Fetch, address: string): Promise<Fetching>
  /** Closes what is over though nobody asked. */
  tidy(): Promise<void>
}

export interface CodesOptions {
  readonly db: Db
  readonly clock: Clock
  readonly archive: Archive
  readonly people: Pick<People, 'known'>
  readonly visitors: Visitors
  readonly settings: Settings
  /** Of this installation, hexadecimal: keys the hashes of codes. */
  readonly codeKey: string
}

export function createCodes(options: CodesOptions, grants: Grants): Codes {
  const { db, clock, people } = options
  const listed = async (codes: readonly store.KnownCode[]): Promise<readonly ListedCode[]> => {
    const known = await people.known(codes.map((code) => code.made_by))
    return codes.map((code) => ({ code, state: stateOf(code, clock.now()), madeBy: known.get(code.made_by)?.display_name ?? '' }))
  }
  return {
    async make(caller, wish) {
      const made = await make(options, caller, wish)
      if (made.kind !== 'made') return made
      const row = await store.codeById(db, made.id)
      const [one] = row === undefined ? [] : await listed([row])
      return one === undefined ? { kind: 'no-exam' } : { kind: 'made', listed: one, code: made.code, exams: made.exams }
    },
    ofPatient: async ({ patientId, issuer }) => listed(await store.codesOfPatient(db, patientId, issuer)),
    async page({ text, before }) {
      const rows = await store.codes(db, { words: text?.trim() ?? '', before: before ?? null, limit: PAGE_ROWS + 1 })
      const shown = await listed(rows.slice(0, PAGE_ROWS))
      return { codes: shown, next: rows.length > PAGE_ROWS ? (shown.at(-1)?.code.id ?? null) : null }
    },
    end: (caller, id) => end(options, caller, id),
    unlock: (caller, id) => unlock(options, caller, id),
    fetch: (given, address) => fetch(options, grants, given, address),
    tidy: () => tidy(options),
  }
}

export function stateOf({ ended_at, until, wrong }: Pick<store.KnownCode, 'ended_at' | 'until' | 'wrong'>, now: Instant): CodeState {
  if (ended_at !== null && ended_at < until) return 'ended'
  if (now >= until) return 'over'
  return wrong >= WRONG_MAX ? 'locked' : 'open'
}

interface Meant {
  readonly patient: PatientIdentity & { readonly name: string; readonly birthDate: string }
  readonly studies: string[] | null
}

async function meant(archive: Archive, { of }: NewCode): Promise<Meant | 'no-exam' | 'no-birth-date'> {
  if (!('studyId' in of)) {
    const { patientId, name, birthDate } = of
    return { patient: { patientId: patientId.trim(), issuer: '', name: name.trim(), birthDate }, studies: null }
  }
  const exam = await examOf(archive, of.studyId)
  if (exam === undefined || exam.patient.patientId === '') return 'no-exam'
  const birthDate = exam.patient.birthDate === '' ? (of.birthDate ?? '') : exam.patient.birthDate
  return birthDate === '' ? 'no-birth-date' : { patient: { ...exam.patient, birthDate }, studies: of.scope === 'exam' ? [of.studyId] : null }
}

type Made = { readonly kind: 'made'; readonly id: string; readonly code: string; readonly exams: readonly ExamOf['study'][] }

async function make(options: CodesOptions, caller: AccountCaller, wish: NewCode): Promise<Made | { kind: 'no-exam' | 'no-birth-date' }> {
  const { db, clock, archive, visitors, settings, codeKey } = options
  const whose = await meant(archive, wish)
  if (typeof whose === 'string') return { kind: whose }
  const { patient, studies } = whose
  const [now, code] = [clock.now(), newAccessCode()]
  const [id, grantId] = [newId('cod', now), newId('grt', now)]
  const until = now + settings.value(CODE_DAYS) * DAY_MS
  const accountId = await visitors.add(readableName(patient.name))
  await db.transaction().execute(async (tx) => {
    const whoseGrant = { patient_id: patient.patientId, issuer: patient.issuer, created_at: now, until }
    await addGrant(tx, {
      ...whoseGrant, id: grantId, kind: 'code', parent_id: null, account_id: accountId, studies, actions: [...ACTIONS],
      reason: '', granted_by: caller.accountId,
    })
    await store.addCode(tx, {
      ...whoseGrant, id, account_id: accountId, grant_id: grantId, code_hash: hashOfCode(codeKey, code),
      check_hash: hashOfBoth(codeKey, code, patient.birthDate), patient_name: patient.name, language: wish.language,
      made_by: caller.accountId, opens_at: now + settings.value(HOLD_HOURS) * HOUR_MS,
    })
    await audit(tx, {
      action: 'grants.code-made', actor: actorOf(caller), address: null, subject: id, outcome: 'done',
      detail: { grant: grantId, scope: studies === null ? 'patient' : 'exam' },
    })
  })
  const exams = (await archive.studiesOfPatient(patient)).filter((study) => studies?.includes(study.id) ?? true)
  return { kind: 'made', id, code, exams }
}

/** "Family, Given" of a PN, PS3.5 §6.2.1. */
export function readableName(name: string): string {
  const [family = '', ...given] = (name.split('=')[0] ?? '').split('^').map((part) => part.trim())
  return [family, given.slice(0, 2).filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ')
}

async function fetch(
  { db, clock, visitors, codeKey }: CodesOptions, grants: Grants, given: Fetch, address: string,
): Promise<Fetching> {
  const [now, code] = [clock.now(), read(given.code)]
  const codeHash = hashOfCode(codeKey, code)
  const tries = await store.takeTry(db, codeHash, now)
  const row = await store.codeByHash(db, codeHash)
  const isRight = isSame(row?.check_hash ?? codeHash, hashOfBoth(codeKey, code, given.birthDate))
  if (row === undefined || !isRight || tries > WRONG_MAX) {
    await noteTry(db, row, address, 'refused')
    return { kind: tries >= WRONG_MAX ? 'locked' : 'wrong' }
  }
  await store.forgive(db, codeHash)
  await store.noteUse(db, row.id, now)
  await noteTry(db, row, address, 'done')
  const { until } = row
  if (stateOf({ ...row, wrong: 0 }, now) !== 'open') return { kind: 'over' }
  const caller: AccountCaller = { kind: 'account', accountId: row.account_id, role: 'visitor', sessionId: '' }
  if (now < row.opens_at || (await grants.studies(caller, 'view')).length === 0) return { kind: 'not-yet', until }
  const token = await visitors.startSession(row.account_id)
  return token === undefined ? { kind: 'over' } : { kind: 'open', token, until }
}

/** A code that never was is nobody's: its tries are counted, and written down without a subject of ours. */
async function noteTry(db: Db, row: AccessCodeRow | undefined, address: string, outcome: 'done' | 'refused'): Promise<void> {
  await audit(db, { action: 'grants.code-used', actor: row?.account_id ?? null, address, subject: row?.id ?? 'unknown', outcome })
}

async function end({ db, clock, visitors }: CodesOptions, caller: AccountCaller, id: string): Promise<boolean> {
  const known = await store.codeById(db, id)
  if (known === undefined) return false
  await db.transaction().execute(async (tx) => {
    const row = await store.endCode(tx, id, clock.now())
    if (row === undefined) return
    await endWithAll(tx, caller, row.grant_id, clock.now())
    await audit(tx, { action: 'grants.code-ended', actor: actorOf(caller), address: null, subject: id, outcome: 'done' })
  })
  await visitors.close(known.account_id)
  return true
}

async function unlock({ db }: CodesOptions, caller: AccountCaller, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await store.codeById(tx, id)
    if (row === undefined) return false
    await store.forgive(tx, row.code_hash)
    await audit(tx, { action: 'grants.code-unlocked', actor: actorOf(caller), address: null, subject: id, outcome: 'done' })
    return true
  })
}

async function tidy({ db, clock, visitors }: CodesOptions): Promise<void> {
  const now = clock.now()
  for (const { id, account_id } of await store.codesOver(db, now)) {
    await visitors.close(account_id)
    await store.endCode(db, id, now)
  }
  await store.forgetTries(db, now - TRIES_KEPT_MS)
}
