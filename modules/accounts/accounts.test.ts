import type { Kysely } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditMigrations } from '../../platform/server/audit.ts'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import { SECOND_MS, type Clock } from '../../platform/server/clock.ts'
import { freshDatabase } from '../../platform/server/database/testing.ts'
import { createInvitations, INVITATION_LIFETIME_MS, type Invitations } from './invitations.ts'
import { migrations } from './migrations/index.ts'
import { createPeople, type People } from './people.ts'
import {
  createSessions, FREE_TRIES, SESSION_IDLE_MS, SESSION_LIFETIME_MS, waitAfter, type Sessions,
} from './sign-in.ts'
import type { AccountsTables } from './tables.ts'

const ALL = [...auditMigrations, ...migrations]
const NOBODY = { kind: 'anonymous' } as const
const clock: Clock & { time: number } = { time: 0, now() { return this.time } }

let db: Kysely<AccountsTables>
let people: People
let invitations: Invitations
let sessions: Sessions

beforeEach(async () => {
  clock.time = Date.UTC(2026, 0, 1)
  db = await freshDatabase<AccountsTables>(ALL)
  invitations = createInvitations(db, clock)
  people = createPeople(db, clock, invitations)
  sessions = createSessions(db, clock)
})

async function clerk(password = 'correct horse'): Promise<string> {
  const added = await people.add(NOBODY, { username: 'Clara', displayName: 'Clara', role: 'clerk' })
  if (added.kind !== 'added') throw new Error(added.kind)
  await people.setPassword(added.account.id, password)
  return added.account.id
}

async function tokenFor(password = 'correct horse'): Promise<string> {
  const outcome = await sessions.signIn({ username: 'clara', password }, '10.0.0.1')
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return outcome.token
}

describe('signing in', () => {
  it('takes the right password, whatever the case of the name', async () => {
    await clerk()
    const outcome = await sessions.signIn({ username: ' CLARA ', password: 'correct horse' }, '10.0.0.1')
    expect(outcome.kind).toBe('signed-in')
  })

  it('answers alike to a wrong password, an unknown name, an account without password and one switched off', async () => {
    const id = await clerk()
    await people.add(NOBODY, { username: 'new', displayName: 'New', role: 'clerk' })
    const tries = [['clara', 'wrong'], ['nobody', 'correct horse'], ['new', 'correct horse']] as const
    for (const [username, password] of tries)
      expect(await sessions.signIn({ username, password }, '')).toEqual({ kind: 'wrong-credentials' })
    await people.setActive(NOBODY, id, false)
    expect(await sessions.signIn({ username: 'clara', password: 'correct horse' }, '')).toEqual({ kind: 'wrong-credentials' })
  })

  it('makes who guesses wait, even with the right password, and lets in after the wait', async () => {
    await clerk()
    const guess = (password: string) => sessions.signIn({ username: 'clara', password }, '')
    for (let tried = 0; tried < FREE_TRIES; tried++) expect(await guess('wrong')).toEqual({ kind: 'wrong-credentials' })
    expect(await guess('correct horse')).toEqual({ kind: 'too-many-attempts' })
    clock.time += waitAfter(FREE_TRIES)
    expect((await guess('correct horse')).kind).toBe('signed-in')
    expect((await guess('correct horse')).kind).toBe('signed-in')
  })

  it('judges no more guesses in parallel than in a row', async () => {
    await clerk()
    const guesses = Array.from({ length: 12 }, () => sessions.signIn({ username: 'clara', password: 'wrong' }, ''))
    const outcomes = (await Promise.all(guesses)).map(({ kind }) => kind)
    expect(outcomes.filter((kind) => kind === 'wrong-credentials')).toHaveLength(FREE_TRIES)
  })

  it('waits twice as long after each further wrong password, up to a quarter of an hour', () => {
    expect([4, 5, 6, 8, 40].map(waitAfter)).toEqual([0, SECOND_MS, 2 * SECOND_MS, 8 * SECOND_MS, 900 * SECOND_MS])
  })
})

