import type { Scan } from '@filmjacket/dicom-data'
import { sql, type Kysely } from 'kysely'
import type { Place } from '../../../platform/server/blobs/index.ts'
import type { Why } from '../contract.ts'
import type { Description } from '../describe.ts'
import { wordsOfOmitted } from '../omitted.ts'
import type { Origin } from '../origin.ts'
import type { Guard } from '../quarantine/settings.ts'
import type { ArchiveTables } from '../tables.ts'

export interface IngestIds {
  readonly patient: string
  readonly study: string
  readonly series: string
  readonly instance: string
}

export interface IngestEntry {
  readonly ids: IngestIds
  readonly description: Description
  readonly scan: Scan
  readonly place: Place
  readonly origin: Origin
  /** What is to happen to a new Study that may be a wrong Patient's. */
  readonly guard: Guard
}

export interface Doubt {
  readonly why: Why
  /** The row of the Patient that it contradicts. */
  readonly against: string
}

/** The words of `archive_ingest`, migration 0031. */
export type IngestAnswer =
  | {
    readonly kind: 'stored'
    readonly studyId: string
    /** Why a new Study may be a wrong Patient's, where that was asked. */
    readonly doubt?: Doubt
  }
  /** It would have been stored, but for that doubt. */
  | { readonly kind: 'doubtful'; readonly doubt: Doubt }
  | { readonly kind: 'duplicate' | 'conflict' | 'series-of-other-study' | 'study-of-other-patient' }
  /** The database cannot hold what is in it, now or at any other time. */
  | { readonly kind: 'beyond-limits' }

/** All or none of them, in one commit. Answers in the order of the entries. */
export async function ingestInstances(
  db: Kysely<ArchiveTables>, entries: readonly IngestEntry[],
): Promise<readonly IngestAnswer[]> {
  const { words, headers } = packed(entries)
  const query = sql<{ answer: string }>`
    select archive_ingest(entry, substring(${headers}::bytea from (entry->>'header_start')::integer + 1
        for (entry->>'header_bytes')::integer)) as answer
      from jsonb_array_elements(${words}::jsonb) as entry`.execute(db)
  const result = await query.catch((error: unknown) => {
    if (entries.length === 1 && isBeyondLimits(error)) return null
    throw error
  })
  return result === null ? [{ kind: 'beyond-limits' }] : result.rows.map(({ answer }) => answerOf(answer))
}

/**
 * The next Instances of Series that are here.
 *
 * @throws and takes none of them, if one is not new or contradicts what is known.
 */
export async function continueSeries(db: Kysely<ArchiveTables>, entries: readonly IngestEntry[]): Promise<readonly IngestAnswer[]> {
  const { words, headers } = packed(entries)
  const { rows } = await sql<{ studies: readonly string[] }>`
    select archive_continue(${words}::jsonb, ${headers}::bytea) as studies`.execute(db)
  return (rows[0]?.studies ?? []).map((studyId) => ({ kind: 'stored', studyId }))
}

/** One value each: that costs less than to write the same as two arrays. */
function packed(entries: readonly IngestEntry[]) {
  let end = 0
  const words = entries.map((entry) => {
    const { length } = entry.scan.header
    end += length
    return { ...wordsOf(entry), header_start: end - length, header_bytes: length }
  })
  return { words: JSON.stringify(words), headers: Buffer.concat(entries.map(({ scan }) => scan.header)) }
}

function answerOf(answer: string): IngestAnswer {
  const [kind, ...words] = answer.split(':')
  if (kind === 'doubtful') return { kind, doubt: doubtOf(words) }
  if (kind !== 'stored') return { kind: kind as 'duplicate' }
  const [studyId = '', ...doubt] = words
  return { kind, studyId, ...(doubt.length > 0 && { doubt: doubtOf(doubt) }) }
}

function doubtOf([why = '', against = '']: readonly string[]): Doubt {
  return { why: why as Why, against }
}

export async function instanceUidsOfSeries(db: Kysely<ArchiveTables>, seriesUid: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('instance').innerJoin('series', 'series.id', 'instance.series_id')
    .select('instance.instance_uid').where('series.series_uid', '=', seriesUid).execute()
  return rows.map(({ instance_uid }) => instance_uid)
}

/** SQLSTATE classes 22 (data exception) and 54 (program limit exceeded): a Patient ID that no index takes, say. */
function isBeyondLimits(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^(22|54)[0-9A-Z]{3}$/.test(code)
}

function wordsOf({ ids, description: it, scan, place, origin, guard }: IngestEntry) {
  return {
    guard,
    new_patient: ids.patient, new_study: ids.study, new_series: ids.series, new_instance: ids.instance,
    patient_id: it.patientId, issuer: it.issuer, patient_name: it.patientName, birth_date: it.birthDate, sex: it.sex,
    study_uid: it.studyUid, accession_number: it.accessionNumber, study_id: it.studyId, study_date: it.studyDate,
    study_time: it.studyTime, study_description: it.studyDescription, referring_physician: it.referringPhysician,
    series_uid: it.seriesUid, modality: it.modality, series_number: it.seriesNumber,
    series_description: it.seriesDescription,
    instance_uid: it.instanceUid, sop_class_uid: it.sopClassUid, number: it.number,
    transfer_syntax_uid: scan.transferSyntax.uid, data_set_start: scan.dataSetStart,
    bulk_start: scan.bulk?.start ?? null, bulk_end: scan.bulk?.end ?? null,
    crc32_before: scan.spans.before.crc32, crc32_within: scan.spans.within.crc32, crc32_after: scan.spans.after.crc32,
    omitted: wordsOfOmitted(scan.omitted),
    blob_id: place.id, segment: place.segment, offset: place.offset, size_bytes: place.length, origin,
  }
}
