/**
 * The worklist as a provider of C-FIND, and performed steps as one of N-CREATE, N-SET and N-GET. Translates, decides nothing.
 * PS3.4 Annexes F and K.
 *
 * @module
 */
import { formatTag } from '@filmjacket/dicom-data'
import { Status } from '@filmjacket/dicom-net'
import type {
  CreatedAnswer, CreateScp, FindStep, NormalizedAnswer, ReadAnswer, ReadScp, Services, SetScp, WorklistScp,
} from '@filmjacket/dicom-net'
import type { BegunStep, ChangedStep, PerformedSteps, ReadStep } from './performed.ts'
import type { ServedWorklist } from './worklist.ts'

export type OrderServices = Required<Pick<Services, 'worklist' | 'beginStep' | 'changeStep' | 'readStep'>>

export function worklistScp(worklist: ServedWorklist): WorklistScp {
  return async function* (peer, { identifier }): AsyncGenerator<FindStep> {
    for await (const answer of worklist.ask(peer, identifier)) {
      switch (answer.kind) {
        case 'match': yield answer; break
        case 'not-allowed': yield { kind: 'refused', ...NOT_AUTHORIZED }; break
        case 'malformed': yield {
          kind: 'refused', status: Status.identifierDoesNotMatch, comment: `${formatTag(answer.tag)} cannot be understood`, offendingElements: [answer.tag],
        }
      }
    }
  }
}

const NOT_AUTHORIZED = { status: Status.notAuthorized, comment: 'this device may not ask the worklist' } as const

export function beginStepScp(performed: PerformedSteps): CreateScp {
  return async (peer, { sopInstanceUid, attributes }) => begun(await performed.begin(peer, sopInstanceUid, attributes))
}

/** PS3.7 §10.1.5.1.6. */
function begun(outcome: BegunStep): CreatedAnswer {
  switch (outcome.kind) {
    case 'begun': return { status: Status.success, sopInstanceUid: outcome.sopInstanceUid }
    case 'not-allowed': return NOT_AUTHORIZED
    case 'duplicate': return { status: Status.duplicateInstance }
    case 'missing': return { status: Status.missingAttribute, comment: `${formatTag(outcome.tag)} is missing`, offendingElements: [outcome.tag] }
    case 'invalid': return invalid(outcome.tag)
  }
}

export function changeStepScp(performed: PerformedSteps): SetScp {
  return async (peer, { sopInstanceUid, attributes }) => changed(await performed.change(peer, sopInstanceUid, attributes))
}

/** Error ID of a step that ended. PS3.4 §F.7.2.2.4. */
const MAY_NO_LONGER_BE_UPDATED = 0xa710

function changed(outcome: ChangedStep): NormalizedAnswer {
  switch (outcome.kind) {
    case 'changed': return { status: Status.success }
    case 'over': return {
      status: Status.processingFailure, errorId: MAY_NO_LONGER_BE_UPDATED, comment: 'Performed Procedure Step Object may no longer be updated',
    }
    case 'not-allowed': return NOT_AUTHORIZED
    case 'not-found': return { status: Status.noSuchInstance }
    case 'invalid': return invalid(outcome.tag)
  }
}

export function readStepScp(performed: PerformedSteps): ReadScp {
  return async (peer, { sopInstanceUid, tags }) => read(await performed.read(peer, sopInstanceUid, tags))
}

function read(outcome: ReadStep): ReadAnswer {
  switch (outcome.kind) {
    case 'read': return { status: outcome.isAll ? Status.success : Status.someAttributesMissing, attributes: outcome.attributes }
    case 'not-allowed': return NOT_AUTHORIZED
    case 'not-found': return { status: Status.noSuchInstance }
  }
}

function invalid(tag: number): NormalizedAnswer {
  return { status: Status.invalidAttributeValue, comment: `${formatTag(tag)} has no such value`, offendingElements: [tag] }
}
