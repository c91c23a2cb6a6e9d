import assert from 'node:assert/strict'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, it } from 'vitest'
import { StorageFullError } from './errors.ts'
import { Space } from './space.ts'

const GB = 1024 ** 3

/** Others write to the same disk meanwhile: what is told apart here lies gigabytes apart. */
async function freeBytes(): Promise<number> {
  const { bavail, bsize } = await statfs(tmpdir())
  return bavail * bsize
}

function spaceWith(reserveBytes: number): Space {
  return new Space(tmpdir(), reserveBytes, { now: () => 0 })
}

describe('the space for blobs', () => {
  it('is demanded in vain where less than the reserve is free', async () => {
    await assert.rejects(spaceWith((await freeBytes()) + 4 * GB).demand(), StorageFullError)
  })

  it('ends for what has begun when half of the reserve is gone', async () => {
    const free = await freeBytes()
    const reserve = Math.floor(free / 2)
    const space = spaceWith(reserve)
    await space.demand()
    space.use(free - reserve)
    assert.throws(() => space.use(reserve), StorageFullError)
  })

  it('is asked for anew once it was found wanting', async () => {
    const space = spaceWith(Math.floor((await freeBytes()) / 2))
    await space.demand()
    assert.throws(() => space.use(1e15), StorageFullError)
    await space.demand()
  })

  it('has no end where nothing is reserved: the disk itself says when', async () => {
    const space = spaceWith(0)
    await space.demand()
    space.use(1e15)
  })
})
