import { beforeEach, describe, expect, it } from 'vitest'
import { admits, asRole, asRoleOrToken, signedIn, type AccountCaller } from '../../platform/server/auth/caller.ts'
import { DAY_MS } from '../../platform/server/clock.ts'
import type { People } from './people.ts'
import { NOBODY, TestAccounts } from './testing.ts'
import { createApiTokens, TOKENS_MAX, type ApiTokens } from './tokens.ts'

const wish = { name: 'Weasis', actions: ['read' as const], lifetimeDays: 30 }

let clock: TestAccounts['clock']
let people: People
let tokens: ApiTokens
let owner: AccountCaller

beforeEach(async () => {
  const test = await TestAccounts.open()
  clock = test.clock
  people = test.parts.people
  tokens = createApiTokens(test.db, clock)
  owner = await clerk('clara')
})

async function clerk(username: string): Promise<AccountCaller> {
  const added = await people.add(NOBODY, { username, displayName: username, role: 'clerk' })
  if (added.kind !== 'added') throw new Error(added.kind)
  return { kind: 'account', accountId: added.account.id, role: 'clerk', sessionId: 'ses_1' }
}

async function made(more: Partial<Parameters<ApiTokens['make']>[1]> = {}) {
  const outcome = await tokens.make(owner, { ...wish, ...more })
  if (outcome.kind !== 'made') throw new Error(outcome.kind)
  return outcome
}

describe('a token', () => {
  it('names its owner, what it is for, and the studies it reaches', async () => {
    const { secret, token } = await made({ studies: ['stu_1'], actions: ['read', 'read', 'store'] })
    expect(await tokens.recognize(secret)).toEqual({
      kind: 'token', accountId: owner.accountId, role: 'clerk', tokenId: token.id, actions: ['read', 'store'], studies: ['stu_1'],
    })
  })

  it('is not kept as it was told', async () => {
    const { secret } = await made()
    expect(JSON.stringify(await tokens.all(owner))).not.toContain(secret)
  })

  it('works until its time is over, and not in that instant', async () => {
    const { secret } = await made()
    clock.time += 30 * DAY_MS - 1
    expect((await tokens.recognize(secret)).kind).toBe('token')
    clock.time += 1
    expect(await tokens.recognize(secret)).toEqual(NOBODY)
  })

  it('ends with its owner\'s word, and with nobody else\'s', async () => {
    const { secret, token } = await made()
    expect(await tokens.end(await clerk('carl'), token.id)).toBe(false)
    expect((await tokens.recognize(secret)).kind).toBe('token')
    expect(await tokens.end(owner, token.id)).toBe(true)
    expect(await tokens.recognize(secret)).toEqual(NOBODY)
  })

  it('sleeps while its owner\'s account is switched off', async () => {
    const { secret } = await made()
    await people.setActive(NOBODY, owner.accountId, false)
    expect(await tokens.recognize(secret)).toEqual(NOBODY)
  })

  it('says when it was last used', async () => {
    const { secret } = await made()
    await tokens.recognize(secret)
    expect((await tokens.all(owner))[0]?.used_at).toBe(clock.time)
  })

  it('is one of a limited number', async () => {
    for (let n = 0; n < TOKENS_MAX; n++) await made()
    expect((await tokens.make(owner, wish)).kind).toBe('too-many')
  })

  for (const secret of ['', 'fj_', 'fj_NONE', 'x'.repeat(1_000), '%']) {
    it(`is not '${secret.slice(0, 10)}'`, async () => expect(await tokens.recognize(secret)).toEqual(NOBODY))
  }

  it('opens only what says that programs may come in, and only for what it was made', async () => {
    const caller = await tokens.recognize((await made()).secret)
    expect(admits(signedIn, caller)).toBe('not-yours')
    expect(admits(asRole('clerk'), caller)).toBe('not-yours')
    expect(admits(asRoleOrToken('read', 'clerk'), caller)).toBe('in')
    expect(admits(asRoleOrToken('store', 'clerk'), caller)).toBe('not-yours')
    expect(admits(asRoleOrToken('read', 'admin'), caller)).toBe('not-yours')
  })
})
