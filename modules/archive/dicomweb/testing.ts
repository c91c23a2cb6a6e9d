/**
 * An archive with DICOMweb before it, into which requests are injected.
 *
 * @module
 */
import { readMultipart, parseMediaType } from '@filmjacket/dicom-web'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import { systemClock } from '../../../platform/server/clock.ts'
import { whenOver } from '../../../platform/server/database/testing.ts'
import { buildWeb } from '../../../platform/server/http/server.ts'
import { createLog } from '../../../platform/server/log.ts'
import { createDicomWeb, type ImageRights } from '../index.ts'
import { inChunks, testArchive, type TestArchive } from '../testing.ts'

export const ORIGIN = 'http://pacs.example'

export const ADMIN: Caller = { kind: 'account', accountId: 'acc_1', role: 'admin', sessionId: 'ses_1' }
export const STRANGER: Caller = { kind: 'account', accountId: 'acc_2', role: 'patient', sessionId: 'ses_2' }
/** A program of the administrator's that may add to certain Studies alone. */
const NARROW: Caller = { kind: 'token', accountId: 'acc_1', role: 'admin', tokenId: 'tok_1', actions: ['read', 'store'], studies: [] }
const CALLERS: Readonly<Record<string, Caller>> = { admin: ADMIN, stranger: STRANGER, narrow: NARROW }

/** Administrators see all, nobody else anything. */
const rights: ImageRights = {
  studies: (caller) => Promise.resolve(isAdmin(caller) ? null : []),
  may: (caller) => Promise.resolve(isAdmin(caller)),
}

function isAdmin(caller: Caller): boolean {
  return caller.kind === 'account' && caller.role === 'admin'
}

export interface TestWeb extends TestArchive {
  readonly web: FastifyInstance
  /** As the administrator, unless `as` says otherwise. */
  ask(url: string, options?: InjectOptions & { readonly as?: string }): Promise<Answer>
  store(...files: readonly Uint8Array[]): Promise<void>
  /** Runs what follows when a Study is quiet. */
  settle(studyUid: string): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly bytes: Buffer
  readonly text: string
  /** What the test knows it to be. */
  json<T>(): T // eslint-disable-line @typescript-eslint/no-unnecessary-type-parameters -- it stands for a cast
  /** Parts of a multipart answer. */
  parts(): Promise<readonly { readonly type: string; readonly bytes: Buffer }[]>
}

export async function testWeb(): Promise<TestWeb> {
  const test = await testArchive()
  const { archive, blobs, db } = test
  const module = createDicomWeb({
    db, blobs, clock: systemClock, rights, ingest: archive.ingest, publicUrl: () => ORIGIN,
  })
  const web = await buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false, blobs,
    recognize: (token) => Promise.resolve(CALLERS[token] ?? { kind: 'anonymous' }), mounted: module.routes,
  })
  whenOver(() => web.close())

  async function ask(url: string, { as = 'admin', ...options }: InjectOptions & { readonly as?: string } = {}): Promise<Answer> {
    const headers = { host: new URL(ORIGIN).host, ...options.headers }
    const { statusCode, rawPayload, headers: got } = await web.inject({ ...options, url, headers, cookies: { filmjacket_session: as } })
    const type = String(got['content-type'] ?? '')
    return {
      status: statusCode, headers: got as Answer['headers'], bytes: rawPayload, text: rawPayload.toString(),
      json: () => JSON.parse(rawPayload.toString()) as never,
      parts: () => partsOf(rawPayload, type),
    }
  }

  async function store(...files: readonly Uint8Array[]): Promise<void> {
    for (const file of files) {
      const { kind } = await archive.ingest.file({ kind: 'import' }, inChunks(file, 65_536))
      if (kind !== 'stored') throw new Error(kind)
    }
    await archive.ingest.indexed()
  }

  async function settle(studyUid: string): Promise<void> {
    await db.updateTable('study').set((eb) => ({ settled_at: eb.ref('changed_at') })).where('study_uid', '=', studyUid).execute()
    const { id } = await db.selectFrom('study').select('id').where('study_uid', '=', studyUid).executeTakeFirstOrThrow()
    for (const watch of module.watches) await watch.run(id)
  }

  return { ...test, web, ask, store, settle }
}

async function partsOf(bytes: Buffer, type: string) {
  const boundary = parseMediaType(type)?.parameters.get('boundary') ?? ''
  const parts: { type: string; bytes: Buffer }[] = []
  for await (const { headers, content } of readMultipart(inChunks(bytes, 1_000), boundary)) {
    const chunks: Uint8Array[] = []
    for await (const chunk of content) chunks.push(chunk)
    parts.push({ type: headers.get('content-type') ?? '', bytes: Buffer.concat(chunks) })
  }
  return parts
}

