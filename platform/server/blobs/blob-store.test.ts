import { mkdtemp, readdir, rm, stat, truncate, open as openFile } from 'node:fs/promises'
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { open, parseBlobId, range, type BlobId } from '@filmjacket/bytes'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from '../clock.ts'
import { freshDatabaseAt } from '../database/testing.ts'
import { diskOf } from './disk.ts'
import {
  BlobDamagedError, blobMigrations, nameBlob, openBlobs, SegmentRegister, type Blobs, type BlobTables, type Place,
} from './index.ts'

/** One process's view of a folder and a database. */
interface Process {
  readonly blobs: Blobs
  readonly register: SegmentRegister
}

let folder: string
let db: Kysely<BlobTables>
let url: string
const processes: Process[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'filmjacket-blobs-'))
  const fresh = await freshDatabaseAt(blobMigrations)
  db = fresh.db
  url = fresh.url
})

afterEach(async () => {
  for (const { blobs, register } of processes.splice(0)) {
    await blobs.close()
    await register.close()
  }
  await rm(folder, { recursive: true })
})

async function start(): Promise<Process> {
  const register = new SegmentRegister(db, url, systemClock)
  const blobs = await openBlobs({ folder, reserveBytes: 0, register, clock: systemClock })
  const process = { blobs, register }
  processes.push(process)
  return process
}

async function put(blobs: Blobs, bytes: Uint8Array, chunk = 1_000): Promise<Place> {
  const writer = await blobs.begin()
  for (let at = 0; at < bytes.length; at += chunk) await writer.write(bytes.subarray(at, at + chunk))
  const place = await writer.finish({ kind: 'test' })
  await nameBlob(db, place)
  await writer.keep()
  return place
}

async function get(blobs: Blobs, id: BlobId, start: number, end: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of blobs.read(id, start, end)) parts.push(part)
  return Buffer.concat(parts)
}

function pattern(length: number, seed: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 17 + (at >> 8)) & 0xff))
}

/** What a crash leaves: the lock is gone, nothing was sealed. */
async function crash({ register }: Process): Promise<void> {
  await register.close()
}

