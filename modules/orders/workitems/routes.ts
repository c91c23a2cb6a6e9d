/**
 * The Worklist Service of DICOMweb, UPS-RS, without subscriptions. Translates, decides nothing. PS3.18 §11.
 *
 * @module
 */
import { isUid, keywordOf } from '@filmjacket/dicom-data'
import { parseSearchTerms, SearchError, type SearchTerms } from '@filmjacket/dicom-web'
import Type from 'typebox'
import { asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { SECOND_MS } from '../../../platform/server/clock.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { mediaRoute, type MediaInput } from '../../../platform/server/http/route.ts'
import { DICOM_WEB_ROOT } from '../../archive/index.ts'
import { unlimited } from '../unlimited.ts'
import { empty, received, receivedIfAny, served, servedList } from './form.ts'
import { absent, hindered, incomplete, invalid, notCanceled, notUpdated, warning } from './refusals.ts'
import { byCaller } from './workitem.ts'
import type { Moved, Workitems } from './workitems.ts'

export interface WorkitemService {
  readonly workitems: Workitems
}

const staff = asRoleOrToken('orders', 'admin', 'clerk')
const WORKITEMS = `${DICOM_WEB_ROOT}/workitems`
const ByUid = Type.Object({ uid: Type.String({ maxLength: 64 }) })
const BODY_IDLE_MS = 30 * SECOND_MS

const search = mediaRoute({
  method: 'GET', url: WORKITEMS, summary: 'Search: workitems', allow: staff,
  async handle({ workitems }: WorkitemService, input) {
    unlimited(input.caller)
    const found = await workitems.search(termsOf(input))
    if (found.kind === 'malformed') return notUnderstood(`the value for ${keywordOf(found.tag) ?? 'an attribute'}`)
    if (found.workitems.length === 0) return undefined
    const list = servedList(input, found.workitems)
    if (!found.hasMore) return list
    return { ...list, status: 206, headers: { ...list.headers, ...warning('There are additional results that can be requested.') } }
  },
})

function termsOf({ query }: MediaInput<unknown>): SearchTerms {
  try {
    return parseSearchTerms(query)
  } catch (error) {
    if (error instanceof SearchError) return notUnderstood(error.message)
    throw error
  }
}

function notUnderstood(what: string): never {
  throw new Problem('wish-not-understood', 400, `The request was not understood: ${what}.`)
}

const create = mediaRoute({
  method: 'POST', url: WORKITEMS, summary: 'Make a workitem', allow: staff, bodyIdleMs: BODY_IDLE_MS,
  async handle({ workitems }: WorkitemService, input) {
    unlimited(input.caller)
    const outcome = await workitems.create(byCaller(input), uidIn(input), await received(input))
    switch (outcome.kind) {
      case 'created': {
        const place = `${input.origin}${WORKITEMS}/${outcome.uid}`
        return empty(201, { location: place, 'content-location': place, ...(outcome.isChanged ? warning('The Workitem was created with modifications.') : {}) })
      }
      case 'exists': throw new Problem('workitem-exists', 409, 'There is, or was, a workitem of this UID.')
      case 'invalid': return invalid(outcome.tags)
    }
  },
})

/** `?1.2.3`, and as clients of earlier editions write it: `?workitem=1.2.3`, `?transaction-uid=1.2.3`. PS3.18 §11.4.1, §11.6.1. */
function uidIn({ query }: MediaInput<unknown>): string | null {
  return query.flat().find(isUid) ?? null
}

const retrieve = mediaRoute({
  method: 'GET', url: `${WORKITEMS}/:uid`, summary: 'A workitem', allow: staff, params: ByUid,
  async handle({ workitems }: WorkitemService, input) {
    unlimited(input.caller)
    const found = await workitems.one(input.params.uid)
    return found.kind === 'found' ? served(input, found.attributes) : absent(found)
  },
})

const update = mediaRoute({
  method: 'POST', url: `${WORKITEMS}/:uid`, summary: 'Change a workitem', allow: staff, params: ByUid, bodyIdleMs: BODY_IDLE_MS,
  async handle({ workitems }: WorkitemService, input) {
    unlimited(input.caller)
    const outcome = await workitems.update(byCaller(input), input.params.uid, uidIn(input), await received(input))
    switch (outcome.kind) {
      case 'done': return empty(200)
      case 'invalid': return invalid(outcome.tags)
      case 'no': return notUpdated(outcome.why)
      case 'not-found':
      case 'gone': return absent(outcome)
    }
  },
})

const changeState = mediaRoute({
  method: 'PUT', url: `${WORKITEMS}/:uid/state`, summary: 'Claim, complete or cancel a workitem', allow: staff, params: ByUid, bodyIdleMs: BODY_IDLE_MS,
  async handle({ workitems }: WorkitemService, input) {
    unlimited(input.caller)
    const outcome = await workitems.move(byCaller(input), input.params.uid, await received(input))
    return outcome.kind === 'no' ? hindered(outcome.why) : moved(outcome, 200)
  },
})

const requestCancellation = mediaRoute({
  method: 'POST', url: `${WORKITEMS}/:uid/cancelrequest`, summary: 'Ask that a workitem be canceled', allow: staff, params: ByUid, bodyIdleMs: BODY_IDLE_MS,
  async handle({ workitems }: WorkitemService, input) {
    unlimited(input.caller)
    const outcome = await workitems.cancel(byCaller(input), input.params.uid, await receivedIfAny(input))
    return outcome.kind === 'no' ? notCanceled(outcome.why) : moved(outcome, 202)
  },
})

function moved(outcome: Exclude<Moved, { readonly kind: 'no' }>, status: number) {
  switch (outcome.kind) {
    case 'done': return empty(status)
    case 'already': return empty(status, warning(`The UPS is already in the requested state of ${outcome.state}.`))
    case 'incomplete': return incomplete(outcome.tags)
    case 'invalid': return invalid(outcome.tags)
    case 'not-found':
    case 'gone': return absent(outcome)
  }
}

export const workitemRoutes = [search, create, retrieve, update, changeState, requestCancellation]
