/**
 * Text messages through whatever gateway a site has: an address, a method and a body with places, as settings; the secret by the
 * environment, so that no page ever shows it. POR-44.
 *
 * Asked for with the transaction that has news, sent after it, tried again while the gateway is down.
 *
 * @module
 */
import type { QueryExecutorProvider } from 'kysely'
import Type, { type Static } from 'typebox'
import { SECOND_MS } from '../clock.ts'
import { enqueue, job, mountJobs, type MountedJobs } from '../jobs.ts'
import type { Setting, Settings, TextSetting } from '../settings/index.ts'

/** International form, E.164. */
export const PHONE_PATTERN = '^\\+[1-9][0-9]{6,14}$'

export const SMS_URL: TextSetting = {
  kind: 'text', key: 'SmsGatewayUrl', default: '', maxLength: 1_000,
  purpose: {
    en: 'Address of the gateway that sends text messages, with http:// or https://. May hold $phone$, $text$ and $secret$. Empty: none are offered.',
    nl: 'Adres van de gateway die sms-berichten verstuurt, met http:// of https://. Mag $phone$, $text$ en $secret$ bevatten. Leeg: geen sms.',
    fr: 'Adresse de la passerelle qui envoie les SMS, avec http:// ou https://. Peut contenir $phone$, $text$ et $secret$. Vide : pas de SMS.',
  },
}

export const SMS_METHOD: TextSetting = {
  kind: 'text', key: 'SmsGatewayMethod', default: 'POST', maxLength: 4,
  purpose: {
    en: 'How the gateway is called: POST, PUT or GET. GET sends no body.',
    nl: 'Hoe de gateway wordt aangeroepen: POST, PUT of GET. GET stuurt geen inhoud.',
    fr: 'Méthode d’appel de la passerelle : POST, PUT ou GET. GET n’envoie pas de corps.',
  },
}

export const SMS_HEADERS: TextSetting = {
  kind: 'text', key: 'SmsGatewayHeaders', default: 'Content-Type: application/json', maxLength: 2_000,
  purpose: {
    en: 'Headers, one on a line, such as "Authorization: Bearer $secret$". FILMJACKET_SMS_SECRET in the environment stands for $secret$.',
    nl: 'Headers, een per regel, zoals "Authorization: Bearer $secret$". FILMJACKET_SMS_SECRET in de omgeving staat voor $secret$.',
    fr: 'En-têtes, un par ligne, comme « Authorization: Bearer $secret$ ». FILMJACKET_SMS_SECRET de l’environnement remplace $secret$.',
  },
}

export const SMS_BODY: TextSetting = {
  kind: 'text', key: 'SmsGatewayBody', default: '{"to":"$phone$","text":"$text$"}', maxLength: 2_000,
  purpose: {
    en: 'What is sent to the gateway. $phone$ and $text$ are written as its Content-Type asks for: JSON, a form, XML or plain text.',
    nl: 'Wat naar de gateway gaat. $phone$ en $text$ worden geschreven zoals de Content-Type vraagt: JSON, formulier, XML of platte tekst.',
    fr: 'Ce qui est envoyé à la passerelle. $phone$ et $text$ sont écrits selon le Content-Type : JSON, formulaire, XML ou texte.',
  },
}

export const smsSettings: readonly Setting[] = [SMS_URL, SMS_METHOD, SMS_HEADERS, SMS_BODY]

const Sms = Type.Object({ to: Type.String({ pattern: PHONE_PATTERN }), text: Type.String() })
export type Sms = Static<typeof Sms>

export interface SmsGateway {
  /** @throws if the gateway did not take it; without a number, a text or the secret in the message. */
  send(sms: Sms): Promise<void>
}

/** Whether text messages can be offered. */
export function hasSms(settings: Settings): boolean {
  return /^https?:\/\//i.test(settings.value(SMS_URL))
}

const PATIENCE_MS = 15 * SECOND_MS
const METHODS = ['POST', 'PUT', 'GET']

/** @param secret - null where none is set. */
export function openSmsGateway(settings: Settings, secret: string | null): SmsGateway {
  return { send: (sms) => call(requestFor(settings, { ...sms, secret: secret ?? '' })) }
}

async function call({ url, ...request }: GatewayRequest): Promise<void> {
  let status: number
  try {
    // A redirect would carry the secret elsewhere.
    const answer = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) })
    status = answer.status
    await answer.body?.cancel()
  } catch {
    throw new Error('the SMS gateway cannot be reached')
  }
  if (status < 200 || status > 299) throw new Error(`the SMS gateway answered ${status}`)
}

export interface GatewayRequest {
  readonly url: string
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
}

type Filling = Sms & { readonly secret: string }

/** Pure: each place is written so that nothing of a text becomes part of the form around it. */
export function requestFor(settings: Settings, filling: Filling): GatewayRequest {
  const method = METHODS.find((known) => known === settings.value(SMS_METHOD).trim().toUpperCase()) ?? 'POST'
  const headers = headersOf(fill(settings.value(SMS_HEADERS), filling, (text) => text.replace(/[\r\n]+/g, ' ')))
  const url = fill(settings.value(SMS_URL), filling, encodeURIComponent)
  if (method === 'GET') return { url, method, headers }
  return { url, method, headers, body: fill(settings.value(SMS_BODY), filling, writerFor(headers['content-type'] ?? '')) }
}

function headersOf(lines: string): Record<string, string> {
  return Object.fromEntries(lines.split('\n').flatMap((line) => {
    const [, name, value = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    return name === undefined ? [] : [[name.toLowerCase(), value]]
  }))
}

function fill(template: string, { to, text, secret }: Filling, write: (text: string) => string): string {
  const places: Readonly<Record<string, string>> = { phone: to, text, secret }
  return template.replace(/\$(phone|text|secret)\$/g, (_, name: string) => write(places[name] ?? ''))
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

function writerFor(mediaType: string): (text: string) => string {
  if (/json/i.test(mediaType)) return (text) => JSON.stringify(text).slice(1, -1)
  if (/x-www-form-urlencoded/i.test(mediaType)) return encodeURIComponent
  if (/xml/i.test(mediaType)) return (text) => text.replace(/[&<>"']/g, (character) => XML[character] ?? '')
  return (text) => text
}

const sendSms = job({
  kind: 'notify.send-sms',
  payload: Sms,
  attempts: 12,
  run: (gateway: SmsGateway, sms) => gateway.send(sms),
})

/** A crash between sending and noting it may send twice; losing a notice is worse. */
export function smsLater(db: QueryExecutorProvider, sms: Sms): Promise<void> {
  return enqueue(db, sendSms, sms)
}

export function smsJobs(gateway: SmsGateway): MountedJobs {
  return mountJobs(gateway, [sendSms])
}
