/**
 * Fetching Instances by WADO-RS, some at the same time, each as it is stored there. PS3.18 §10.4.
 *
 * @module
 */
import { MULTIPART, MultipartError, parseMediaType, readMultipart } from '@filmjacket/dicom-web'
import type { Archive, Ingested, Origin } from '../../archive/index.ts'
import { inLanes } from './lanes.ts'
import type { Device } from '../device.ts'
import { callDicomweb, failedBy, webErrorOf } from './dicomweb-http.ts'
import type { Fetched, Fetching } from './dimse-retrieve.ts'
import { DeviceError } from './failure.ts'
import type { RemoteInstance } from './remote-archive.ts'

const AT_ONCE = 4
const ACCEPT = 'multipart/related; type="application/dicom"; transfer-syntax=*'

/** @throws DeviceError where it is not this Instance alone that cannot be had. */
export async function fetchByWado(
  { dial, moved }: Fetching, missing: readonly RemoteInstance[], studyUid: string, ingest: Archive['ingest'],
): Promise<Fetched> {
  const { device, signal = new AbortController().signal } = dial
  const failedUids: string[] = []
  await inLanes(AT_ONCE, missing, async (instance) => {
    const path = ['studies', studyUid, 'series', instance.seriesUid, 'instances', instance.instanceUid]
    const ingested = await fetchOne(device, path, signal, ingest)
    if (ingested?.kind === 'stored' || ingested?.kind === 'duplicate') moved()
    else failedUids.push(instance.instanceUid)
  })
  return { told: missing.length, mayFollow: false, failedUids }
}

/** @returns null if the device will not give this one. */
async function fetchOne(
  device: Device, path: readonly string[], signal: AbortSignal, ingest: Archive['ingest'],
): Promise<Ingested | null> {
  const response = await callDicomweb(device, { path, accept: ACCEPT, signal })
  const { status, ok, body } = response
  if (!ok || body === null) {
    await body?.cancel()
    if (status === 404 || status === 406 || status === 410) return null
    throw failedBy(status)
  }
  const origin: Origin = { kind: 'wado', aeTitle: device.aeTitle, address: device.dicomwebUrl ?? '' }
  try {
    for await (const file of filesIn(response.headers.get('content-type') ?? '', body as AsyncIterable<Uint8Array>))
      return await ingest.file(origin, file)
    return null
  } catch (error) {
    if (error instanceof MultipartError) throw new DeviceError('http-failed', { status, detail: error.message, cause: error })
    throw webErrorOf(error)
  }
}

/** Some answer with the file alone. */
async function* filesIn(contentType: string, body: AsyncIterable<Uint8Array>): AsyncGenerator<AsyncIterable<Uint8Array>, void, undefined> {
  const type = parseMediaType(contentType)
  if (type?.name === 'application/dicom') yield body
  else if (type?.name === MULTIPART)
    for await (const part of readMultipart(body, type.parameters.get('boundary') ?? '')) yield part.content
  else throw new MultipartError('it is neither multipart/related nor application/dicom')
}
