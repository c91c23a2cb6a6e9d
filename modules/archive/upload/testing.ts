/**
 * An archive that takes uploads, into which requests are injected.
 *
 * @module
 */
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Caller, CallerRole } from '../../../platform/server/auth/caller.ts'
import { systemClock } from '../../../platform/server/clock.ts'
import { whenOver } from '../../../platform/server/database/testing.ts'
import { buildWeb } from '../../../platform/server/http/server.ts'
import { createLog } from '../../../platform/server/log.ts'
import type { Setting, SettingValue } from '../../../platform/server/settings/index.ts'
import { createUpload } from '../index.ts'
import { testArchive, type TestArchive } from '../testing.ts'

export const ADMIN = 'admin'
export const CLERK = 'clerk'
export const OTHER = 'other'
export const DOCTOR = 'doctor'
export const PATIENT = 'patient'
const ROLES: Readonly<Record<string, CallerRole>> = { admin: 'admin', clerk: 'clerk', other: 'clerk', doctor: 'doctor', patient: 'patient' }

export interface Sent {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface Answer<T> {
  readonly status: number
  readonly text: string
  readonly json: T
}

export interface TestUploads extends TestArchive {
  readonly web: FastifyInstance
  call<T>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown, as?: string): Promise<Answer<T>>
  send<T>(id: string, files: readonly Sent[], as?: string): Promise<Answer<T>>
  set(setting: Setting, value: SettingValue): Promise<void>
}

export async function testUploads(): Promise<TestUploads> {
  const test = await testArchive()
  const { archive, db, settings } = test
  const rights = {
    studies: (caller: Caller) => Promise.resolve(caller.kind === 'account' && caller.role !== 'doctor' ? null : []),
    may: () => Promise.resolve(true),
  }
  const module = createUpload({
    db: db as Kysely<unknown>, clock: systemClock, settings, ingest: archive.ingest, rights, nameOf: (id) => Promise.resolve(`${id}'s name`),
  })
  const web = await buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false, blobs: test.blobs,
    recognize: (token) => Promise.resolve(callerOf(token)), mounted: module.routes,
  })
  whenOver(() => web.close())

  async function call<T>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown, as = CLERK): Promise<Answer<T>> {
    const payload = body === undefined ? {} : { payload: body as object }
    const { statusCode, body: text } = await web.inject({ method, url, ...payload, cookies: { filmjacket_session: as } })
    return { status: statusCode, text, json: (text.startsWith('{') ? JSON.parse(text) : undefined) as T }
  }

  async function send<T>(id: string, files: readonly Sent[], as = CLERK): Promise<Answer<T>> {
    const { body, contentType } = formOf(files)
    const { statusCode, body: text } = await web.inject({
      method: 'POST', url: `/api/uploads/${id}/files`, payload: body, headers: { 'content-type': contentType }, cookies: { filmjacket_session: as },
    })
    return { status: statusCode, text, json: JSON.parse(text) as T }
  }

  async function set(setting: Setting, value: SettingValue): Promise<void> {
    await settings.change({ kind: 'account', accountId: ADMIN, role: 'admin', sessionId: 'ses_1' }, setting, value)
  }

  return { ...test, web, call, send, set }
}

function callerOf(token: string): Caller {
  const role = ROLES[token]
  return role === undefined ? { kind: 'anonymous' } : { kind: 'account', accountId: token, role, sessionId: `ses_${token}` }
}

/** As a browser would write it. */
export function formOf(files: readonly Sent[]): { readonly body: Buffer; readonly contentType: string } {
  const parts = files.flatMap(({ path, bytes }) => [
    Buffer.from(`--line\r\ncontent-disposition: form-data; name="file"; filename="${path.replaceAll('"', '%22')}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    bytes, Buffer.from('\r\n'),
  ])
  return { body: Buffer.concat([...parts, Buffer.from('--line--\r\n')]), contentType: 'multipart/form-data; boundary=line' }
}
