/** How a session ends, and what is none. */
import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Client } from '../setup/http-client.ts'
import { RunningProduct, type Person } from '../setup/running-product.ts'

let product: RunningProduct
let admin: Person

beforeAll(async () => {
  product = await RunningProduct.start()
  admin = await product.person('admin', 'admin')
})
afterAll(() => product.stop())

const clerk = async (): Promise<Client> => (await product.person('clerk', 'clerk')).client

describe('a session', () => {
  it('of an account that is switched off is nobody\'s, at once', async () => {
    const { id, client } = await product.person('clerk', 'leaving')
    assert.equal((await client.get('/api/sessions/current')).status, 200)
    await admin.client.call('PATCH', `/api/accounts/${id}`, { active: false })
    assert.equal((await client.get('/api/sessions/current')).text, 'null')
  })

  it('ends with signing out, for whoever copied it too', async () => {
    const client = await clerk()
    const copy = client.twin()
    assert.equal((await copy.get('/api/sessions/current')).status, 200)
    await client.delete('/api/sessions/current')
    assert.equal((await copy.get('/api/sessions/current')).text, 'null')
  })

  it('that is made up is nobody\'s', async () => {
    for (const cookie of ['', 'x', '0'.repeat(32), '../..', '%00', 'a'.repeat(4_000)]) {
      const { text } = await product.visitor().get('/api/sessions/current', { cookie: `filmjacket_session=${cookie}` })
      assert.equal(text, 'null', cookie)
    }
  })
})
