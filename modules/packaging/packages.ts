/**
 * Packages: recipes that are laid out when somebody asks for bytes.
 *
 * @module
 */
import { etagOf, lengthOf, sizeOf, type ExtentList } from '@filmjacket/bytes'
import { safeFileName } from '@filmjacket/dicom-media'
import { LRUCache } from 'lru-cache'
import type { Archive, StudyOverview } from '../archive/index.ts'
import type { Clock } from '../../platform/server/clock.ts'
import type { Served } from '../../platform/server/http/serve-extents.ts'
import { newId } from '../../platform/server/ids.ts'
import type { Format } from './contract.ts'
import { layOut } from './lay-out.ts'
import * as store from './store.ts'

/** Laid-out packages that are kept, by the bytes they hold in memory. */
const KEPT_BYTES = 64 * 1024 * 1024
/** A list entry costs about this much besides its literal bytes. */
const EXTENT_BYTES = 100

export interface Package {
  readonly id: string
  readonly instances: number
  readonly sizeBytes: number
}

export interface Packages {
  /** Writes the recipe of a Study as it is now. Null if there is nothing in it. */
  prepare(studyId: string, format: Format): Promise<Package | null>
  /** What to send. Undefined if the package is gone, or images of it are: it can no longer be laid out as it was promised. */
  serve(packageId: string): Promise<Pick<Served, 'list' | 'etag' | 'mediaType'> | undefined>
  remove(packageId: string): Promise<void>
}

const MEDIA_TYPES: Record<Format, string> = { zip: 'application/zip', iso: 'application/x-iso9660-image' }

export function createPackages({ db, archive, clock }: { db: store.Db; archive: Archive; clock: Clock }): Packages {
  const laidOut = new LRUCache<string, ExtentList>({ maxSize: KEPT_BYTES, sizeCalculation: weightOf })

  async function prepare(studyId: string, format: Format): Promise<Package | null> {
    const instances = await archive.instancesOf(studyId)
    if (instances.length === 0) return null
    const createdAt = clock.now()
    const list = layOut(instances, format, createdAt)
    const id = newId('pkg', createdAt)
    const sizeBytes = sizeOf(list)
    await store.addPackage(db, {
      id, study_id: studyId, format, instance_ids: instances.map((instance) => instance.id),
      size_bytes: sizeBytes, etag: etagOf(list), created_at: createdAt,
    })
    laidOut.set(id, list)
    return { id, instances: instances.length, sizeBytes }
  }

  async function serve(packageId: string) {
    const row = await store.packageById(db, packageId)
    if (row === undefined) return undefined
    const list = laidOut.get(packageId) ?? (await layOutAgain(row))
    return list && { list, etag: row.etag, mediaType: MEDIA_TYPES[row.format] }
  }

  async function layOutAgain(row: NonNullable<Awaited<ReturnType<typeof store.packageById>>>): Promise<ExtentList | undefined> {
    const wanted = new Set(row.instance_ids)
    const instances = (await archive.instancesOf(row.study_id)).filter(({ id }) => wanted.has(id))
    const list = layOut(instances, row.format, row.created_at)
    if (etagOf(list) !== row.etag) return undefined
    laidOut.set(row.id, list)
    return list
  }

  async function remove(packageId: string): Promise<void> {
    laidOut.delete(packageId)
    await store.removePackage(db, packageId)
  }

  return { prepare, serve, remove }
}

function weightOf(list: ExtentList): number {
  return list.reduce((sum, extent) => sum + EXTENT_BYTES + (extent.kind === 'literal' ? lengthOf(extent) : 0), 1)
}

/** `Accession-Description`, or what there is of it (POR-11), with nothing that a file system minds. */
export function packageName({ accessionNumber, description }: Pick<StudyOverview, 'accessionNumber' | 'description'>, format: Format): string {
  const parts = [accessionNumber, description].map((part) => part.trim()).filter((part) => part !== '')
  return `${safeFileName(parts.length === 0 ? 'images' : parts.join('-'))}.${format}`
}
