/** An administrator sets limits, switches and words; everybody meets them at once, and after a restart. ADM-13, ADM-14. */
import assert from 'node:assert/strict'
import { newUid } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import type { Answer, Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { examsOf, RunningProduct, type Person } from '../setup/running-product.ts'

let product: RunningProduct
let admin: Person
let patient: Person
let examId: string

beforeAll(async () => {
  product = await RunningProduct.start()
  admin = await product.person('admin', 'admin')
  patient = await product.person('patient', 'patient', 'P-SETTINGS')
  await dicomSend([makeImage({ patientId: 'P-SETTINGS', studyUid: newUid() })], await product.device())
  examId = (await eventually('the exam is here', async () => (await examsOf(patient.client))[0])).id
})
afterAll(() => product.stop())

function set(key: string, value: unknown): Promise<Answer> {
  return admin.client.call('PATCH', `/api/settings/${key}`, { value })
}

function say(code: string, language: string, words: string | null): Promise<Answer> {
  return admin.client.call('PATCH', `/api/texts/${code}`, { language, words })
}

function ask(client: Client): Promise<Answer> {
  return client.post('/api/requests', { examId, format: 'zip', consent: true })
}

describe('a setting', () => {
  it('is found under each of its names, holds at once, and is taken back with null', async () => {
    for (const name of ['PortalPACSMediaRequestDownloadLimit', 'PortalPACSMediaRequestAvailableDownloadLimit', 'portalpacsmediarequestdownloadlimit']) {
      const { status, json } = await set(name, 1)
      assert.deepEqual([status, (json as { key: string; value: number }).value], [200, 1])
      assert.equal(((await patient.client.get('/api/portal')).json as { downloadLimit: number }).downloadLimit, 1)
      assert.equal(((await set(name, null)).json as { value: number }).value, 10)
    }
  })

  it('that does not fit is refused, and nothing changes', async () => {
    const wrong: readonly (readonly [string, unknown])[] = [
      ['PortalPACSMediaRequestQueueLimit', 0], ['PortalPACSMediaRequestQueueLimit', '3'], ['PACSIImageDownloading', 'True'],
      ['PPPACSMediaDownloadLocation', '/etc'], ['SiteName', 'x'.repeat(81)],
    ]
    for (const [key, value] of wrong) assert.equal((await set(key, value)).code, 'setting-refused', key)
    assert.equal((await set('NoSuchThing', 1)).code, 'setting-not-found')
    assert.equal((await set('PortalPACSMediaRequestQueueLimit', 1.5)).code, 'invalid-input')
    assert.equal((await set('__proto__', 1)).code, 'setting-not-found')
  })

  it('switches downloads off: nothing is prepared, and the page is told why', async () => {
    await set('PACSImageDownloading', false)
    assert.deepEqual([(await ask(patient.client)).status, (await ask(patient.client)).code], [409, 'downloads-off'])
    assert.equal(((await patient.client.get('/api/portal')).json as { door: string }).door, 'off')
    await set('PACSIImageDownloading', null)
    assert.equal((await ask(patient.client)).status, 200)
  })

  it('names the site and its help desk to whoever comes', async () => {
    await set('SiteName', 'Saint Luke')
    await set('HelpDesk', '+32 2 555 01 23')
    const site = (await product.visitor().get('/api/site')).json as { name: string; helpDesk: string }
    assert.deepEqual([site.name, site.helpDesk], ['Saint Luke', '+32 2 555 01 23'])
  })

  it('remembers who changed it, to what, newest first', async () => {
    await set('HelpDesk', null)
    const { changes } = (await admin.client.get('/api/settings/HelpDesk/history')).json as { changes: readonly { by: string; value: unknown }[] }
    assert.deepEqual(changes.map(({ by, value }) => [by, value]), [['admin', null], ['admin', '+32 2 555 01 23']])
  })

  it('holds over a restart', async () => {
    await set('PortalPACSMediaRequestQueueLimit', 2)
    product = await product.restart()
    admin = { ...admin, client: await product.session(admin.id) }
    patient = { ...patient, client: await product.session(patient.id) }
    assert.equal(((await patient.client.get('/api/portal')).json as { queueLimit: number }).queueLimit, 2)
  })
})

describe('a text', () => {
  const consent = async (language: string) =>
    ((await patient.client.get(`/api/portal/texts?language=${language}`)).json as { consent: string }).consent

  it('in the site\'s own words is read by the patients of that language, and by no other', async () => {
    assert.equal((await say('PortalDicomConsent', 'nl', 'Ik begrijp het.')).status, 200)
    assert.deepEqual([await consent('nl'), await consent('en')], ['Ik begrijp het.', 'I take my health data home and keep it safe myself.'])
    await say('PortalDicomConsent', 'nl', null)
    assert.equal(await consent('nl'), 'Ik neem mijn gezondheidsgegevens mee en bewaar ze zelf veilig.')
  })

  it('is tried before it is saved, and what would be dangerous is never saved', async () => {
    const words = '<p onclick="x">a</p><script>b</script>{9}'
    const { findings } = (await admin.client.post('/api/texts/Portal_DownloadPACSImagesHelp/preview', { words })).json as { findings: readonly { kind: string }[] }
    assert.deepEqual(findings.map(({ kind }) => kind), ['unknown-markup', 'unknown-markup', 'unknown-markup', 'unknown-place'])
    assert.equal((await say('Portal_DownloadPACSIImagesHelp', 'en', words)).code, 'setting-refused')
  })

  it('of a download that is somebody else\'s, or that was never there, is the answer to both', async () => {
    await say('PortalDicomFileDoNotHaveAccess', 'fr', 'Pas pour vous.')
    const answer = await patient.client.get('/api/requests/req_0/file', { 'accept-language': 'fr-BE' })
    assert.deepEqual([answer.status, (answer.json as { detail: string }).detail], [404, 'Pas pour vous.'])
  })
})
