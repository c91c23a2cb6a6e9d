import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, SECOND_MS } from '../../platform/server/clock.ts'
import { planOf } from '../../platform/server/database/testing.ts'
import { LIFETIME_HOURS, PASSWORD_DAYS, PASSWORD_LENGTH, SESSIONS_AT_A_TIME, sessionSpans } from './settings.ts'
import { peopleQuery } from './store/people.ts'
import { ELSEWHERE, HOME, NOBODY, PASSWORD, TestAccounts } from './testing.ts'
import { FREE_TRIES, FREE_TRIES_OF_STRANGERS, placeOf, waitAfter } from './tries.ts'

const NEXT = 'rhubarb in march'

let test: TestAccounts
beforeEach(async () => {
  test = await TestAccounts.open()
})

const trying = (password: string, from: { address: string; agent: string } = HOME, username = 'clara') =>
  test.parts.door.signIn({ username, password }, from)

describe('signing in', () => {
  it('takes the right password, whatever the case of the name', async () => {
    await test.person('clerk', 'Clara')
    expect((await trying(PASSWORD, HOME, ' CLARA ')).kind).toBe('signed-in')
  })

  it('answers alike to a wrong password, an unknown name, an account without password and one switched off', async () => {
    const { id } = await test.person('clerk', 'clara')
    await test.parts.people.add(NOBODY, { username: 'new', displayName: 'New', role: 'clerk' })
    for (const [username, password] of [['clara', 'wrong'], ['nobody', PASSWORD], ['new', PASSWORD]] as const)
      expect(await trying(password, HOME, username)).toEqual({ kind: 'wrong-credentials' })
    await test.parts.people.setActive(NOBODY, id, false)
    expect(await trying(PASSWORD)).toEqual({ kind: 'wrong-credentials' })
  })

  it('makes who guesses wait, even with the right password, and lets in after the wait', async () => {
    await test.person('clerk', 'clara')
    for (let tried = 0; tried < FREE_TRIES; tried++) expect(await trying('wrong')).toEqual({ kind: 'wrong-credentials' })
    expect(await trying(PASSWORD)).toEqual({ kind: 'too-many-attempts' })
    test.clock.time += waitAfter(FREE_TRIES)
    expect((await trying(PASSWORD)).kind).toBe('signed-in')
    expect((await trying(PASSWORD)).kind).toBe('signed-in')
  })

  it('judges no more guesses in parallel than in a row', async () => {
    await test.person('clerk', 'clara')
    const outcomes = (await Promise.all(Array.from({ length: 12 }, () => trying('wrong')))).map(({ kind }) => kind)
    expect(outcomes.filter((kind) => kind === 'wrong-credentials')).toHaveLength(FREE_TRIES)
  })

  it('waits twice as long after each further wrong password, up to a quarter of an hour', () => {
    expect([4, 5, 6, 8, 40].map((wrong) => waitAfter(wrong))).toEqual([0, SECOND_MS, 2 * SECOND_MS, 8 * SECOND_MS, 900 * SECOND_MS])
  })

  it('slows strangers from many places together', async () => {
    await test.person('clerk', 'clara')
    const from = (n: number) => ({ ...HOME, address: `203.0.113.${n}` })
    for (let n = 0; n < FREE_TRIES_OF_STRANGERS; n++) expect((await trying('wrong', from(n))).kind).toBe('wrong-credentials')
    expect((await trying('wrong', from(200))).kind).toBe('too-many-attempts')
  })

  it('never keeps the owner out of where they came in before, however strangers guess', async () => {
    await test.person('clerk', 'clara')
    expect((await trying(PASSWORD, HOME)).kind).toBe('signed-in')
    for (let n = 0; n < FREE_TRIES_OF_STRANGERS + 5; n++) await trying('wrong', { ...HOME, address: `203.0.113.${n}` })
    expect((await trying(PASSWORD, ELSEWHERE)).kind).toBe('too-many-attempts')
    expect((await trying(PASSWORD, HOME)).kind).toBe('signed-in')
  })

  it('counts a network of IPv6 as one place, and an address that is written otherwise as the same', () => {
    expect(placeOf('2001:db8:1:2:3:4:5:6')).toBe(placeOf('2001:db8:1:2::9'))
    expect(placeOf('2001:db8:1:2::9')).not.toBe(placeOf('2001:db8:1:3::9'))
    expect([placeOf('::1'), placeOf('::ffff:192.0.2.1'), placeOf('2001:db8::1')]).toEqual(['0:0:0:0::', '192.0.2.1', '2001:db8:0:0::'])
  })
})

