import { beforeEach, describe, expect, it } from 'vitest'
import { RESET_LIFETIME_MS } from './settings.ts'
import { HOME, NOBODY, PASSWORD, TestAccounts } from './testing.ts'

const NEXT = 'rhubarb in march'

let test: TestAccounts
beforeEach(async () => {
  test = await TestAccounts.open()
})

/** Asks, and lets the job run. */
async function linksFor(login: string, language = 'en'): Promise<readonly string[]> {
  await test.parts.reset.send(login, language)
  return (await test.mails()).map(({ text }) => /\/reset#(\w+)/.exec(text)?.[1] ?? '')
}

describe('a forgotten password', () => {
  it('is asked for in the same way whoever is called so', async () => {
    await test.person('patient', 'anna', { email: 'anna@example.org' })
    for (const login of ['anna', 'nobody', 'anna@example.org']) await test.parts.reset.ask(login, 'en')
    expect(await test.jobs('accounts.send-reset')).toHaveLength(3)
    expect(await test.mails()).toEqual([])
  })

  it('is replaced on a mailed link, by user name or address, once', async () => {
    const { id } = await test.person('patient', 'anna', { email: 'anna@example.org' })
    const [token = ''] = await linksFor('anna@example.org', 'fr')
    expect(await test.mails()).toMatchObject([{ to: 'anna@example.org', subject: 'Un nouveau mot de passe' }])
    expect((await test.parts.reset.open(token))?.id).toBe(id)
    const both = await Promise.all([1, 2].map((n) => test.parts.reset.redeem({ token, password: `${NEXT} ${n}` })))
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'not-found'])
  })

  it('ends every session, the old password and other links', async () => {
    await test.person('patient', 'anna', { email: 'anna@example.org' })
    const session = await test.caller('anna')
    await linksFor('anna')
    const [one = '', two = ''] = await linksFor('anna')
    expect((await test.parts.reset.redeem({ token: one, password: NEXT })).kind).toBe('done')
    expect(await test.parts.reset.open(two)).toBeUndefined()
    expect((await test.parts.sessions.recognize(session.token)).kind).toBe('anonymous')
    expect((await test.parts.door.signIn({ username: 'anna', password: PASSWORD }, HOME)).kind).toBe('wrong-credentials')
    expect((await test.parts.door.signIn({ username: 'anna', password: NEXT }, HOME)).kind).toBe('signed-in')
  })

  it('has a link for half an hour, and not in that instant', async () => {
    await test.person('patient', 'anna', { email: 'anna@example.org' })
    const [token = ''] = await linksFor('anna')
    test.clock.time += RESET_LIFETIME_MS - 1
    expect(await test.parts.reset.open(token)).toBeDefined()
    test.clock.time += 1
    expect(await test.parts.reset.open(token)).toBeUndefined()
    expect((await test.parts.reset.redeem({ token, password: NEXT })).kind).toBe('not-found')
  })

  it('goes on after a password that was refused', async () => {
    await test.person('patient', 'anna', { email: 'anna@example.org' })
    const [token = ''] = await linksFor('anna')
    expect((await test.parts.reset.redeem({ token, password: 'password123' })).kind).toBe('password-refused')
    expect((await test.parts.reset.redeem({ token, password: NEXT })).kind).toBe('done')
  })

  it('fills no mailbox: three links at a time', async () => {
    await test.person('patient', 'anna', { email: 'anna@example.org' })
    for (let asked = 0; asked < 9; asked++) await test.parts.reset.send('anna', 'en')
    expect(await test.mails()).toHaveLength(3)
  })

  it('writes to nobody who is switched off, has no address, or is not there', async () => {
    const { id } = await test.person('patient', 'anna', { email: 'anna@example.org' })
    await test.person('patient', 'ben')
    await test.parts.people.setActive(NOBODY, id, false)
    for (const login of ['anna', 'anna@example.org', 'ben', 'nobody', '']) expect(await linksFor(login)).toEqual([])
  })

  it('has links that do not outlive another address or a new invitation\'s password', async () => {
    const { id } = await test.person('patient', 'anna', { email: 'anna@example.org' })
    const admin = await (async () => {
      await test.person('admin', 'ada')
      return test.caller('ada')
    })()
    const [token = ''] = await linksFor('anna')
    await test.parts.people.change(admin, id, { email: 'other@example.org' })
    expect(await test.parts.reset.open(token)).toBeUndefined()
  })

  it('does not pass by the code of who has codes', async () => {
    const { account } = await test.withCodes('anna', { email: 'anna@example.org' })
    const [token = ''] = await linksFor('anna')
    const done = await test.parts.reset.redeem({ token, password: NEXT })
    expect(done.kind).toBe('done')
    expect(await test.parts.door.admit(await test.account(account.id), 'password', HOME)).toEqual({ kind: 'code-needed' })
  })
})
