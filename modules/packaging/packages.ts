/**
 * Packages: recipes that are laid out when somebody asks for bytes.
 *
 * @module
 */
import { etagOf, lengthOf, sizeOf, type BlobId, type BlobReader, type ExtentList } from '@filmjacket/bytes'
import { labelLines, safeFileName } from '@filmjacket/dicom-media'
import { LRUCache } from 'lru-cache'
import type { StoredInstance, StudyOverview } from '../archive/index.ts'
import type { Instant } from '../../platform/server/clock.ts'
import type { Served } from '../../platform/server/http/serve-extents.ts'
import { newId } from '../../platform/server/ids.ts'
import { Composer, type Composed, type ComposerOptions, type PictureBytes, type PrepareOptions } from './compose.ts'
import type { Format } from './contract.ts'
import type { MadeBlobs } from './derive.ts'
import { wrap } from './lay-out.ts'
import { plainRecipe } from './recipe.ts'
import * as store from './store.ts'

/** Laid-out packages that are kept, by the bytes they hold in memory. */
const KEPT_BYTES = 64 * 1024 * 1024
/** A list entry costs about this much besides its literal bytes. */
const EXTENT_BYTES = 100

export interface Package {
  readonly id: string
  readonly instances: number
  readonly sizeBytes: number
  /** Of PS3.11, which its content meets; null: none, not every reader can show all of it. */
  readonly profile: string | null
  /** What is to be printed on a disc. */
  readonly label: readonly string[]
}

/** `missing`: stored files of it are gone; who looks after the disk has been told. POR-20. */
export type Prepared = { readonly kind: 'made'; readonly made: Package } | { readonly kind: 'empty' | 'missing' }

export type PackageBytes = Pick<Served, 'list' | 'etag' | 'mediaType'> & { readonly blobs: BlobReader }

export interface Packages {
  /** Keeps nothing of it. Null if there is nothing in any of the Studies. */
  compose(studyIds: readonly string[], options?: PrepareOptions): Promise<Composed | null>
  /** Writes the recipe of a Study as it is now. */
  prepare(studyId: string, format: Format, options?: PrepareOptions): Promise<Prepared>
  /** What to send. Undefined if the package is gone, or images or files of it are: it can no longer be made as it was promised. */
  serve(packageId: string): Promise<PackageBytes | undefined>
  remove(packageId: string): Promise<void>
}

export type PackagesOptions = ComposerOptions & { readonly db: store.Db }

const MEDIA_TYPES: Record<Format, string> = { zip: 'application/zip', iso: 'application/x-iso9660-image' }

interface Ready {
  readonly list: ExtentList
  readonly etag: string
  readonly blobs: MadeBlobs
  /** When its Study last changed before it was laid out. */
  readonly asOf: Instant | null
  /** Stored files that its bytes come from. */
  readonly stored: readonly BlobId[]
}

export function createPackages({ db, ...options }: PackagesOptions): Packages {
  const { archive, clock } = options
  const composer = new Composer(options)
  const laidOut = new LRUCache<string, Ready>({ maxSize: KEPT_BYTES, sizeCalculation: ({ list }) => weightOf(list) })

  const picturesOf = (packageId: string): PictureBytes => (digest) => store.pictureOf(db, packageId, digest)

  async function prepare(studyId: string, format: Format, wanted: PrepareOptions = {}): Promise<Prepared> {
    const asOf = (await archive.changedAt(studyId)) ?? null
    const instances = await archive.instancesOf(studyId)
    if (instances.length === 0) return { kind: 'empty' }
    if (await archive.areLacking(storedOf(instances))) return { kind: 'missing' }
    const { recipe, pictures } = await composer.begin({ studyIds: [studyId], instances }, wanted, asOf)
    const createdAt = clock.now()
    const id = newId('pkg', createdAt)
    const laid = await composer.lay({ studyIds: [studyId], instances }, recipe, createdAt, picturesOf(id))
    const ready = readyOf(wrap(laid, format, createdAt), { blobs: laid.blobs, asOf, instances })
    const sizeBytes = sizeOf(ready.list)
    await store.addPackage(db, {
      id, study_id: studyId, format, instance_ids: instances.map((instance) => instance.id),
      size_bytes: sizeBytes, etag: ready.etag, created_at: createdAt, recipe,
    }, pictures)
    laidOut.set(id, ready)
    return { kind: 'made', made: { id, instances: instances.length, sizeBytes, profile: recipe.profile, label: labelLines(laid.label) } }
  }

  async function serve(packageId: string): Promise<PackageBytes | undefined> {
    const now = await store.packageNow(db, packageId)
    if (now === undefined) return undefined
    const [kept, asOf] = [laidOut.get(packageId), (await archive.changedAt(now.study_id)) ?? null]
    const ready = kept !== undefined && kept.etag === now.etag && kept.asOf === asOf ? kept : await layOutAgain(packageId, asOf)
    // Before the first byte this can still be said; in the middle of an answer it could only be cut off.
    if (ready === undefined || (await archive.areLacking(ready.stored))) return undefined
    return { list: ready.list, etag: ready.etag, blobs: ready.blobs.inTurn(), mediaType: MEDIA_TYPES[now.format] }
  }

  /**
   * As promised, or as it is now: another version of the product has another viewer, a name may have been corrected. Then it has
   * another tag, and who had a part of the old one begins anew.
   */
  async function layOutAgain(packageId: string, asOf: Instant | null): Promise<Ready | undefined> {
    const row = await store.packageById(db, packageId)
    if (row === undefined) return undefined
    const wanted = new Set(row.instance_ids)
    const instances = (await archive.instancesOf(row.study_id)).filter(({ id }) => wanted.has(id))
    if (instances.length < wanted.size) return undefined
    const recipe = await composer.renewed(row.recipe ?? plainRecipe, instances, asOf)
    const laid = await composer.lay({ studyIds: [row.study_id], instances }, recipe, row.created_at, picturesOf(row.id))
    const ready = readyOf(wrap(laid, row.format, row.created_at), { blobs: laid.blobs, asOf, instances })
    if (ready.etag !== row.etag) await store.changeBytes(db, row.id, { etag: ready.etag, size_bytes: sizeOf(ready.list), recipe })
    laidOut.set(row.id, ready)
    return ready
  }

  async function remove(packageId: string): Promise<void> {
    laidOut.delete(packageId)
    await store.removePackage(db, packageId)
  }

  return { compose: (studyIds, wanted) => composer.compose(studyIds, wanted), prepare, serve, remove }
}

interface LaidFrom extends Pick<Ready, 'blobs' | 'asOf'> {
  readonly instances: readonly StoredInstance[]
}

function readyOf(list: ExtentList, { blobs, asOf, instances }: LaidFrom): Ready {
  return { list, etag: etagOf(list), blobs, asOf, stored: storedOf(instances) }
}

/** Of equal files there is one. */
function storedOf(instances: readonly StoredInstance[]): readonly BlobId[] {
  return [...new Set(instances.map(({ blobId }) => blobId))]
}

function weightOf(list: ExtentList): number {
  return list.reduce((sum, extent) => sum + EXTENT_BYTES + (extent.kind === 'literal' ? lengthOf(extent) : 0), 1)
}

/** `Accession-Description`, or what there is of it (POR-11), with nothing that a file system minds. */
export function packageName({ accessionNumber, description }: Pick<StudyOverview, 'accessionNumber' | 'description'>, format: Format): string {
  const parts = [accessionNumber, description].map((part) => part.trim()).filter((part) => part !== '')
  return `${safeFileName(parts.length === 0 ? 'images' : parts.join('-'))}.${format}`
}