describe('a session', () => {
  const is = async (token: string) => (await test.parts.sessions.recognize(token)).kind

  it('knows its account until signed out', async () => {
    const { id } = await test.person('clerk', 'clara')
    const caller = await test.caller('clara')
    expect(caller).toMatchObject({ kind: 'account', accountId: id, role: 'clerk' })
    await test.parts.sessions.signOut(caller)
    expect(await is(caller.token)).toBe('anonymous')
  })

  it('ends after a while without use, and after a longer while in any case', async () => {
    await test.person('clerk', 'clara')
    const { idleMs, lifetimeMs } = sessionSpans(test.settings)
    const [idle, busy] = [await test.caller('clara'), await test.caller('clara')]
    test.clock.time += idleMs - 1
    expect(await is(busy.token)).toBe('account')
    test.clock.time += 1
    expect(await is(idle.token)).toBe('anonymous')
    for (const end = test.clock.time + lifetimeMs - idleMs - 1; test.clock.time < end; test.clock.time += idleMs / 2)
      expect(await is(busy.token)).toBe('account')
    test.clock.time += idleMs / 2
    expect(await is(busy.token)).toBe('anonymous')
  })

  it('ends when the site\'s own span is over, also one that began before it was set', async () => {
    await test.person('clerk', 'clara')
    const { token } = await test.caller('clara')
    await test.set(LIFETIME_HOURS, 1)
    test.clock.time += 29 * 60 * SECOND_MS
    expect(await is(token)).toBe('account')
    test.clock.time += 31 * 60 * SECOND_MS
    expect(await is(token)).toBe('anonymous')
  })

  it('ends at once when its account is switched off', async () => {
    const { id } = await test.person('clerk', 'clara')
    const { token } = await test.caller('clara')
    await test.parts.people.setActive(NOBODY, id, false)
    expect(await is(token)).toBe('anonymous')
  })

  it('survives a new password only where that was set', async () => {
    await test.person('clerk', 'clara')
    const [here, elsewhere] = [await test.caller('clara'), await test.caller('clara')]
    const change = (current: string) => test.parts.people.changePassword(here, { current, next: 'rhubarb in march' }, HOME.address)
    expect(await change('wrong')).toEqual({ kind: 'wrong-password' })
    expect(await change(PASSWORD)).toEqual({ kind: 'changed' })
    expect([await is(here.token), await is(elsewhere.token)]).toEqual(['account', 'anonymous'])
  })

  it('is listed with its device for its owner, and ended by nobody else', async () => {
    await test.person('clerk', 'clara')
    await test.person('clerk', 'other')
    const [one, two, other] = [await test.caller('clara'), await test.caller('clara'), await test.caller('other')]
    const all = await test.parts.sessions.all(one)
    expect(all.map(({ device, address }) => [device, address])).toEqual([['Firefox, Linux', HOME.address], ['Firefox, Linux', HOME.address]])
    expect(await test.parts.sessions.end(other, two.sessionId)).toBe(false)
    expect(await test.parts.sessions.end(one, two.sessionId)).toBe(true)
    expect([await is(one.token), await is(two.token)]).toEqual(['account', 'anonymous'])
  })

  it('ends everywhere at once, and nobody else\'s with it', async () => {
    await test.person('clerk', 'clara')
    await test.person('clerk', 'other')
    const [one, two, other] = [await test.caller('clara'), await test.caller('clara'), await test.caller('other')]
    await test.parts.sessions.endAll(one, { tokens: false })
    expect([await is(one.token), await is(two.token), await is(other.token)]).toEqual(['anonymous', 'anonymous', 'account'])
  })

  it('is one of so many as the site allows: one more ends the one that was used longest ago', async () => {
    await test.person('clerk', 'clara')
    await test.set(SESSIONS_AT_A_TIME, 2)
    const first = await test.caller('clara')
    test.clock.time += 2 * 60 * SECOND_MS
    const second = await test.caller('clara')
    test.clock.time += 2 * 60 * SECOND_MS
    expect(await is(first.token)).toBe('account')
    const third = await test.caller('clara')
    expect([await is(first.token), await is(second.token), await is(third.token)]).toEqual(['account', 'anonymous', 'account'])
    await Promise.all(Array.from({ length: 4 }, () => trying(PASSWORD)))
    expect(await test.parts.sessions.all(third)).toHaveLength(2)
  })

  it('keeps no token that could be read from the database', async () => {
    await test.person('clerk', 'clara')
    const { token } = await test.caller('clara')
    expect(JSON.stringify(await test.db.selectFrom('session').selectAll().execute())).not.toContain(token)
  })
})

