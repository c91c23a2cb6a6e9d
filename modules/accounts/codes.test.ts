import { generate } from 'otplib'
import { beforeEach, describe, expect, it } from 'vitest'
import { CODE_PERIOD_MS, STAFF_SECOND_FACTOR, STEP_LIFETIME_MS } from './settings.ts'
import { HOME, PASSWORD, TestAccounts } from './testing.ts'
import { FREE_TRIES } from './tries.ts'

let test: TestAccounts
beforeEach(async () => {
  test = await TestAccounts.open()
})

const signIn = (code?: string, username = 'anna') =>
  test.parts.door.signIn({ username, password: PASSWORD, ...(code === undefined ? {} : { code }) }, HOME)

describe('codes from an app', () => {
  it('are on after the first right one, and then asked for', async () => {
    const { secret } = await test.withCodes('anna')
    expect(await signIn()).toEqual({ kind: 'code-needed' })
    test.clock.time += CODE_PERIOD_MS
    expect((await signIn(await test.code(secret))).kind).toBe('signed-in')
  })

  it('are not on before it, nor after a wrong one, nor when it took too long', async () => {
    const account = await test.person('patient', 'anna')
    const { ticket, secret } = await test.parts.codes.setUp(account)
    expect((await test.parts.codes.confirm(ticket, '000000')).kind).toBe('wrong-code')
    expect((await signIn()).kind).toBe('signed-in')
    test.clock.time += STEP_LIFETIME_MS
    expect((await test.parts.codes.confirm(ticket, await test.code(secret))).kind).toBe('not-found')
  })

  it('are taken once, and none before it afterwards', async () => {
    const { secret } = await test.withCodes('anna')
    test.clock.time += 2 * CODE_PERIOD_MS
    const [before, now] = [await test.code(secret, -CODE_PERIOD_MS), await test.code(secret)]
    expect((await signIn(now)).kind).toBe('signed-in')
    expect((await signIn(now)).kind).toBe('wrong-code')
    expect((await signIn(before)).kind).toBe('wrong-code')
  })

  it('let one of two in that show the same code at the same time', async () => {
    const { secret } = await test.withCodes('anna')
    test.clock.time += CODE_PERIOD_MS
    const code = await test.code(secret)
    const both = (await Promise.all([signIn(code), signIn(code)])).map(({ kind }) => kind)
    expect(both.sort()).toEqual(['signed-in', 'wrong-code'])
  })

  it('are good a step early and late, and no further', async () => {
    const { secret } = await test.withCodes('anna')
    test.clock.time += 10 * CODE_PERIOD_MS
    expect((await signIn(await test.code(secret, -2 * CODE_PERIOD_MS))).kind).toBe('wrong-code')
    expect((await signIn(await test.code(secret, -CODE_PERIOD_MS))).kind).toBe('signed-in')
    expect((await signIn(await test.code(secret, 2 * CODE_PERIOD_MS))).kind).toBe('wrong-code')
    expect((await signIn(await test.code(secret, CODE_PERIOD_MS))).kind).toBe('signed-in')
  })

  it('cannot be guessed by who has the password: passwords that are right give no tries back', async () => {
    await test.withCodes('anna')
    test.clock.time += CODE_PERIOD_MS
    let judged = 0
    for (let tried = 0; tried < 20; tried++) {
      await signIn()
      if ((await signIn('000000')).kind === 'wrong-code') judged++
    }
    expect(judged).toBe(FREE_TRIES)
  })

  it('have recovery codes, each for one use, however they are typed', async () => {
    const { recoveryCodes } = await test.withCodes('anna')
    const [one = '', two = ''] = recoveryCodes
    expect(new Set(recoveryCodes).size).toBe(10)
    expect((await signIn(one)).kind).toBe('signed-in')
    expect((await signIn(one)).kind).toBe('wrong-code')
    expect((await signIn(two.toLowerCase().replaceAll('-', ' '))).kind).toBe('signed-in')
  })

  it('have recovery codes of one person only, and the new ones end the old', async () => {
    const { account, recoveryCodes } = await test.withCodes('anna')
    const ben = await test.withCodes('ben')
    expect((await signIn(recoveryCodes[0], 'ben')).kind).toBe('wrong-code')
    const fresh = await test.parts.codes.renewRecoveryCodes(account.id)
    expect((await signIn(recoveryCodes[1])).kind).toBe('wrong-code')
    expect((await signIn(fresh[0])).kind).toBe('signed-in')
    expect((await signIn(ben.recoveryCodes[0], 'ben')).kind).toBe('signed-in')
  })

  it('leave no secret and no recovery code in the database that could be read', async () => {
    const { account, secret, recoveryCodes } = await test.withCodes('anna')
    const rows = JSON.stringify([await test.account(account.id), await test.db.selectFrom('recovery_code').selectAll().execute()])
    for (const told of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]) expect(rows).not.toContain(told)
  })

  it('go with the administrator\'s help, and sessions with them', async () => {
    const { account, secret } = await test.withCodes('anna')
    test.clock.time += CODE_PERIOD_MS
    const session = await test.caller('anna', await test.code(secret))
    await test.person('admin', 'ada')
    await test.parts.people.removeSecondFactors(await test.caller('ada'), account.id)
    expect((await test.parts.sessions.recognize(session.token)).kind).toBe('anonymous')
    expect((await signIn()).kind).toBe('signed-in')
  })
})

