/**
 * Instances as they leave: as they are stored, or with the corrections of their Study. What is stored stays as it is.
 *
 * @module
 */
import { literal, parseBlobId, type BlobReader, type ExtentList } from '@filmjacket/bytes'
import { deriveFile, TransferSyntaxes, viewOf, type Changes, type Omission, type StoredObject, type Viewed } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { headerOf, objectOf } from '../content.ts'
import { isRepaired, stepsOf } from '../store/correction.ts'
import { headersOf, type StoredHeader } from '../store/dicomweb.ts'
import type { PlacedInstance } from '../store/instances.ts'
import type { ArchiveTables } from '../tables.ts'
import { changesFor, type Reader, type Step } from './view.ts'

type Db = Kysely<ArchiveTables>

/** Headers that are in memory at one time. */
const PAGE = 200

/**
 * @returns `instances` in their order. Those that corrections change have the header that leaves, in place of the stored one,
 *   and the file of it; views of other kinds may be made on it. Those of a Study without corrections are untouched; of one that
 *   a repair wrote, what it tells of whose it was is kept from a person.
 */
export async function asCorrected<T extends PlacedInstance>(
  { db, blobs, reader }: { readonly db: Db; readonly blobs: BlobReader; readonly reader: Reader }, studyId: string, instances: readonly T[],
): Promise<readonly T[]> {
  const steps = await stepsOf(db, studyId)
  if (steps.length === 0 && !(reader === 'person' && (await isRepaired(db, studyId)))) return instances
  const all: T[] = []
  for (let at = 0; at < instances.length; at += PAGE) {
    const page = instances.slice(at, at + PAGE)
    const headers = await headersOf(db, page.map(({ id }) => id))
    for (const instance of page) {
      const head = correctedHead({ steps, reader }, headers.get(instance.id), instance)
      all.push(head === null ? instance : { ...instance, ...head, corrected: await fileWith(blobs, instance, head) })
    }
  }
  return all
}

/** The headers of instances of one Study, as a person may have them. By the Instance's id. */
export async function correctedHeaders(
  db: Db, studyId: string, instances: readonly PlacedInstance[],
): Promise<ReadonlyMap<string, StoredHeader>> {
  const [headers, steps] = await Promise.all([headersOf(db, instances.map(({ id }) => id)), stepsOf(db, studyId)])
  if (steps.length === 0 && !(await isRepaired(db, studyId))) return headers
  const corrected = instances.flatMap((instance) => {
    const stored = headers.get(instance.id)
    return stored === undefined ? [] : [[instance.id, correctedHead({ steps, reader: 'person' }, stored, instance) ?? stored] as const]
  })
  return new Map(corrected)
}

/** Null where nothing of it changes. */
function correctedHead(
  { steps, reader }: { readonly steps: readonly Step[]; readonly reader: Reader }, stored: StoredHeader | undefined, instance: PlacedInstance,
): StoredHeader | null {
  if (stored === undefined) return null
  const whole = { ...instance, ...stored }
  const changes = changesFor(steps, headerOf(whole), reader)
  return changes && headWith(objectOf(whole), changes)
}

/** As if a deflated object were inflated, as its header is kept. PS3.5 §A.5. */
function headWith(object: StoredObject, changes: Changes): StoredHeader {
  const { transferSyntax } = object
  const inflated = { ...object, transferSyntax: transferSyntax.deflated ? TransferSyntaxes.explicitVrLittleEndian : transferSyntax }
  const bare = viewOf({ ...inflated, omitted: [] }, NO_BLOB, changes)
  const [only] = bare.kind === 'ready' ? bare.list : []
  if (bare.kind !== 'ready' || only?.kind !== 'literal') throw new TypeError('a header without large values is one literal')
  return { header: only.bytes.subarray(bare.dataSetStart), omitted: moved(viewOf(inflated, NO_BLOB, changes), object.omitted) }
}

/** What is asked of these views opens no blob. */
const NO_BLOB = parseBlobId('0'.repeat(64))

/** A value that was left out stands behind as many bytes as the view has before it. */
function moved(viewed: Viewed, omitted: readonly Omission[]): readonly Omission[] {
  if (viewed.kind !== 'ready') return []
  const byStart = new Map(omitted.filter(({ start, end }) => start < end).map((omission) => [omission.start, omission]))
  const all: Omission[] = []
  let written = -viewed.dataSetStart
  for (const extent of viewed.list) {
    const omission = extent.kind === 'range' ? byStart.get(extent.offset) : undefined
    if (extent.kind === 'literal') written += extent.bytes.length
    else if (omission !== undefined) all.push({ ...omission, at: written })
  }
  return all
}

async function fileWith(
  blobs: BlobReader, instance: PlacedInstance, head: StoredHeader,
): Promise<{ readonly file: ExtentList; readonly dataSetStart: number }> {
  const object = objectOf({ ...instance, ...head })
  const viewed = viewOf(object, instance.blobId, {})
  if (viewed.kind === 'ready') return { file: viewed.list, dataSetStart: viewed.dataSetStart }
  // A deflated object is made in memory: they are reports and states of presentation, and small.
  const parts: Uint8Array[] = []
  for await (const part of deriveFile(object, {}, blobs.read(instance.blobId, 0, instance.sizeBytes))) parts.push(part)
  return { file: [literal(Buffer.concat(parts))], dataSetStart: parts[0]?.length ?? 0 }
}
