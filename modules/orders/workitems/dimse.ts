/**
 * Workitems for devices: Unified Procedure Steps of the classes Push, Pull, Watch and Query. Translates, decides nothing. PS3.4 Annex CC.
 *
 * @module
 */
import { formatTag, fromDicomJson, Tags, toDicomJson, type DataSet, type Tag } from '@filmjacket/dicom-data'
import { isAeTitle, Status, WorkitemAction, WorkitemStatus } from '@filmjacket/dicom-net'
import type {
  ActionRequest, CreatedAnswer, FindStep, NormalizedAnswer, Peer, ReadAnswer, Services, WorklistScp,
} from '@filmjacket/dicom-net'
import type { Db } from '../store/entries.ts'
import { findWorkitems, type WorkitemAccess } from './devices.ts'
import { dataSetOf, digitsOf, jsonOf } from './json.ts'
import { toldOf } from './matching.ts'
import type { Hindrance } from './state.ts'
import type { Subscribed, Subscriptions } from './subscriptions.ts'
import { byDevice, note } from './workitem.ts'
import type { Created, Found, Moved, Updated, Workitems } from './workitems.ts'

export type WorkitemServices = Required<Pick<Services, 'createWorkitem' | 'changeWorkitem' | 'readWorkitem' | 'actOnWorkitem' | 'findWorkitems'>>

export interface WorkitemScpOptions {
  readonly db: Db
  readonly access: WorkitemAccess
  readonly workitems: Workitems
  readonly subscriptions: Subscriptions
}

const NOT_AUTHORIZED = { status: Status.notAuthorized, comment: 'this device takes no part in workitems' } as const

export function workitemScp(options: WorkitemScpOptions): WorkitemServices {
  const { db, access, workitems } = options
  const admitted = <R, A>(serve: (peer: Peer, request: R) => Promise<A>) =>
    async (peer: Peer, request: R): Promise<A | typeof NOT_AUTHORIZED> => ((await access.admits(peer)) ? serve(peer, request) : NOT_AUTHORIZED)
  return {
    createWorkitem: admitted(async (peer, { sopInstanceUid, attributes }) =>
      created(await workitems.create(byDevice(peer), sopInstanceUid, attributes), attributes)),
    changeWorkitem: admitted(async (peer, { sopInstanceUid, attributes }) => {
      // It is told beside the changes, not as one. PS3.4 §CC.2.6.2.
      const transactionUid = attributes.text(Tags.TransactionUID) ?? null
      return updated(await workitems.update(byDevice(peer), sopInstanceUid, transactionUid, without(attributes, Tags.TransactionUID)))
    }),
    readWorkitem: admitted(async (peer, { sopInstanceUid, tags }) => {
      const found = await workitems.one(sopInstanceUid)
      if (found.kind === 'found') await note(db, byDevice(peer), 'workitem-read', sopInstanceUid)
      return read(found, tags)
    }),
    actOnWorkitem: admitted((peer, request) => act(options, peer, request)),
    findWorkitems: findScp(options),
  }
}

function findScp({ db, access }: WorkitemScpOptions): WorklistScp {
  return async function* (peer, { identifier }): AsyncGenerator<FindStep> {
    if (!(await access.admits(peer))) {
      yield { kind: 'refused', ...NOT_AUTHORIZED }
      return
    }
    for await (const answer of findWorkitems(db, byDevice(peer), identifier)) {
      if (answer.kind === 'match') yield { kind: 'match', identifier: fromDicomJson(toldOf(answer.attributes, identifier)) }
      else yield { kind: 'refused', status: Status.identifierDoesNotMatch, comment: `${formatTag(answer.tag)} cannot be understood`, offendingElements: [answer.tag] }
    }
  }
}

function without(attributes: DataSet, ...tags: readonly Tag[]): DataSet {
  const json = { ...toDicomJson(attributes), ...jsonOf({ [Tags.SpecificCharacterSet]: 'ISO_IR 192' }) }
  return dataSetOf(fromDicomJson(Object.fromEntries(Object.entries(json).filter(([tag]) => !tags.map(digitsOf).includes(tag)))))
}

/** PS3.4 Table CC.2.5-4. */
function created(outcome: Created, given: DataSet): CreatedAnswer {
  switch (outcome.kind) {
    case 'created': return { status: outcome.isChanged ? WorkitemStatus.createdWithModifications : Status.success, sopInstanceUid: outcome.uid }
    case 'exists': return { status: Status.duplicateInstance }
    case 'invalid':
      if (outcome.tags.includes(Tags.ProcedureStepState)) return { status: WorkitemStatus.notScheduled }
      return wrong(outcome.tags, given.has(outcome.tags[0] ?? 0) ? Status.invalidAttributeValue : Status.missingAttribute)
  }
}

