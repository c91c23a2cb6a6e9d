import { existsSync } from 'node:fs'
import { open as openFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { open, type BlobId } from '@filmjacket/bytes'
import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openBlobs, SegmentRegister } from '../../../platform/server/blobs/index.ts'
import { createLog } from '../../../platform/server/log.ts'
import { fileOf } from '../index.ts'
import { createStudyRemoval } from '../removal.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../testing.ts'
import { giveBackRoom } from './room.ts'

const never = new AbortController().signal
const log = createLog('silent')
const clock = { now: () => Date.now() }
const who = { caller: { kind: 'anonymous' }, address: '' } as const

const file = (n: number) => imageFile({
  [Tags.StudyInstanceUID]: `1.2.${n}`, [Tags.SeriesInstanceUID]: `1.2.${n}.1`, [Tags.SOPInstanceUID]: `1.2.${n}.1.1`,
  [Tags.PixelData]: new Uint8Array(512).fill(n),
})

/** Studies of one image, all in one segment that nobody writes to any more. */
async function sealed(images: number): Promise<TestArchive & { readonly studies: readonly string[]; readonly segment: string }> {
  const it_ = await testArchive()
  const studies: string[] = []
  for (let n = 1; n <= images; n++) {
    const outcome = await it_.archive.ingest.file({ kind: 'import' }, inChunks(file(n)))
    if (outcome.kind !== 'stored') throw new Error(outcome.kind)
    studies.push(outcome.studyId)
  }
  await it_.archive.ingest.indexed()
  await it_.blobs.close()
  const [segment = ''] = await readdir(it_.folder)
  return { ...it_, studies, segment }
}

async function bytesOf({ archive, blobs }: TestArchive, studyId: string): Promise<Buffer> {
  const [instance] = await archive.instancesOf(studyId)
  const parts: Uint8Array[] = []
  for await (const part of open(instance === undefined ? [] : fileOf(instance), blobs)) parts.push(part)
  return Buffer.concat(parts)
}

describe('the room of what was removed', () => {
  it('goes back to the disk, and what was not removed is what it was', async () => {
    const it_ = await sealed(5)
    const [kept = '', ...others] = it_.studies
    const blob = (await it_.archive.instancesOf(kept))[0]?.blobId as BlobId
    const register = new SegmentRegister(it_.db, it_.url, clock)
    const elsewhere = await openBlobs({ folder: it_.folder, reserveBytes: 0, register, clock })
    await elsewhere.verify(blob) // it knows the old place from now on
    await elsewhere.close()
    for (const study of others) await createStudyRemoval(it_.db, clock).study(who, study)
    expect(await giveBackRoom({ ...it_, log }, never)).toBe(1)
    expect(existsSync(path.join(it_.folder, it_.segment))).toBe(false)
    expect(await bytesOf(it_, kept)).toEqual(Buffer.from(file(1)))
    const read: Uint8Array[] = []
    for await (const part of elsewhere.read(blob, 0, file(1).length)) read.push(part)
    expect(Buffer.concat(read)).toEqual(Buffer.from(file(1)))
    await elsewhere.close()
    await register.close()
    expect((await sql`select from removed_record`.execute(it_.db)).rows).toEqual([])
    expect(await giveBackRoom({ ...it_, log }, never)).toBe(0)
  })

  it('is not asked for while most of a segment is alive', async () => {
    const it_ = await sealed(5)
    await createStudyRemoval(it_.db, clock).study(who, it_.studies[0] ?? '')
    expect(await giveBackRoom({ ...it_, log }, never)).toBe(0)
    expect(existsSync(path.join(it_.folder, it_.segment))).toBe(true)
  })

  it('a restart brings nothing back, from the copies of a process that died', async () => {
    const it_ = await sealed(4)
    const [kept = '', late = '', ...others] = it_.studies
    for (const study of others) await createStudyRemoval(it_.db, clock).study(who, study)
    await sql`update blob set length = length`.execute(it_.db)
    await giveBackRoom({ ...it_, log }, never)
    await createStudyRemoval(it_.db, clock).study(who, late)
    await sql`delete from removed_record`.execute(it_.db) // as if the copy had been made after the removal, and its process had died
    await sql`update blob_segment set owner = 'own_dead', sealed = false`.execute(it_.db)
    await it_.archive.recover()
    expect((await it_.db.selectFrom('study').select('id').execute()).map(({ id }) => id)).toEqual([kept])
  })

  it('leaves a segment with a damaged record alone, and all that can still be read', async () => {
    const it_ = await sealed(4)
    const [first = '', second = '', ...others] = it_.studies
    const { rows: [place] } = await sql<{ offset: number }>`
      select blob."offset" from blob join instance on instance.blob_id = blob.id where instance.instance_uid = '1.2.2.1.1'`.execute(it_.db)
    const handle = await openFile(path.join(it_.folder, it_.segment), 'r+')
    await handle.write(Buffer.of(99), 0, 1, (place?.offset ?? 0) + 700)
    await handle.close()
    for (const study of others) await createStudyRemoval(it_.db, clock).study(who, study)
    await createStudyRemoval(it_.db, clock).study(who, first)
    expect(await giveBackRoom({ ...it_, log }, never)).toBe(0)
    expect((await bytesOf(it_, second)).length).toBe(file(2).length)
  })
})
