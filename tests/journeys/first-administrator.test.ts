/** A fresh installation has no door that a known password opens: its owner makes the first one, on a link that works once. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { RunningProduct } from '../setup/running-product.ts'

const PASSWORD = 'correct horse battery'
const WEEK_MS = 7 * 24 * 3_600_000

let product: RunningProduct

beforeAll(async () => {
  product = await RunningProduct.start()
})
afterAll(() => product.stop())

async function newLink(): Promise<string> {
  return (await product.server.product.accounts.people.inviteFirstAdministrator()) ?? assert.fail('no link')
}

async function isSetUp(): Promise<unknown> {
  return ((await product.visitor().get('/api/site')).json as { setUp: boolean }).setUp
}

describe('a fresh installation', () => {
  it('has no account that has a password', async () => {
    const { rows } = await sql`select from account where password_hash is not null`.execute(product.db)
    assert.equal(rows.length, 0)
    assert.equal(await isSetUp(), false)
  })

  it('lets nobody in by a name and a password that are usual elsewhere', async () => {
    await newLink()
    for (const password of ['admin', 'administrator', 'password', 'filmjacket', 'changeme', '12345678']) {
      const { status, code } = await product.visitor().post('/api/sessions', { username: 'admin', password })
      assert.deepEqual([status, code], [401, 'wrong-credentials'], password)
    }
  })

  it('answers nothing but its name and its health to who has not signed in', async () => {
    for (const path of ['/api/accounts', '/api/devices', '/api/exams', '/api/requests', '/api/events', '/api/settings']) {
      const { status, code } = await product.visitor().get(path)
      assert.deepEqual([path, status, code], [path, 401, 'sign-in-first'])
    }
  })
})

describe('the link', () => {
  it('ends when a newer one is printed', async () => {
    const [older, newer] = [await newLink(), await newLink()]
    assert.equal((await product.visitor().post('/api/invitations/open', { token: older })).status, 404)
    assert.equal((await product.visitor().post('/api/invitations/open', { token: newer })).status, 200)
  })

  it('is over after a week', async () => {
    const token = await newLink()
    await sql`update invitation set expires_at = expires_at - ${WEEK_MS} * interval '1 millisecond'`.execute(product.db)
    for (const path of ['open', 'redeem']) {
      const { status, code } = await product.visitor().post(`/api/invitations/${path}`, { token, password: PASSWORD })
      assert.deepEqual([path, status, code], [path, 404, 'invitation-not-found'])
    }
  })

  it('refuses a password of fewer than eight characters, and works after that', async () => {
    const token = await newLink()
    const short = await product.visitor().post('/api/invitations/redeem', { token, password: '1234567' })
    assert.deepEqual([short.status, short.code], [400, 'invalid-input'])
    assert.equal((await product.visitor().post('/api/invitations/open', { token })).status, 200)
  })

  it('opened many times and used by two at once makes one administrator', async () => {
    const token = await newLink()
    for (let n = 0; n < 3; n++) assert.equal((await product.visitor().post('/api/invitations/open', { token })).status, 200)
    const visitors = [product.visitor(), product.visitor()]
    const answers = await Promise.all(visitors.map((each, n) =>
      each.post('/api/invitations/redeem', { token, password: `${PASSWORD} ${n}` })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404])
    const winner = answers.findIndex(({ status }) => status === 200)
    assert.deepEqual(visitors.map(({ isSignedIn }) => isSignedIn), [winner === 0, winner === 1])
    assert.equal(await isSetUp(), true)
    const signIn = async (n: number) =>
      (await product.visitor().post('/api/sessions', { username: 'admin', password: `${PASSWORD} ${n}` })).status
    assert.deepEqual([await signIn(winner), await signIn(1 - winner)], [200, 401])
  })

  it('is printed no more once an administrator has a password', async () => {
    assert.equal(await product.server.product.accounts.people.inviteFirstAdministrator(), null)
  })

  it('was never kept: only its digest', async () => {
    const token = await newPersonsLink()
    const { rows } = await sql<{ all: string }>`
      select (select string_agg(i::text, ' ') from invitation i) || (select string_agg(a::text, ' ') from audit a) as all`.execute(product.db)
    assert.ok(!(rows[0]?.all ?? '').includes(token))
    assert.ok(!product.log.join('').includes(token))
  })
})

async function newPersonsLink(): Promise<string> {
  const { people } = product.server.product.accounts
  const added = await people.add({ kind: 'anonymous' }, { username: 'clerk', displayName: 'Clerk', role: 'clerk' })
  return added.kind === 'added' ? added.token : assert.fail(added.kind)
}
