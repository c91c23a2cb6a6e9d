import { open as openFile, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import type { BlobId } from '@filmjacket/bytes'
import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Blobs } from '../../../platform/server/blobs/index.ts'
import { createLog } from '../../../platform/server/log.ts'
import { createStudyRemoval } from '../removal.ts'
import { progressOf } from '../store/scrub.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../testing.ts'
import { levelOf, watchDisk } from './disk-watch.ts'
import { createFetchingAgain, type FetchAgain } from './fetch-again.ts'
import { createScrub } from './scrub.ts'
import { createStorage } from './storage.ts'

const never = new AbortController().signal
const log = createLog('silent')
const systemTime = { now: () => Date.now() }
const GB = 1_000_000_000

async function filled(images: number): Promise<TestArchive> {
  const it_ = await testArchive()
  for (let n = 1; n <= images; n++) {
    const file = imageFile({ [Tags.SOPInstanceUID]: `1.2.3.1.1.${n}`, [Tags.InstanceNumber]: n, [Tags.PixelData]: new Uint8Array(512).fill(n) })
    const { kind } = await it_.archive.ingest.file({ kind: 'import' }, inChunks(file))
    if (kind !== 'stored') throw new Error(kind)
  }
  await it_.archive.ingest.indexed()
  return it_
}

async function placeOf({ db }: TestArchive, number: number): Promise<{ id: BlobId; segment: string; offset: number }> {
  const { rows: [row] } = await sql<{ id: BlobId; segment: string; offset: number }>`
    select blob.* from blob join instance on instance.blob_id = blob.id where instance.number = ${number}`.execute(db)
  if (row === undefined) throw new Error('no blob')
  return row
}

/** One bit of the pixels turns. */
async function rot(it_: TestArchive, number: number, at = 700): Promise<BlobId> {
  const { id, segment, offset } = await placeOf(it_, number)
  const file = await openFile(path.join(it_.folder, segment), 'r+')
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, offset + at)
  await file.write(Buffer.of((buffer[0] ?? 0) ^ 1), 0, 1, offset + at)
  await file.close()
  return id
}

function scrubOf({ db, blobs }: TestArchive, more: { blobs?: Blobs; turnMs?: number; pace?: number } = {}) {
  const { pace = 1_000, ...options } = more
  return createScrub({ db, blobs, clock: systemTime, log, megabytesPerSecond: () => pace, ...options })
}

const nobodyAsked = { askAnew: () => Promise.resolve() }

function storageOf({ db }: TestArchive) {
  return createStorage({
    db, clock: systemTime, fetching: nobodyAsked, removal: createStudyRemoval(db, systemTime), megabytesPerSecond: () => 10,
    disk: () => Promise.resolve({ freeBytes: 10 * GB, totalBytes: 100 * GB }), thresholds: () => ({ lowPercent: 15, criticalPercent: 5 }),
    moving: null, moveRule: () => ({ afterDays: 30, belowPercent: 20 }),
  })
}

