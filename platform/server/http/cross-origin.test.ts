import { describe, expect, it } from 'vitest'
import { anyone, asRoleOrToken, type Caller } from '../auth/caller.ts'
import { createLog } from '../log.ts'
import { mediaRoute, mount, route } from './route.ts'
import { buildWeb } from './server.ts'

const VIEWER = 'https://viewer.example'
const program: Caller = { kind: 'token', accountId: 'a', role: 'clerk', tokenId: 't', actions: ['store'], studies: null }
const clerk: Caller = { kind: 'account', accountId: 'a', role: 'clerk', sessionId: 's' }

const images = mediaRoute({
  method: 'POST', url: '/images/here', summary: '', allow: asRoleOrToken('store', 'clerk'),
  handle: () => Promise.resolve(undefined),
})
const elsewhere = route({ method: 'GET', url: '/api/here', summary: '', allow: anyone, handle: () => Promise.resolve(undefined) })

async function server() {
  const app = await buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false,
    blobs: { read: () => { throw new Error('no blobs here') } },
    recognize: () => Promise.resolve(clerk),
    recognizeProgram: (token) => Promise.resolve(token === 'fj_RIGHT' ? program : { kind: 'anonymous' }),
    crossOrigin: { path: '/images', isTrusted: (origin) => origin === VIEWER }, mounted: [mount({}, [images, elsewhere])],
  })
  const ask = (method: 'POST' | 'OPTIONS' | 'GET', headers: Record<string, string>, url = '/images/here') =>
    app.inject({ method, url, headers: { 'sec-fetch-site': 'cross-site', host: 'here', ...headers } })
  return { ask }
}

describe('a page of another site', () => {
  it('may call with a token if it is trusted, and reads the answer', async () => {
    const { ask } = await server()
    const asked = await ask('OPTIONS', { origin: VIEWER, 'access-control-request-method': 'POST' })
    expect([asked.statusCode, asked.headers['access-control-allow-origin']]).toEqual([204, VIEWER])
    expect(asked.headers['access-control-allow-headers']).toContain('Authorization')
    const answer = await ask('POST', { origin: VIEWER, authorization: 'Bearer fj_RIGHT' })
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([204, VIEWER])
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })

  it('never acts with our cookie', async () => {
    const { ask } = await server()
    expect((await ask('POST', { origin: VIEWER, cookie: 'filmjacket_session=x' })).statusCode).toBe(403)
    const wrong = await ask('POST', { origin: VIEWER, cookie: 'filmjacket_session=x', authorization: 'Bearer fj_WRONG' })
    expect(wrong.statusCode).toBe(401)
  })

  it('is told nothing if it is not trusted, or asks elsewhere', async () => {
    const { ask } = await server()
    for (const origin of ['https://evil.example', 'null', `${VIEWER}.evil.example`]) {
      const answer = await ask('OPTIONS', { origin, 'access-control-request-method': 'POST' })
      expect([origin, answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([origin, 403, undefined])
      expect((await ask('POST', { origin, authorization: 'Bearer fj_RIGHT' })).statusCode).toBe(403)
    }
    expect((await ask('GET', { origin: VIEWER }, '/api/here')).headers['access-control-allow-origin']).toBeUndefined()
  })
})