describe('a new password', () => {
  it('is refused when it is short, common or the person\'s own name, and the old one stays', async () => {
    await test.person('clerk', 'clara.peeters')
    const caller = await test.caller('clara.peeters')
    await test.set(PASSWORD_LENGTH, 12)
    for (const [next, kind] of [['elevenchars', 'too-short'], ['Password2026!', 'common'], ['clara.peeters1', 'own-name']] as const) {
      const outcome = await test.parts.people.changePassword(caller, { current: PASSWORD, next }, HOME.address)
      expect(outcome).toMatchObject({ kind: 'password-refused', why: { kind } })
    }
    expect((await trying(PASSWORD, HOME, 'clara.peeters')).kind).toBe('signed-in')
  })
})

describe('a password whose time is over', () => {
  const over = () => (test.clock.time += 30 * DAY_MS)
  const signIn = (more: object = {}) => test.parts.door.signIn({ username: 'clara', password: PASSWORD, ...more }, HOME)

  it('goes on where the site sets no time, which is how a site begins', async () => {
    await test.person('clerk', 'clara')
    test.clock.time += 3_000 * DAY_MS
    expect((await signIn()).kind).toBe('signed-in')
  })

  it('opens nothing but its replacement, in that instant and not before', async () => {
    await test.person('clerk', 'clara')
    await test.set(PASSWORD_DAYS, 30)
    over()
    test.clock.time -= 1
    expect((await signIn()).kind).toBe('signed-in')
    test.clock.time += 1
    expect(await signIn()).toEqual({ kind: 'password-over' })
    expect(await signIn({ next: PASSWORD })).toEqual({ kind: 'password-refused', why: { kind: 'same' } })
    expect(await signIn({ next: 'password123' })).toMatchObject({ kind: 'password-refused', why: { kind: 'common' } })
    expect((await signIn({ next: NEXT })).kind).toBe('signed-in')
    expect((await signIn()).kind).toBe('wrong-credentials')
    expect((await signIn({ password: NEXT })).kind).toBe('signed-in')
  })

  it('is replaced only with the code of the app, and costs none until then', async () => {
    const { secret } = await test.withCodes('clara', { role: 'clerk' })
    await test.set(PASSWORD_DAYS, 30)
    over()
    const code = await test.code(secret)
    expect((await signIn({ code })).kind).toBe('password-over')
    expect((await signIn({ next: NEXT })).kind).toBe('code-needed')
    expect((await signIn({ next: NEXT, code: '000000' })).kind).toBe('wrong-code')
    expect((await signIn({ next: NEXT, code })).kind).toBe('signed-in')
  })

  it('is not changed by who may sign in with it as it is', async () => {
    await test.person('clerk', 'clara')
    expect((await signIn({ next: NEXT })).kind).toBe('signed-in')
    expect((await signIn()).kind).toBe('signed-in')
  })
})

