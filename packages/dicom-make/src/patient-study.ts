/**
 * Attributes that every composite object has, empty where nobody knows them.
 *
 * @module
 */
import { Tags } from '@filmjacket/dicom-data'
import type { Elements } from './elements.ts'

/**
 * Type 2 of Patient, General Study and General Equipment: present, empty if unknown.
 * PS3.3 §C.7.1.1, §C.7.2.1, §C.7.5.1.
 */
export const PATIENT_STUDY_EQUIPMENT: Elements = {
  [Tags.PatientName]: null,
  [Tags.PatientID]: null,
  [Tags.PatientBirthDate]: null,
  [Tags.PatientSex]: null,
  [Tags.StudyDate]: null,
  [Tags.StudyTime]: null,
  [Tags.ReferringPhysicianName]: null,
  [Tags.StudyID]: null,
  [Tags.AccessionNumber]: null,
  [Tags.Manufacturer]: null,
}

/** Type 1 of General Study and General Series. PS3.3 §C.7.2.1, §C.7.3.1. */
export const STUDY_SERIES_REQUIRED = [Tags.StudyInstanceUID, Tags.SeriesInstanceUID, Tags.Modality]
