/** The asynchronous operations window, both ends in this process. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, it } from 'vitest'
import { storageContexts } from './contexts.ts'
import type { RequestorOptions } from './association-request.ts'
import { Bench, collect, instance } from './testing.ts'
import { Turns } from './turns.ts'

const bench = new Bench()
afterEach(() => bench.clear())

describe('the asynchronous window', () => {
  const instances = [1, 2, 3, 4].map((n) => instance(n))
  async function store(window: { invoked: number; performed: number } | undefined, more: Partial<RequestorOptions>): Promise<number> {
    let [running, most] = [0, 0]
    const association = await bench.open({
      ...(window !== undefined && { asynchronousWindow: window }),
      async store(_peer, { sopInstanceUid, dataSet }) {
        await collect(dataSet)
        most = Math.max(most, ++running)
        await sleep(sopInstanceUid === '1.2.3.1' ? 100 : 30)
        running--
        return { status: 0 }
      },
    }, storageContexts(instances), more)
    const statuses = await Promise.all(instances.map((each) => association.store(each)))
    assert.deepEqual(statuses.map(({ status }) => status), [0, 0, 0, 0])
    await association.release()
    return most
  }

  it('is one unless asked for', async () => {
    assert.equal(await store({ invoked: 8, performed: 8 }, {}), 1)
    assert.equal(await store(undefined, { asynchronousWindow: { invoked: 8, performed: 8 } }), 1)
  })
  it('is what both have, and answers may come in another order', async () => {
    assert.equal(await store({ invoked: 1, performed: 3 }, { asynchronousWindow: { invoked: 8, performed: 1 } }), 3)
  })
})

describe('Turns', () => {
  it('lets in as many as there are places, in order, and one that wants all behind all', async () => {
    const turns = new Turns(2)
    const order: string[] = []
    const work = (name: string, ms: number) => async () => {
      order.push(`${name} in`)
      await sleep(ms)
      order.push(`${name} out`)
    }
    await Promise.all([
      turns.run(work('a', 30)), turns.run(work('b', 10)), turns.runAlone(work('all', 5)), turns.run(work('c', 1)),
    ])
    assert.deepEqual(order, ['a in', 'b in', 'b out', 'a out', 'all in', 'all out', 'c in', 'c out'])
  })
  it('gives the place back where the work throws', async () => {
    const turns = new Turns(1)
    await assert.rejects(turns.run(() => Promise.reject(new Error('no'))))
    assert.equal(await turns.run(() => Promise.resolve(1)), 1)
  })
  it('has no limit at 0', async () => {
    const turns = new Turns(0)
    for (let n = 0; n < 1_000; n++) await turns.take()
  })
})
