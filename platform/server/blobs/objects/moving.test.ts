import assert from 'node:assert/strict'
import { mkdir, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { open, range } from '@filmjacket/bytes'
import { sql } from 'kysely'
import { afterAll, describe, it } from 'vitest'
import { eventually } from '../../../../tests/setup/eventually.ts'
import { Scratch } from '../../../../tests/setup/scratch.ts'
import { DAY_MS } from '../../clock.ts'
import { BlobDamagedError, StoreAwayError, type Blobs } from '../index.ts'
import { FolderStore } from './folder-store.ts'
import type { SegmentStore } from './segment-store.ts'
import { ALL, around, get, isWhole, never, sealed, testBlobs, type Stored, type TestBlobs } from './testing.ts'

const scratch = new Scratch()
afterAll(() => scratch.remove())
let folders = 0

interface Bench extends TestBlobs {
  readonly store: FolderStore
  /** Of the store. */
  readonly far: string
  readonly stored: readonly Stored[]
  readonly segment: string
}

async function bench(sizes: readonly number[] = [10, 300_000, 5_000], changes: (store: FolderStore) => Partial<SegmentStore> = () => ({})): Promise<Bench> {
  const far = path.join(scratch.path, `far-${folders++}`)
  const store = new FolderStore(far)
  const it_ = await testBlobs(around(store, changes(store)))
  const stored = await sealed(it_.blobs, it_.db, sizes)
  return { ...it_, store, far, stored, segment: stored[0]?.place.segment ?? '' }
}

async function turn(blobs: Blobs, rule = ALL): Promise<number> {
  return blobs.moving?.turn(rule, never) ?? assert.fail('no store')
}

async function statesOf({ db }: TestBlobs): Promise<readonly string[]> {
  return (await db.selectFrom('blob_object').select('state').execute()).map(({ state }) => state)
}

function isAway(reason: string) {
  return (error: unknown) => error instanceof StoreAwayError && error.reason === reason
}

describe('a segment that moves to a store', () => {
  it('is read from there, whole and in parts, and its file is gone', async () => {
    const it_ = await bench()
    assert.equal(await turn(it_.blobs), 1)
    assert.deepEqual(await readdir(it_.folder), [])
    assert.equal(await isWhole(it_.blobs, it_.stored), true)
    const large = it_.stored[1] ?? assert.fail()
    assert.deepEqual(await get(it_.blobs, large.place.id, 262_000, 270_001), large.bytes.subarray(262_000, 270_001))
    for (const { place } of it_.stored) await it_.blobs.verify(place.id)
    assert.deepEqual(await it_.blobs.lacking(it_.stored.map(({ place }) => place.id)), [])
    assert.equal(await turn(it_.blobs), 0)
    const { here, stores } = await (it_.blobs.moving ?? assert.fail()).amounts()
    assert.deepEqual([here.segments, stores[0]?.segments, stores[0]?.store], [0, 1, it_.store.name])
  })

  it('goes on being read by who began before', async () => {
    const it_ = await bench()
    const large = it_.stored[1] ?? assert.fail()
    const reading = it_.blobs.read(large.place.id, 0, large.bytes.length)[Symbol.asyncIterator]()
    const parts = [(await reading.next()).value as Uint8Array]
    await turn(it_.blobs)
    for (let next = await reading.next(); next.done !== true; next = await reading.next()) parts.push(next.value)
    assert.deepEqual(Buffer.concat(parts), large.bytes)
  })

  it('is one that nobody wanted for as long as the rule says; sooner, the longest unused first, while the disk is tight', async () => {
    const it_ = await bench()
    const second = await sealed(await it_.open(null), it_.db, [20])
    await sql`update blob_segment set used_at = now() - interval '40 days' where name = ${it_.segment}`.execute(it_.db)
    const rule = { ...ALL, unusedSince: Date.now() - 30 * DAY_MS }
    await get(it_.blobs, it_.stored[0]?.place.id ?? assert.fail(), 0, 10)
    const isNoted = async () => (await sql`select from blob_segment where name = ${it_.segment} and used_at > now() - interval '1 day'`.execute(it_.db)).rows.length > 0
    await eventually('the use is noted', isNoted)
    assert.equal(await turn(it_.blobs, rule), 0)
    await sql`update blob_segment set used_at = now() - interval '20 days' where name = ${it_.segment}`.execute(it_.db)
    let looks = 0
    assert.equal(await turn(it_.blobs, { ...rule, isTight: () => Promise.resolve(looks++ === 0) }), 1)
    assert.deepEqual(await readdir(it_.folder), [second[0]?.place.segment])
  })

  it('is read by few requests where its small blobs are read in their order, and by no more than their bytes where they are not', async () => {
    let asked: number[] = []
    const sizes = Array.from({ length: 120 }, (_, n) => 3_000 + n)
    const it_ = await bench(sizes, (store) => ({
      read: (segment, start, length) => {
        asked.push(length)
        return store.read(segment, start, length)
      },
    }))
    await turn(it_.blobs)
    for (const reader of [it_.blobs, it_.blobs.inTurn()]) {
      const fresh = reader === it_.blobs ? reader : (await it_.open(around(it_.store, { read: (...where) => (asked.push(where[2]), it_.store.read(...where)) }))).inTurn()
      asked = []
      let length = 0
      for await (const part of open(it_.stored.map(({ place }) => range(place.id, 0, place.length)), fresh)) length += part.length
      assert.equal(length, sizes.reduce((sum, size) => sum + size))
      assert.ok(asked.length <= 4, `${asked.length} requests`)
    }
    const scattered = await it_.open(around(it_.store, { read: (...where) => (asked.push(where[2]), it_.store.read(...where)) }))
    asked = []
    // Far apart, and backwards: none is next to another.
    const some = it_.stored.filter((_, n) => n % 30 === 0).toReversed()
    for (const { place } of some) await scattered.verify(place.id)
    assert.deepEqual(asked, some.map(({ place }) => place.length))
  })

  it('gives its room back when most of it was removed: what is left is a file again, and the object goes', async () => {
    const it_ = await bench([100, 200, 50_000])
    await turn(it_.blobs)
    const [kept, ...others] = it_.stored
    for (const { place } of others) await it_.db.deleteFrom('blob').where('id', '=', place.id).execute()
    const reader = await it_.open(it_.store)
    assert.equal(await isWhole(reader, [kept ?? assert.fail()]), true) // it knows the old place from now on
    assert.deepEqual(await it_.blobs.compact([it_.segment], never), [it_.segment])
    assert.deepEqual(await statesOf(it_), ['going'])
    assert.equal(await turn(it_.blobs, { ...ALL, unusedSince: 0 }), 0)
    assert.deepEqual([await statesOf(it_), await it_.store.sizeOf(it_.segment)], [[], null])
    assert.equal(await isWhole(reader, [kept ?? assert.fail()]), true)
  })
})

describe('a crash while a segment moves', () => {
  const stages = ['before it was copied', 'while it was copied', 'before the copy was noted'] as const
  for (const stage of stages) {
    it(`${stage}: loses nothing and leaves nothing behind`, async () => {
      const it_ = await bench()
      await it_.store.establish()
      await it_.db.insertInto('blob_object').values({ segment: it_.segment, store: it_.store.name, state: 'coming', size_bytes: 0, made_at: sql`now()` }).execute()
      if (stage !== stages[0]) await writeFile(path.join(it_.far, stage === stages[1] ? `${it_.segment}.part` : it_.segment), 'half of it')
      assert.equal(await isWhole(it_.blobs, it_.stored), true)
      assert.equal(await turn(it_.blobs, { ...ALL, unusedSince: 0 }), 0)
      assert.deepEqual([await statesOf(it_), (await readdir(it_.far)).filter((name) => name.startsWith(it_.segment))], [[], []])
      assert.equal(await turn(it_.blobs), 1)
      assert.equal(await isWhole(it_.blobs, it_.stored), true)
    })
  }

  it('after the copy was noted: the file goes at the next turn', async () => {
    const it_ = await bench()
    await turn(it_.blobs)
    await writeFile(path.join(it_.folder, it_.segment), await it_.store.read(it_.segment, 0, 1_000_000))
    assert.equal(await turn(it_.blobs), 0)
    assert.deepEqual(await readdir(it_.folder), [])
  })

  it('after which the database is one from before it moved: what lies in the store is found there', async () => {
    const it_ = await bench()
    await turn(it_.blobs)
    await it_.db.deleteFrom('blob_object').execute()
    const reader = await it_.open(it_.store)
    assert.deepEqual(await reader.lacking(it_.stored.map(({ place }) => place.id)), [])
    assert.equal(await isWhole(reader, it_.stored), true)
    assert.deepEqual(await statesOf(it_), ['kept'])
  })

  it('never removes what it has no row of: another installation may have put it there', async () => {
    const it_ = await bench()
    await it_.store.establish()
    await writeFile(path.join(it_.far, 'seg_of_others'), 'theirs')
    await turn(it_.blobs)
    assert.equal(await it_.store.sizeOf('seg_of_others'), 6)
  })
})

describe('a store that is away', () => {
  it('is told so, as nothing is known of what lies there, and all is there when it is back', async () => {
    const it_ = await bench()
    await turn(it_.blobs)
    await rename(it_.far, `${it_.far}-unplugged`)
    await mkdir(it_.far) // as an empty folder is seen where its disk is not mounted
    const ids = it_.stored.map(({ place }) => place.id)
    for (const look of [() => isWhole(it_.blobs, it_.stored), () => it_.blobs.verify(ids[0] ?? assert.fail()), () => it_.blobs.lacking(ids), () => turn(it_.blobs)])
      await assert.rejects(look, isAway('no-place'))
    assert.deepEqual(await it_.blobs.compact([it_.segment], never), [])
    assert.deepEqual(await readdir(it_.far), [])
    await rm(it_.far, { recursive: true })
    await rename(`${it_.far}-unplugged`, it_.far)
    assert.equal(await isWhole(it_.blobs, it_.stored), true)
  })

  it('keeps nobody from writing and reading here', async () => {
    const it_ = await bench()
    await turn(it_.blobs)
    await rm(it_.far, { recursive: true })
    const here = await sealed(await it_.open(it_.store), it_.db, [70])
    await assert.rejects(() => turn(it_.blobs), isAway('no-place'))
    assert.equal(await isWhole(it_.blobs, here), true)
  })

  it('or that another took the place of, is told by its name', async () => {
    const it_ = await bench()
    await turn(it_.blobs)
    for (const other of [null, new FolderStore(path.join(scratch.path, 'other'))]) {
      const reader = await it_.open(other)
      await assert.rejects(() => isWhole(reader, it_.stored), isAway('unconfigured'))
    }
  })

  it('or that breaks off, or keeps other bytes than it was given, gets no segment', async () => {
    let isBreaking = true
    const it_ = await bench([5_000], (store) => ({
      put: async (segment, bytes, signal) => {
        await store.put(segment, bytes, signal)
        await truncate(path.join(it_.far, segment), 4_000)
        if (isBreaking) throw new StoreAwayError('unreachable', 'broken off')
      },
    }))
    await assert.rejects(() => turn(it_.blobs), isAway('unreachable'))
    isBreaking = false
    await assert.rejects(() => turn(it_.blobs), isAway('unsound'))
    assert.deepEqual([await statesOf(it_), await readdir(it_.folder)], [['coming'], [it_.segment]])
    assert.equal(await isWhole(it_.blobs, it_.stored), true)
  })
})

describe('a segment in a store', () => {
  it('that was cut short or removed there is damaged or missing, and told so', async () => {
    const it_ = await bench()
    await turn(it_.blobs)
    const [first, , last] = it_.stored.map(({ place }) => place)
    await truncate(path.join(it_.far, it_.segment), 200_000)
    await assert.rejects(() => it_.blobs.verify(last?.id ?? assert.fail()), BlobDamagedError)
    assert.deepEqual(await it_.blobs.lacking([first?.id ?? assert.fail(), last?.id ?? assert.fail()]), [last?.id])
    await it_.blobs.verify(first?.id ?? assert.fail())
    await rm(path.join(it_.far, it_.segment))
    const reader = await it_.open(it_.store)
    await assert.rejects(() => reader.verify(first?.id ?? assert.fail()), { code: 'ENOENT' })
    assert.deepEqual(await reader.lacking([first?.id ?? assert.fail()]), [first?.id])
  })
})

describe('the trial of a store', () => {
  it('tells that it works, or at which step it does not', async () => {
    const it_ = await bench()
    const trial = () => it_.blobs.moving?.trial()
    assert.equal((await trial())?.kind, 'works')
    assert.deepEqual(await readdir(it_.far), ['filmjacket-store'])
    await turn(it_.blobs)
    await rm(it_.far, { recursive: true })
    assert.deepEqual({ ...(await trial()), words: '' }, { kind: 'fails', step: 'write', reason: 'no-place', words: '' })
  })
})
