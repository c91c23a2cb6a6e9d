/**
 * Devices that others wrote, as the product deals with them: called, asked, retrieved from, sent to. Each with DCMTK and
 * with Orthanc, where they are installed.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { Certificates } from '../setup/certificates.ts'
import { eventually } from '../setup/eventually.ts'
import { ForeignServer, ORTHANC, startDcmqrscp, startOrthanc, startStorescp, startWlmscpfs } from '../setup/foreign-server.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import type { Client } from '../setup/http-client.ts'
import { fileOf, makeImage, type Image } from '../setup/images.ts'
import { mailServer, type MailServer } from '../setup/mail-server.ts'
import { instanceIn } from '../setup/media.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { samplesIn } from '../setup/samples.ts'
import { filesBelow, Scratch } from '../setup/scratch.ts'

const noDcmtk = whyMissing('dcmqrscp', 'storescp', 'storescu', 'wlmscpfs')
const noOrthanc = existsSync(ORTHANC) ? null : 'not installed: Orthanc'
const NAME = 'Grün^Ännchen'

let post: MailServer
let product: RunningProduct
let admin: Client
const scratch = new Scratch()
const foreign: ForeignServer[] = []

beforeAll(async () => {
  post = await mailServer()
  product = await RunningProduct.start({ FILMJACKET_SMTP_URL: post.url, FILMJACKET_MAIL_FROM: 'images@example.org' })
  admin = await product.firstAdministrator()
})
afterEach(async () => {
  for (const server of foreign.splice(0)) await server.stop()
})
afterAll(async () => {
  await product.stop()
  await post.close()
  scratch.remove()
})

interface Device { readonly id: string }
interface Transfer {
  readonly id: string
  readonly state: string
  readonly total: number | null
  readonly already: number
  readonly moved: number
  readonly failed: number
  readonly problem: string | null
}
interface Study { readonly studyUid: string; readonly patientName: string; readonly instances: number | null; readonly here: number }

let added = 0

/** A server that the test stops by itself. */
function kept(server: ForeignServer): ForeignServer {
  foreign.push(server)
  return server
}

const destination = () => ({ aeTitle: 'FILMJACKET', port: product.server.dicomPort })

/** Each test has a register of its own. */
async function device(given: Record<string, unknown>): Promise<string> {
  const { devices } = (await admin.get('/api/devices')).json as { devices: readonly (Device & { readonly aeTitle: string })[] }
  const old = devices.find(({ aeTitle }) => aeTitle === given['aeTitle'])
  if (old !== undefined) await admin.delete(`/api/devices/${old.id}`)
  const { status, json, text } = await admin.post('/api/devices', { description: `Device ${++added}`, host: '127.0.0.1', ...given })
  assert.equal(status, 200, text)
  return (json as Device).id
}

async function echo(id: string): Promise<{ readonly outcome: string; readonly detail: string }> {
  const { status, json, text } = await admin.post(`/api/devices/${id}/echo`)
  assert.equal(status, 200, text)
  return json as { outcome: string; detail: string }
}

async function search(deviceId: string, keys: Record<string, unknown>): Promise<readonly Study[]> {
  const { status, json, text } = await admin.post('/api/remote/studies', { deviceId, ...keys })
  assert.equal(status, 200, text)
  return (json as { studies: readonly Study[] }).studies
}

async function transfer(direction: 'retrieve' | 'send', deviceId: string, studyUid: string): Promise<Transfer> {
  const { status, json, text } = await admin.post('/api/transfers', { direction, deviceId, studyUid })
  assert.equal(status, 200, text)
  const { id } = json as Transfer
  return eventually('the transfer is over', async () => {
    const { transfer } = (await admin.get(`/api/transfers/${id}`)).json as { transfer: Transfer }
    return !['queued', 'running'].includes(transfer.state) && transfer
  })
}

function study(count: number, more: Parameters<typeof makeImage>[0] = {}): readonly Image[] {
  const [studyUid, seriesUid] = [newUid(), newUid()]
  return Array.from({ length: count }, (_, seed) => makeImage({
    studyUid, seriesUid, seed, patientId: `REMOTE-${studyUid.slice(-6)}`, ...more,
    elements: { [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.PatientName]: NAME, ...more.elements },
  }))
}

