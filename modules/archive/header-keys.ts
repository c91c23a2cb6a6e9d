/**
 * Attributes that are the same in all Instances of a Patient, Study or Series, and that no column holds: their value is
 * read from the header of one of them. PS3.3 §C.7.1, §C.7.2, §C.7.3, §C.7.5.
 *
 * @module
 */
import { Tags, type Tag } from '@filmjacket/dicom-data'

const PATIENT: readonly Tag[] = [
  Tags.PatientBirthTime, Tags.OtherPatientIDs, Tags.OtherPatientIDsSequence, Tags.OtherPatientNames, Tags.EthnicGroup,
  Tags.PatientComments, Tags.PatientSpeciesDescription, Tags.PatientBreedDescription, Tags.ResponsiblePerson,
  Tags.TypeOfPatientID, Tags.PatientIdentityRemoved,
]

const STUDY: readonly Tag[] = [
  Tags.InstitutionName, Tags.PhysiciansOfRecord, Tags.NameOfPhysiciansReadingStudy, Tags.AdmittingDiagnosesDescription,
  Tags.ProcedureCodeSequence, Tags.RequestingService, Tags.RequestingPhysician, Tags.RequestedProcedureDescription,
  Tags.RequestedProcedureID, Tags.ReasonForStudy, Tags.PatientAge, Tags.PatientSize, Tags.PatientWeight, Tags.Occupation,
  Tags.AdditionalPatientHistory, Tags.PregnancyStatus, Tags.MedicalAlerts, Tags.Allergies, Tags.AdmissionID,
  Tags.IssuerOfAccessionNumberSequence,
]

const SERIES: readonly Tag[] = [
  Tags.SeriesDate, Tags.SeriesTime, Tags.Laterality, Tags.BodyPartExamined, Tags.PatientPosition, Tags.ProtocolName,
  Tags.PerformingPhysicianName, Tags.OperatorsName, Tags.PerformedProcedureStepID, Tags.PerformedProcedureStepStartDate,
  Tags.PerformedProcedureStepStartTime, Tags.PerformedProcedureStepDescription, Tags.RequestAttributesSequence,
  Tags.SeriesDescriptionCodeSequence, Tags.FrameOfReferenceUID, Tags.Manufacturer, Tags.ManufacturerModelName,
  Tags.StationName, Tags.InstitutionalDepartmentName, Tags.InstitutionAddress, Tags.DeviceSerialNumber,
  Tags.SoftwareVersions,
]

/** What may be asked for at each level above that of Instances, where everything may. */
export const headerKeys: { readonly [level in 'patient' | 'study' | 'series']: ReadonlySet<Tag> } = {
  patient: new Set(PATIENT),
  study: new Set([...PATIENT, ...STUDY]),
  series: new Set([...PATIENT, ...STUDY, ...SERIES]),
}
