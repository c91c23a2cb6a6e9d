/** Performed procedure steps (N-CREATE, N-SET) and availability of Instances (N-CREATE) as provider. PS3.4 §F.7, §R.3. */
import { isUid } from '@filmjacket/dicom-data'
import { AssociationError } from '../errors.ts'
import { normalizedResponse, type NormalizedAnswer } from '../messages/normalized.ts'
import { INSTANCE_AVAILABILITY, PERFORMED_STEP } from '../service-classes.ts'
import type { CreatedAnswer, CreateScp } from '../services.ts'
import { Status } from '../status.ts'
import { identifierOf, isRefusal } from './identifier.ts'
import type { Response, Work } from './work.ts'

export async function provideCreate(work: Work): Promise<Response> {
  const answer = await guarded(work, () => create(work))
  return { command: normalizedResponse(work.message.command, answer, answer.sopInstanceUid) }
}

export async function provideSet(work: Work): Promise<Response> {
  return { command: normalizedResponse(work.message.command, await guarded(work, () => set(work))) }
}

async function guarded(work: Work, serve: () => Promise<CreatedAnswer>): Promise<CreatedAnswer> {
  try {
    return await serve()
  } catch (fault) {
    if (!(fault instanceof AssociationError)) work.onFault(fault)
    return { status: Status.processingFailure }
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