function studyUidOf([image]: readonly Image[]): string {
  assert.ok(image)
  return instanceIn(fileOf(image))?.studyUid ?? assert.fail('no study')
}

async function storescu(images: readonly Image[], calledAe: string, port: number): Promise<void> {
  const paths = images.map((image, n) => scratch.put(`${calledAe}-${port}-${added}/${n}.dcm`, fileOf(image)))
  const { status, stderr } = await runProgram('storescu', ['-aet', 'FILMJACKET', '-aec', calledAe, '127.0.0.1', String(port), ...paths], { TCP_NODELAY: '1' })
  assert.equal(status, 0, stderr)
}

/** By C-STORE, up to its rows. */
async function receive(images: readonly Image[]): Promise<void> {
  await dicomSend(images, await product.device('SCANNER'))
  await product.server.product.archive.ingest.indexed()
}

/** What every archive must do. */
async function useArchive(aeTitle: string, port: number): Promise<void> {
  const id = await device({ aeTitle, port, roles: ['store', 'query'], characterSet: 'ISO_IR 100' })
  assert.equal((await echo(id)).outcome, 'answered')

  const first = study(3)
  await storescu(first, aeTitle, port)
  const uid = studyUidOf(first)
  const found = (await search(id, { patientName: 'Grün' })).find(({ studyUid }) => studyUid === uid)
  assert.deepEqual([found?.patientName, found?.here], [NAME, 0])
  assert.deepEqual(await search(id, { patientName: 'Nobody' }), [])

  const retrieved = await transfer('retrieve', id, uid)
  assert.deepEqual([retrieved.state, retrieved.total, retrieved.already, retrieved.moved], ['done', 3, 0, 3])
  const after = (await search(id, { patientId: `REMOTE-${uid.slice(-6)}` })).find(({ studyUid }) => studyUid === uid)
  assert.equal(after?.here, 3)

  await admin.call('PATCH', `/api/devices/${id}`, { retrieveBy: 'get' })
  const second = study(4)
  await storescu(second, aeTitle, port)
  await receive(second.slice(0, 1))
  const got = await transfer('retrieve', id, studyUidOf(second))
  assert.deepEqual([got.state, got.total, got.already, got.moved], ['done', 4, 1, 3])

  const third = study(2)
  await receive(third)
  const sent = await transfer('send', id, studyUidOf(third))
  assert.deepEqual([sent.state, sent.moved], ['done', 2])
  assert.equal((await search(id, {})).some(({ studyUid }) => studyUid === studyUidOf(third)), true)

  assert.deepEqual([(await transfer('retrieve', id, newUid())).problem], ['study-not-found'])
}