describe('the check of stored files', () => {
  it('reads all of them, and finds the one bit that turned', async () => {
    const it_ = await filled(5)
    expect(await scrubOf(it_).goOn(never)).toBe(0)
    expect(await progressOf(it_.db)).toMatchObject({ position: '', startedAt: null, wholeAt: expect.any(Number) as number })
    const id = await rot(it_, 3)
    await sql`update scrub set whole_at = null`.execute(it_.db)
    expect(await scrubOf(it_).goOn(never)).toBe(1)
    await sql`update scrub set whole_at = null`.execute(it_.db)
    expect(await scrubOf(it_).goOn(never)).toBe(0) // known by now
    const { damaged, disk } = await storageOf(it_).view()
    expect(damaged).toMatchObject([{ id, isMissing: false, instanceUid: '1.2.3.1.1.3', patientName: 'Test^Image', cameFrom: 'import' }])
    expect(disk?.level).toBe('low')
  })

  it('lets a damaged image be taken out, and the same be sent again', async () => {
    const it_ = await filled(2)
    const id = await rot(it_, 2)
    await scrubOf(it_).goOn(never)
    expect(await storageOf(it_).removeDamaged({ caller: { kind: 'anonymous' }, address: '' }, id)).toMatchObject({ kind: 'removed', instances: 1 })
    expect((await storageOf(it_).view()).damaged).toEqual([])
    expect(await storageOf(it_).removeDamaged({ caller: { kind: 'anonymous' }, address: '' }, id)).toEqual({ kind: 'not-found' })
    const again = imageFile({ [Tags.SOPInstanceUID]: '1.2.3.1.1.2', [Tags.InstanceNumber]: 2, [Tags.PixelData]: new Uint8Array(512).fill(2) })
    // What is known of a series in memory may be older than the removal: a new process knows nothing of it.
    const ingested = await it_.archive.ingest.file({ kind: 'import' }, inChunks(again))
    expect(ingested.kind).toBe('stored')
    await it_.archive.ingest.indexed()
    await sql`update scrub set whole_at = null`.execute(it_.db)
    await scrubOf(it_).goOn(never)
    expect((await storageOf(it_).view()).damaged).toEqual([])
  })

  it('tells a segment that is gone', async () => {
    const it_ = await filled(1)
    const [segment] = await readdir(it_.folder)
    await rename(path.join(it_.folder, segment ?? ''), path.join(it_.folder, 'elsewhere'))
    expect(await scrubOf(it_).goOn(never)).toBe(1)
    expect((await storageOf(it_).view()).damaged).toMatchObject([{ isMissing: true }])
  })

  it('goes on where it was when it was stopped, and after a process that died at it', async () => {
    const it_ = await filled(6)
    const seen: BlobId[] = []
    const stop = new AbortController()
    const counted: Blobs = Object.assign(Object.create(it_.blobs) as Blobs, {
      verify: async (id: BlobId) => {
        seen.push(id)
        if (seen.length === 3) stop.abort()
        await it_.blobs.verify(id)
      },
    })
    await scrubOf(it_, { blobs: counted }).goOn(stop.signal)
    expect(seen).toHaveLength(3)
    expect((await progressOf(it_.db)).files).toBe(3)
    await sql`update scrub set busy_until = now() + interval '5 minutes'`.execute(it_.db) // as a process leaves it that was killed
    await scrubOf(it_, { blobs: counted }).goOn(never)
    expect(seen).toHaveLength(3)
    await sql`update scrub set busy_until = now() - interval '1 second'`.execute(it_.db)
    await scrubOf(it_, { blobs: counted }).goOn(never)
    expect(new Set(seen).size).toBe(6)
    expect(seen).toHaveLength(6)
    expect((await progressOf(it_.db)).wholeAt).not.toBeNull()
  })

  it('does nothing at a pace of none', async () => {
    const it_ = await filled(1)
    await scrubOf(it_, { pace: 0 }).goOn(never)
    expect((await progressOf(it_.db)).wholeAt).toBeNull()
  })
})

/** Of the image with this number, as a device sends it. @param written - by another program, which left a private word. */
function sentAgain(number: number, written: Record<number, unknown> = {}): Uint8Array {
  return imageFile({ [Tags.SOPInstanceUID]: `1.2.3.1.1.${number}`, [Tags.InstanceNumber]: number, [Tags.PixelData]: new Uint8Array(512).fill(number), ...written })
}

async function bytesOf({ archive, blobs }: TestArchive, number: number): Promise<Buffer> {
  const [study] = await archive.studiesOfPatient({ patientId: 'P1', issuer: '' })
  const one = (await archive.instancesOf(study?.id ?? '')).find(({ instanceUid }) => instanceUid === `1.2.3.1.1.${number}`)
  const parts: Uint8Array[] = []
  for await (const part of blobs.read(one?.blobId as BlobId, 0, one?.sizeBytes ?? 0)) parts.push(part)
  return Buffer.concat(parts)
}

