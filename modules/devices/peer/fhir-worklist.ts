/**
 * Who is to be examined, from a system that orders by FHIR (R4): `ServiceRequest` with its Patient (NET-05). Servers differ in what
 * they search by, so that what they answer is matched here once more.
 *
 * @module
 */
import { encodeDataSet, matches, readDataSet, Tags, TransferSyntaxes, type ElementMap } from '@filmjacket/dicom-data'
import type { WorklistEntry } from '../contract.ts'
import type { Device } from '../device.ts'
import { failedBy, readAnswer, webErrorOf } from './dicomweb-http.ts'
import { worklistQueryFor, type WorklistKeys } from './dimse-worklist.ts'
import { DeviceError } from './failure.ts'
import { nextOf, requestsIn, type Bundle } from './fhir-resources.ts'

const ANSWER_MS = 60_000
const A_PAGE = '100'
/** A server whose pages never end must not hold us. */
const PAGES_MAX = 20
const SYNTAX = TransferSyntaxes.explicitVrLittleEndian

export interface FhirAsk {
  readonly device: Device
  readonly signal?: AbortSignal
}

/** As they come. @throws DeviceError */
export async function* fhirWorklistOf({ device, signal }: FhirAsk, search: WorklistKeys): AsyncGenerator<WorklistEntry, void, undefined> {
  const until = signal === undefined ? AbortSignal.timeout(ANSWER_MS) : AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)])
  const keys = dataSetOf(worklistQueryFor({ ...device, worklistModel: 'worklist', worklistAeTitle: null }, search).keys)
  let url: URL | null = firstPage(device, search)
  for (let page = 0; url !== null && page < PAGES_MAX; page++) {
    const bundle = await read(device, url, until)
    for (const entry of requestsIn(bundle)) if (matches(dataSetOf(elementsOf(entry)), keys)) yield entry
    url = nextPage(url, nextOf(bundle))
  }
}

/** Whether there is a FHIR server at the address: its capabilities. @throws DeviceError */
export async function askFhir(device: Device, silenceMs: number): Promise<{ readonly outcome: 'answered' | 'http-failed'; readonly status: number; readonly detail: string }> {
  const response = await call(device, new URL(`${baseOf(device)}/metadata`), AbortSignal.timeout(silenceMs))
  await response.body?.cancel()
  const { status, ok } = response
  return ok ? { outcome: 'answered', status, detail: '' } : { outcome: 'http-failed', status, detail: `HTTP ${status}` }
}

function baseOf({ dicomwebUrl }: Device): string {
  return (dicomwebUrl ?? '').replace(/\/+$/, '')
}

function firstPage(device: Device, { dateFrom, dateTo }: WorklistKeys): URL {
  const url = new URL(`${baseOf(device)}/ServiceRequest`)
  url.searchParams.set('status', 'active')
  if (dateFrom !== undefined && dateFrom !== '') url.searchParams.append('occurrence', `ge${dateFrom}`)
  if (dateTo !== undefined && dateTo !== '') url.searchParams.append('occurrence', `le${dateTo}`)
  url.searchParams.set('_include', 'ServiceRequest:subject')
  url.searchParams.set('_count', A_PAGE)
  return url
}

/** Only from where the first page came: credentials go nowhere else. */
function nextPage(from: URL, next: string | null): URL | null {
  if (next === null || !URL.canParse(next, from.href)) return null
  const url = new URL(next, from)
  if (url.origin !== from.origin) throw new DeviceError('http-failed', { detail: 'its next page is at another address' })
  return url
}

async function read(device: Device, url: URL, signal: AbortSignal): Promise<Bundle> {
  const response = await call(device, url, signal)
  if (!response.ok) {
    await response.body?.cancel()
    throw failedBy(response.status)
  }
  const answer = await readAnswer(response)
  if (typeof answer !== 'object' || answer === null) throw new DeviceError('http-failed', { status: response.status, detail: 'its answer is no FHIR in JSON' })
  return answer
}

async function call({ dicomwebAuthorization }: Device, url: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      signal, redirect: 'error',
      headers: { accept: 'application/fhir+json', ...(dicomwebAuthorization !== null && { authorization: dicomwebAuthorization }) },
    })
  } catch (error) {
    throw webErrorOf(error)
  }
}

function elementsOf(entry: WorklistEntry): ElementMap {
  return {
    [Tags.PatientName]: entry.patientName, [Tags.PatientID]: entry.patientId, [Tags.AccessionNumber]: entry.accessionNumber,
    [Tags.ScheduledProcedureStepSequence]: [{ [Tags.Modality]: entry.modality, [Tags.ScheduledProcedureStepStartDate]: entry.date }],
  }
}

function dataSetOf(elements: ElementMap) {
  return readDataSet(encodeDataSet(elements, SYNTAX), SYNTAX)
}
