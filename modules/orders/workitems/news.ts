/**
 * How subscribers hear of workitems: devices over associations that we open, programs over WebSockets that they have opened. PS3.4
 * §CC.2.4, PS3.18 §11.13.
 *
 * An event is written with the transaction of what happened. A device that is away is told later, a program that is away is not.
 *
 * @module
 */
import { fromDicomJson, type DicomJson } from '@filmjacket/dicom-data'
import { associate, workitemClasses, workitemEventContexts, type Association } from '@filmjacket/dicom-net'
import { audit } from '../../../platform/server/audit.ts'
import { DAY_MS, type Clock } from '../../../platform/server/clock.ts'
import { enqueue } from '../../../platform/server/jobs.ts'
import { tell, type Live } from '../../../platform/server/live.ts'
import { addressOf, type Devices } from '../../devices/index.ts'
import type { Db } from '../store/entries.ts'
import * as store from '../store/subscriptions.ts'
import { mayUseWorkitems } from './devices.ts'
import { RESTARTED } from './events.ts'

export const TELL_EVENTS = { kind: 'orders.tell-workitem-events', attempts: 12 }

/** Events for one device, by their ids. */
export interface Notice {
  readonly aeTitle: string
  readonly events: readonly string[]
}

export interface WorkitemNews {
  /** @param tx - the transaction of what happened. */
  happened(tx: Db, subscribers: readonly store.Subscriber[], events: readonly store.WorkitemEvent[]): Promise<void>
  /** We are back: devices that wait for events hear of it. */
  restarted(): Promise<void>
  /** What subscribers of this title are told over a WebSocket from now on, in the DICOM JSON Model; null while there is nothing. */
  listen(aeTitle: string, over: AbortSignal): AsyncIterable<string | null>
  /** @throws what keeps the device from being told: it is tried again. */
  carry(notice: Notice, context: { readonly signal: AbortSignal; readonly isLastTry: boolean }): Promise<void>
  forgetOld(): Promise<void>
}

export interface NewsOptions {
  readonly db: Db
  readonly clock: Clock
  readonly live: Pick<Live, 'follow'>
  readonly devices: Pick<Devices, 'byAeTitle'>
  /** What we call ourselves. */
  readonly aeTitle: () => string
}

/** Longer than a device is tried. */
const KEEP_MS = 4 * DAY_MS
/** That one association carries, or one notification of the database, which holds 8,000 bytes. */
const TOGETHER = 200

export function createNews(options: NewsOptions): WorkitemNews {
  const { db, clock } = options
  return {
    happened: (tx, subscribers, events) => happened(options, tx, subscribers, events),
    async restarted() {
      const aeTitles = await store.dimseSubscribers(db)
      await db.transaction().execute((tx) => happened(options, tx, aeTitles.map((aeTitle) => ({ aeTitle, channel: 'dimse' })), [RESTARTED]))
    },
    listen: (aeTitle, over) => listen(options, aeTitle, over),
    async carry(notice, { signal, isLastTry }) {
      try {
        await carry(options, notice, signal)
      } catch (error) {
        if (isLastTry) await note(db, notice)
        throw error
      }
    },
    forgetOld: () => store.forgetEvents(db, clock.now() - KEEP_MS),
  }
}

/** Under which the events of a subscriber go. */
function topicOf(aeTitle: string): string {
  return `workitems:${aeTitle}`
}

async function happened({ clock }: NewsOptions, tx: Db, subscribers: readonly store.Subscriber[], events: readonly store.WorkitemEvent[]): Promise<void> {
  if (subscribers.length === 0) return
  const ids: string[] = []
  for (const event of events) ids.push(await store.addEvent(tx, event, clock.now()))
  for (let from = 0; from < ids.length; from += TOGETHER)
    for (const subscriber of subscribers) await hand(tx, subscriber, ids.slice(from, from + TOGETHER))
}

function hand(tx: Db, { aeTitle, channel }: store.Subscriber, events: readonly string[]): Promise<void> {
  const topic = topicOf(aeTitle)
  return channel === 'web' ? tell(tx, topic, 'workitems', events) : enqueue(tx, TELL_EVENTS, { aeTitle, events }, { queue: topic })
}

const MESSAGE_ID_MAX = 0xffff

async function* listen({ db, live }: NewsOptions, aeTitle: string, over: AbortSignal): AsyncGenerator<string | null, void, undefined> {
  let told = 0
  for await (const { data } of live.follow(topicOf(aeTitle), over)) {
    if (data === null) yield null
    else for (const event of await store.eventsById(db, data as readonly string[])) yield JSON.stringify(messageOf(event, (told++ % MESSAGE_ID_MAX) + 1))
  }
}

/** An N-EVENT-REPORT as text: the elements of its command beside those of the event. PS3.18 §11.13. */
function messageOf({ uid, type, information }: store.WorkitemEvent, messageId: number): DicomJson {
  return {
    '00000002': { vr: 'UI', Value: [workitemClasses.push] }, '00000110': { vr: 'US', Value: [messageId] }, '00001000': { vr: 'UI', Value: [uid] },
    '00001002': { vr: 'US', Value: [type] }, ...information,
  }
}

async function carry({ db, devices, aeTitle }: NewsOptions, notice: Notice, signal: AbortSignal): Promise<void> {
  const device = await devices.byAeTitle(notice.aeTitle)
  const address = device !== undefined && mayUseWorkitems(device) ? addressOf(device) : null
  const events = await store.eventsById(db, notice.events)
  // It is not to be told any more, or all is too long ago.
  if (address === null || events.length === 0) return
  const association = await associate({ ...address, callingAe: aeTitle(), contexts: workitemEventContexts(), signal })
  try {
    for (const event of events) await report(association, event)
  } finally {
    await association.release().catch(() => association.abort())
  }
}

/** Whatever the device answers, it has heard. */
async function report(association: Association, { uid, type, information }: store.WorkitemEvent): Promise<void> {
  const isEmpty = Object.keys(information).length === 0
  await association.report({
    sopClassUid: workitemClasses.push, over: workitemClasses.event, sopInstanceUid: uid, eventTypeId: type,
    ...(isEmpty ? {} : { attributes: fromDicomJson(information) }),
  })
}

function note(db: Db, { aeTitle, events }: Notice): Promise<void> {
  return audit(db, { action: 'orders.workitem-events-given-up', actor: null, address: null, subject: aeTitle, outcome: 'done', detail: { events: events.length } })
}
