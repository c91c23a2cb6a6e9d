import type { BlobId } from '@filmjacket/bytes'
import type { Kysely } from 'kysely'
import type { ArchiveTables } from '../tables.ts'

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
}

/** An Instance as it is stored. */
export interface StoredInstance extends PlacedInstance {
  readonly header: Uint8Array
}

function instances(db: Db) {
  return db.selectFrom('instance').innerJoin('series', 'series.id', 'instance.series_id')
    .innerJoin('instance_header', 'instance_header.instance_id', 'instance.id')
    .selectAll('instance').select('instance_header.bytes as header')
}

type Row = Awaited<ReturnType<ReturnType<typeof instances>['executeTakeFirstOrThrow']>>

function storedOf({ header, ...row }: Row): StoredInstance {
  return { ...placedOf(row), header }
}

export function placedOf(row: Omit<Row, 'header'>): PlacedInstance {
  return {
    id: row.id, instanceUid: row.instance_uid, sopClassUid: row.sop_class_uid,
    transferSyntaxUid: row.transfer_syntax_uid,
    blobId: row.blob_id as BlobId, sizeBytes: row.size_bytes, dataSetStart: row.data_set_start,
    bulkStart: row.bulk_start, bulkEnd: row.bulk_end,
    crc32: { before: row.crc32_before, within: row.crc32_within, after: row.crc32_after },
  }
}

/** All of a Study, in the order in which a person would look: by Series, by Instance Number. */
export async function instancesOfStudy(db: Db, studyId: string): Promise<StoredInstance[]> {
  const rows = await instances(db).where('series.study_id', '=', studyId)
    .orderBy('series.number').orderBy('series.series_uid')
    .orderBy('instance.number').orderBy('instance.instance_uid').execute()
  return rows.map(storedOf)
}

/** The one in the middle of a Series: a better picture of it than the first. */
export async function middleInstance(db: Db, seriesId: string, instancesInSeries: number): Promise<StoredInstance | undefined> {
  const row = await instances(db).where('series.id', '=', seriesId)
    .orderBy('instance.number').orderBy('instance.instance_uid')
    .offset(Math.floor(instancesInSeries / 2)).limit(1).executeTakeFirst()
  return row && storedOf(row)
}
