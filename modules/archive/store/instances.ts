import type { BlobId, ExtentList } from '@filmjacket/bytes'
import type { Omission } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { omittedOf } from '../omitted.ts'
import type { ArchiveTables, OmissionWords } from '../tables.ts'

type Db = Kysely<ArchiveTables>

/** Where the bytes of an Instance are, and what was noted of them. */
export interface PlacedInstance {
  readonly id: string
  readonly instanceUid: string
  readonly sopClassUid: string
  readonly transferSyntaxUid: string
  readonly blobId: BlobId
  readonly sizeBytes: number
  readonly dataSetStart: number
  readonly bulkStart: number | null
  readonly bulkEnd: number | null
  /** CRC-32 before, within and after the bulk value. */
  readonly crc32: { readonly before: number; readonly within: number; readonly after: number }
  /** How it leaves, where that is not as it is stored: its file, and where the data set begins in it. */
  readonly corrected?: { readonly file: ExtentList; readonly dataSetStart: number }
}

/** An Instance as it is stored. */
export interface StoredInstance extends PlacedInstance {
  readonly header: Uint8Array
  /** What the header lacks, in order. */
  readonly omitted: readonly Omission[]
}

function instances(db: Db) {
  return db.selectFrom('instance').innerJoin('series', 'series.id', 'instance.series_id')
    .innerJoin('instance_header', 'instance_header.instance_id', 'instance.id')
    .select(PLACED).select(['instance_header.bytes as header', 'instance_header.omitted'])
}

/** Of thousands at a time: what nobody asks for here is not read. */
const PLACED = [
  'instance.id', 'instance.instance_uid', 'instance.sop_class_uid', 'instance.transfer_syntax_uid', 'instance.blob_id', 'instance.size_bytes',
  'instance.data_set_start', 'instance.bulk_start', 'instance.bulk_end', 'instance.crc32_before', 'instance.crc32_within', 'instance.crc32_after',
] as const

type Row = Awaited<ReturnType<ReturnType<typeof instances>['executeTakeFirstOrThrow']>>

function storedOf(row: Row): StoredInstance {
  return { ...placedOf(row), header: row.header, omitted: omittedOf(row.omitted) }
}

export function placedOf(row: Omit<Row, 'header' | 'omitted'>): PlacedInstance {
  return {
    id: row.id, instanceUid: row.instance_uid, sopClassUid: row.sop_class_uid,
    transferSyntaxUid: row.transfer_syntax_uid,
    blobId: row.blob_id as BlobId, sizeBytes: row.size_bytes, dataSetStart: row.data_set_start,
    bulkStart: row.bulk_start, bulkEnd: row.bulk_end,
    crc32: { before: row.crc32_before, within: row.crc32_within, after: row.crc32_after },
  }
}

/**
 * All of a Study, in the order in which a person would look: by Series, by Instance Number. They are sorted here: the database
 * would carry the headers along, and take them to its disk where there are thousands.
 */
export async function instancesOfStudy(db: Db, studyId: string): Promise<StoredInstance[]> {
  const rows = await instances(db).select(['series.number as series_number', 'series.series_uid', 'instance.number'])
    .where('series.study_id', '=', studyId).execute()
  return rows.sort((a, b) => compare(a.series_number, b.series_number) || compare(a.series_uid, b.series_uid)
    || compare(a.number, b.number) || compare(a.instance_uid, b.instance_uid)).map(storedOf)
}

/** As the database does: what has no number comes last. */
function compare<Ordered extends string | number>(a: Ordered | null, b: Ordered | null): number {
  if (a === b) return 0
  return a === null || (b !== null && a > b) ? 1 : -1
}

/** The one in the middle of a Series: a better picture of it than the first. */
export async function middleInstance(db: Db, seriesId: string, instancesInSeries: number): Promise<StoredInstance | undefined> {
  const row = await instances(db).where('series.id', '=', seriesId)
    .orderBy('instance.number').orderBy('instance.instance_uid')
    .offset(Math.floor(instancesInSeries / 2)).limit(1).executeTakeFirst()
  return row && storedOf(row)
}

/** Stored before it was noted what their headers lack. */
export async function unnotedInstances(db: Db, limit: number): Promise<readonly PlacedInstance[]> {
  const rows = await db.selectFrom('instance_header').innerJoin('instance', 'instance.id', 'instance_header.instance_id')
    .selectAll('instance').where('instance_header.omitted', 'is', null).limit(limit).execute()
  return rows.map(placedOf)
}

export async function noteOmitted(db: Db, instanceId: string, words: readonly OmissionWords[]): Promise<void> {
  await db.updateTable('instance_header').set({ omitted: JSON.stringify(words) }).where('instance_id', '=', instanceId).execute()
}