describe('with DCMTK', { skip: noDcmtk !== null }, () => {
  it('its archive is called, searched, retrieved from by C-MOVE and C-GET, and sent to', async () => {
    const archive = kept(await startDcmqrscp(join(scratch.path, 'qr'), destination()))
    await useArchive('ARCHIVE', archive.port)
  })

  it('an echo tells what is really wrong', async () => {
    const archive = kept(await startDcmqrscp(join(scratch.path, 'qr-echo'), destination()))
    assert.equal((await echo(await device({ aeTitle: 'WRONG', port: archive.port }))).outcome, 'wrong-called-ae')
    const refusing = kept(await startStorescp(join(scratch.path, 'refusing'), ['--refuse']))
    assert.equal((await echo(await device({ aeTitle: 'REFUSING', port: refusing.port }))).outcome, 'rejected')
    const aborting = kept(await startStorescp(join(scratch.path, 'aborting'), ['--abort-after']))
    assert.ok(['answered', 'aborted'].includes((await echo(await device({ aeTitle: 'ABORTING', port: aborting.port }))).outcome))
  })

  it('what storescp takes uncompressed only, is decompressed; what it takes as it is, is sent as it is', async (context) => {
    const files = samplesIn('dicom-core')?.filter((file) => /CT-JPEGLosslessSV1/.test(file))
    const [file] = files ?? []
    if (file === undefined) return context.skip('the sample files are absent')
    await product.device('SCANNER')
    const { status, stderr } = await runProgram('dcmsend', ['-aet', 'SCANNER', '127.0.0.1', String(product.server.dicomPort), file])
    assert.equal(status, 0, stderr)
    const studyUid = readPart10Uid(file)
    const plain = kept(await startStorescp(join(scratch.path, 'plain')))
    const sent = await transfer('send', await device({ aeTitle: 'PLAIN', port: plain.port, roles: ['store'] }), studyUid)
    assert.deepEqual([sent.state, sent.moved], ['done', 1])
    assert.deepEqual(syntaxesIn('plain'), [TransferSyntaxes.explicitVrLittleEndian.uid])
    const any = kept(await startStorescp(join(scratch.path, 'any'), ['--accept-all']))
    await transfer('send', await device({ aeTitle: 'ANY', port: any.port, roles: ['store'] }), studyUid)
    assert.deepEqual(syntaxesIn('any'), [TransferSyntaxes.jpegLosslessSv1.uid])
    await transfer('send', await device({ aeTitle: 'ANY', port: any.port, roles: ['store'], decompress: true }), studyUid)
    assert.ok(syntaxesIn('any').includes(TransferSyntaxes.explicitVrLittleEndian.uid))
  })

  it('its worklist is read', async (context) => {
    const files = samplesIn('dicom-worklist')?.filter((file) => file.endsWith('.wl')) ?? []
    if (files.length === 0) return context.skip('the sample files are absent')
    const worklist = kept(await startWlmscpfs(join(scratch.path, 'worklist'), files))
    const id = await device({ aeTitle: 'WL', port: worklist.port, roles: ['worklist'] })
    const { status, json, text } = await admin.post('/api/remote/worklist', { deviceId: id })
    assert.equal(status, 200, text)
    const { entries } = json as { entries: readonly { readonly patientName: string; readonly modality: string }[] }
    assert.equal(entries.length, files.length)
    assert.ok(entries.every(({ patientName }) => patientName !== ''))
  })
})

