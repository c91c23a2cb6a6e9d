/** N-CREATE, N-SET and N-GET as user: performed procedure steps, and notices that images are available. PS3.4 Annexes F and R. */
import type { DataSet, ElementMap } from '@filmjacket/dicom-data'
import { encodeIdentifier, readIdentifier } from '../identifier.ts'
import type { Invoker } from '../invoker.ts'
import { createRequest, readRequest, setRequest } from '../messages/normalized.ts'
import { readStoreResponse, type StoreAnswer } from '../messages/store.ts'
import { Status } from '../status.ts'

export interface NormalizedObject {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly attributes: ElementMap
}

export async function createOver(invoker: Invoker, { sopClassUid, sopInstanceUid, attributes }: NormalizedObject): Promise<StoreAnswer> {
  const { command } = await invoker.call(
    () => invoker.contextFor(sopClassUid, null, 'scu'), (id) => createRequest(id, sopClassUid, sopInstanceUid),
    ({ transferSyntax }) => encodeIdentifier(attributes, transferSyntax))
  return readStoreResponse(command, Status.processingFailure)
}

export async function setOver(invoker: Invoker, { sopClassUid, sopInstanceUid, attributes }: NormalizedObject): Promise<StoreAnswer> {
  const { command } = await invoker.call(
    () => invoker.contextFor(sopClassUid, null, 'scu'), (id) => setRequest(id, sopClassUid, sopInstanceUid),
    ({ transferSyntax }) => encodeIdentifier(attributes, transferSyntax))
  return readStoreResponse(command, Status.processingFailure)
}

export interface ReadObject {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  /** Those that are asked for; none: all. */
  readonly tags?: readonly number[]
}

export interface ObjectRead extends StoreAnswer {
  /** Null where the provider told none. */
  readonly attributes: DataSet | null
}

/** @throws DicomError if what is told cannot be read. */
export async function readOver(invoker: Invoker, { sopClassUid, sopInstanceUid, tags = [] }: ReadObject): Promise<ObjectRead> {
  const operation = await invoker.open(
    () => invoker.contextFor(sopClassUid, null, 'scu'), (id) => readRequest(id, sopClassUid, sopInstanceUid, tags))
  try {
    const { value: message } = await operation.responses.next()
    const attributes = message?.dataSet ? await readIdentifier(message) : null
    return { ...readStoreResponse(message?.command ?? {}, Status.processingFailure), attributes }
  } finally {
    operation.leave()
  }
}
