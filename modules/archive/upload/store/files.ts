import { sql, type Selectable } from 'kysely'
import type { FileOutcome } from '../../contract.ts'
import type { UploadFileRow } from '../tables.ts'
import type { Db } from './uploads.ts'

export type FileRow = Selectable<UploadFileRow>

/** Rows of an upload with one of these paths, or one of these digests. */
export async function rowsLike(db: Db, uploadId: string, paths: readonly string[], digests: readonly string[]): Promise<FileRow[]> {
  return db.selectFrom('upload_file').selectAll().where('upload_id', '=', uploadId)
    .where((eb) => eb.or([
      eb('path', '=', sql<string>`any(${[...paths]}::text[])`),
      eb.and([eb('digest', '=', sql<string>`any(${[...digests]}::text[])`), eb('digest', '!=', '')]),
    ])).execute()
}

/** The later word on a file replaces the earlier. */
export async function putFiles(db: Db, rows: readonly FileRow[]): Promise<void> {
  if (rows.length === 0) return
  await db.insertInto('upload_file').values([...rows])
    .onConflict((on) => on.columns(['upload_id', 'path', 'digest']).doUpdateSet((eb) => ({
      bytes: eb.ref('excluded.bytes'), outcome: eb.ref('excluded.outcome'), reason: eb.ref('excluded.reason'),
      detail: eb.ref('excluded.detail'),
    }))).execute()
}

export interface HeldFile {
  readonly digest: string
  /** By which upload it came; null: another way. */
  readonly uploadId: string | null
}

/** Which of these files the archive holds, byte for byte, as far as is known. */
export async function heldFiles(db: Db, digests: readonly string[]): Promise<HeldFile[]> {
  return db.selectFrom('instance')
    .select(['blob_id as digest', sql<string | null>`origin->>'uploadId'`.as('uploadId')])
    .where('blob_id', '=', sql<string>`any(${[...digests]}::text[])`)
    .where(sql<boolean>`not exists (select from damaged_blob where damaged_blob.blob_id = instance.blob_id)`).execute()
}

export interface Place {
  readonly path: string
  readonly digest: string
}

export interface FilesWanted {
  readonly outcome: FileOutcome | null
  readonly after: Place | null
  readonly limit: number
}

/** In the order of their paths. */
export async function filesOf(db: Db, uploadId: string, { outcome, after, limit }: FilesWanted): Promise<FileRow[]> {
  return db.selectFrom('upload_file').selectAll().where('upload_id', '=', uploadId)
    .$if(outcome !== null, (query) => query.where('outcome', '=', outcome ?? 'taken'))
    .$if(after !== null, (query) => query.where(sql<boolean>`(path, digest) > (${after?.path}, ${after?.digest})`))
    .orderBy('path').orderBy('digest').limit(limit).execute()
}
