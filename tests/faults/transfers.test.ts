/** kill -9 while a study is on its way to a device: after a restart it arrives, without anybody's doing. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { newUid } from '@filmjacket/dicom-data'
import { serveDicom, type DicomServer } from '@filmjacket/dicom-net'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { dicomSend } from '../setup/dicom-send.ts'
import { askDatabase, runNow } from '../setup/embedded-database.ts'
import { eventually } from '../setup/eventually.ts'
import { FilmjacketProcess, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { Scratch } from '../setup/scratch.ts'

const MINUTES = 60_000
const IMAGES = 6

const scratch = new Scratch()
const data = join(scratch.path, 'data')
const studyUid = newUid()
const stored = new Set<string>()
/** The receiver takes so many, then holds its breath. */
let takes = 2
let server: FilmjacketProcess
let receiver: DicomServer

beforeAll(async () => {
  if (whyNotBuilt !== null) return
  server = await FilmjacketProcess.serve(data)
  receiver = await serveDicom({
    host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }),
    async store(_peer, { sopInstanceUid, signal }) {
      if (stored.size >= takes) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      else stored.add(sopInstanceUid)
      return { status: 0 }
    },
  })
}, 2 * MINUTES)
afterAll(async () => {
  if (whyNotBuilt === null) {
    await server.killWithDatabase()
    await receiver.close()
  }
  scratch.remove()
})

async function signIn(): Promise<Client> {
  const client = new Client(server.url)
  assert.equal((await client.post('/api/sessions', { username: 'admin', password: 'long enough' })).status, 200)
  return client
}

describe('a transfer', { skip: whyNotBuilt !== null }, () => {
  it('goes on after kill -9 and a restart', async () => {
    const admin = await server.firstAdministrator('long enough')
    const added = await admin.post('/api/devices', { description: 'Archive', aeTitle: 'ARCHIVE', host: '127.0.0.1', port: receiver.port, roles: ['store'] })
    const deviceId = (added.json as { id: string }).id
    const images = Array.from({ length: IMAGES }, (_, seed) => makeImage({ studyUid, seed, patientId: 'KILL-2' }))
    await dicomSend(images, { port: server.dicomPort, callingAe: 'ARCHIVE' })
    const { id } = await eventually('the study is here and begins to leave', async () => {
      const { status, json } = await admin.post('/api/transfers', { direction: 'send', deviceId, studyUid })
      return status === 200 && (json as { id: string })
    })
    await eventually('some have left', () => Promise.resolve(stored.size === takes))
    await server.kill()
    takes = IMAGES
    server = await FilmjacketProcess.serve(data)
    const again = await signIn()
    // As if the lease of the one that was killed had run out, and the minute were over.
    await askDatabase(data, "update transfer set seen_at = seen_at - interval '1 minute' where lease is not null")
    await runNow(data, 'devices.sweep-transfers')
    const look = async () => {
      const { transfer } = (await again.get(`/api/transfers/${id}`)).json as { transfer: { state: string; total: number } }
      return transfer.state === 'done' && transfer
    }
    const done = await eventually('it is done', look).catch(() => eventually('it is done', look))
    assert.equal(done.total, IMAGES)
    assert.equal(stored.size, IMAGES)
  }, 4 * MINUTES)
})
