/** An administrator, and a monitor, look whether all is well: overview, log, jobs, measures. ADM-19, ADM-21. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { JobsView, LogLineView, LogPage, OverviewView } from '../../modules/operation/contract.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { eventsOf, type Answer, type Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { RunningProduct } from '../setup/running-product.ts'

let product: RunningProduct
let admin: Client

beforeAll(async () => {
  product = await RunningProduct.start()
  admin = (await product.person('admin', 'ada')).client
  await dicomSend([makeImage()], await product.device('CT_ROOM_2'))
  await eventually('the association is told', () => Promise.resolve(product.log.some((line) => line.includes('"association"'))))
})
afterAll(() => product.stop())

async function read<T>(path: string): Promise<T> {
  const { status, json, text } = await admin.get(path)
  assert.equal(status, 200, text)
  return json as T
}

function tell(telling: { readonly level: string; readonly minutes: number } | null): Promise<Answer> {
  return admin.call('PUT', '/api/log/telling', { telling })
}

/** A job that no worker takes. */
async function jobWith(attempts: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id::text as id from graphile_worker.add_job('test.nobody', max_attempts := 3)`.execute(product.db)
  const id = rows[0]?.id ?? assert.fail()
  await sql`update graphile_worker._private_jobs set attempts = ${attempts}, last_error = 'nobody does it' where id = ${id}::bigint`.execute(product.db)
  return id
}

/** Others of the product may fail on a busy machine. */
async function failing(): Promise<JobsView['failing']> {
  return (await read<JobsView>('/api/jobs')).failing.filter(({ kind }) => kind === 'test.nobody')
}

async function audited(action: string): Promise<unknown> {
  const { rows } = await sql<{ detail: unknown }>`select detail from audit where action = ${action} order by id desc limit 1`.execute(product.db)
  return rows[0]?.detail
}

describe('an administrator', () => {
  it('sees at a glance whether all is well', async () => {
    const { files, transfers, devices, quarantine } = await read<OverviewView>('/api/operation')
    const healths = [files, transfers, devices, quarantine].map(({ health }) => health)
    assert.deepEqual([healths, devices.known], [['good', 'good', 'good', 'good'], 1])
  })

  it('reads the log, newest first, by level and words', async () => {
    const { lines, telling } = await read<LogPage>('/api/log?text=ct_room_2&within=hour&level=info')
    assert.deepEqual(lines.map(({ message, level }) => [message, level]), [['association', 'info']])
    assert.ok(lines[0]?.details.includes('callingAe: CT_ROOM_2'))
    assert.equal(telling.until, null)
    assert.deepEqual((await read<LogPage>('/api/log?text=nothing%20like%20it')).lines, [])
  })

  it('goes back in it page by page, and sees no line twice', async () => {
    for (let n = 0; n < 150; n++) product.server.product.log.warn({ n }, 'filler')
    const first = await read<LogPage>('/api/log?text=filler')
    const second = await read<LogPage>(`/api/log?text=filler&before=${first.next ?? ''}`)
    const numbers = [...first.lines, ...second.lines].map(({ details }) => details[0])
    assert.deepEqual([numbers, second.next], [Array.from({ length: 150 }, (_, n) => `n: ${149 - n}`), null])
  })

  it('sees lines as they are written', async () => {
    const gone = new AbortController()
    const events = eventsOf(await admin.open('GET', '/api/log/events', undefined, {}, gone.signal))
    await events.next() // A heartbeat: it listens.
    product.server.product.log.error('something broke')
    for await (const { data } of events) if ((data as LogLineView | null)?.message === 'something broke') break
    gone.abort()
  })

  it('takes it along, which is on record', async () => {
    const { status, text } = await admin.get('/api/log.ndjson')
    assert.equal(status, 200)
    assert.ok(text.trim().split('\n').map((line) => JSON.parse(line) as { msg: string }).some(({ msg }) => msg === 'association'))
    assert.deepEqual(await audited('operation.log-exported'), {})
  })

  it('lets it tell more for a while, and as usual again', async () => {
    const { json } = await tell({ level: 'error', minutes: 15 })
    assert.equal((json as { level: string }).level, 'error')
    assert.deepEqual(await audited('operation.log-level-changed'), { level: 'error', minutes: 15 })
    product.server.product.log.info('not told')
    assert.deepEqual((await tell(null)).json, { level: 'debug', until: null })
    assert.deepEqual((await read<LogPage>('/api/log?text=not%20told')).lines, [])
    for (const minutes of [0, 1_441]) assert.equal((await tell({ level: 'debug', minutes })).status, 400)
  })

  it('tries a job again that was given up, or takes it out', async () => {
    const [again, out] = [await jobWith(3), await jobWith(3)]
    assert.deepEqual((await failing()).map(({ id, isGivenUp, lastError }) => [id, isGivenUp, lastError]), [again, out].map((id) => [id, true, 'nobody does it']))
    assert.equal((await read<OverviewView>('/api/operation')).jobs.health, 'attention')
    assert.equal((await admin.post(`/api/jobs/${again}/try`)).status, 204)
    assert.equal((await admin.delete(`/api/jobs/${out}`)).status, 204)
    assert.deepEqual(await audited('operation.job-removed'), { kind: 'test.nobody' })
    for (const answer of [await admin.post(`/api/jobs/${out}/try`), await admin.delete(`/api/jobs/${again}`)]) assert.equal(answer.code, 'job-not-found')
    assert.deepEqual(await failing(), [])
  })
})

describe('a monitor', () => {
  /** @returns how it asks, with a token for this. */
  async function monitor(action: string): Promise<(path: string) => Promise<Answer>> {
    const { json } = await admin.post('/api/tokens', { name: 'Prometheus', actions: [action], lifetimeDays: 1 })
    const authorization = `Bearer ${(json as { secret: string }).secret}`
    return (path) => product.visitor().get(path, { authorization })
  }

  it('reads measures with a token for them, in the format of Prometheus', async () => {
    const { status, headers, text } = await (await monitor('metrics'))('/metrics')
    assert.deepEqual([status, headers.get('content-type')], [200, 'text/plain; version=0.0.4; charset=utf-8'])
    for (const line of text.trim().split('\n')) assert.match(line, /^# (HELP|TYPE) \w+ .+$|^\w+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? -?[\d.e+-]+$/)
    assert.match(text, /^filmjacket_dicom_instances_received_total 1$/m)
    assert.match(text, /^filmjacket_health\{part="transfers"\} 0$/m)
    assert.match(text, /^filmjacket_http_requests_total\{method="GET",status="2xx"\} \d+$/m)
  })

  it('reads nothing else with it, and no measures with another', async () => {
    const measuring = await monitor('metrics')
    for (const path of ['/api/log', '/api/operation', '/api/jobs', '/dicom-web/studies']) assert.equal((await measuring(path)).status, 403, path)
    assert.equal((await (await monitor('read'))('/metrics')).status, 403)
    assert.equal((await product.visitor().get('/metrics')).status, 401)
  })
})