describe('the list of people', () => {
  it('is read a page at a time, nobody twice, and found by parts of what they are called, whatever case and accents', async () => {
    await test.person('admin', 'ada')
    const admin = await test.caller('ada')
    await sql`insert into account (id, username, display_name, role, patient_id, patient_issuer, active, created_at)
      select 'acc_' || n, 'p' || lpad(n::text, 4, '0'), 'Müller, Zoë ' || n, 'patient', 'ID-' || n, '', true, now() from generate_series(1, 250) n`.execute(test.db)
    const seen: string[] = []
    let after: string | null = ''
    for (let pages = 0; after !== null; pages++) {
      expect(pages).toBeLessThan(4)
      const page: Awaited<ReturnType<typeof test.parts.people.inCareOf>> = await test.parts.people.inCareOf(admin, after === '' ? {} : { after })
      seen.push(...page.people.map(({ account }) => account.username))
      after = page.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([251, 251])
    const called = async (text: string, role?: 'patient' | 'admin') =>
      (await test.parts.people.inCareOf(admin, { text, ...(role !== undefined && { role }) })).people.map(({ account }) => account.username)
    expect(await called('zoe MULLER 17')).toEqual(['p0017', 'p0117', ...Array.from({ length: 10 }, (_, n) => `p017${n}`), 'p0217'])
    expect(await called('id-250')).toEqual(['p0250'])
    expect([await called('%'), await called('a', 'admin')]).toEqual([[], ['ada']])
  })

  it('is found by its index among very many', async () => {
    await sql`insert into account (id, username, display_name, role, patient_id, patient_issuer, active, created_at)
      select 'acc_' || n, 'u' || n, 'Somebody ' || md5(n::text), 'patient', 'ID-' || n, '', true, now() from generate_series(1, 20000) n`.execute(test.db)
    await sql`analyze account`.execute(test.db)
    expect(await planOf(test.db, peopleQuery(test.db, { text: 'c4ca4238', after: null, limit: 101 }))).toContain('account_words')
  })
})

describe('adding people', () => {
  it('gives a user name once', async () => {
    await test.person('clerk', 'clara')
    expect(await test.parts.people.add(NOBODY, { username: 'clara', displayName: 'Clara', role: 'doctor' })).toEqual({ kind: 'username-taken' })
  })

  it('wants a Patient ID for patients and for nobody else', async () => {
    const patient = { username: 'p', displayName: 'P', role: 'patient' } as const
    expect(await test.parts.people.add(NOBODY, patient)).toEqual({ kind: 'patient-id-misplaced' })
    expect(await test.parts.people.add(NOBODY, { ...patient, role: 'clerk', patientId: '1' })).toEqual({ kind: 'patient-id-misplaced' })
  })

  it('keeps the issuer beside the Patient ID', async () => {
    const { patient_id, patient_issuer } = await test.person('patient', 'p', { patientId: '7', patientIssuer: 'HOSPITAL' })
    expect([patient_id, patient_issuer]).toEqual(['7', 'HOSPITAL'])
  })

  it('is for clerks as far as patients go: staff is absent to them', async () => {
    const [staff, patient] = [await test.person('doctor', 'daniel'), await test.person('patient', 'anna')]
    await test.person('clerk', 'clara')
    const clerk = await test.caller('clara')
    const { people } = test.parts
    expect((await people.inCareOf(clerk)).people.map(({ account }) => account.id)).toEqual([patient.id])
    expect(await people.add(clerk, { username: 'x', displayName: 'X', role: 'admin' })).toEqual({ kind: 'not-allowed' })
    expect(await people.invite(clerk, staff.id)).toBeUndefined()
    expect((await people.invite(clerk, patient.id))?.account.id).toBe(patient.id)
  })
})
