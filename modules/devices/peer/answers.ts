/**
 * What devices answer to queries, in our words. An answer may lack anything, and hold anything.
 *
 * @module
 */
import { characterSetOf, Tags, type DataSet, type Tag } from '@filmjacket/dicom-data'
import type { CharacterSet, WorklistEntry } from '../contract.ts'
import type { FoundStudy, RemoteInstance } from './remote-archive.ts'

export type ReadText = (dataSet: DataSet, tag: Tag) => string

/** Text of a device: where an answer names no character set, it is in the one that the device is known for (NET-07). */
export function textBy(characterSet: CharacterSet): ReadText {
  const otherwise = characterSet === '' ? null : characterSetOf([characterSet])
  return (dataSet, tag) => {
    const bytes = otherwise === null || dataSet.characterSets.length > 0 ? undefined : dataSet.bytes(tag)
    if (otherwise === null || bytes?.some((byte) => byte > 0x7e) !== true) return clean(dataSet.text(tag) ?? '')
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    return clean(otherwise.decode(buffer, 0, buffer.length, dataSet.vr(tag) === 'PN'))
  }
}

/** PostgreSQL and browsers take any text but NUL and halves of surrogate pairs. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().trim()
}

/** Undefined where it names no Study: nothing could be done with it. */
export function studyOf(answer: DataSet, text: ReadText): FoundStudy | undefined {
  const studyUid = text(answer, Tags.StudyInstanceUID)
  if (studyUid === '') return undefined
  const one = text(answer, Tags.Modality)
  const modalities = answer.texts(Tags.ModalitiesInStudy).filter((modality) => modality !== '')
  return {
    studyUid,
    patientId: text(answer, Tags.PatientID), patientName: text(answer, Tags.PatientName),
    birthDate: text(answer, Tags.PatientBirthDate), sex: text(answer, Tags.PatientSex),
    accessionNumber: text(answer, Tags.AccessionNumber), date: text(answer, Tags.StudyDate), time: text(answer, Tags.StudyTime),
    description: text(answer, Tags.StudyDescription),
    modalities: modalities.length === 0 && one !== '' ? [one] : modalities,
    series: countIn(answer, Tags.NumberOfStudyRelatedSeries),
    instances: countIn(answer, Tags.NumberOfStudyRelatedInstances),
  }
}

export function instanceOf(answer: DataSet, seriesUid: string): RemoteInstance | undefined {
  const instanceUid = answer.text(Tags.SOPInstanceUID)
  if (instanceUid === undefined) return undefined
  return { seriesUid, instanceUid, sopClassUid: answer.text(Tags.SOPClassUID) ?? '' }
}

/** PS3.4 Table K.6-1; of an archive's answer, Table C.6-5, what says the same. */
export function worklistEntryOf(answer: DataSet, text: ReadText): WorklistEntry {
  const step = answer.items(Tags.ScheduledProcedureStepSequence)[0]
  const ofStep = (tag: Tag, ofStudy?: Tag) => {
    if (step !== undefined) return text(step, tag)
    return ofStudy === undefined ? '' : text(answer, ofStudy)
  }
  const modalities = answer.texts(Tags.ModalitiesInStudy).filter((modality) => modality !== '')
  return {
    patientId: text(answer, Tags.PatientID), issuer: text(answer, Tags.IssuerOfPatientID),
    patientName: text(answer, Tags.PatientName), birthDate: text(answer, Tags.PatientBirthDate),
    sex: text(answer, Tags.PatientSex), accessionNumber: text(answer, Tags.AccessionNumber),
    referringPhysician: text(answer, Tags.ReferringPhysicianName), studyUid: text(answer, Tags.StudyInstanceUID),
    requestedProcedureId: text(answer, Tags.RequestedProcedureID) || text(answer, Tags.StudyID),
    requestedProcedureDescription: text(answer, Tags.RequestedProcedureDescription) || text(answer, Tags.StudyDescription),
    stepId: ofStep(Tags.ScheduledProcedureStepID), stepDescription: ofStep(Tags.ScheduledProcedureStepDescription),
    date: ofStep(Tags.ScheduledProcedureStepStartDate, Tags.StudyDate), time: ofStep(Tags.ScheduledProcedureStepStartTime, Tags.StudyTime),
    modality: ofStep(Tags.Modality) || modalities.join(', '), stationAeTitle: ofStep(Tags.ScheduledStationAETitle),
  }
}

function countIn(answer: DataSet, tag: Tag): number | null {
  const count = answer.number(tag)
  return count !== undefined && Number.isSafeInteger(count) && count >= 0 ? count : null
}
