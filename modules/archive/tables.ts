import type { BlobId } from '@filmjacket/bytes'
import type { Generated } from 'kysely'
import type { BlobTables } from '../../platform/server/blobs/index.ts'
import type { Instant } from '../../platform/server/clock.ts'
import type { HeldState, Why } from './contract.ts'

export interface PatientRow {
  id: string
  /** (0010,0020); empty where the modality gave none: then the row stands for one Study alone. */
  patient_id: string
  issuer: string
  /** PN as received, in Unicode. */
  name: string
  birth_date: string
  sex: string
}

export interface StudyRow {
  id: string
  patient_id: string
  study_uid: string
  accession_number: string
  study_id: string
  /** DA and TM as received. */
  date: string
  time: string
  description: string
  referring_physician: string
  instances: Generated<number>
  size_bytes: Generated<number>
  changed_at: Generated<Instant>
  /** Null, or older than `changed_at`, while instances are arriving. */
  settled_at: Generated<Instant | null>
}

export interface SeriesRow {
  id: string
  study_id: string
  series_uid: string
  modality: string
  number: number | null
  description: string
  instances: Generated<number>
}

export interface InstanceRow {
  id: string
  series_id: string
  instance_uid: string
  sop_class_uid: string
  transfer_syntax_uid: string
  number: number | null
  blob_id: string
  size_bytes: number
  /** First byte of the data set in the blob; 0 where it came without File Meta Information. */
  data_set_start: number
  /** The value of Pixel Data or of an encapsulated document, bytes in the blob; null where there is none. */
  bulk_start: number | null
  bulk_end: number | null
  /** CRC-32 of the three spans before, within and after that value. */
  crc32_before: number
  crc32_within: number
  crc32_after: number
  origin: unknown
  received_at: Generated<Instant>
}

export interface HeaderRow {
  instance_id: string
  /** The data set with its large values left empty, in the instance's transfer syntax (deflated ones: inflated). */
  bytes: Uint8Array
  /** `OmissionWords` of each value; null where it was stored before this was noted, until the next start. */
  omitted: Generated<unknown>
}

/** A value that `bytes` lack: its place in the header, its span in the blob, its CRC-32, and 1 for an implicit element. */
export type OmissionWords = readonly [tag: number, at: number, start: number, end: number, crc32: number, isImplicit: 0 | 1]

export interface PreviewRow {
  series_id: string
  media_type: string
  bytes: Uint8Array
}

/** The metadata of a Series as DICOMweb tells them, deflated. */
export interface SeriesMetadataRow {
  series_id: string
  /** `changed_at` of the Study that they were made of: they hold as long as it is the same. */
  as_of: Instant
  /** What the addresses in them begin with. */
  base: string
  raw_bytes: number
  crc32: number
  deflated: Uint8Array
}

/** Of Storage Commitment, until its asker has heard it. */
export interface CommitmentReportRow {
  ae_title: string
  transaction_uid: string
  report: unknown
  asked_at: Instant
}

/** Bytes that are kept and are not in the archive; or of a Study that is, and may be a wrong Patient's (`noted`). */
export interface QuarantinedRow {
  id: string
  /** What is decided about together: the images of one Study, kept for one reason. */
  case_id: string
  blob_id: BlobId
  why: Why
  /** In English, for technicians; names no value. */
  detail: string
  state: HeldState
  /** The row of a Patient, Study or Instance here that it contradicts. */
  against: string | null
  /** As it came, whether or not it is well formed. */
  patient_id: string
  issuer: string
  patient_name: string
  birth_date: string
  sex: string
  study_uid: string
  series_uid: string
  instance_uid: string
  sop_class_uid: string
  accession_number: string
  modality: string
  study_date: string
  study_description: string
  size_bytes: number
  origin: unknown
  /** How often these bytes came. */
  arrivals: Generated<number>
  /** What a person decided, while it is being done. */
  decision: unknown
  received_at: Instant
  decided_at: Instant | null
  decided_by: string | null
}

export interface ArchiveTables extends BlobTables {
  patient: PatientRow
  study: StudyRow
  series: SeriesRow
  instance: InstanceRow
  instance_header: HeaderRow
  quarantined: QuarantinedRow
  series_preview: PreviewRow
  series_metadata: SeriesMetadataRow
  commitment_report: CommitmentReportRow
}
