/**
 * A device that is asked by QIDO-RS. PS3.18 §10.6.
 *
 * @module
 */
import {
  DicomError, encodeDataSet, fromDicomJson, readDataSet, Tags, TransferSyntaxes, type DataSet, type DicomJson,
} from '@filmjacket/dicom-data'
import { SECOND_MS } from '../../../platform/server/clock.ts'
import { instanceOf, studyOf, textBy } from './answers.ts'
import type { Device } from '../device.ts'
import { callDicomweb, failedBy, readAnswer } from './dicomweb-http.ts'
import { DeviceError } from './failure.ts'
import { dateKey, exactKey, nameKey } from './matching-keys.ts'
import type { FoundStudy, RemoteArchive, RemoteInstance, StudyKeys } from './remote-archive.ts'

const ANSWER_MS = 60 * SECOND_MS
/** Answers of one page; the next is asked for while pages are full. */
const PAGE = 200
const PAGES_MAX = 500

const STUDY_FIELDS = ['StudyDescription', 'NumberOfStudyRelatedSeries', 'NumberOfStudyRelatedInstances', 'ModalitiesInStudy']

export class DicomwebArchive implements RemoteArchive {
  readonly #device: Device
  readonly #signal: AbortSignal | undefined
  readonly #text = textBy('')

  constructor(device: Device, signal: AbortSignal | undefined) {
    this.#device = device
    this.#signal = signal
  }

  async *studies(keys: StudyKeys): AsyncGenerator<FoundStudy, void, undefined> {
    const seen = new Set<string>()
    for (const modality of keys.modalities?.length ? keys.modalities : ['']) {
      const query = queryOf({
        PatientName: nameKey(keys.patientName), PatientID: exactKey(keys.patientId),
        AccessionNumber: exactKey(keys.accessionNumber), StudyDate: dateKey(keys.dateFrom, keys.dateTo),
        ModalitiesInStudy: modality,
      })
      for await (const study of this.#studies(query)) {
        if (seen.has(study.studyUid)) continue
        seen.add(study.studyUid)
        yield study
      }
    }
  }

  async study(studyUid: string): Promise<FoundStudy | undefined> {
    for await (const study of this.#studies(queryOf({ StudyInstanceUID: studyUid }))) {
      if (study.studyUid === studyUid) return study
    }
    return undefined
  }

  async instancesOf({ studyUid }: FoundStudy): Promise<readonly RemoteInstance[]> {
    const instances: RemoteInstance[] = []
    for await (const answer of this.#search(['studies', studyUid, 'instances'], new URLSearchParams())) {
      const instance = instanceOf(answer, answer.text(Tags.SeriesInstanceUID) ?? '')
      if (instance !== undefined) instances.push(instance)
    }
    return instances
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  async *#studies(query: URLSearchParams): AsyncGenerator<FoundStudy, void, undefined> {
    for (const field of STUDY_FIELDS) query.append('includefield', field)
    for await (const answer of this.#search(['studies'], query)) {
      const study = studyOf(answer, this.#text)
      if (study !== undefined) yield study
    }
  }

  /** Page by page, until one is not full. */
  async *#search(path: readonly string[], query: URLSearchParams): AsyncGenerator<DataSet, void, undefined> {
    for (let page = 0; page < PAGES_MAX; page++) {
      query.set('limit', String(PAGE))
      query.set('offset', String(page * PAGE))
      const answers = await this.#page(path, query)
      yield* answers.map(dataSetOf)
      if (answers.length < PAGE) return
    }
  }

  async #page(path: readonly string[], query: URLSearchParams): Promise<readonly DicomJson[]> {
    const deadline = AbortSignal.timeout(ANSWER_MS)
    const signal = this.#signal === undefined ? deadline : AbortSignal.any([deadline, this.#signal])
    const response = await callDicomweb(this.#device, { path, query, accept: 'application/dicom+json', signal })
    if (response.status === 204) return []
    if (!response.ok) {
      await response.body?.cancel()
      throw failedBy(response.status)
    }
    const json = await readAnswer(response)
    if (Array.isArray(json)) return json as readonly DicomJson[]
    throw new DeviceError('http-failed', { status: response.status, detail: 'its answer is no DICOM JSON' })
  }
}

function queryOf(keys: { readonly [keyword: string]: string }): URLSearchParams {
  return new URLSearchParams(Object.entries(keys).filter(([, value]) => value !== ''))
}

/** The same shape as an answer of C-FIND, so that the same is read from it. @throws DeviceError */
function dataSetOf(json: DicomJson): DataSet {
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  try {
    return readDataSet(encodeDataSet(fromDicomJson(json), syntax), syntax)
  } catch (error) {
    if (!(error instanceof DicomError || error instanceof RangeError)) throw error
    throw new DeviceError('http-failed', { detail: 'its answer cannot be understood', cause: error })
  }
}
