import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openBlobs, openStore, SegmentRegister, type Blobs } from '../../../platform/server/blobs/index.ts'
import { systemClock } from '../../../platform/server/clock.ts'
import { whenOver } from '../../../platform/server/database/testing.ts'
import { createLog } from '../../../platform/server/log.ts'
import { progressOf } from '../store/scrub.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from '../testing.ts'
import { createScrub } from './scrub.ts'
import { moveOn, storeView, tryStoreNow, type StoreOptions } from './store-watch.ts'

const never = new AbortController().signal
const log = createLog('silent')
const GB = 1_000_000_000

interface Bench extends TestArchive {
  readonly far: string
  readonly blobs: Blobs
  readonly watching: StoreOptions
}

/** Three images that may move at once. */
async function bench(): Promise<Bench> {
  const it_ = await testArchive()
  for (let n = 1; n <= 3; n++)
    await it_.archive.ingest.file({ kind: 'import' }, inChunks(imageFile({ [Tags.SOPInstanceUID]: `1.2.3.1.1.${n}`, [Tags.InstanceNumber]: n })))
  await it_.archive.ingest.indexed()
  await it_.blobs.close()
  const scratch = await mkdtemp(path.join(tmpdir(), 'filmjacket-store-'))
  const far = path.join(scratch, 'far')
  const register = new SegmentRegister(it_.db, it_.url, systemClock)
  const blobs = await openBlobs({ folder: it_.folder, reserveBytes: 0, register, clock: systemClock, store: await openStore({ kind: 'folder', folder: far }, null) })
  whenOver(async () => {
    await blobs.close()
    await register.close()
    await rm(scratch, { recursive: true })
  })
  const watching = {
    db: it_.db, clock: systemClock, log, moving: blobs.moving, moveRule: () => ({ afterDays: 0, belowPercent: 20 }),
    disk: () => Promise.resolve({ freeBytes: 50 * GB, totalBytes: 100 * GB }), thresholds: () => ({ lowPercent: 15, criticalPercent: 5 }),
    alertAddress: () => '', hasMail: false, publicUrl: () => 'https://images.example',
  }
  return { ...it_, far, blobs, watching }
}

describe('the second store', () => {
  it('takes what the rule says, is told to be away while it is, and since when', async () => {
    const { watching, far } = await bench()
    await moveOn({ ...watching, moveRule: () => ({ afterDays: 1, belowPercent: 20 }) }, never)
    expect(await storeView(watching)).toMatchObject({ here: { segments: 1 }, there: { segments: 0 }, away: null })
    await moveOn(watching, never)
    expect(await storeView(watching)).toMatchObject({ name: `folder:${far}`, here: { segments: 0 }, there: { segments: 1 }, elsewhere: [], away: null })
    await rename(far, `${far}-unplugged`)
    await moveOn(watching, never)
    const away = (await storeView(watching))?.away
    expect(away?.reason).toBe('no-place')
    await moveOn(watching, never)
    expect((await storeView(watching))?.away).toEqual(away)
    expect(await tryStoreNow(watching.moving)).toMatchObject({ works: false, step: 'write', reason: 'no-place' })
    await rename(`${far}-unplugged`, far)
    await moveOn(watching, never)
    expect((await storeView(watching))?.away).toBeNull()
    expect(await tryStoreNow(watching.moving)).toMatchObject({ works: true })
  })

  it('is checked every so many days, and nothing in it is called damaged while it is away', async () => {
    const { db, blobs, watching, far } = await bench()
    await moveOn(watching, never)
    const scrub = createScrub({ db, blobs, clock: systemClock, log, megabytesPerSecond: () => 1_000, storeEveryDays: () => 90 })
    const round = async () => {
      await sql`update scrub set whole_at = null, whole_bytes = 0`.execute(db)
      expect(await scrub.goOn(never)).toBe(0)
      return progressOf(db)
    }
    await rename(far, `${far}-unplugged`)
    expect(await round()).toMatchObject({ wholeAt: expect.any(Number) as number, storeWholeAt: null })
    await rename(`${far}-unplugged`, far)
    const checked = await round()
    expect([checked.storeWholeAt === null, checked.wholeBytes > 0]).toEqual([false, true])
    expect((await round()).wholeBytes).toBe(0)
    expect((await sql`select from damaged_blob`.execute(db)).rows).toEqual([])
  })
})