describe('by mail (NET-31)', () => {
  it('somebody is told of a device that has not called for its hours, once', async () => {
    assert.equal((await admin.call('PUT', '/api/devices/alerts', { alertAddress: 'radiology@example.org' })).status, 200)
    const id = await device({ description: 'CT <2>', aeTitle: 'QUIET', host: null, quietHours: 2 })
    await sql`update device set created_at = now() - interval '3 hours' where id = ${id}`.execute(product.db)
    await look()
    const [mail] = await eventually('the mail is there', () => Promise.resolve(post.mails.length > 0 && post.mails))
    assert.deepEqual([mail?.subject, mail?.to].flat().map((each) => (typeof each === 'object' ? each.text : each)), ['CT <2> has not called for 2 hours', 'radiology@example.org'])
    assert.ok(typeof mail?.html === 'string' && !mail.html.includes('<2>'))
    await look()
    await eventually('it was looked at again', async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from graphile_worker.jobs where task_identifier = 'devices.watch-thresholds' and run_at <= now()`.execute(product.db)
      return rows[0]?.n === 0
    })
    assert.equal(post.mails.length, 1)
  })

  it('and of a study that takes longer than its device may', async () => {
    const id = await device({ description: 'PACS', aeTitle: 'SLOW', port: 104, roles: ['store'], slowMinutes: 10 })
    await sql`insert into transfer (id, direction, device_id, device_description, study_uid, state, lease, seen_at, started_at, created_at)
      values ('trf_slow', 'send', ${id}, 'PACS', '1.2', 'running', 'x', now(), now() - interval '11 minutes', now())`.execute(product.db)
    await look()
    const mail = await eventually('the mail is there', () => Promise.resolve(post.mails.find(({ subject }) => subject?.startsWith('PACS'))))
    assert.equal(mail.subject, 'PACS has been receiving a study for more than 10 minutes')
    await sql`delete from transfer where id = 'trf_slow'`.execute(product.db)
  })

  const look = () => sql`select graphile_worker.add_job('devices.watch-thresholds', '{}')`.execute(product.db)
})

describe('with DCMTK by TLS', { skip: (noDcmtk ?? whyMissing('openssl')) !== null }, () => {
  it('a device is called and sent to where each trusts the other, and otherwise told what is wrong', async () => {
    const certificates = new Certificates(scratch.path)
    for (const name of ['ca', 'other-ca']) certificates.authority(name)
    certificates.certificate('server', 'ca', 'IP:127.0.0.1')
    certificates.certificate('elsewhere', 'ca', 'DNS:elsewhere.example')
    certificates.certificate('us', 'ca', 'DNS:filmjacket.example')
    const { path, pem } = { path: (name: string) => certificates.path(name), pem: (name: string) => certificates.pem(name) }
    const tlsOf = (name: string) => ['+tls', path(`${name}.key`), path(`${name}.crt`), '+cf', path('ca.crt'), '--require-peer-cert']
    const secure = kept(await startStorescp(join(scratch.path, 'secure'), tlsOf('server')))
    const mutual = { mode: 'mutual', authority: pem('ca.crt'), certificate: pem('us.crt'), key: pem('us.key') }
    const found = async (more: Record<string, unknown>) => (await echo(await device({ aeTitle: 'SECURE', port: secure.port, roles: ['store'], ...more }))).outcome
    assert.equal(await found({ tls: { ...mutual, authority: pem('other-ca.crt') } }), 'tls-failed')
    assert.ok(['tls-failed', 'connection-lost'].includes(await found({ tls: { mode: 'server', authority: pem('ca.crt') } })))
    assert.notEqual(await found({}), 'answered')
    assert.equal(await found({ tls: mutual }), 'answered')

    const images = study(2)
    await receive(images)
    const id = await device({ aeTitle: 'SECURE', port: secure.port, roles: ['store'], tls: mutual })
    assert.equal((await transfer('send', id, studyUidOf(images))).state, 'done')
    assert.equal(filesBelow(join(scratch.path, 'secure')).length, 2)
    const { json, text } = await admin.get('/api/devices')
    assert.equal((json as { devices: readonly { aeTitle: string; tls: { hasKey: boolean } }[] }).devices.find(({ aeTitle }) => aeTitle === 'SECURE')?.tls.hasKey, true)
    assert.ok(!text.includes('PRIVATE KEY'))

    const elsewhere = kept(await startStorescp(join(scratch.path, 'elsewhere'), tlsOf('elsewhere')))
    const named = (expectedName: string | null) => device({ aeTitle: 'ELSEWHERE', port: elsewhere.port, tls: { ...mutual, expectedName } })
    assert.equal((await echo(await named(null))).outcome, 'tls-failed')
    assert.equal((await echo(await named('elsewhere.example'))).outcome, 'answered')
    assert.equal((await echo(await named(''))).outcome, 'answered')
  })
})

describe('with Orthanc', { skip: noOrthanc !== null || noDcmtk !== null }, () => {
  it('it is called, searched, retrieved from by C-MOVE and C-GET, and sent to', async () => {
    const orthanc = kept(await startOrthanc(join(scratch.path, 'orthanc'), destination()))
    await useArchive('ORTHANC', orthanc.port)
  })

  it('it is asked whether it keeps what it was sent, and answers on an association of its own (NET-22)', async () => {
    const orthanc = kept(await startOrthanc(join(scratch.path, 'orthanc-keeps'), destination()))
    const id = await device({ aeTitle: 'ORTHANC', port: orthanc.port, roles: ['store'], asksCommitment: true })
    const images = study(2)
    await receive(images)
    const { id: sent, state } = await transfer('send', id, studyUidOf(images))
    assert.equal(state, 'done')
    const words = await eventually('it has answered', async () => {
      const { transfer: { commitment, notKept } } = (await admin.get(`/api/transfers/${sent}`)).json as { transfer: { commitment: string; notKept: number } }
      return !['due', 'asked'].includes(commitment) && [commitment, notKept]
    })
    assert.deepEqual(words, ['kept', 0])
  })
})

function readPart10Uid(file: string): string {
  return instanceIn(readFileSync(file))?.studyUid ?? assert.fail('no study')
}

function syntaxesIn(folder: string): readonly string[] {
  return filesBelow(join(scratch.path, folder)).map((file) => instanceIn(readFileSync(file))?.transferSyntaxUid ?? '').sort()
}