describe('a session', () => {
  it('knows its account until signed out', async () => {
    const accountId = await clerk()
    const token = await tokenFor()
    const caller = await sessions.recognize(token)
    expect(caller).toMatchObject({ kind: 'account', accountId, role: 'clerk' })
    await sessions.signOut(caller)
    expect(await sessions.recognize(token)).toEqual(NOBODY)
  })

  it('ends after half an hour without use, and after twelve hours in any case', async () => {
    await clerk()
    const idle = await tokenFor()
    const busy = await tokenFor()
    clock.time += SESSION_IDLE_MS - 1
    expect((await sessions.recognize(busy)).kind).toBe('account')
    clock.time += 1
    expect(await sessions.recognize(idle)).toEqual(NOBODY)
    for (const end = clock.time + SESSION_LIFETIME_MS - SESSION_IDLE_MS - 1; clock.time < end; clock.time += SESSION_IDLE_MS / 2)
      expect((await sessions.recognize(busy)).kind).toBe('account')
    clock.time += SESSION_IDLE_MS / 2
    expect(await sessions.recognize(busy)).toEqual(NOBODY)
  })

  it('ends at once when its account is switched off', async () => {
    const id = await clerk()
    const token = await tokenFor()
    await people.setActive(NOBODY, id, false)
    expect(await sessions.recognize(token)).toEqual(NOBODY)
  })

  it('survives a new password only where that was set', async () => {
    await clerk()
    const [here, elsewhere] = [await tokenFor(), await tokenFor()]
    const caller = (await sessions.recognize(here)) as AccountCaller
    expect(await people.changePassword(caller, { current: 'wrong', next: 'new password' })).toBe('wrong-password')
    expect(await people.changePassword(caller, { current: 'correct horse', next: 'new password' })).toBe('changed')
    expect((await sessions.recognize(here)).kind).toBe('account')
    expect(await sessions.recognize(elsewhere)).toEqual(NOBODY)
  })

  it('keeps no token that could be read from the database', async () => {
    await clerk()
    const token = await tokenFor()
    const rows = await db.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('an invitation', () => {
  async function invited(): Promise<string> {
    const added = await people.add(NOBODY, { username: 'new', displayName: 'New', role: 'clerk' })
    return added.kind === 'added' ? added.token : ''
  }

  it('sets a password once', async () => {
    const token = await invited()
    expect((await invitations.open(token))?.account.username).toBe('new')
    const both = await Promise.all([invitations.redeem(token, 'first password'), invitations.redeem(token, 'other password')])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['not-found', 'redeemed'])
    expect(await invitations.open(token)).toBeUndefined()
  })

  it('ends after a week, and when a new one is made', async () => {
    const token = await invited()
    clock.time += INVITATION_LIFETIME_MS
    expect(await invitations.redeem(token, 'new password')).toEqual({ kind: 'not-found' })
    clock.time -= 1
    const [account] = await people.all()
    const again = await people.invite(NOBODY, account?.id ?? '')
    expect(await invitations.open(token)).toBeUndefined()
    expect(await invitations.open(again?.token ?? '')).toBeDefined()
  })

  it('is made for the first administrator until there is one', async () => {
    const token = await people.inviteFirstAdministrator()
    expect(await people.inviteFirstAdministrator()).not.toBeNull()
    const last = (await people.inviteFirstAdministrator()) ?? ''
    expect(await invitations.open(token ?? '')).toBeUndefined()
    await invitations.redeem(last, 'new password')
    expect(await people.inviteFirstAdministrator()).toBeNull()
  })
})

describe('adding people', () => {
  it('gives a user name once', async () => {
    await clerk()
    const again = await people.add(NOBODY, { username: 'clara', displayName: 'Clara', role: 'doctor' })
    expect(again).toEqual({ kind: 'username-taken' })
  })

  it('wants a Patient ID for patients and for nobody else', async () => {
    const patient = { username: 'p', displayName: 'P', role: 'patient' } as const
    expect(await people.add(NOBODY, patient)).toEqual({ kind: 'patient-id-misplaced' })
    expect(await people.add(NOBODY, { ...patient, role: 'clerk', patientId: '1' })).toEqual({ kind: 'patient-id-misplaced' })
  })
})
