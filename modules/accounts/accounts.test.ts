import { beforeEach, describe, expect, it } from 'vitest'
import { SECOND_MS } from '../../platform/server/clock.ts'
import { LIFETIME_HOURS, PASSWORD_LENGTH, sessionSpans } from './settings.ts'
import { ELSEWHERE, HOME, NOBODY, PASSWORD, TestAccounts } from './testing.ts'
import { FREE_TRIES, FREE_TRIES_OF_STRANGERS, placeOf, waitAfter } from './tries.ts'

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
    expect((await people.inCareOf(clerk)).map(({ account }) => account.id)).toEqual([patient.id])
    expect(await people.add(clerk, { username: 'x', displayName: 'X', role: 'admin' })).toEqual({ kind: 'not-allowed' })
    expect(await people.invite(clerk, staff.id)).toBeUndefined()
    expect((await people.invite(clerk, patient.id))?.account.id).toBe(patient.id)
  })
})
