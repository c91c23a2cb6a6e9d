/**
 * Subscriptions of the Worklist Service, and how their events come. Translates, decides nothing. PS3.18 §11.10 to §11.13, §8.10.
 *
 * @module
 */
import { keywordOf, type DataSet } from '@filmjacket/dicom-data'
import { isAeTitle } from '@filmjacket/dicom-net'
import { parseSearchTerms, SearchError } from '@filmjacket/dicom-web'
import Type from 'typebox'
import { asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { mediaRoute, socketRoute, type MediaInput } from '../../../platform/server/http/route.ts'
import { DICOM_WEB_ROOT } from '../../archive/index.ts'
import { unlimited } from '../unlimited.ts'
import { empty } from './form.ts'
import type { WorkitemNews } from './news.ts'
import { absent } from './refusals.ts'
import { keysIn } from './search.ts'
import type { Subscriptions } from './subscriptions.ts'
import { byCaller } from './workitem.ts'

export interface SubscriptionService {
  readonly subscriptions: Subscriptions
  readonly news: Pick<WorkitemNews, 'listen'>
}

const staff = asRoleOrToken('orders', 'admin', 'clerk')
const EVENTS = `${DICOM_WEB_ROOT}/ws/subscribers/:aeTitle`
const SUBSCRIBER = `${DICOM_WEB_ROOT}/workitems/:uid/subscribers/:aeTitle`
const BySubscriber = Type.Object({ uid: Type.String({ maxLength: 64 }), aeTitle: Type.String({ maxLength: 64 }) })
type Input = MediaInput<{ readonly uid: string; readonly aeTitle: string }>

const subscribe = mediaRoute({
  method: 'POST', url: SUBSCRIBER, summary: 'Hear of a workitem, or of all', allow: staff, params: BySubscriber,
  async handle({ subscriptions }: SubscriptionService, input) {
    unlimited(input.caller)
    const [aeTitle, locked] = [subscriberIn(input), hasLock(input)]
    const outcome = await subscriptions.subscribe(byCaller(input), input.params.uid, { aeTitle, channel: 'web', locked }, filterIn(input))
    switch (outcome.kind) {
      case 'done': return empty(201, { 'content-location': `${input.origin.replace(/^http/, 'ws')}${EVENTS.replace(':aeTitle', encodeURIComponent(aeTitle))}` })
      case 'malformed': return notUnderstood(`the value for ${keywordOf(outcome.tag) ?? 'an attribute'}`)
      case 'not-found':
      case 'gone': return absent(outcome)
    }
  },
})

const unsubscribe = mediaRoute({
  method: 'DELETE', url: SUBSCRIBER, summary: 'Hear no more of a workitem, or of any', allow: staff, params: BySubscriber,
  async handle({ subscriptions }: SubscriptionService, input) {
    unlimited(input.caller)
    await subscriptions.unsubscribe(byCaller(input), input.params.uid, subscriberIn(input))
    return empty(200)
  },
})

const suspend = mediaRoute({
  method: 'POST', url: `${SUBSCRIBER}/suspend`, summary: 'Hear of no new workitems', allow: staff, params: BySubscriber,
  async handle({ subscriptions }: SubscriptionService, input) {
    unlimited(input.caller)
    const { kind } = await subscriptions.suspend(byCaller(input), input.params.uid, subscriberIn(input))
    if (kind === 'done') return empty(200)
    throw new Problem('workitem-subscription-not-global', 400, 'Only a subscription to all workitems, or to all that match, is suspended.')
  },
})

const hear = socketRoute({
  method: 'GET', url: EVENTS, summary: 'Events of what is subscribed to', allow: staff, params: Type.Object({ aeTitle: Type.String({ maxLength: 64 }) }),
  handle({ news }: SubscriptionService, input) {
    unlimited(input.caller)
    const aeTitle = subscriberIn(input)
    return Promise.resolve((over) => news.listen(aeTitle, over))
  },
})

function subscriberIn({ params: { aeTitle } }: { readonly params: { readonly aeTitle: string } }): string {
  if (isAeTitle(aeTitle)) return aeTitle
  throw new Problem('subscriber-invalid', 400, 'Subscribers are named by AE titles.')
}

function hasLock({ query }: Input): boolean {
  return query.some(([name, value]) => name.toLowerCase() === 'deletionlock' && value.toLowerCase() === 'true')
}

/** `filter=PatientID=P1,00741000=SCHEDULED`, or each key as searches have it. */
function filterIn({ query }: Input): DataSet {
  const pairs = query.flatMap(([name, value]): (readonly [string, string])[] => {
    if (name.toLowerCase() === 'deletionlock') return []
    return name.toLowerCase() === 'filter' ? value.split(/,(?=[\w.]+=)/).map(pairOf) : [[name, value]]
  })
  const read = keysIn(termsOf(pairs))
  return read.kind === 'read' ? read.keys : notUnderstood(`the value for ${keywordOf(read.tag) ?? 'an attribute'}`)
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function termsOf(pairs: readonly (readonly [string, string])[]) {
  try {
    return parseSearchTerms(pairs).keys
  } catch (error) {
    if (error instanceof SearchError) return notUnderstood(error.message)
    throw error
  }
}

function notUnderstood(what: string): never {
  throw new Problem('wish-not-understood', 400, `The request was not understood: ${what}.`)
}

export const subscriptionRoutes = [subscribe, unsubscribe, suspend, hear]
