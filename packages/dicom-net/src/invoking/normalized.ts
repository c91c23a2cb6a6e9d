/** The normalized services as user: performed procedure steps, notices that images are available, workitems. PS3.4 Annexes F, R and CC. */
import type { DataSet, ElementMap } from '@filmjacket/dicom-data'
import type { CommandSet } from '../command.ts'
import { encodeIdentifier, readIdentifier } from '../identifier.ts'
import type { Invoker } from '../invoker.ts'
import { actionRequest, createRequest, eventRequest, readRequest, setRequest } from '../messages/normalized.ts'
import { readStoreResponse, type StoreAnswer } from '../messages/store.ts'
import type { Role } from '../roles.ts'
import { Status } from '../status.ts'

interface Named {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  /** The abstract syntax of the context, where that is another class. PS3.4 §CC.3.1.1. */
  readonly over?: string
}

export interface NormalizedObject extends Named {
  readonly attributes: ElementMap
}

export function createOver(invoker: Invoker, object: NormalizedObject): Promise<StoreAnswer> {
  return ask(invoker, object, 'scu', (id) => createRequest(id, object.sopClassUid, object.sopInstanceUid))
}

export function setOver(invoker: Invoker, object: NormalizedObject): Promise<StoreAnswer> {
  return ask(invoker, object, 'scu', (id) => setRequest(id, object.sopClassUid, object.sopInstanceUid))
}

export interface NormalizedAction extends Named {
  readonly actionTypeId: number
  /** Without them the request has no Data Set. */
  readonly attributes?: ElementMap
}

export function actOver(invoker: Invoker, action: NormalizedAction): Promise<StoreAnswer> {
  return ask(invoker, action, 'scu', (id) => actionRequest(id, action, action.actionTypeId, action.attributes !== undefined))
}

export interface NormalizedEvent extends Named {
  readonly eventTypeId: number
  /** Without them the request has no Data Set. */
  readonly attributes?: ElementMap
}

export function reportOver(invoker: Invoker, event: NormalizedEvent): Promise<StoreAnswer> {
  return ask(invoker, event, 'scp', (id) => eventRequest(id, event, event.eventTypeId, event.attributes !== undefined))
}

async function ask(
  invoker: Invoker, { sopClassUid, over = sopClassUid, attributes }: Named & { readonly attributes?: ElementMap }, role: Role,
  request: (messageId: number) => CommandSet,
): Promise<StoreAnswer> {
  const { command } = await invoker.call(
    () => invoker.contextFor(over, null, role), request,
    attributes === undefined ? undefined : ({ transferSyntax }) => encodeIdentifier(attributes, transferSyntax))
  return readStoreResponse(command, Status.processingFailure)
}

export interface ReadObject extends Named {
  /** Those that are asked for; none: all. */
  readonly tags?: readonly number[]
}

export interface ObjectRead extends StoreAnswer {
  /** Null where the provider told none. */
  readonly attributes: DataSet | null
}

/** @throws DicomError if what is told cannot be read. */
export async function readOver(invoker: Invoker, { sopClassUid, sopInstanceUid, over = sopClassUid, tags = [] }: ReadObject): Promise<ObjectRead> {
  const operation = await invoker.open(
    () => invoker.contextFor(over, null, 'scu'), (id) => readRequest(id, sopClassUid, sopInstanceUid, tags))
  try {
    const { value: message } = await operation.responses.next()
    const attributes = message?.dataSet ? await readIdentifier(message) : null
    return { ...readStoreResponse(message?.command ?? {}, Status.processingFailure), attributes }
  } finally {
    operation.leave()
  }
}
