/** Performed procedure steps (N-CREATE, N-SET, N-GET) and availability of Instances (N-CREATE) as provider. PS3.4 §F.7, §F.8, §R.3. */
import { isUid } from '@filmjacket/dicom-data'
import { HAS_DATA_SET } from '../command.ts'
import { AssociationError } from '../errors.ts'
import { encodeIdentifier } from '../identifier.ts'
import type { Message } from '../message.ts'
import { normalizedResponse, type NormalizedAnswer } from '../messages/normalized.ts'
import { INSTANCE_AVAILABILITY, PERFORMED_STEP, PERFORMED_STEP_RETRIEVE } from '../service-classes.ts'
import type { CreatedAnswer, CreateScp, ReadAnswer } from '../services.ts'
import { Status } from '../status.ts'
import { identifierOf, isRefusal } from './identifier.ts'
import type { Response, Work } from './work.ts'

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

async function guarded(work: Work, serve: (message: Message) => Promise<Response>): Promise<Response> {
  const { message, onFault } = work
  try {
    return await serve(message)
  } catch (fault) {
    if (!(fault instanceof AssociationError)) onFault(fault)
    return { command: normalizedResponse(message.command, { status: Status.processingFailure }) }
  }
}

async function create(work: Work): Promise<CreatedAnswer> {
  const { message, peer, gone } = work
  const { command, context: { abstractSyntax: sopClassUid } } = message
  const service = createServiceFor(work, sopClassUid)
  if (service === undefined) return { status: Status.unrecognizedOperation }
  if (command.AffectedSOPClassUID !== sopClassUid) return { status: Status.noSuchSopClass }
  const sopInstanceUid = command.AffectedSOPInstanceUID ?? null
  if (sopInstanceUid !== null && !isUid(sopInstanceUid)) return { status: Status.invalidObjectInstance }
  const attributes = await identifierOf(message)
  if (isRefusal(attributes)) return { status: Status.processingFailure }
  return service(peer, { sopInstanceUid, attributes, signal: gone })
}

function createServiceFor({ services }: Work, sopClassUid: string): CreateScp | undefined {
  if (sopClassUid === PERFORMED_STEP) return services.beginStep?.bind(services)
  return sopClassUid === INSTANCE_AVAILABILITY ? services.available?.bind(services) : undefined
}

async function set({ message, peer, services, gone }: Work): Promise<NormalizedAnswer> {
  const { command, context: { abstractSyntax } } = message
  if (abstractSyntax !== PERFORMED_STEP || services.changeStep === undefined) return { status: Status.unrecognizedOperation }
  if (command.RequestedSOPClassUID !== abstractSyntax) return { status: Status.noSuchSopClass }
  const sopInstanceUid = command.RequestedSOPInstanceUID
  if (sopInstanceUid === undefined || !isUid(sopInstanceUid)) return { status: Status.invalidObjectInstance }
  const attributes = await identifierOf(message)
  if (isRefusal(attributes)) return { status: Status.processingFailure }
  return services.changeStep(peer, { sopInstanceUid, attributes, signal: gone })
}

async function read({ message, peer, services, gone }: Work): Promise<ReadAnswer> {
  const { command, context: { abstractSyntax } } = message
  if (abstractSyntax !== PERFORMED_STEP_RETRIEVE || services.readStep === undefined) return { status: Status.unrecognizedOperation }
  if (command.RequestedSOPClassUID !== abstractSyntax) return { status: Status.noSuchSopClass }
  const sopInstanceUid = command.RequestedSOPInstanceUID
  if (sopInstanceUid === undefined || !isUid(sopInstanceUid)) return { status: Status.invalidObjectInstance }
  return services.readStep(peer, { sopInstanceUid, tags: command.AttributeIdentifierList ?? [], signal: gone })
}
