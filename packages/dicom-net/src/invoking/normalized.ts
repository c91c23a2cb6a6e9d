/** N-CREATE and N-SET as user: performed procedure steps, and notices that images are available. PS3.4 Annexes F and R. */
import type { ElementMap } from '@filmjacket/dicom-data'
import { encodeIdentifier } from '../identifier.ts'
import type { Invoker } from '../invoker.ts'
import { createRequest, setRequest } from '../messages/normalized.ts'
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