describe('what is damaged here and comes once more', () => {
  const send = (it_: TestArchive, file: Uint8Array) => it_.archive.ingest.file({ kind: 'wado', aeTitle: 'PACS', address: '' }, inChunks(file))
  const mendedOf = async (it_: TestArchive) => (await storageOf(it_).view()).mended

  it('takes the place of the damaged file, and is read where it is now', async () => {
    const it_ = await filled(2)
    await rot(it_, 2)
    await scrubOf(it_).goOn(never)
    expect([...(await it_.archive.countsOfStudies(['1.2.3.1'])).values()]).toEqual([1])
    expect([...(await it_.archive.heldInstances(['1.2.3.1.1.1', '1.2.3.1.1.2']))]).toEqual(['1.2.3.1.1.1'])
    expect((await send(it_, sentAgain(2))).kind).toBe('stored')
    const [study] = await it_.archive.studiesOfPatient({ patientId: 'P1', issuer: '' })
    expect(await it_.archive.lackingOfStudy(study?.id ?? '')).toEqual([])
    expect(Buffer.compare(await bytesOf(it_, 2), sentAgain(2))).toBe(0)
    expect(await mendedOf(it_)).toMatchObject([{ instanceUid: '1.2.3.1.1.2', isSame: true, patientName: 'Test^Image' }])
    const { rows } = await sql`select actor, detail from audit where action = 'archive.mended'`.execute(it_.db)
    expect(rows).toEqual([{ actor: 'PACS', detail: { instanceUid: '1.2.3.1.1.2', sameBytes: true } }])
    expect((await send(it_, sentAgain(2))).kind).toBe('duplicate')
  })

  it('may be written by another program; the row of the image stays', async () => {
    const it_ = await filled(2)
    await rot(it_, 2)
    await scrubOf(it_).goOn(never)
    const rowOf = async () => (await sql<{ id: string; blob_id: string }>`select id, blob_id from instance where number = 2`.execute(it_.db)).rows[0]
    const [before, other] = [await rowOf(), sentAgain(2, { [Tags.InstitutionName]: 'Elsewhere' })]
    expect((await send(it_, other)).kind).toBe('stored')
    const after = await rowOf()
    expect([after?.id === before?.id, after?.blob_id === before?.blob_id]).toEqual([true, false])
    expect(Buffer.compare(await bytesOf(it_, 2), other)).toBe(0)
    expect(await mendedOf(it_)).toMatchObject([{ isSame: false }])
    expect((await sql<{ n: number }>`select sum(size_bytes)::integer as n from instance`.execute(it_.db)).rows[0]?.n)
      .toBe((await sql<{ n: number }>`select size_bytes::integer as n from study`.execute(it_.db)).rows[0]?.n)
  })

  it('is refused as ever where it is of another patient or study, and where nothing is damaged', async () => {
    const it_ = await filled(2)
    expect((await send(it_, sentAgain(1, { [Tags.InstitutionName]: 'Elsewhere' }))).kind).toBe('conflict')
    await rot(it_, 2)
    await scrubOf(it_).goOn(never)
    expect((await send(it_, sentAgain(2, { [Tags.PatientID]: 'P2' }))).kind).toBe('conflict')
    expect((await send(it_, sentAgain(2, { [Tags.SeriesInstanceUID]: '1.2.3.9' }))).kind).toBe('conflict')
    expect([(await storageOf(it_).view()).damaged.length, await mendedOf(it_)]).toEqual([1, []])
  })
})

describe('devices are asked for what is damaged', () => {
  async function asking(it_: TestArchive, fetchAgain: FetchAgain): Promise<(hours?: number) => Promise<void>> {
    let now = Date.now()
    const fetching = createFetchingAgain({ db: it_.db, blobs: it_.blobs, clock: { now: () => now }, log, fetchAgain })
    await scrubOf(it_).goOn(never)
    return (hours = 0) => {
      now += hours * 3_600_000
      return fetching.run(never)
    }
  }

  it('and what they have is here again', async () => {
    const it_ = await filled(3)
    await rot(it_, 2)
    const run = await asking(it_, async (_studyUid, [uid]) => {
      await it_.archive.ingest.file({ kind: 'wado', aeTitle: 'PACS', address: '' }, inChunks(sentAgain(Number(uid?.split('.').at(-1)))))
      return 'here'
    })
    await run()
    const { damaged, mended } = await storageOf(it_).view()
    expect([damaged, mended.map(({ instanceUid }) => instanceUid)]).toEqual([[], ['1.2.3.1.1.2']])
  })

  it('again after an hour where one failed, after a day where none has it', async () => {
    const it_ = await filled(1)
    await rot(it_, 1)
    const answers = ['failed', 'absent', 'absent'] as const
    let asked = 0
    const run = await asking(it_, () => Promise.resolve(answers[asked++] ?? 'absent'))
    const counts: number[] = []
    for (const hours of [0, 0.5, 0.5, 1, 22, 1]) {
      await run(hours)
      counts.push(asked)
    }
    expect(counts).toEqual([1, 1, 2, 2, 2, 3])
    expect((await storageOf(it_).view()).damaged).toMatchObject([{ asked: { answer: 'absent' } }])
  })
})

describe('the watch of the disk', () => {
  const thresholds = { lowPercent: 15, criticalPercent: 5 }
  it('has three levels', () => {
    const levels = [100, 16, 14, 6, 4, 0].map((free) => levelOf({ freeBytes: free * GB, totalBytes: 100 * GB }, thresholds))
    expect(levels).toEqual(['enough', 'enough', 'low', 'low', 'critical', 'critical'])
  })

  it('tells only what is new', async () => {
    const it_ = await testArchive()
    let freeBytes = 50 * GB
    const watching = {
      db: it_.db, clock: systemTime, disk: () => Promise.resolve({ freeBytes, totalBytes: 100 * GB }), thresholds: () => thresholds,
      alertAddress: () => '', hasMail: false, publicUrl: () => 'https://images.example',
    }
    const since = async () => (await sql<{ level: string; since: number }>`select level, since from disk_watch`.execute(it_.db)).rows[0]
    const before = await since()
    await watchDisk(watching)
    expect(await since()).toEqual(before)
    freeBytes = 4 * GB
    expect(await watchDisk(watching)).toBe('critical')
    const after = await since()
    expect(after?.level).toBe('critical')
    await watchDisk(watching)
    expect(await since()).toEqual(after)
  })
})
