/**
 * What the archive wants to know of an Instance: whose it is, what it is, where it belongs.
 *
 * @module
 */
import { isUid, Tags, type DataSet, type Scan, type Tag } from '@filmjacket/dicom-data'

export interface Description {
  readonly patientId: string
  readonly issuer: string
  readonly patientName: string
  readonly birthDate: string
  readonly sex: string
  readonly studyUid: string
  readonly accessionNumber: string
  readonly studyId: string
  readonly studyDate: string
  readonly studyTime: string
  readonly studyDescription: string
  readonly referringPhysician: string
  readonly seriesUid: string
  readonly modality: string
  readonly seriesNumber: number | null
  readonly seriesDescription: string
  readonly instanceUid: string
  readonly sopClassUid: string
  readonly number: number | null
}

export type Described =
  | { readonly kind: 'described'; readonly description: Description }
  /** The description as far as it goes: its UIDs may be anything. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly description: Description }

const REQUIRED_UIDS = {
  studyUid: Tags.StudyInstanceUID,
  seriesUid: Tags.SeriesInstanceUID,
  instanceUid: Tags.SOPInstanceUID,
  sopClassUid: Tags.SOPClassUID,
} as const

/** PS3.3 C.7.1 to C.7.3, C.12.1. A missing or malformed UID makes an Instance unreadable; nothing else does. */
export function describe({ dataSet }: Scan): Described {
  const description = { ...patientOf(dataSet), ...studyOf(dataSet), ...seriesOf(dataSet), ...instanceOf(dataSet) }
  const missing = Object.entries(REQUIRED_UIDS).find(([, tag]) => !isUid(dataSet.text(tag) ?? ''))
  if (missing !== undefined) return { kind: 'unreadable', reason: `${missing[0]} is missing or is no UID`, description }
  return { kind: 'described', description }
}

function patientOf(dataSet: DataSet) {
  return {
    patientId: textOf(dataSet, Tags.PatientID),
    issuer: textOf(dataSet, Tags.IssuerOfPatientID),
    patientName: textOf(dataSet, Tags.PatientName),
    birthDate: textOf(dataSet, Tags.PatientBirthDate),
    sex: textOf(dataSet, Tags.PatientSex),
  }
}

function studyOf(dataSet: DataSet) {
  return {
    studyUid: textOf(dataSet, Tags.StudyInstanceUID),
    accessionNumber: textOf(dataSet, Tags.AccessionNumber),
    studyId: textOf(dataSet, Tags.StudyID),
    studyDate: textOf(dataSet, Tags.StudyDate),
    studyTime: textOf(dataSet, Tags.StudyTime),
    studyDescription: textOf(dataSet, Tags.StudyDescription),
    referringPhysician: textOf(dataSet, Tags.ReferringPhysicianName),
  }
}

function seriesOf(dataSet: DataSet) {
  return {
    seriesUid: textOf(dataSet, Tags.SeriesInstanceUID),
    modality: textOf(dataSet, Tags.Modality),
    seriesNumber: integerOf(dataSet, Tags.SeriesNumber),
    seriesDescription: textOf(dataSet, Tags.SeriesDescription),
  }
}

function instanceOf(dataSet: DataSet) {
  return {
    instanceUid: textOf(dataSet, Tags.SOPInstanceUID),
    sopClassUid: textOf(dataSet, Tags.SOPClassUID),
    number: integerOf(dataSet, Tags.InstanceNumber),
  }
}

/** PostgreSQL holds any text but NUL and halves of surrogate pairs. */
function textOf(dataSet: DataSet, tag: Tag): string {
  return (dataSet.text(tag) ?? '').replaceAll('\0', '').toWellFormed()
}

const INTEGER_MAX = 2_147_483_647

function integerOf(dataSet: DataSet, tag: Tag): number | null {
  const value = dataSet.number(tag)
  return value !== undefined && Number.isInteger(value) && Math.abs(value) <= INTEGER_MAX ? value : null
}
