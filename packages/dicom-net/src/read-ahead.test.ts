import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { begin } from './read-ahead.ts'

function counted(parts: readonly number[]): { readonly source: AsyncIterable<Uint8Array>; readonly seen: string[] } {
  const seen: string[] = []
  const source = (async function* () {
    try {
      for (const part of parts) {
        seen.push(`read ${part}`)
        await Promise.resolve()
        yield Uint8Array.of(part)
      }
    } finally {
      seen.push('closed')
    }
  })()
  return { source, seen }
}

describe('a source that is begun', () => {
  it('has read its first part before anybody asks, and gives all of them in order', async () => {
    const { source, seen } = counted([1, 2, 3])
    const begun = begin(source)
    assert.deepEqual(seen, ['read 1'])
    const got: number[] = []
    for await (const [part] of begun.source) got.push(part ?? 0)
    assert.deepEqual(got, [1, 2, 3])
    begun.drop()
    assert.equal(seen.at(-1), 'closed')
  })

  it('is closed when nobody wants it, and when its reader leaves', async () => {
    const unwanted = counted([1, 2])
    begin(unwanted.source).drop()
    await new Promise(setImmediate)
    assert.equal(unwanted.seen.at(-1), 'closed')
    const left = counted([1, 2])
    for await (const part of begin(left.source).source) if (part.length > 0) break
    assert.deepEqual(left.seen, ['read 1', 'closed'])
  })

  it('tells its failure to whoever reads it', async () => {
    const broken = (async function* (): AsyncGenerator<Uint8Array> {
      await Promise.reject(new Error('no such file'))
      yield new Uint8Array()
    })()
    const { source } = begin(broken)
    await new Promise(setImmediate)
    await assert.rejects(async () => {
      for await (const part of source) assert.ok(part)
    }, /no such file/)
  })
})
