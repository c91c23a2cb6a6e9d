/**
 * Who is to be examined, by C-FIND: of a worklist (PS3.4 §K.6.1), or of an archive that knows patients and studies
 * (NET-04).
 *
 * @module
 */
import { Tags, type Value } from '@filmjacket/dicom-data'
import { findContexts, worklistContexts, type FindQuery } from '@filmjacket/dicom-net'
import { textBy, worklistEntryOf } from './answers.ts'
import type { WorklistEntry, WorklistSearch } from '../contract.ts'
import type { Device } from '../device.ts'
import { DeviceError } from './failure.ts'
import { charactersOf, dialled, letGo, matches, type Dial } from './dimse-dial.ts'
import { anywhereKey, dateKey, exactKey, nameKey } from './matching-keys.ts'

export type WorklistKeys = Omit<WorklistSearch, 'deviceId'>

interface Keys {
  readonly [tag: number]: Value
}

/** As they come. @throws DeviceError */
export async function* worklistOf(dial: Dial, search: WorklistKeys): AsyncGenerator<WorklistEntry, void, undefined> {
  const { device } = dial
  const { worklistModel: model } = device
  if (model === 'fhir') throw new DeviceError('not-offered', { detail: 'its worklist is asked for over HTTP' })
  const association = await dialled(dial, model === 'worklist' ? worklistContexts() : findContexts(model))
  try {
    const text = textBy(device.characterSet)
    const query = { ...charactersOf(device), ...worklistQueryFor({ ...device, worklistModel: model }, search) }
    for await (const { dataSet } of matches(association, query)) yield worklistEntryOf(dataSet, text)
  } finally {
    await letGo(association)
  }
}

export function worklistQueryFor(device: Device & { readonly worklistModel: FindQuery['model'] }, search: WorklistKeys): FindQuery {
  const { worklistModel: model, worklistLevel } = device
  const patient = patientKeys(search)
  if (model === 'worklist') return { model, keys: { ...patient, ...stepKeys(device, search) } }
  if (worklistLevel === 'patient') return { model, level: 'PATIENT', keys: patient }
  return { model, level: 'STUDY', keys: { ...patient, ...studyKeys(device, search) } }
}

function patientKeys({ patientName, patientId, isBroad }: WorklistKeys): Keys {
  const [name, id] = isBroad === true ? [anywhereKey(patientName), anywhereKey(patientId)] : [nameKey(patientName), exactKey(patientId)]
  return {
    [Tags.PatientName]: name, [Tags.PatientID]: id, [Tags.IssuerOfPatientID]: '', [Tags.PatientBirthDate]: '', [Tags.PatientSex]: '',
  }
}

function accessionKey({ accessionNumber, isBroad }: WorklistKeys): string {
  return isBroad === true ? anywhereKey(accessionNumber) : exactKey(accessionNumber)
}

/** NET-04: what a device is set to narrows the query, unless another modality is asked for. */
function stepKeys(device: Device, search: WorklistKeys): Keys {
  return {
    [Tags.AccessionNumber]: accessionKey(search), [Tags.ReferringPhysicianName]: '',
    [Tags.StudyInstanceUID]: '', [Tags.RequestedProcedureID]: '', [Tags.RequestedProcedureDescription]: '',
    [Tags.ScheduledProcedureStepSequence]: [{
      [Tags.Modality]: search.modality ?? device.worklistModality ?? '',
      [Tags.ScheduledStationAETitle]: device.worklistAeTitle ?? '',
      [Tags.ScheduledProcedureStepStartDate]: dateKey(search.dateFrom, search.dateTo),
      [Tags.ScheduledProcedureStepStartTime]: '', [Tags.ScheduledProcedureStepID]: '',
      [Tags.ScheduledProcedureStepDescription]: '',
    }],
  }
}

/** The station of a study is known to no archive. PS3.4 Table C.6-5. */
function studyKeys(device: Device, search: WorklistKeys): Keys {
  return {
    [Tags.AccessionNumber]: accessionKey(search), [Tags.ReferringPhysicianName]: '', [Tags.StudyInstanceUID]: '',
    [Tags.StudyID]: '', [Tags.StudyDate]: dateKey(search.dateFrom, search.dateTo), [Tags.StudyTime]: '',
    [Tags.StudyDescription]: '', [Tags.ModalitiesInStudy]: search.modality ?? device.worklistModality ?? '',
  }
}