describe('a second proof that the site asks staff for', () => {
  beforeEach(() => test.set(STAFF_SECOND_FACTOR, true))

  it('is set up with the password, and lets in with the first code', async () => {
    await test.person('doctor', 'daniel')
    expect(await signIn(undefined, 'daniel')).toEqual({ kind: 'setup-needed' })
    const begun = await test.parts.door.beginSetup({ username: 'daniel', password: PASSWORD }, HOME)
    if (begun.kind !== 'begun') throw new Error(begun.kind)
    const done = await test.parts.door.finishSetup({ ticket: begun.ticket, code: await test.code(begun.secret) }, HOME)
    expect(done.kind).toBe('signed-in')
    expect(await signIn(undefined, 'daniel')).toEqual({ kind: 'code-needed' })
  })

  it('is not asked of patients', async () => {
    await test.person('patient', 'anna')
    expect((await signIn()).kind).toBe('signed-in')
  })

  it('cannot be set up anew by who has only the password', async () => {
    await test.withCodes('daniel', { role: 'doctor' })
    expect(await test.parts.door.beginSetup({ username: 'daniel', password: PASSWORD }, HOME)).toEqual({ kind: 'code-needed' })
    expect((await test.parts.door.beginSetup({ username: 'daniel', password: 'wrong' }, HOME)).kind).toBe('wrong-credentials')
  })

  it('cannot be set up beside a passkey that is there: it must be used', async () => {
    const { id } = await test.person('doctor', 'daniel')
    await test.passkeyRow(id)
    expect(await signIn(undefined, 'daniel')).toEqual({ kind: 'passkey-needed' })
    expect(await test.parts.door.beginSetup({ username: 'daniel', password: PASSWORD }, HOME)).toEqual({ kind: 'passkey-needed' })
  })
})

describe('proving again', () => {
  it('is needed a while after signing in, and by all that the account asks for', async () => {
    const { secret } = await test.withCodes('anna')
    test.clock.time += CODE_PERIOD_MS
    const caller = await test.caller('anna', await test.code(secret))
    expect((await test.parts.ownWays.beginCodes(caller)).kind).toBe('begun')
    test.clock.time += 20 * 60_000
    expect(await test.parts.ownWays.beginCodes(caller)).toEqual({ kind: 'prove-again' })
    expect(await test.parts.ownWays.switchOffCodes(caller)).toEqual({ kind: 'prove-again' })
    const prove = (given: object) => test.parts.door.prove(caller, given, HOME)
    expect((await prove({})).kind).toBe('wrong-credentials')
    expect((await prove({ password: PASSWORD })).kind).toBe('code-needed')
    expect((await prove({ password: PASSWORD, code: await generate({ secret, epoch: test.clock.time / 1000 }) })).kind).toBe('proved')
    expect(await test.parts.ownWays.switchOffCodes(caller)).toEqual({ kind: 'done' })
    expect((await signIn()).kind).toBe('signed-in')
  })
})
