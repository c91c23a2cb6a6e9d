import { request } from 'node:http'
import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asRole, type Caller } from '../auth/caller.ts'
import { createLog } from '../log.ts'
import { mount, route, socketRoute } from './route.ts'
import { serveWeb, type WebServer } from './server.ts'
import { listenTo } from './testing.ts'
import { CloseCode } from './websocket.ts'

const callers: Record<string, Caller> = {
  clerk: { kind: 'account', accountId: 'acc_1', role: 'clerk', sessionId: 'ses_1' },
  leaver: { kind: 'account', accountId: 'acc_2', role: 'clerk', sessionId: 'ses_2' },
}
const LONG = 'x'.repeat(70_000)

const news = socketRoute({
  method: 'GET', url: '/news/:from', summary: '', allow: asRole('clerk'), params: Type.Object({ from: Type.String() }),
  handle: (_service: object, { params }) => Promise.resolve(async function* (over) {
    yield `hello ${params.from}`
    if (params.from === 'leaver') delete callers['leaver']
    yield* [null, LONG]
    if (params.from === 'short') return
    await new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }))
  }),
})
const plain = route({
  method: 'POST', url: '/plain', summary: '', allow: asRole('clerk'), body: Type.Object({ count: Type.Integer() }), answer: Type.Object({ count: Type.Integer() }),
  handle: (_service: object, { body }) => Promise.resolve({ count: body.count + 1 }),
})

let server: WebServer

function open(): Promise<WebServer> {
  return serveWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false,
    blobs: { read: () => { throw new Error('no blobs here') } },
    recognize: (token) => Promise.resolve(callers[token] ?? { kind: 'anonymous' }), mounted: [mount({}, [news, plain])],
  })
}

beforeAll(async () => {
  server = await open()
})
afterAll(() => server.close())

/** Each text that comes, and at the end with which code it was closed. */
async function heardAt({ port }: WebServer, path: string, who: string): Promise<readonly (string | number)[]> {
  const heard: (string | number)[] = []
  for await (const each of listenTo(`ws://127.0.0.1:${port}${path}`, { cookie: `filmjacket_session=${who}` })) {
    if (each.kind === 'text') heard.push(each.text)
    if (each.kind === 'closed') heard.push(each.code)
  }
  return heard
}

describe('a WebSocket', () => {
  it('tells what there is, and closes when there is no more', async () => {
    expect(await heardAt(server, '/news/short', 'clerk')).toEqual(['hello short', LONG, CloseCode.goingAway])
  })
  it('closes when the session is over', async () => {
    expect(await heardAt(server, '/news/leaver', 'leaver')).toEqual(['hello leaver', CloseCode.notAllowed])
  })
  it('holds up no server that closes', async () => {
    const other = await open()
    const heard: unknown[] = []
    for await (const each of listenTo(`ws://127.0.0.1:${other.port}/news/long`, { cookie: 'filmjacket_session=clerk' })) {
      heard.push(each.kind === 'closed' ? each.code : each.kind)
      if (each.kind === 'text' && each.text === LONG) await other.close()
    }
    expect(heard).toEqual(['open', 'text', 'text', 1006])
  })
})

const WEBSOCKET = { 'connection': 'Upgrade', 'upgrade': 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }

/** As Node would not send it by itself. @returns status, and the text of an answer that is none of a WebSocket. */
function ask(path: string, headers: Record<string, string>, body?: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method: body === undefined ? 'GET' : 'POST', headers: { cookie: 'filmjacket_session=clerk', ...headers } })
    asked.on('error', reject).on('upgrade', ({ statusCode = 0, headers: told }, socket) => {
      socket.destroy()
      resolve({ status: statusCode, text: told['sec-websocket-accept'] ?? '' })
    }).on('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    }).end(body)
  })
}

describe('a request', () => {
  it('for a WebSocket is answered as RFC 6455 §1.3 says', async () => {
    expect(await ask('/news/x', WEBSOCKET)).toEqual({ status: 101, text: 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' })
  })
  it('for a WebSocket is let in as any other: not of nobody, of a page of another site, where there is none, or as something else', async () => {
    expect((await ask('/news/x', { ...WEBSOCKET, cookie: '' })).status).toBe(401)
    expect((await ask('/news/x', { ...WEBSOCKET, origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await ask('/nowhere', WEBSOCKET)).status).toBe(404)
    expect((await ask('/news/x', { ...WEBSOCKET, 'sec-websocket-version': '12' })).status).toBe(400)
    expect([await ask('/news/x', {})].map(({ status, text }) => [status, (JSON.parse(text) as { code: string }).code])).toEqual([[426, 'websocket-only']])
  })
  it('that offers HTTP/2 in passing is answered as if it had not, its body too', async () => {
    const offer = { 'connection': 'Upgrade, HTTP2-Settings', 'upgrade': 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__', 'content-type': 'application/json' }
    expect(await ask('/plain', offer, JSON.stringify({ count: 1 }))).toEqual({ status: 200, text: '{"count":2}' })
  })
})
