/**
 * The real product in this process: database, blobs, jobs, both doors. Each has a data folder and a database of
 * its own, and listens on ports that nobody else has.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { loadDemo } from '../../app/demo/load.ts'
import { startServer, type RunningServer } from '../../app/server.ts'
import type { CallerRole } from '../../platform/server/auth/caller.ts'
import { systemClock } from '../../platform/server/clock.ts'
import { parseConfig } from '../../platform/server/config/config.ts'
import type { Environment, Flags } from '../../platform/server/config/env.ts'
import type { Migration } from '../../platform/server/database/index.ts'
import { scratchFolder } from '../../platform/server/database/scratch.ts'
import { freshDatabaseAt } from '../../platform/server/database/testing.ts'
import { hashOfToken, newId, newToken } from '../../platform/server/ids.ts'
import { openLogBook } from '../../platform/server/log-book.ts'
import type { Receiver } from './dicom-send.ts'
import { eventually } from './eventually.ts'
import { Client } from './http-client.ts'
import { namesInImages } from './images.ts'

/** None: the product brings its own tables, as at its first start. */
const NO_MIGRATIONS: readonly Migration[] = []

export interface Person {
  readonly id: string
  readonly client: Client
}

interface Start {
  readonly flags: Flags
  readonly env: Environment
}

export class RunningProduct {
  readonly server: RunningServer
  /** The product's database, to look at rows and to set clocks back. */
  readonly db: Kysely<unknown>
  readonly #lines: string[]
  readonly #flags: Flags
  readonly #env: Environment

  private constructor(server: RunningServer, db: Kysely<unknown>, lines: string[], { flags, env }: Start) {
    this.server = server
    this.db = db
    this.#lines = lines
    this.#flags = flags
    this.#env = env
  }

  /** Every line of the log so far, from before a restart too. */
  get log(): readonly string[] {
    return this.#lines
  }

  /** @param env - what only the environment says. */
  static async start(env: Environment = {}): Promise<RunningProduct> {
    const { db, url } = await freshDatabaseAt(NO_MIGRATIONS)
    const data = scratchFolder()
    return RunningProduct.#open({ flags: { data, database: url, host: '127.0.0.1', http: '0', dicom: '0' }, env }, db)
  }

  static async #open({ flags, env }: Start, db: Kysely<unknown>, lines: string[] = []): Promise<RunningProduct> {
    const config = parseConfig(flags, env)
    const book = openLogBook({ folder: join(config.dataFolder, 'log'), level: 'debug', clock: systemClock, to: { write: (line) => void lines.push(line) } })
    const server = await startServer(config, book, async (filled) => {
      await loadDemo(filled)
    })
    return new RunningProduct(server, db, lines, { flags, env })
  }

  /** An orderly stop, and a start on the same data. The other ports are new ones. */
  async restart(): Promise<RunningProduct> {
    await this.server.close()
    return RunningProduct.#open({ flags: this.#flags, env: this.#env }, this.db, this.#lines)
  }

  /** Fails the file that used it if the log names anybody. */
  async stop(): Promise<void> {
    await this.server.close()
    const log = this.log.join('')
    assert.deepEqual([...namesInImages].filter((name) => log.includes(name)), [], 'names in the log')
    rmSync(this.dataFolder, { recursive: true, force: true })
  }

  get dataFolder(): string {
    return this.server.product.config.dataFolder
  }

  get url(): string {
    return `http://127.0.0.1:${this.server.httpPort}`
  }

  visitor(): Client {
    return new Client(this.url)
  }

  /** Sets the password on the link that the start prints. */
  async firstAdministrator(password = 'first of all'): Promise<Client> {
    const token = await this.server.product.accounts.people.inviteFirstAdministrator()
    const client = this.visitor()
    const { status } = await client.post('/api/invitations/redeem', { token, password })
    assert.equal(status, 200)
    return client
  }

  /** An account with a session, made without the work of a password. A patient may see their images. */
  async person(role: Exclude<CallerRole, 'visitor'>, username: string, patientId?: string): Promise<Person> {
    const { accounts, grants } = this.server.product
    const added = await accounts.people.add({ kind: 'anonymous' }, {
      username, displayName: username, role, ...(patientId === undefined ? {} : { patientId }),
    })
    if (added.kind !== 'added') return assert.fail(added.kind)
    await grants.releaseToOwner(added.account.id)
    return { id: added.account.id, client: await this.session(added.account.id) }
  }

  /** Opens a patient's exams to somebody else, such as the doctor who referred them. */
  async open(accountId: string, patientId: string): Promise<void> {
    await sql`insert into access_grant (id, account_id, patient_id, issuer, actions, created_at)
      values (${newId('grt', Date.now())}, ${accountId}, ${patientId}, '', array['view', 'download'], now())`.execute(this.db)
  }

  /** A new session of an account; `agoMs` old and as long unused. */
  async session(accountId: string, agoMs = 0): Promise<Client> {
    const token = newToken()
    const at = new Date(Date.now() - agoMs)
    await sql`insert into session (id, token_hash, account_id, created_at, seen_at)
      values (${newId('ses', at.getTime())}, ${hashOfToken(token)}, ${accountId}, ${at}, ${at})`.execute(this.db)
    return new Client(this.url, token)
  }

  /** Lets a device in. */
  async device(aeTitle = 'SCANNER'): Promise<Receiver> {
    await this.server.product.devices.add({ kind: 'anonymous' }, { description: aeTitle, aeTitle })
    return { port: this.server.dicomPort, callingAe: aeTitle }
  }

  /** Of rows, when those of all that was acknowledged are there. */
  async count(table: string): Promise<number> {
    await this.server.product.archive.ingest.indexed()
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(this.db)
    return rows[0]?.n ?? 0
  }
}

export interface Exam {
  readonly id: string
  readonly description: string
  readonly accessionNumber: string
  readonly instances: number
  readonly series: number
  readonly hasThumbnail: boolean
  readonly request: Request | null
}

export interface Request {
  readonly id: string
  readonly examId: string
  readonly state: string
  readonly sizeBytes: number | null
  readonly fileName: string | null
  readonly lastDownloadedAt: string | null
}

export async function examsOf(client: Client): Promise<readonly Exam[]> {
  const { status, json } = await client.get('/api/exams')
  assert.equal(status, 200)
  return (json as { exams: readonly Exam[] }).exams
}

export async function askFor(client: Client, examId: string, format: 'zip' | 'iso'): Promise<Request> {
  const { status, json, text } = await client.post('/api/requests', { examId, format, consent: true })
  assert.equal(status, 200, text)
  return json as Request
}

export async function whenReady(client: Client, id: string): Promise<Request> {
  return eventually('the request is ready', async () => {
    const request = (await client.get(`/api/requests/${id}`)).json as Request
    assert.notEqual(request.state, 'failed')
    return request.state === 'ready' && request
  })
}

/** Asks, waits and downloads. */
export async function download(client: Client, examId: string, format: 'zip' | 'iso'): Promise<Buffer> {
  const { id } = await askFor(client, examId, format)
  await whenReady(client, id)
  const { status, bytes } = await client.get(`/api/requests/${id}/file`)
  assert.equal(status, 200)
  assert.equal((await client.delete(`/api/requests/${id}`)).status, 204)
  return bytes
}
