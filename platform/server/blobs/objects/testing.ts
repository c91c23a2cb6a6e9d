/** Blobs on a folder, a database and a store of a test's own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BlobId } from '@filmjacket/bytes'
import type { Kysely } from 'kysely'
import { systemClock } from '../../clock.ts'
import { freshDatabaseAt, whenOver } from '../../database/testing.ts'
import { blobMigrations, nameBlob, openBlobs, SegmentRegister, type Blobs, type BlobTables, type Place } from '../index.ts'
import type { MovingRule } from './moving.ts'
import type { SegmentStore } from './segment-store.ts'

export const never = new AbortController().signal
/** Everything moves. */
export const ALL: MovingRule = { unusedSince: Infinity, isTight: () => Promise.resolve(false), until: Infinity }

export interface TestBlobs {
  readonly db: Kysely<BlobTables>
  readonly folder: string
  readonly blobs: Blobs
  /** Another process on the same folder and rows, with this store. */
  open(store: SegmentStore | null): Promise<Blobs>
}

export async function testBlobs(store: SegmentStore | null): Promise<TestBlobs> {
  const folder = await mkdtemp(path.join(tmpdir(), 'filmjacket-blobs-'))
  whenOver(() => rm(folder, { recursive: true }))
  const { db: any, url } = await freshDatabaseAt(blobMigrations)
  const db = any as Kysely<BlobTables>
  const open = async (other: SegmentStore | null): Promise<Blobs> => {
    const register = new SegmentRegister(db, url, systemClock)
    const blobs = await openBlobs({ folder, reserveBytes: 0, register, clock: systemClock, store: other })
    whenOver(async () => {
      await blobs.close()
      await register.close()
    })
    return blobs
  }
  return { db, folder, blobs: await open(store), open }
}

export interface Stored {
  readonly place: Place
  readonly bytes: Buffer
}

/** Blobs of these sizes in one segment, which is whole then. */
export async function sealed(blobs: Blobs, db: Kysely<BlobTables>, sizes: readonly number[]): Promise<readonly Stored[]> {
  const stored: Stored[] = []
  for (const [n, size] of sizes.entries()) {
    const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 31 + n * 17 + (at >> 8)) & 0xff))
    const writer = await blobs.begin()
    await writer.write(bytes)
    const place = await writer.finish({ kind: 'test' })
    await nameBlob(db, place)
    await writer.keep()
    stored.push({ place, bytes })
  }
  await blobs.close()
  return stored
}

export async function get(blobs: Pick<Blobs, 'read'>, id: BlobId, start: number, end: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of blobs.read(id, start, end)) parts.push(part)
  return Buffer.concat(parts)
}

export async function isWhole(blobs: Pick<Blobs, 'read'>, stored: readonly Stored[]): Promise<boolean> {
  for (const { place: { id }, bytes } of stored) if (!(await get(blobs, id, 0, bytes.length)).equals(bytes)) return false
  return true
}

/** A store that does what another does, and counts or fails where a test says so. */
export function around(store: SegmentStore, changes: Partial<SegmentStore>): SegmentStore {
  return {
    name: store.name, establish: () => store.establish(), put: (segment, bytes, signal) => store.put(segment, bytes, signal),
    read: (segment, start, length) => store.read(segment, start, length), sizeOf: (segment) => store.sizeOf(segment),
    remove: (segment) => store.remove(segment), ...changes,
  }
}
