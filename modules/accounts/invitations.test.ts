import { beforeEach, describe, expect, it } from 'vitest'
import { BIRTH_DATE_TRIES } from './invitations.ts'
import { invitationLifetimeMs } from './settings.ts'
import { NOBODY, TestAccounts } from './testing.ts'

const FIRST = 'rhubarb in march'
const BORN = '19370423'

let test: TestAccounts
beforeEach(async () => {
  test = await TestAccounts.open()
})

async function invited(birthDate?: string): Promise<string> {
  const added = await test.parts.people.add(NOBODY, {
    username: 'new', displayName: 'New', role: 'patient', patientId: 'P', ...(birthDate === undefined ? {} : { birthDate }),
  })
  return added.kind === 'added' ? added.token : ''
}

describe('an invitation', () => {
  it('sets a password once', async () => {
    const { invitations } = test.parts
    const token = await invited()
    expect(await invitations.open({ token })).toMatchObject({ kind: 'open', account: { username: 'new' } })
    const both = await Promise.all([invitations.redeem({ token, password: FIRST }), invitations.redeem({ token, password: `${FIRST} two` })])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['not-found', 'redeemed'])
    expect(await invitations.open({ token })).toEqual({ kind: 'not-found' })
  })

  it('works on after a password that was refused', async () => {
    const { invitations } = test.parts
    const token = await invited()
    expect((await invitations.redeem({ token, password: 'password123' })).kind).toBe('password-refused')
    expect((await invitations.redeem({ token })).kind).toBe('password-refused')
    expect((await invitations.redeem({ token, password: FIRST })).kind).toBe('redeemed')
  })

  it('ends after its days, and when a new one is made', async () => {
    const { invitations, people } = test.parts
    const token = await invited()
    test.clock.time += invitationLifetimeMs(test.settings)
    expect(await invitations.redeem({ token, password: FIRST })).toEqual({ kind: 'not-found' })
    test.clock.time -= 1
    const [account] = await people.all()
    const again = await people.invite(NOBODY, account?.id ?? '')
    expect((await invitations.open({ token })).kind).toBe('not-found')
    expect((await invitations.open({ token: again?.token ?? '' })).kind).toBe('open')
  })

  it('is made for the first administrator until there is one', async () => {
    const { invitations, people } = test.parts
    const token = await people.inviteFirstAdministrator()
    const last = (await people.inviteFirstAdministrator()) ?? ''
    expect((await invitations.open({ token: token ?? '' })).kind).toBe('not-found')
    await invitations.redeem({ token: last, password: FIRST })
    expect(await people.inviteFirstAdministrator()).toBeNull()
  })

  it('that ends the old password, ends its sessions too', async () => {
    const { id } = await test.person('patient', 'anna')
    const { token } = await test.caller('anna')
    expect((await test.parts.people.invite(NOBODY, id))?.token).toBeDefined()
    expect((await test.parts.sessions.recognize(token)).kind).toBe('account')
    await test.parts.people.invite(NOBODY, id, { reset: true })
    expect((await test.parts.sessions.recognize(token)).kind).toBe('anonymous')
    expect((await test.account(id)).password_hash).toBeNull()
  })

  it('is mailed to the account\'s address, if it has one, and names nobody there', async () => {
    const { id } = await test.person('patient', 'anna', { email: 'Anna@Example.org', displayName: 'Peeters, Anna' })
    const without = await test.person('patient', 'ben')
    const sent = await test.parts.people.invite(NOBODY, id, { mail: true, language: 'nl' })
    expect([sent?.mailed, (await test.parts.people.invite(NOBODY, without.id, { mail: true }))?.mailed]).toEqual([true, false])
    const [mail] = await test.mails()
    expect(mail).toMatchObject({ to: 'anna@example.org', subject: 'Uw toegang' })
    expect(mail?.text).toContain(`/welcome#${sent?.token ?? ''}`)
    expect(JSON.stringify(mail)).not.toMatch(/Peeters|"anna"/)
  })
})

describe('an invitation with a birth date', () => {
  it('tells nothing before it, and opens with it', async () => {
    const { invitations } = test.parts
    const token = await invited(BORN)
    expect(Object.keys(await invitations.open({ token }))).toEqual(['kind', 'expiresAt'])
    expect(await invitations.redeem({ token, password: FIRST })).toMatchObject({ kind: 'birth-date-needed' })
    expect((await invitations.open({ token, birthDate: BORN })).kind).toBe('open')
    expect((await invitations.redeem({ token, birthDate: BORN, password: FIRST })).kind).toBe('redeemed')
  })

  it('is over after five wrong ones, for the right one too, and tells it as absent', async () => {
    const { invitations } = test.parts
    const token = await invited(BORN)
    for (let tried = 0; tried < BIRTH_DATE_TRIES; tried++)
      expect(await invitations.open({ token, birthDate: '19370424' })).toEqual({ kind: 'birth-date-wrong' })
    expect(await invitations.open({ token, birthDate: BORN })).toEqual({ kind: 'not-found' })
    expect(await invitations.open({ token })).toEqual({ kind: 'not-found' })
  })

  it('is not worn out by right ones', async () => {
    const token = await invited(BORN)
    for (let opened = 0; opened < BIRTH_DATE_TRIES + 2; opened++)
      expect((await test.parts.invitations.open({ token, birthDate: BORN })).kind).toBe('open')
  })

  it('judges no more than five of a hundred at the same time', async () => {
    const token = await invited(BORN)
    const all = await Promise.all(Array.from({ length: 100 }, (_, n) =>
      test.parts.invitations.open({ token, birthDate: String(19_400_101 + n) })))
    expect(all.filter(({ kind }) => kind === 'birth-date-wrong')).toHaveLength(BIRTH_DATE_TRIES)
  })
})
