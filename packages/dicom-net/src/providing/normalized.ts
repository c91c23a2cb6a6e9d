/**
 * The normalized services as provider: performed procedure steps, availability of Instances, and workitems. PS3.4 §F.7, §F.8, §R.3,
 * Annex CC.
 *
 * @module
 */
import { isUid, type DataSet } from '@filmjacket/dicom-data'
import { HAS_DATA_SET, type CommandSet } from '../command.ts'
import { AssociationError } from '../errors.ts'
import { encodeIdentifier } from '../identifier.ts'
import type { Message } from '../message.ts'
import { normalizedResponse, type NormalizedAnswer } from '../messages/normalized.ts'
import { INSTANCE_AVAILABILITY, PERFORMED_STEP, PERFORMED_STEP_RETRIEVE } from '../service-classes.ts'
import type { CreatedAnswer, ReadAnswer } from '../services.ts'
import { Status } from '../status.ts'
import { WorkitemAction, workitemClasses } from '../workitem-classes.ts'
import { identifierOf, isRefusal } from './identifier.ts'
import type { Response, Work } from './work.ts'

/** What may be asked for on a context, and which of our services does it. */
interface Spoken {
  /** The SOP Class that a request names, where it is not that of the context. */
  readonly names?: string
  readonly create?: 'beginStep' | 'available' | 'createWorkitem'
  readonly set?: 'changeStep' | 'changeWorkitem'
  readonly read?: 'readStep' | 'readWorkitem'
  readonly act?: 'actOnWorkitem'
  readonly actions?: readonly number[]
  readonly hear?: 'workitemEvent'
}

const { changeState, requestCancel, subscribe, unsubscribe, suspend } = WorkitemAction
/** PS3.4 §CC.3.1.1. */
const names = workitemClasses.push

/** By the context's abstract syntax. */
const spoken: ReadonlyMap<string, Spoken> = new Map<string, Spoken>([
  [PERFORMED_STEP, { create: 'beginStep', set: 'changeStep' }],
  [PERFORMED_STEP_RETRIEVE, { read: 'readStep' }],
  [INSTANCE_AVAILABILITY, { create: 'available' }],
  [workitemClasses.push, { create: 'createWorkitem', read: 'readWorkitem', act: 'actOnWorkitem', actions: [requestCancel] }],
  [workitemClasses.pull, { names, set: 'changeWorkitem', read: 'readWorkitem', act: 'actOnWorkitem', actions: [changeState] }],
  [workitemClasses.watch, { names, read: 'readWorkitem', act: 'actOnWorkitem', actions: [requestCancel, subscribe, unsubscribe, suspend] }],
  [workitemClasses.event, { names, hear: 'workitemEvent' }],
])

function spokenOn({ context: { abstractSyntax } }: Message): Spoken & { readonly names: string } {
  return { names: abstractSyntax, ...spoken.get(abstractSyntax) }
}

export function provideCreate(work: Work): Promise<Response> {
  return guarded(work, async ({ command }) => {
    const answer = await create(work)
    return { command: normalizedResponse(command, answer, answer.sopInstanceUid) }
  })
}

export function provideSet(work: Work): Promise<Response> {
  return guarded(work, async ({ command }) => ({ command: normalizedResponse(command, await set(work)) }))
}

/** PS3.7 Table 10.3-4: the attributes come with a success, or a warning. */
export function provideRead(work: Work): Promise<Response> {
  return guarded(work, async ({ command, context }) => {
    const { attributes, ...answer } = await read(work)
    const response = normalizedResponse(command, answer)
    if (attributes === undefined) return { command: response }
    return { command: { ...response, CommandDataSetType: HAS_DATA_SET }, identifier: encodeIdentifier(attributes, context.transferSyntax) }
  })
}

export function provideAction(work: Work): Promise<Response> {
  return guarded(work, async ({ command }) => ({ command: normalizedResponse(command, await act(work)) }))
}

export function provideEvent(work: Work): Promise<Response> {
  return guarded(work, async ({ command }) => ({ command: normalizedResponse(command, await hear(work)) }))
}

async function guarded(work: Work, serve: (message: Message) => Promise<Response>): Promise<Response> {
  const { message, onFault } = work
  try {
    return await serve(message)
  } catch (fault) {
    if (!(fault instanceof AssociationError)) onFault(fault)
    return { command: normalizedResponse(message.command, { status: Status.processingFailure }) }
  }
}

