import Type from 'typebox'
import { describe, expect, it } from 'vitest'
import { anyone, asRole, signedIn, type Caller } from '../auth/caller.ts'
import { createLog } from '../log.ts'
import { Problem } from './problem.ts'
import { mount, route } from './route.ts'
import { buildWeb } from './server.ts'

const Input = Type.Object({ count: Type.Integer({ minimum: 1 }) })
const Answer = Type.Object({ doubled: Type.Integer() })

const doubled = route({
  method: 'POST', url: '/double', summary: '', allow: anyone, body: Input, answer: Answer,
  handle: (_service: object, { body }) => Promise.resolve({ doubled: body.count * 2, secret: 'not in the schema' }),
})
const forPatients = route({
  method: 'GET', url: '/patients-only', summary: '', allow: asRole('patient'),
  handle: () => Promise.resolve(undefined),
})
const forSignedIn = route({
  method: 'GET', url: '/signed-in', summary: '', allow: signedIn, handle: () => Promise.resolve(undefined),
})
const broken = route({
  method: 'GET', url: '/broken', summary: '', allow: anyone,
  handle: () => Promise.reject(new Error('Doe^Jane could not be read')),
})
const refused = route({
  method: 'GET', url: '/refused', summary: '', allow: anyone,
  handle: () => Promise.reject(new Problem('too-early', 409, 'Come back tomorrow.')),
})

const CALLERS: Record<string, Caller> = {
  'patient-token': { kind: 'account', accountId: 'acc_1', role: 'patient', sessionId: 'ses_1' },
  'clerk-token': { kind: 'account', accountId: 'acc_2', role: 'clerk', sessionId: 'ses_2' },
}

function server() {
  return buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false,
    blobs: { read: () => { throw new Error('no blobs here') } },
    recognize: (token) => Promise.resolve(CALLERS[token] ?? { kind: 'anonymous' }),
    mounted: [mount({}, [doubled, forPatients, forSignedIn, broken, refused])],
  })
}

describe('a mounted route', () => {
  it('answers by its schema: what is not listed does not leave', async () => {
    const app = await server()
    const answer = await app.inject({ method: 'POST', url: '/double', payload: { count: 4 } })
    expect(answer.json()).toEqual({ doubled: 8 })
  })

  it('names the field that is wrong, not what was in it', async () => {
    const app = await server()
    const answer = await app.inject({ method: 'POST', url: '/double', payload: { count: 'Doe^Jane' } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'invalid-input', detail: expect.stringContaining('count') as string })
    expect(answer.body).not.toContain('Doe')
  })

  const admitted: readonly (readonly [string, string | undefined, number])[] = [
    ['/patients-only', undefined, 401],
    ['/patients-only', 'made-up-token', 401],
    ['/patients-only', 'clerk-token', 403],
    ['/patients-only', 'patient-token', 204],
    ['/signed-in', undefined, 401],
    ['/signed-in', 'clerk-token', 204],
  ]
  for (const [url, token, status] of admitted) {
    it(`${url} answers ${token ?? 'nobody'} with ${status}`, async () => {
      const app = await server()
      const cookies = token === undefined ? {} : { filmjacket_session: token }
      expect((await app.inject({ url, cookies })).statusCode).toBe(status)
    })
  }

  it('tells a refusal as a problem', async () => {
    const app = await server()
    const answer = await app.inject('/refused')
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'too-early', status: 409, detail: 'Come back tomorrow.' })
  })

  it('keeps the words of a fault to itself', async () => {
    const app = await server()
    const answer = await app.inject('/broken')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('Jane')
  })

  it('refuses a change that another site asks for with our cookie', async () => {
    const app = await server()
    const from = (headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/double', payload: { count: 1 }, headers: { host: 'here', ...headers } })
    expect((await from({ origin: 'http://elsewhere' })).statusCode).toBe(403)
    expect((await from({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await from({ origin: 'http://here', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
  })

  it('is listed with its schemas as OpenAPI', async () => {
    const app = await server()
    const api = (await app.inject('/api/openapi.json')).json<{ paths: Record<string, unknown> }>()
    expect(Object.keys(api.paths)).toEqual(['/double', '/patients-only', '/signed-in', '/broken', '/refused'])
    expect(JSON.stringify(api.paths['/double'])).toContain('"count"')
  })
})
