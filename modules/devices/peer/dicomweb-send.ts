/**
 * Sending Instances by STOW-RS, some in a request. PS3.18 §10.5.
 *
 * @module
 */
import { randomUUID } from 'node:crypto'
import { open, type BlobReader } from '@filmjacket/bytes'
import { multipartType, streamMultipart, type StreamedPart } from '@filmjacket/dicom-web'
import { MINUTE_MS } from '../../../platform/server/clock.ts'
import { fileOf, type StoredInstance } from '../../archive/index.ts'
import type { Attempt } from './attempt.ts'
import type { Device } from '../device.ts'
import { callDicomweb, failedBy, readAnswer } from './dicomweb-http.ts'

export interface Stowing {
  readonly blobs: BlobReader
  readonly signal: AbortSignal
  readonly settle: (instance: StoredInstance, attempt: Attempt) => void
}

const TYPE = 'application/dicom'
const REQUEST_BYTES = 64 * 1024 * 1024
const REQUEST_MAX = 50
const REQUEST_MS = 10 * MINUTE_MS

/** One request after the other. @throws DeviceError */
export async function storeByStow(device: Device, instances: readonly StoredInstance[], stowing: Stowing): Promise<void> {
  for (const together of inRequests(instances)) await storeTogether(device, together, stowing)
}

async function storeTogether(
  device: Device, instances: readonly StoredInstance[], { blobs, signal, settle }: Stowing,
): Promise<void> {
  const boundary = randomUUID()
  const response = await callDicomweb(device, {
    path: ['studies'], method: 'POST', accept: 'application/dicom+json', contentType: multipartType(TYPE, boundary),
    body: streamMultipart(boundary, partsOf(instances, blobs)), signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
  })
  const { status } = response
  const json = await readAnswer(response)
  // 409: none was stored, and the answer tells why for each. PS3.18 Table 10.5.3-1.
  if (!response.ok && status !== 409) throw failedBy(status)
  const failures = failuresIn(json)
  const isToldAll = response.ok && status !== 202
  for (const instance of instances) {
    const reason = failures.get(instance.instanceUid)
    if (reason !== undefined) settle(instance, { kind: 'failed', status: reason, reason: `failure reason ${reason.toString(16).padStart(4, '0')}` })
    else if (isToldAll || storedIn(json).has(instance.instanceUid)) settle(instance, { kind: 'done', status, reason: '' })
    else settle(instance, { kind: 'failed', status, reason: 'the device does not say that it stored it' })
  }
}

async function* partsOf(instances: readonly StoredInstance[], blobs: BlobReader): AsyncGenerator<StreamedPart, void, undefined> {
  await Promise.resolve()
  for (const instance of instances) yield { contentType: TYPE, content: open(fileOf(instance), blobs) }
}

function* inRequests(instances: readonly StoredInstance[]): Generator<readonly StoredInstance[], void, undefined> {
  let together: StoredInstance[] = []
  let bytes = 0
  for (const instance of instances) {
    if (together.length > 0 && (together.length === REQUEST_MAX || bytes + instance.sizeBytes > REQUEST_BYTES)) {
      yield together
      together = []
      bytes = 0
    }
    together.push(instance)
    bytes += instance.sizeBytes
  }
  if (together.length > 0) yield together
}

interface Item {
  readonly [tag: string]: { readonly Value?: readonly unknown[] } | undefined
}
type Items = readonly Item[]

/** Referenced SOP Instance UID (0008,1155). */
function uidIn(item: Item): string {
  const uid = item['00081155']?.Value?.[0]
  return typeof uid === 'string' ? uid : ''
}

/** Failure Reason (0008,1197) by SOP Instance UID. */
function failuresIn(json: unknown): ReadonlyMap<string, number> {
  const items = itemsOf(json, '00081198')
  return new Map(items.map((item) => [uidIn(item), Number(item['00081197']?.Value?.[0] ?? 0)]))
}

function storedIn(json: unknown): ReadonlySet<string> {
  return new Set(itemsOf(json, '00081199').map(uidIn))
}

function itemsOf(json: unknown, tag: string): Items {
  const sequence = (json as { readonly [tag: string]: { readonly Value?: unknown } } | null)?.[tag]?.Value
  return Array.isArray(sequence) ? (sequence as Items) : []
}
