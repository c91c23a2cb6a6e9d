/**
 * A device that is a DICOMweb server: another installation of this product, and servers that do harm. They are called,
 * asked, retrieved from and sent to as those of the DICOM network are.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newUid } from '@filmjacket/dicom-data'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import type { Client } from '../setup/http-client.ts'
import { makeImage, type Image } from '../setup/images.ts'
import { RunningProduct } from '../setup/running-product.ts'

let [ours, theirs]: RunningProduct[] = []
let admin: Client
let authorization = ''
const open: Server[] = []

beforeAll(async () => {
  ours = await RunningProduct.start()
  theirs = await RunningProduct.start()
  admin = await ours.firstAdministrator()
  const there = await theirs.firstAdministrator()
  const made = await there.post('/api/tokens', { name: 'Partner', actions: ['read', 'store'], lifetimeDays: 1 })
  assert.equal(made.status, 200, made.text)
  authorization = `Bearer ${(made.json as { secret: string }).secret}`
})
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})
afterAll(async () => {
  await ours?.stop()
  await theirs?.stop()
})

interface Transfer { readonly id: string; readonly state: string; readonly total: number; readonly moved: number; readonly problem: string | null }

let added = 0

async function device(dicomwebUrl: string, more: Record<string, unknown> = {}): Promise<string> {
  const given = { description: 'Partner', aeTitle: `PARTNER${++added}`, roles: ['store', 'query', 'dicomweb'], dicomwebUrl, ...more }
  const { status, json, text } = await admin.post('/api/devices', given)
  assert.equal(status, 200, text)
  return (json as { id: string }).id
}

async function partner(): Promise<string> {
  return device(`${theirs?.url ?? ''}/dicom-web`, { dicomwebAuthorization: authorization })
}

async function outcomeOf(id: string): Promise<string> {
  const { json } = await admin.post(`/api/devices/${id}/echo`)
  return (json as { outcome: string }).outcome
}

async function transfer(direction: 'retrieve' | 'send', deviceId: string, studyUid: string): Promise<Transfer> {
  const { status, json, text } = await admin.post('/api/transfers', { direction, deviceId, studyUid })
  assert.equal(status, 200, text)
  return eventually('the transfer is over', async () => {
    const { transfer } = (await admin.get(`/api/transfers/${(json as Transfer).id}`)).json as { transfer: Transfer }
    return !['queued', 'running'].includes(transfer.state) && transfer
  })
}

function study(studyUid: string, count: number): readonly Image[] {
  const seriesUid = newUid()
  return Array.from({ length: count }, (_, seed) => makeImage({ studyUid, seriesUid, seed, patientId: `WEB-${studyUid.slice(-8)}` }))
}

async function put(product: RunningProduct | undefined, images: readonly Image[]): Promise<void> {
  assert.ok(product)
  const known = await product.device(`SENDER${++added}`)
  assert.ok((await dicomSend(images, known)).every((status) => status === 0))
}

/** A server that does with each request as it is told. */
async function server(answer: (response: ServerResponse, path: string) => void): Promise<string> {
  const made = createServer((request, response) => answer(response, request.url ?? ''))
  open.push(made)
  made.listen(0, '127.0.0.1')
  await once(made, 'listening')
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/web`
}

describe('another installation, as a device', () => {
  it('is called, and found to want our token', async () => {
    assert.equal(await outcomeOf(await partner()), 'answered')
    assert.equal(await outcomeOf(await device(`${theirs?.url ?? ''}/dicom-web`)), 'http-failed')
  })

  it('is searched, and each study is shown beside what we hold of it', async () => {
    const studyUid = newUid()
    const images = study(studyUid, 3)
    await put(theirs, images)
    await put(ours, images.slice(0, 1))
    const id = await partner()
    const found = await eventually('it is found', async () => {
      const { json } = await admin.post('/api/remote/studies', { deviceId: id, patientId: `WEB-${studyUid.slice(-8)}` })
      const [first] = (json as { studies: readonly { studyUid: string; instances: number; here: number; patientName: string }[] }).studies
      return first?.instances === 3 && first.here === 1 && first
    })
    assert.deepEqual([found.studyUid, found.patientName], [studyUid, 'Example^Erin'])
    const { json } = await admin.post('/api/remote/studies', { deviceId: id, patientName: 'Nobody' })
    assert.deepEqual((json as { studies: unknown[] }).studies, [])
  })

  it('is retrieved from by WADO-RS, only what is missing, and the same to the byte', async () => {
    const studyUid = newUid()
    const images = study(studyUid, 5)
    await put(theirs, images)
    await put(ours, images.slice(0, 2))
    const done = await transfer('retrieve', await partner(), studyUid)
    assert.deepEqual([done.state, done.total, done.moved], ['done', 5, 3])
    // Other bytes under a known UID would be a conflict.
    await put(ours, images)
  })

  it('is sent to by STOW-RS', async () => {
    const studyUid = newUid()
    await put(ours, study(studyUid, 4))
    const id = await partner()
    const sent = await transfer('send', id, studyUid)
    assert.deepEqual([sent.state, sent.total, sent.moved], ['done', 4, 4])
    const again = await transfer('retrieve', id, studyUid)
    assert.deepEqual([again.state, again.moved], ['done', 0])
  })
})

describe('a DICOMweb server that does harm', () => {
  it('leads nowhere else: what redirects is not followed', async () => {
    let reached = 0
    const target = await server((response) => {
      reached++
      response.end('[]')
    })
    const url = await server((response) => response.writeHead(302, { location: `${target}/studies` }).end())
    assert.equal(await outcomeOf(await device(url)), 'http-failed')
    assert.equal(reached, 0)
  })

  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    'no JSON': (response) => response.end('<html>hello</html>'),
    'JSON of another shape': (response) => response.end('{"a":1}'),
    'a data set with nonsense in it': (response) => response.end('[{"0020000D":{"vr":"XX","Value":[{"a":[]}]}}]'),
    'more than can be': (response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024, 0x20)));
      }
      response.on('drain', more)
      more()
    },
    'a failure': (response) => response.writeHead(500).end('boom'),
    'half an answer': (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('[')
      setTimeout(() => response.destroy(), 20)
    },
  }
  for (const [what, answer] of Object.entries(answers)) {
    it(`${what}: a reason is told, and nothing breaks`, async () => {
      const id = await device(await server(answer))
      const { status, code } = await admin.post('/api/remote/studies', { deviceId: id })
      assert.ok(status === 502 && ['device-failed', 'device-unreachable'].includes(code ?? ''), `${status} ${code ?? ''}`)
    })
  }

  it('bodies that are no multipart end a retrieval by name', async () => {
    const studyUid = newUid()
    const uid = (value: string) => ({ vr: 'UI', Value: [value] })
    const url = await server((response, path) => {
      const isSearch = path.includes('?')
      response.setHeader('content-type', isSearch ? 'application/dicom+json' : 'text/html')
      const row = { '0020000D': uid(studyUid), '0020000E': uid('1.2'), '00080018': uid('1.3'), '00201208': { vr: 'IS', Value: [1] } }
      response.end(isSearch ? JSON.stringify([row]) : '<html></html>')
    })
    const ended = await transfer('retrieve', await device(url), studyUid)
    assert.deepEqual([ended.state, ended.problem], ['failed', 'http-failed'])
  })
})
