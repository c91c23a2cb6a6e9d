/**
 * What subscribers are told when a workitem comes, changes or is to be canceled. Pure. PS3.4 §CC.2.4, Table CC.2.4-1.
 *
 * @module
 */
import { isDeepStrictEqual } from 'node:util'
import { Tags, type DicomJson, type Tag } from '@filmjacket/dicom-data'
import { GLOBAL_SUBSCRIPTION, WorkitemEvent as EventType } from '@filmjacket/dicom-net'
import type { WorkitemEvent } from '../store/subscriptions.ts'
import type { Workitem } from '../store/workitems.ts'
import { digitsOf, jsonOf } from './json.ts'

/** The state may be one that it was in for a moment. */
export function stateReport({ uid, state, attributes }: Workitem): WorkitemEvent {
  const why = attributes[digitsOf(Tags.ProcedureStepProgressInformationSequence)]?.Value?.[0] as DicomJson | undefined
  const information = {
    ...jsonOf({ [Tags.ProcedureStepState]: state }), ...picked(attributes, [Tags.InputReadinessState]),
    ...(state === 'CANCELED' ? picked(why ?? {}, [Tags.ReasonForCancellation, Tags.ProcedureStepDiscontinuationReasonCodeSequence]) : {}),
  }
  return { uid, type: EventType.stateReport, information }
}

const OF_STATE: readonly Tag[] = [Tags.ProcedureStepState, Tags.InputReadinessState]
const OF_ASSIGNMENT: readonly Tag[] = [Tags.ScheduledStationNameCodeSequence, Tags.ScheduledHumanPerformersSequence]
const OF_PROGRESS: readonly Tag[] = [Tags.ProcedureStepProgressInformationSequence]

/** @param before - null: it is new. */
export function eventsOf(before: Workitem | null, after: Workitem): readonly WorkitemEvent[] {
  const hasChanged = (tags: readonly Tag[]) => !isDeepStrictEqual(picked(before?.attributes ?? {}, tags), picked(after.attributes, tags))
  return [
    ...(hasChanged(OF_STATE) ? [stateReport(after)] : []),
    ...(hasChanged(OF_ASSIGNMENT) ? [assigned(after)] : []),
    ...(hasChanged(OF_PROGRESS) && before?.state === after.state ? [progressReport(after)] : []),
  ]
}

function assigned({ uid, attributes }: Workitem): WorkitemEvent {
  const performer = attributes[digitsOf(Tags.ScheduledHumanPerformersSequence)]?.Value?.[0] as DicomJson | undefined
  const information = {
    ...picked(attributes, [Tags.ScheduledStationNameCodeSequence]), ...picked(performer ?? {}, [Tags.HumanPerformerCodeSequence, Tags.HumanPerformerOrganization]),
  }
  return { uid, type: EventType.assigned, information }
}

function progressReport({ uid, attributes }: Workitem): WorkitemEvent {
  return { uid, type: EventType.progressReport, information: picked(attributes, OF_PROGRESS) }
}

const OF_REQUEST: readonly Tag[] = [
  Tags.ReasonForCancellation, Tags.ProcedureStepDiscontinuationReasonCodeSequence, Tags.ContactURI, Tags.ContactDisplayName,
]

/** @param given - what was told with the request. */
export function cancelRequested(uid: string, requestingAe: string, given: DicomJson): WorkitemEvent {
  return { uid, type: EventType.cancelRequested, information: { ...jsonOf({ [Tags.RequestingAE]: requestingAe }), ...picked(given, OF_REQUEST) } }
}

/** Workitems and subscriptions outlast a restart. */
export const RESTARTED: WorkitemEvent = {
  uid: GLOBAL_SUBSCRIPTION, type: EventType.scpStatusChange,
  information: jsonOf({
    [Tags.SCPStatus]: 'RESTARTED', [Tags.SubscriptionListStatus]: 'WARM START', [Tags.UnifiedProcedureStepListStatus]: 'WARM START',
  }),
}

/** Those that have a value. */
function picked(attributes: DicomJson, tags: readonly Tag[]): DicomJson {
  const names = tags.map(digitsOf)
  return Object.fromEntries(Object.entries(attributes).filter(([tag, { Value = [] }]) => names.includes(tag) && Value.length > 0))
}
