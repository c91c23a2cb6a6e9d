/** Staff opens an exam to a doctor, who downloads it; and ends it, in the middle of the download. POR-24. */
import assert from 'node:assert/strict'
import { newUid } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { dicomSend, type Receiver } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import type { Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { askFor, examsOf, RunningProduct, whenReady, type Person } from '../setup/running-product.ts'

/** More than sockets and streams hold between server and client. */
const [IMAGES, SIDE] = [24, 1_024]

let product: RunningProduct
let clerk: Client
let doctor: Person
let scanner: Receiver
let studyId = ''
const studyUid = newUid()

beforeAll(async () => {
  product = await RunningProduct.start()
  clerk = (await product.person('clerk', 'clerk')).client
  doctor = await product.person('doctor', 'doctor')
  scanner = await product.device()
  const study = { patientId: 'P-5501', studyUid, seriesUid: newUid() }
  await dicomSend(Array.from({ length: IMAGES }, (_, seed) => makeImage({ ...study, seed, side: SIDE })), scanner)
  await dicomSend([makeImage({ patientId: 'P-5501', studyUid: newUid(), side: 64 })], scanner)
  studyId = await eventually('both exams are listed', async () => {
    const { studies } = (await clerk.get('/api/studies?text=P-5501')).json as { studies: readonly { id: string; instances: number }[] }
    return studies.length === 2 && studies.find(({ instances }) => instances === IMAGES)?.id
  })
})
afterAll(() => product.stop())

interface Holders {
  readonly holders: readonly { readonly grantId: string; readonly kind: string; readonly name: string; readonly reason: string }[]
}

async function open(scope: 'exam' | 'patient' = 'exam'): Promise<string> {
  const wish = { accountId: doctor.id, scope, reason: 'Second opinion', days: null }
  const { status, json, text } = await clerk.post(`/api/access/studies/${studyId}/grants`, wish)
  assert.equal(status, 200, text)
  return (json as Holders).holders.find(({ kind }) => kind === 'opened')?.grantId ?? assert.fail('nobody')
}

const end = (grantId: string) => clerk.delete(`/api/access/grants/${grantId}`)

/** Ends the grant when the first bytes have come. @returns how many came until the answer broke. */
async function cutBy(grantId: string, { body }: Response): Promise<number> {
  const parts = (body as AsyncIterable<Uint8Array> | null)?.[Symbol.asyncIterator]() ?? assert.fail('no body')
  let bytes = ((await parts.next()).value as Uint8Array).length
  assert.equal((await end(grantId)).status, 204)
  const cut = await (async () => {
    for (let part = await parts.next(); part.done !== true; part = await parts.next()) bytes += part.value.length
  })().catch((error: unknown) => error)
  assert.ok(cut instanceof Error, `all ${bytes} bytes came`)
  return bytes
}

describe('a doctor to whom staff opens an exam', () => {
  it('sees that one, and staff sees who does and why', async () => {
    assert.deepEqual(await examsOf(doctor.client), [])
    const grantId = await open()
    assert.deepEqual((await examsOf(doctor.client)).map(({ id }) => id), [studyId])
    const { holders } = (await clerk.get(`/api/access/studies/${studyId}`)).json as Holders
    assert.deepEqual(holders.map(({ name, reason }) => [name, reason]), [['doctor', 'Second opinion']])
    assert.equal((await end(grantId)).status, 204)
    assert.deepEqual(await examsOf(doctor.client), [])
    assert.equal((await end(grantId)).code, 'grant-not-found')
  })

  it('loses the download that runs, and what waited or was ready, when staff ends it', async () => {
    const grantId = await open()
    const { client } = doctor
    const { id, sizeBytes } = await whenReady(client, (await askFor(client, studyId, 'zip')).id)
    const bytes = await cutBy(grantId, await client.open('GET', `/api/requests/${id}/file`))
    assert.ok(bytes < (sizeBytes ?? 0))
    assert.equal((await client.get(`/api/requests/${id}/file`)).status >= 404, true)
    await eventually('the request has ended', async () => {
      const { rows } = await sql<{ state: string }>`select state from portal_request where id = ${id}`.execute(product.db)
      return rows[0]?.state === 'removed'
    })
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from audit where action = 'portal.downloaded' and actor = ${doctor.id}`.execute(product.db)
    assert.equal(rows[0]?.n, 0)
  })

  it('loses what DICOMweb sends, when staff ends it', async () => {
    const grantId = await open()
    const accept = 'multipart/related; type="application/dicom"; transfer-syntax=*'
    const running = await doctor.client.open('GET', `/dicom-web/studies/${studyUid}`, undefined, { accept })
    assert.ok((await cutBy(grantId, running)) < Number(running.headers.get('content-length')))
    assert.equal((await doctor.client.get(`/dicom-web/studies/${studyUid}`)).status, 404)
  })

  it('keeps a download that runs when nothing of theirs is ended', async () => {
    const grantId = await open('patient')
    const { client } = doctor
    const { id, sizeBytes } = await whenReady(client, (await askFor(client, studyId, 'zip')).id)
    const running = await client.open('GET', `/api/requests/${id}/file`)
    const other = await product.person('doctor', 'other')
    await clerk.post(`/api/access/studies/${studyId}/grants`, { accountId: other.id, scope: 'exam', reason: 'x', days: null })
    await sql`select pg_notify('filmjacket_live', ${JSON.stringify({ account: doctor.id, name: 'exams', data: null })})`.execute(product.db)
    assert.equal((await running.arrayBuffer()).byteLength, sizeBytes)
    await end(grantId)
  })
})
