import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountCaller } from '../auth/caller.ts'
import { auditMigrations } from '../audit.ts'
import { systemClock } from '../clock.ts'
import { freshDatabaseAt } from '../database/testing.ts'
import { migrateJobs, runJobs } from '../jobs.ts'
import { createLog } from '../log.ts'
import { createSettings, settingsMigrations, type Settings, type TextSetting } from '../settings/index.ts'
import { hasSms, openSmsGateway, requestFor, SMS_BODY, SMS_HEADERS, SMS_METHOD, SMS_URL, smsJobs, smsLater } from './sms.ts'

const ADMIN: AccountCaller = { kind: 'account', accountId: 'acc_admin', role: 'admin', sessionId: 'ses' }
const SECRET = 'k3y&"<'
const NOTICE = { to: '+32470123456', text: 'Klaar: "uw beelden" <&>\nhttps://x.example/é' }

let settings: Settings
let db: Kysely<unknown>
let url: string
let gateway: Server
let answers: number[] = []
const heard: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []

beforeAll(async () => {
  const fresh = await freshDatabaseAt([...auditMigrations, ...settingsMigrations])
  db = fresh.db
  url = fresh.url
  settings = createSettings({ db, clock: systemClock, log: createLog('silent') })
  gateway = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => {
      heard.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end('{"secret":"not for the log"}')
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
})

afterAll(() => new Promise<void>((resolve) => gateway.close(() => resolve())))

async function set(setting: TextSetting, value: string | null): Promise<void> {
  const outcome = await settings.change(ADMIN, setting, value)
  expect(outcome).not.toBe(false)
}

function address(path = '/'): string {
  const at = gateway.address()
  return `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}${path}`
}

describe('a text message', () => {
  it('is offered only where a gateway is set', async () => {
    expect(hasSms(settings)).toBe(false)
    await set(SMS_URL, address())
    expect(hasSms(settings)).toBe(true)
  })

  it('reaches the gateway as JSON, with the secret in a header', async () => {
    await set(SMS_URL, address('/send'))
    await set(SMS_HEADERS, 'Content-Type: application/json\nAuthorization: Bearer $secret$')
    await openSmsGateway(settings, SECRET).send(NOTICE)
    const [request] = heard.splice(0)
    expect([request?.method, request?.url, request?.headers.authorization]).toEqual(['POST', '/send', `Bearer ${SECRET}`])
    expect(JSON.parse(request?.body ?? '')).toEqual(NOTICE)
  })

  it('is written as the form asks, so that no text becomes part of it', async () => {
    const form = (headers: string, body: string) => set(SMS_HEADERS, headers).then(() => set(SMS_BODY, body))
      .then(() => requestFor(settings, { ...NOTICE, secret: SECRET }).body ?? '')
    const asForm = new URLSearchParams(await form('content-type: application/x-www-form-urlencoded', 'to=$phone$&body=$text$&key=$secret$'))
    expect(Object.fromEntries(asForm)).toEqual({ to: NOTICE.to, body: NOTICE.text, key: SECRET })
    expect(await form('content-type: text/xml', '<m to="$phone$">$text$</m>')).toBe(
      '<m to="+32470123456">Klaar: &quot;uw beelden&quot; &lt;&amp;&gt;\nhttps://x.example/é</m>')
    expect(await form('content-type: text/plain', '$text$')).toBe(NOTICE.text)
    await set(SMS_BODY, null)
    await set(SMS_HEADERS, null)
  })

  it('may go in the address alone, by GET', async () => {
    await set(SMS_METHOD, 'get')
    await set(SMS_URL, address('/?to=$phone$&text=$text$'))
    await openSmsGateway(settings, null).send(NOTICE)
    const [request] = heard.splice(0)
    const query = new URL(request?.url ?? '', 'http://x').searchParams
    expect([request?.method, request?.body, query.get('to'), query.get('text')]).toEqual(['GET', '', NOTICE.to, NOTICE.text])
    await set(SMS_METHOD, null)
  })

  it('that the gateway refuses, redirects or never hears is a failure that names nobody', async () => {
    await set(SMS_URL, address())
    answers = [500, 302]
    const send = () => openSmsGateway(settings, SECRET).send(NOTICE)
    await expect(send()).rejects.toThrow(/^the SMS gateway answered 500$/)
    await expect(send()).rejects.toThrow(/^the SMS gateway answered 302$/)
    await set(SMS_URL, 'http://127.0.0.1:1/$secret$')
    await expect(send()).rejects.toThrow(/^the SMS gateway cannot be reached$/)
    heard.splice(0)
  })

  it('goes out once, after the transaction that asked for it, though the gateway says no at first', async () => {
    await set(SMS_URL, address())
    answers = [503]
    const pool = new pg.Pool({ connectionString: url })
    pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
    await migrateJobs(pool)
    const runner = await runJobs({ pool, log: createLog('silent'), mounted: [smsJobs(openSmsGateway(settings, SECRET))] })
    await db.transaction().execute((tx) => smsLater(tx, NOTICE))
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2)
    await runner.stop()
    await pool.end()
    expect(heard.map(({ body }) => JSON.parse(body) as unknown)).toEqual([NOTICE, NOTICE])
  }, 30_000)
})