describe('a blob store', () => {
  it('names a blob by the SHA-256 of its bytes, whatever the chunks', async () => {
    const { blobs } = await start()
    const bytes = pattern(700_000, 1)
    const place = await put(blobs, bytes, 65_537)
    expect(place.id).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('gives back any range of what was written, small or larger than its buffer', async () => {
    const { blobs } = await start()
    for (const length of [0, 1, 1_000, 262_080, 262_144, 600_001]) {
      const bytes = pattern(length, length)
      const { id } = await put(blobs, bytes)
      const [all, half] = [await get(blobs, id, 0, length), await get(blobs, id, length >> 1, length)]
      expect([all.equals(bytes), half.equals(bytes.subarray(length >> 1))], `${length} bytes`).toEqual([true, true])
    }
  })

  it('writes one after the other into one segment, and side by side into several', async () => {
    const { blobs } = await start()
    await put(blobs, pattern(10, 1))
    await put(blobs, pattern(10, 2))
    expect(await readdir(folder)).toHaveLength(1)
    await Promise.all([put(blobs, pattern(500_000, 3)), put(blobs, pattern(500_000, 4))])
    expect(await readdir(folder)).toHaveLength(2)
  })

  it('makes room for many small ones before they come, loses none to it, and leaves none of it behind', async () => {
    const { blobs, register } = await start()
    const places: Place[] = []
    for (let seed = 0; seed < 300; seed++) places.push(await put(blobs, pattern(10_000 + seed, seed)))
    const segment = path.join(folder, places[0]?.segment ?? '')
    const used = Math.max(...places.map(({ offset, length }) => offset + length))
    expect((await stat(segment)).size).toBeGreaterThan(used + 500_000)
    await crash({ blobs, register })
    const found: BlobId[] = []
    expect(await (await start()).blobs.recover(({ id }) => Promise.resolve(void found.push(id)))).toBe(300)
    expect(found).toEqual(places.map(({ id }) => id))
    await blobs.close()
    expect((await stat(segment)).size - used).toBeLessThan(100)
  })

  it('makes room for large ones while nothing comes, writes to it at any moment, and leaves none of it behind', async (context) => {
    if ((await diskOf(folder)).freeBytes < 4 * 2 ** 30) context.skip('less than 4 GB of the disk are free')
    const { blobs, register } = await start()
    const large = Array.from({ length: 12 }, () => randomBytes(4_000_000))
    const putAll = () => Promise.all(large.map((bytes) => put(blobs, bytes, 1_000_000)))
    const sizes = async () => Promise.all((await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).size))
    await putAll()
    await vi.waitUntil(async () => Math.max(...(await sizes())) > 20_000_000, { timeout: 20_000 })
    const late = await putAll()
    for (const [n, { id }] of late.entries()) expect((await get(blobs, id, 0, 4_000_000)).equals(large[n] ?? assert.fail())).toBe(true)
    const broken = await blobs.begin()
    await broken.write(randomBytes(10))
    await crash({ blobs, register })
    const { blobs: after } = await start()
    expect(await after.recover(() => Promise.resolve())).toBe(24)
    expect((await sizes()).reduce((sum, size) => sum + size) - 24 * 4_000_000).toBeLessThan(10_000)
    await broken.abandon()
  })

  it('writes nothing more to a segment whose file was removed, nor promises what was being written to it', async () => {
    const { blobs } = await start()
    const first = await put(blobs, pattern(100, 1))
    await rm(path.join(folder, first.segment))
    const second = await put(blobs, pattern(100, 2))
    expect(second.segment).not.toBe(first.segment)
    const writer = await blobs.begin()
    await writer.write(pattern(100, 3))
    await rm(path.join(folder, second.segment))
    await expect(writer.finish({ kind: 'test' })).rejects.toThrow('removed')
    await writer.abandon()
    const third = await put(blobs, pattern(100, 3))
    expect(await get(blobs, third.id, 0, 100)).toEqual(pattern(100, 3))
  })

  it('leaves nothing of an abandoned blob', async () => {
    const { blobs } = await start()
    const { segment } = await put(blobs, pattern(100, 1))
    const before = (await stat(path.join(folder, segment))).size
    const writer = await blobs.begin()
    await writer.write(pattern(900_000, 2))
    await writer.abandon()
    expect((await stat(path.join(folder, segment))).size).toBe(before)
    const after = await put(blobs, pattern(100, 3))
    expect(await get(blobs, after.id, 0, 100)).toEqual(pattern(100, 3))
  })

  it('fills the memory of its reader as far as the blob goes', async () => {
    const { blobs } = await start()
    const { id } = await put(blobs, pattern(1_000, 1))
    const into = Buffer.alloc(300)
    expect(await blobs.readInto?.(id, 800, into)).toBe(200)
    expect(into.subarray(0, 200)).toEqual(pattern(1_000, 1).subarray(800))
    await expect(blobs.readInto?.(id, 1_000, into)).rejects.toThrow(BlobDamagedError)
  })

  it('refuses to read behind the end, and a blob that nobody named', async () => {
    const { blobs } = await start()
    const { id } = await put(blobs, pattern(10, 1))
    await expect(get(blobs, id, 0, 11)).rejects.toThrow(BlobDamagedError)
    await expect(get(blobs, parseBlobId('0'.repeat(64)), 0, 1)).rejects.toThrow(BlobDamagedError)
  })

  it('notices one changed bit', async () => {
    const { blobs } = await start()
    const place = await put(blobs, pattern(5_000, 1))
    await blobs.verify(place.id)
    const file = await openFile(path.join(folder, place.segment), 'r+')
    await file.write(Uint8Array.of(pattern(5_000, 1)[99]! ^ 1), 0, 1, place.offset + 99)
    await file.close()
    await expect(blobs.verify(place.id)).rejects.toThrow(BlobDamagedError)
  })
})

describe('blobs read in turn', () => {
  it('are what they are, whatever their sizes and the order in which they are asked for', async () => {
    const { blobs } = await start()
    const sizes = Array.from({ length: 120 }, (_, n) => (n % 17 === 0 ? 70_000 + n : (n * 997) % 20_000))
    const written: { place: Place; bytes: Buffer }[] = []
    for (const [n, size] of sizes.entries()) written.push({ place: await put(blobs, pattern(size, n), 65_536), bytes: pattern(size, n) })
    const orders = [written, written.toReversed(), written.filter((_, n) => n % 3 === 0), written.toSorted((a, b) => (a.place.id < b.place.id ? -1 : 1))]
    for (const order of orders) {
      const list = order.map(({ place }) => range(place.id, place.length >> 2, place.length - (place.length >> 2)))
      const parts: Uint8Array[] = []
      for await (const part of open(list, blobs.inTurn())) parts.push(part)
      expect(Buffer.concat(parts).equals(Buffer.concat(order.map(({ place, bytes }) => bytes.subarray(place.length >> 2))))).toBe(true)
    }
  })

  it('are missed where they are nowhere', async () => {
    const { blobs } = await start()
    const places: Place[] = []
    for (let n = 0; n < 4; n++) places.push(await put(blobs, pattern(5_000, n)))
    const reader = blobs.inTurn()
    const read = async (n: number): Promise<number> => {
      let length = 0
      for await (const part of open([range(places[n]!.id, 0, 5_000)], reader)) length += part.length
      return length
    }
    expect([await read(0), await read(1), await read(2)]).toEqual([5_000, 5_000, 5_000])
    const nowhere = open([range(parseBlobId('ab'.repeat(32)), 0, 5)], reader)
    await expect(nowhere.next()).rejects.toThrow(BlobDamagedError)
  })
})

describe('what is lacking', () => {
  it('is nothing where all is as it was put, also in a segment that is being written', async () => {
    const { blobs } = await start()
    const places = [await put(blobs, pattern(100, 1)), await put(blobs, pattern(300_000, 2))]
    expect(await blobs.lacking(places.map(({ id }) => id))).toEqual([])
  })

  it('is what lay in a file that was cut or removed, and what nobody ever put', async () => {
    const { blobs } = await start()
    const [kept, cut] = [await put(blobs, pattern(100, 1)), await put(blobs, pattern(400, 2))]
    const never = parseBlobId('ab'.repeat(32))
    await truncate(path.join(folder, cut.segment), cut.offset + cut.length - 1)
    expect(await blobs.lacking([kept.id, cut.id, never])).toEqual([cut.id, never])
    await rm(path.join(folder, kept.segment))
    expect(await blobs.lacking([kept.id, cut.id])).toEqual([kept.id, cut.id])
  })
})

describe('recovery', () => {
  it('hands on, with their notes and bytes, the blobs of a process that died', async () => {
    const first = await start()
    const written = [await put(first.blobs, pattern(100, 1)), await put(first.blobs, pattern(300_000, 2))]
    await crash(first)
    const { blobs } = await start()
    const found: unknown[] = []
    const replayed = await blobs.recover(async (place, note, bytes) => {
      let length = 0
      for await (const part of bytes) length += part.length
      found.push([place, note, length])
    })
    expect(replayed).toBe(2)
    expect(found).toEqual(written.map((place) => [place, { kind: 'test' }, place.length]))
  })

  it('happens once, and not to a process that lives', async () => {
    const first = await start()
    await put(first.blobs, pattern(100, 1))
    const second = await start()
    expect(await second.blobs.recover(() => Promise.resolve())).toBe(0)
    await crash(first)
    expect(await second.blobs.recover(() => Promise.resolve())).toBe(1)
    expect(await second.blobs.recover(() => Promise.resolve())).toBe(0)
  })

  it('is not needed after an orderly end', async () => {
    const first = await start()
    await put(first.blobs, pattern(100, 1))
    await first.blobs.close()
    await crash(first)
    const { blobs } = await start()
    expect(await blobs.recover(() => Promise.resolve())).toBe(0)
  })

  it('ends at the first record that was not finished, wherever it was cut', async () => {
    const first = await start()
    const kept = await put(first.blobs, pattern(100, 1))
    const torn = await put(first.blobs, pattern(400, 2))
    const file = path.join(folder, kept.segment)
    const { size } = await stat(file)
    await crash(first)
    for (const cut of [1, 15, 200, 415, size - torn.offset + 60]) {
      await db.updateTable('blob_segment').set({ sealed: false }).execute()
      await truncate(file, size - cut)
      const { blobs } = await start()
      const ids: BlobId[] = []
      await blobs.recover((place) => Promise.resolve(void ids.push(place.id)))
      expect(ids, `cut by ${cut}`).toEqual([kept.id])
    }
  })

  it('takes a segment for empty whose file was never made', async () => {
    const first = await start()
    await first.register.add('seg_never_made')
    await crash(first)
    const { blobs } = await start()
    expect(await blobs.recover(() => Promise.resolve())).toBe(0)
  })
})
