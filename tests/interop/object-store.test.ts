/**
 * Segments in a real object store: Ceph, over S3. What every store must do is held on a folder in
 * `platform/server/blobs/objects/moving.test.ts`; here stands what only a network and another's program can do wrong.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import {
  CreateBucketCommand, CreateMultipartUploadCommand, ListMultipartUploadsCommand, ListObjectsV2Command, PutObjectCommand, S3Client, UploadPartCommand,
} from '@aws-sdk/client-s3'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { BlobDamagedError, openStore, StoreAwayError, type SegmentStore } from '../../platform/server/blobs/index.ts'
import { ALL, isWhole, never, sealed, testBlobs } from '../../platform/server/blobs/objects/testing.ts'
import { Radosgw, RADOSGW_KEY, whyNoRadosgw } from '../setup/radosgw.ts'
import { Scratch } from '../setup/scratch.ts'

const scratch = new Scratch()
let ceph: Radosgw
let client: S3Client

beforeAll(async () => {
  if (whyNoRadosgw !== null) return
  ceph = await Radosgw.start(scratch.path)
  client = new S3Client({ endpoint: ceph.url, region: 'us-east-1', forcePathStyle: true, credentials: RADOSGW_KEY, requestChecksumCalculation: 'WHEN_REQUIRED' })
  await client.send(new CreateBucketCommand({ Bucket: 'images' }))
})
afterAll(async () => {
  if (whyNoRadosgw !== null) return
  client.destroy()
  await ceph.stop()
  scratch.remove()
})

function storeIn(bucket: string, secret = RADOSGW_KEY.secretAccessKey): Promise<SegmentStore> {
  const { accessKeyId } = RADOSGW_KEY
  return openStore({
    kind: 's3', bucket, prefix: 'site/', endpoint: ceph.url, region: 'us-east-1', isPathStyle: true, accessKeyId, secretFile: null, authorityFile: null,
  }, secret)
}

async function keysIn(bucket: string): Promise<readonly string[]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }))
  return Contents.flatMap(({ Key }) => Key ?? [])
}

async function uploadsIn(bucket: string): Promise<number> {
  return (await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }))).Uploads?.length ?? 0
}

function isAway(reason: string) {
  return (error: unknown) => error instanceof StoreAwayError && error.reason === reason
}

describe.skipIf(whyNoRadosgw !== null)(`segments in Ceph${whyNoRadosgw === null ? '' : ` (${whyNoRadosgw})`}`, () => {
  it('move there in parts, are read by ranges, and go when nothing leads to them', async () => {
    const it_ = await testBlobs(await storeIn('images'))
    const stored = await sealed(it_.blobs, it_.db, [100, 20_000_000, 7_000, 8_000])
    const segment = stored[0]?.place.segment ?? ''
    assert.equal(await it_.blobs.moving?.turn(ALL, never), 1)
    assert.deepEqual([await readdir(it_.folder), await keysIn('images')], [[], [`site/${segment}`]])
    assert.equal(await isWhole(it_.blobs, stored), true)
    assert.deepEqual(await it_.blobs.lacking(stored.map(({ place }) => place.id)), [])
    for (const { place } of stored.slice(1)) await it_.db.deleteFrom('blob').where('id', '=', place.id).execute()
    assert.deepEqual(await it_.blobs.compact([segment], never), [segment])
    assert.equal(await isWhole(it_.blobs, stored.slice(0, 1)), true)
    await it_.blobs.moving?.turn({ ...ALL, unusedSince: 0 }, never)
    assert.deepEqual(await keysIn('images'), [])
  })

  it('whose process was killed in the middle of a copy leave nothing behind, and lose nothing', async () => {
    const it_ = await testBlobs(await storeIn('images'))
    const stored = await sealed(it_.blobs, it_.db, [5_000])
    const { segment } = stored[0]?.place ?? assert.fail()
    await it_.db.insertInto('blob_object').values({ segment, store: 's3://images/site/', state: 'coming', size_bytes: 0, made_at: sql`now()` }).execute()
    const object = { Bucket: 'images', Key: `site/${segment}` }
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(object))
    await client.send(new UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: randomBytes(1_000) }))
    assert.equal(await uploadsIn('images'), 1)
    assert.equal(await it_.blobs.moving?.turn(ALL, never), 1)
    assert.equal(await uploadsIn('images'), 0)
    assert.equal(await isWhole(it_.blobs, stored), true)
  })

  it('are told from a bucket that is not ours, a wrong secret, and a gateway that is down; and are there when it is back', async () => {
    for (const [store, reason] of [[await storeIn('nowhere'), 'no-place'], [await storeIn('images', 'wrong'), 'refused']] as const) {
      const { blobs } = await testBlobs(store)
      await assert.rejects(async () => blobs.moving?.turn(ALL, never), isAway(reason))
      assert.deepEqual({ ...(await blobs.moving?.trial()), words: '' }, { kind: 'fails', step: 'write', reason, words: '' })
    }
    const it_ = await testBlobs(await storeIn('images'))
    const stored = await sealed(it_.blobs, it_.db, [5_000])
    assert.equal((await it_.blobs.moving?.trial())?.kind, 'works')
    await it_.blobs.moving?.turn(ALL, never)
    await ceph.interrupt()
    await assert.rejects(() => isWhole(it_.blobs, stored), isAway('unreachable'))
    await assert.rejects(() => it_.blobs.lacking(stored.map(({ place }) => place.id)), isAway('unreachable'))
    await ceph.resume()
    assert.equal(await isWhole(it_.blobs, stored), true)
  })

  it('that somebody cut short or took out are damaged, or lacking', async () => {
    const it_ = await testBlobs(await storeIn('images'))
    const stored = await sealed(it_.blobs, it_.db, [5_000, 6_000])
    await it_.blobs.moving?.turn(ALL, never)
    const [first, second] = stored.map(({ place }) => place)
    await client.send(new PutObjectCommand({ Bucket: 'images', Key: `site/${first?.segment ?? ''}`, Body: randomBytes(3_000) }))
    await assert.rejects(() => it_.blobs.verify(first?.id ?? assert.fail()), BlobDamagedError)
    await assert.rejects(() => it_.blobs.verify(second?.id ?? assert.fail()), BlobDamagedError)
    assert.deepEqual(await it_.blobs.lacking([first?.id ?? assert.fail()]), [first?.id])
    await (await storeIn('images')).remove(first?.segment ?? '')
    const reader = await it_.open(await storeIn('images'))
    await assert.rejects(() => reader.verify(second?.id ?? assert.fail()), { code: 'ENOENT' })
  })
})
