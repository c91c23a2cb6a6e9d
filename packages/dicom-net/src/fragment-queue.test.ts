import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { ConnectionLostError, DataSetInterruptedError } from './errors.ts'
import { FragmentQueue } from './fragment-queue.ts'
import { collect, hex, toHex } from './testing.ts'

const noop = () => undefined
const KIB_127 = new Uint8Array(127 * 1024)

describe('FragmentQueue', () => {
  it('gives what was pushed, before and while it is read', async () => {
    const queue = new FragmentQueue(noop)
    queue.push(hex('01'))
    const all = collect(queue)
    queue.push(hex('02'))
    queue.end()
    assert.equal(toHex(await all), '01 02')
  })
  it('is full from 256 KiB on, and has room again below 128 KiB', async () => {
    let rooms = 0
    const queue = new FragmentQueue(() => rooms++)
    for (const part of [KIB_127, KIB_127]) queue.push(part)
    assert.equal(queue.isFull, false)
    queue.push(KIB_127)
    assert.equal(queue.isFull, true)
    await queue.next()
    assert.equal(queue.isFull, true)
    await queue.next()
    assert.deepEqual([queue.isFull, rooms], [false, 1])
  })
  it('is full of a thousand parts of one byte', () => {
    const queue = new FragmentQueue(noop)
    for (let n = 0; n < 1_024; n++) queue.push(hex('01'))
    assert.equal(queue.isFull, true)
  })
  it('throws, at once and ever again, if the rest will not come', async () => {
    const queue = new FragmentQueue(noop)
    queue.push(hex('01'))
    const cause = new ConnectionLostError('gone')
    queue.fail(cause)
    const interrupted = (error: unknown) => error instanceof DataSetInterruptedError && error.cause === cause
    await assert.rejects(queue.next(), interrupted)
    await assert.rejects(queue.next(), interrupted)
  })
  it('throws for a consumer that already waits', async () => {
    const queue = new FragmentQueue(noop)
    const next = queue.next()
    queue.fail(new ConnectionLostError('gone'))
    await assert.rejects(next, DataSetInterruptedError)
  })
  it('does not fail any more when its end has come', async () => {
    const queue = new FragmentQueue(noop)
    queue.push(hex('01'))
    queue.end()
    queue.fail(new ConnectionLostError('gone'))
    assert.equal(toHex(await collect(queue)), '01')
  })
  it('discards the rest for a consumer that leaves, and makes room', async () => {
    let rooms = 0
    const queue = new FragmentQueue(() => rooms++)
    for (const part of [hex('01'), KIB_127, KIB_127, KIB_127]) queue.push(part)
    for await (const part of queue) {
      assert.equal(part.length, 1)
      break
    }
    queue.push(KIB_127)
    assert.deepEqual([queue.isFull, rooms], [false, 1])
    let isOver = false
    const over = queue.whenOver().then(() => (isOver = true))
    assert.equal(isOver, false)
    queue.end()
    await over
  })
})