/** PS3.4 Table CC.2.6-1. */
function updated(outcome: Updated): NormalizedAnswer {
  switch (outcome.kind) {
    case 'done': return { status: Status.success }
    case 'invalid': return wrong(outcome.tags, Status.invalidAttributeValue)
    case 'no': return { status: ofHindrance[outcome.why] }
    case 'not-found':
    case 'gone': return { status: WorkitemStatus.noSuchWorkitem }
  }
}

/** PS3.4 Table CC.2.7-1. */
function read(found: Found, tags: readonly Tag[]): ReadAnswer {
  if (found.kind !== 'found') return { status: WorkitemStatus.noSuchWorkitem }
  const wanted = tags.map(digitsOf)
  const told = Object.entries(found.attributes).filter(([tag]) => wanted.length === 0 || wanted.includes(tag))
  const isAll = wanted.every((tag) => Object.hasOwn(found.attributes, tag))
  return { status: isAll ? Status.success : Status.someAttributesMissing, attributes: fromDicomJson(Object.fromEntries(told)) }
}

async function act({ access, workitems, subscriptions }: WorkitemScpOptions, peer: Peer, request: ActionRequest): Promise<NormalizedAnswer> {
  const { sopInstanceUid: uid, actionTypeId, information } = request
  const by = byDevice(peer)
  if (actionTypeId === WorkitemAction.requestCancel) return moved(await workitems.cancel(by, uid, information), ofRefusedCancel)
  if (information === null) return { status: Status.invalidArgument }
  if (actionTypeId === WorkitemAction.changeState) return moved(await workitems.move(by, uid, information), ofHindrance)
  const aeTitle = information.text(Tags.ReceivingAE) ?? ''
  if (!isAeTitle(aeTitle)) return wrong([Tags.ReceivingAE], Status.invalidArgument)
  switch (actionTypeId) {
    case WorkitemAction.subscribe: {
      if (!(await access.reaches(aeTitle))) return { status: WorkitemStatus.unknownReceiver }
      const locked = information.text(Tags.DeletionLock) === 'TRUE'
      return subscribed(await subscriptions.subscribe(by, uid, { aeTitle, channel: 'dimse', locked }, without(information, Tags.ReceivingAE, Tags.DeletionLock)))
    }
    case WorkitemAction.unsubscribe: return subscribed(await subscriptions.unsubscribe(by, uid, aeTitle))
    case WorkitemAction.suspend: {
      const { kind } = await subscriptions.suspend(by, uid, aeTitle)
      return { status: kind === 'done' ? Status.success : WorkitemStatus.notAppropriate }
    }
    default: return { status: Status.noSuchAction }
  }
}

/** PS3.4 Tables CC.2.1-2 and CC.2.2-2. */
function moved(outcome: Moved, why: Readonly<Record<Hindrance, number>>): NormalizedAnswer {
  switch (outcome.kind) {
    case 'done': return { status: Status.success }
    case 'already': return { status: outcome.state === 'COMPLETED' ? WorkitemStatus.alreadyCompleted : WorkitemStatus.alreadyCanceled }
    case 'incomplete': return wrong(outcome.tags, WorkitemStatus.notReadyToEnd)
    case 'invalid': return wrong(outcome.tags, Status.invalidArgument)
    case 'no': return { status: why[outcome.why] }
    case 'not-found':
    case 'gone': return { status: WorkitemStatus.noSuchWorkitem }
  }
}

const ofHindrance: Readonly<Record<Hindrance, number>> = {
  'no-transaction': WorkitemStatus.wrongTransaction, 'wrong-transaction': WorkitemStatus.wrongTransaction, 'claimed': WorkitemStatus.alreadyInProgress,
  'not-claimed': WorkitemStatus.notInProgress, 'over': WorkitemStatus.over, 'never-scheduled': WorkitemStatus.neverScheduledAgain,
}
const ofRefusedCancel = { ...ofHindrance, claimed: WorkitemStatus.performerUnreachable, over: WorkitemStatus.completed }

/** PS3.4 Table CC.2.3-3. */
function subscribed(outcome: Subscribed): NormalizedAnswer {
  switch (outcome.kind) {
    case 'done': return { status: Status.success }
    case 'malformed': return wrong([outcome.tag], Status.invalidArgument)
    case 'not-found':
    case 'gone': return { status: WorkitemStatus.noSuchWorkitem }
  }
}

function wrong(tags: readonly Tag[], status: number): NormalizedAnswer {
  return { status, comment: tags.slice(0, 4).map(formatTag).join(' '), offendingElements: tags }
}
