/**
 * A device that is asked by C-FIND. PS3.4 §C.4.1.
 *
 * @module
 */
import { Tags, type ElementMap } from '@filmjacket/dicom-data'
import { findContexts, type Association, type QueryLevel } from '@filmjacket/dicom-net'
import { instanceOf, studyOf, textBy } from './answers.ts'
import type { Device } from '../device.ts'
import { charactersOf, dialled, letGo, matches, type Dial } from './dimse-dial.ts'
import { dateKey, exactKey, nameKey } from './matching-keys.ts'
import type { FoundStudy, RemoteArchive, RemoteInstance, StudyKeys } from './remote-archive.ts'

/** Patients whose Studies are asked for one by one, where the device must be asked so. */
const PATIENTS_MAX = 100

/** Opens an association for queries. @throws DeviceError */
export async function openDimseArchive(dial: Dial): Promise<RemoteArchive> {
  const association = await dialled(dial, findContexts(dial.device.queryModel))
  return new DimseArchive(association, dial)
}

class DimseArchive implements RemoteArchive {
  readonly #association: Association
  readonly #device: Device
  readonly #text: ReturnType<typeof textBy>

  constructor(association: Association, { device }: Dial) {
    this.#association = association
    this.#device = device
    this.#text = textBy(device.characterSet)
  }

  async *studies(keys: StudyKeys): AsyncGenerator<FoundStudy, void, undefined> {
    const seen = new Set<string>()
    for (const modality of keys.modalities?.length ? keys.modalities : ['']) {
      for await (const patientId of this.#patientIds(keys)) {
        const wanted = { ...studyKeys(keys), [Tags.PatientID]: patientId, [Tags.ModalitiesInStudy]: modality }
        for await (const study of this.#studies(wanted)) {
          if (seen.has(study.studyUid) || !fitsModality(study, modality)) continue
          seen.add(study.studyUid)
          yield study
        }
      }
    }
  }

  async study(studyUid: string): Promise<FoundStudy | undefined> {
    for await (const study of this.#studies({ ...studyKeys({}), [Tags.PatientID]: '', [Tags.StudyInstanceUID]: studyUid })) {
      if (study.studyUid === studyUid) return study
    }
    return undefined
  }

  async instancesOf({ studyUid, patientId }: FoundStudy): Promise<readonly RemoteInstance[]> {
    const above = { ...this.#patientKey(patientId), [Tags.StudyInstanceUID]: studyUid }
    const series = await this.#uids('SERIES', { ...above, [Tags.SeriesInstanceUID]: '' }, Tags.SeriesInstanceUID)
    const instances: RemoteInstance[] = []
    for (const seriesUid of series) {
      const keys = { ...above, [Tags.SeriesInstanceUID]: seriesUid, [Tags.SOPInstanceUID]: '', [Tags.SOPClassUID]: '' }
      for await (const { dataSet } of this.#find('IMAGE', keys)) {
        const instance = instanceOf(dataSet, seriesUid)
        if (instance !== undefined) instances.push(instance)
      }
    }
    return instances
  }

  async close(): Promise<void> {
    await letGo(this.#association)
  }

  /** In Patient Root a Study is asked for by its Patient, whom a name or part of an id tells not. PS3.4 §C.6.1.1. */
  async *#patientIds(keys: StudyKeys): AsyncGenerator<string, void, undefined> {
    const patientId = exactKey(keys.patientId)
    const isTold = patientId !== '' && !/[*?]/.test(patientId)
    if (this.#device.queryModel === 'study-root' || isTold || (patientId === '' && exactKey(keys.patientName) === '')) {
      yield patientId
      return
    }
    const wanted = { [Tags.PatientID]: patientId, [Tags.PatientName]: nameKey(keys.patientName) }
    const ids = await this.#uids('PATIENT', wanted, Tags.PatientID)
    yield* ids.slice(0, PATIENTS_MAX)
  }

  #patientKey(patientId: string): { readonly [tag: number]: string } {
    return this.#device.queryModel === 'patient-root' ? { [Tags.PatientID]: patientId } : {}
  }

  async *#studies(keys: ElementMap): AsyncGenerator<FoundStudy, void, undefined> {
    for await (const { dataSet } of this.#find('STUDY', keys)) {
      const study = studyOf(dataSet, this.#text)
      if (study !== undefined) yield study
    }
  }

  async #uids(level: QueryLevel, keys: ElementMap, tag: number): Promise<readonly string[]> {
    const found = new Set<string>()
    for await (const { dataSet } of this.#find(level, keys)) {
      const value = dataSet.text(tag)
      if (value !== undefined) found.add(value)
    }
    return [...found]
  }

  #find(level: QueryLevel, keys: ElementMap): ReturnType<Association['find']> {
    return matches(this.#association, { ...charactersOf(this.#device), model: this.#device.queryModel, level, keys })
  }
}

/** Archives that do not match by Modalities in Study answer as if they had not been asked. */
function fitsModality({ modalities }: FoundStudy, wanted: string): boolean {
  return wanted === '' || modalities.length === 0 || modalities.includes(wanted)
}

function studyKeys(keys: StudyKeys): { readonly [tag: number]: string } {
  return {
    [Tags.PatientName]: nameKey(keys.patientName), [Tags.PatientBirthDate]: '', [Tags.PatientSex]: '',
    [Tags.StudyInstanceUID]: '', [Tags.StudyDate]: dateKey(keys.dateFrom, keys.dateTo), [Tags.StudyTime]: '',
    [Tags.AccessionNumber]: exactKey(keys.accessionNumber), [Tags.StudyDescription]: '', [Tags.ModalitiesInStudy]: '',
    [Tags.NumberOfStudyRelatedSeries]: '', [Tags.NumberOfStudyRelatedInstances]: '',
  }
}