const UNRECOGNIZED: NormalizedAnswer = { status: Status.unrecognizedOperation }

async function create({ message, peer, services, gone }: Work): Promise<CreatedAnswer> {
  const { names, create: name } = spokenOn(message)
  const service = name && services[name]
  if (service === undefined) return UNRECOGNIZED
  const { AffectedSOPClassUID: sopClassUid, AffectedSOPInstanceUID: sopInstanceUid = null } = message.command
  if (sopClassUid !== names) return { status: Status.noSuchSopClass }
  if (sopInstanceUid !== null && !isUid(sopInstanceUid)) return { status: Status.invalidObjectInstance }
  const attributes = await identifierOf(message)
  if (isRefusal(attributes)) return { status: Status.processingFailure }
  return service.call(services, peer, { sopInstanceUid, attributes, signal: gone })
}

async function set({ message, peer, services, gone }: Work): Promise<NormalizedAnswer> {
  const { names, set: name } = spokenOn(message)
  const service = name && services[name]
  if (service === undefined) return UNRECOGNIZED
  const sopInstanceUid = requestedIn(message.command, names)
  if (typeof sopInstanceUid !== 'string') return sopInstanceUid
  const attributes = await identifierOf(message)
  if (isRefusal(attributes)) return { status: Status.processingFailure }
  return service.call(services, peer, { sopInstanceUid, attributes, signal: gone })
}

async function read({ message, peer, services, gone }: Work): Promise<ReadAnswer> {
  const { names, read: name } = spokenOn(message)
  const service = name && services[name]
  if (service === undefined) return UNRECOGNIZED
  const sopInstanceUid = requestedIn(message.command, names)
  if (typeof sopInstanceUid !== 'string') return sopInstanceUid
  return service.call(services, peer, { sopInstanceUid, tags: message.command.AttributeIdentifierList ?? [], signal: gone })
}

async function act({ message, peer, services, gone }: Work): Promise<NormalizedAnswer> {
  const { names, act: name, actions = [] } = spokenOn(message)
  const service = name && services[name]
  if (service === undefined) return UNRECOGNIZED
  const sopInstanceUid = requestedIn(message.command, names)
  if (typeof sopInstanceUid !== 'string') return sopInstanceUid
  const { ActionTypeID: actionTypeId } = message.command
  if (actionTypeId === undefined || !actions.includes(actionTypeId)) return { status: Status.noSuchAction }
  const information = await informationOf(message)
  if (information === undefined) return { status: Status.processingFailure }
  return service.call(services, peer, { sopInstanceUid, actionTypeId, information, signal: gone })
}

async function hear({ message, peer, services, gone }: Work): Promise<NormalizedAnswer> {
  const { names, hear: name } = spokenOn(message)
  const service = name && services[name]
  if (service === undefined) return UNRECOGNIZED
  const { AffectedSOPClassUID: sopClassUid, AffectedSOPInstanceUID: sopInstanceUid, EventTypeID: eventTypeId } = message.command
  if (sopClassUid !== names) return { status: Status.noSuchSopClass }
  if (sopInstanceUid === undefined || !isUid(sopInstanceUid)) return { status: Status.invalidObjectInstance }
  if (eventTypeId === undefined) return { status: Status.noSuchEventType }
  const information = await informationOf(message)
  if (information === undefined) return { status: Status.processingFailure }
  return service.call(services, peer, { sopInstanceUid, eventTypeId, information, signal: gone })
}

/** The UID of the Instance, or why there is none. */
function requestedIn({ RequestedSOPClassUID, RequestedSOPInstanceUID: uid }: CommandSet, names: string): string | NormalizedAnswer {
  if (RequestedSOPClassUID !== names) return { status: Status.noSuchSopClass }
  return uid === undefined || !isUid(uid) ? { status: Status.invalidObjectInstance } : uid
}

/** Null where the request brings none; undefined if it cannot be read. */
async function informationOf(message: Message): Promise<DataSet | null | undefined> {
  if (message.dataSet === null) return null
  const information = await identifierOf(message)
  return isRefusal(information) ? undefined : information
}
