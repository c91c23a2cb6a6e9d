/**
 * Unified Procedure Steps: five SOP Classes say which services are spoken, of Instances that are all of the first. PS3.4 §CC.3.1.
 *
 * @module
 */
import { SopClasses } from '@filmjacket/dicom-data'

export const workitemClasses = {
  push: SopClasses.unifiedProcedureStepPush, watch: SopClasses.unifiedProcedureStepWatch, pull: SopClasses.unifiedProcedureStepPull,
  event: SopClasses.unifiedProcedureStepEvent, query: SopClasses.unifiedProcedureStepQuery,
} as const
export type WorkitemClass = keyof typeof workitemClasses

/** By which workitems are searched. PS3.4 §CC.2.8. */
export const workitemModels = {
  'workitem-pull': workitemClasses.pull, 'workitem-watch': workitemClasses.watch, 'workitem-query': workitemClasses.query,
} as const
export type WorkitemModel = keyof typeof workitemModels

export function isSearchedForWorkitems(sopClassUid: string): boolean {
  return (Object.values(workitemModels) as readonly string[]).includes(sopClassUid)
}

/** PS3.4 §CC.2.3.2: whoever subscribes to these subscribes to all, or to all that match. */
export const GLOBAL_SUBSCRIPTION = '1.2.840.10008.5.1.4.34.5'
export const FILTERED_GLOBAL_SUBSCRIPTION = '1.2.840.10008.5.1.4.34.5.1'

/** Action Type IDs. PS3.4 Tables CC.2.1-1, CC.2.2-1, CC.2.3-1. */
export const WorkitemAction = { changeState: 1, requestCancel: 2, subscribe: 3, unsubscribe: 4, suspend: 5 } as const

/** Event Type IDs. PS3.4 Table CC.2.4-1. */
export const WorkitemEvent = { stateReport: 1, cancelRequested: 2, progressReport: 3, scpStatusChange: 4, assigned: 5 } as const

/** PS3.4 Tables CC.2.1-2, CC.2.2-2, CC.2.3-3, CC.2.5-4 and CC.2.6-1. */
export const WorkitemStatus = {
  createdWithModifications: 0xb300, lockNotGranted: 0xb301, alreadyCanceled: 0xb304, alreadyCompleted: 0xb306,
  over: 0xc300, wrongTransaction: 0xc301, alreadyInProgress: 0xc302, neverScheduledAgain: 0xc303, notReadyToEnd: 0xc304, noSuchWorkitem: 0xc307,
  unknownReceiver: 0xc308, notScheduled: 0xc309, notInProgress: 0xc310, completed: 0xc311, performerUnreachable: 0xc312, notAppropriate: 0xc314,
} as const
