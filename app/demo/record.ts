/**
 * The attributes that all objects of an exam share.
 *
 * @module
 */
import { Tags } from '@filmjacket/dicom-data'
import type { Elements } from '@filmjacket/dicom-make'
import { demoUid } from './chance.ts'
import type { Exam } from './exams.ts'

export interface SeriesOf {
  readonly number: number
  readonly description: string
  readonly modality: string
  readonly bodyPart: string
  readonly station: string
}

/** One file of a study. */
export interface DemoInstance {
  readonly fileName: string
  /** Part 10. */
  readonly bytes: Uint8Array
}

export function studyUid(seed: string, exam: Exam): string {
  return demoUid(seed, exam.accessionNumber)
}

export function instanceUid(seed: string, exam: Exam, series: SeriesOf, instance: number): string {
  return demoUid(seed, `${exam.accessionNumber}/${series.number}/${instance}`)
}

export function fileName(exam: Exam, series: SeriesOf, instance: number): string {
  const padded = (value: number, digits: number) => String(value).padStart(digits, '0')
  return `${exam.accessionNumber}-${padded(series.number, 2)}-${padded(instance, 4)}.dcm`
}

/** Patient, study, series and equipment. Every text may be of any script: ISO_IR 192. */
export function seriesAttributes(seed: string, exam: Exam, series: SeriesOf): Elements {
  const { patient, date, time } = exam
  return {
    [Tags.SpecificCharacterSet]: 'ISO_IR 192',
    [Tags.PatientName]: patient.name,
    [Tags.PatientID]: patient.id,
    [Tags.PatientBirthDate]: patient.birthDate,
    [Tags.PatientSex]: patient.sex,
    [Tags.PatientAge]: ageOn(patient.birthDate, date),
    [Tags.StudyInstanceUID]: studyUid(seed, exam),
    [Tags.StudyID]: exam.accessionNumber.slice(1),
    [Tags.StudyDate]: date,
    [Tags.StudyTime]: time,
    [Tags.StudyDescription]: exam.description,
    [Tags.AccessionNumber]: exam.accessionNumber,
    [Tags.ReferringPhysicianName]: exam.referrer,
    [Tags.InstitutionName]: exam.institution,
    [Tags.Modality]: series.modality,
    [Tags.SeriesInstanceUID]: demoUid(seed, `${exam.accessionNumber}/${series.number}`),
    [Tags.SeriesNumber]: series.number,
    [Tags.SeriesDescription]: series.description,
    [Tags.SeriesDate]: date,
    [Tags.SeriesTime]: time,
    [Tags.ContentDate]: date,
    [Tags.ContentTime]: time,
    [Tags.Manufacturer]: 'Filmjacket',
    [Tags.ManufacturerModelName]: 'Demo Phantom',
    [Tags.SoftwareVersions]: '1',
    [Tags.StationName]: series.station,
  }
}

/** What images have beside. */
export function imageAttributes(seed: string, exam: Exam, series: SeriesOf, instance: number): Elements {
  return {
    ...seriesAttributes(seed, exam, series),
    [Tags.BodyPartExamined]: series.bodyPart,
    [Tags.InstanceNumber]: instance,
    [Tags.AcquisitionDate]: exam.date,
    [Tags.AcquisitionTime]: exam.time,
  }
}

/** AS: whole years, PS3.5 §6.2. */
function ageOn(birthDate: string, date: string): string {
  const years = Math.floor((Number(date) - Number(birthDate)) / 10_000)
  return `${String(years).padStart(3, '0')}Y`
}
