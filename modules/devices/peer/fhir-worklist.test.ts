/** A system that orders by FHIR, as it answers over HTTP (NET-05). */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, LOOPBACK, testDevices, type TestDevices } from '../testing.ts'
import { requestsIn } from './fhir-resources.ts'

const DCM = 'http://dicom.nema.org/resources/ontology/DCM'

function request(id: string, more: object = {}) {
  return {
    resource: {
      resourceType: 'ServiceRequest', id, status: 'active', subject: { reference: `Patient/p-${id}` }, occurrenceDateTime: '2026-11-22T09:15:00+01:00',
      code: { text: 'CT thorax' }, category: [{ coding: [{ system: 'http://snomed.info/sct', code: '363679005' }, { system: DCM, code: 'CT' }] }],
      identifier: [{ type: { coding: [{ code: 'ACSN' }] }, value: `A-${id}` }, { system: 'urn:dicom:uid', value: `urn:oid:1.2.${id}` }],
      requester: { display: 'Dr. Weiss' }, ...more,
    },
  }
}

function patient(id: string, family: string, more: object = {}) {
  return {
    fullUrl: `http://his/Patient/p-${id}`,
    resource: {
      resourceType: 'Patient', id: `p-${id}`, name: [{ use: 'official', family, given: ['Hanna', 'Maria'] }], gender: 'female', birthDate: '1968-02-14',
      identifier: [{ value: 'insurance' }, { type: { coding: [{ code: 'MR' }] }, value: `MRN-${id}`, assigner: { display: 'St. Luke' } }], ...more,
    },
  }
}

let ours: TestDevices
let server: Server
let base: string
const asked: { readonly url: string; readonly authorization: string | undefined }[] = []
const answers = new Map<string, { readonly status?: number; readonly body: unknown }>()

beforeAll(async () => {
  ours = await testDevices()
  server = createServer(({ url = '', headers: { authorization } }, response) => {
    asked.push({ url, authorization })
    const { status = 200, body } = answers.get(url.split('?')[0] ?? '') ?? { status: 404, body: {} }
    response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve))
  base = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

let devices = 0
async function his(): Promise<string> {
  return ours.add({
    aeTitle: `HIS${++devices}`, roles: ['worklist'], worklistModel: 'fhir', dicomwebUrl: `${base}/fhir`, dicomwebAuthorization: 'Bearer secret',
  })
}

const ask = async (deviceId: string, search: object = {}) => {
  const outcome = await ours.remote.worklist(ADMIN, { deviceId, ...search })
  return outcome.kind === 'answered' ? outcome.answer.entries : expect.fail(outcome.kind === 'failed' ? outcome.error.message : outcome.kind)
}

describe('a worklist by FHIR', () => {
  it('tells of each request whose it is, what and when, page after page', async () => {
    answers.set('/fhir/ServiceRequest', { body: {
      resourceType: 'Bundle', link: [{ relation: 'next', url: `${base}/fhir/more` }], entry: [request('1'), patient('1', 'Harbour')],
    } })
    answers.set('/fhir/more', { body: { entry: [request('2', { occurrenceDateTime: '2026-11-22T08:00' }), patient('2', 'Meadow')] } })
    asked.length = 0
    const entries = await ask(await his(), { dateFrom: '2026-11-22', dateTo: '2026-11-22' })
    expect(entries.map(({ patientName }) => patientName)).toEqual(['Meadow^Hanna^Maria', 'Harbour^Hanna^Maria'])
    expect(entries[1]).toEqual({
      patientId: 'MRN-1', issuer: 'St. Luke', patientName: 'Harbour^Hanna^Maria', birthDate: '19680214', sex: 'F', accessionNumber: 'A-1',
      referringPhysician: 'Dr. Weiss', studyUid: '1.2.1', requestedProcedureId: '1', requestedProcedureDescription: 'CT thorax', stepId: '',
      stepDescription: '', date: '20261122', time: '0915', modality: 'CT', stationAeTitle: '',
    })
    const [first] = asked
    expect(first?.authorization).toBe('Bearer secret')
    expect(Object.fromEntries(new URL(first?.url ?? '', base).searchParams)).toMatchObject({ status: 'active', _include: 'ServiceRequest:subject' })
  })

  it('is matched here, whatever the server looks at', async () => {
    answers.set('/fhir/ServiceRequest', { body: { entry: [
      request('1'), patient('1', 'Harbour'), request('2', { category: [{ coding: [{ system: DCM, code: 'MR' }] }], occurrenceDateTime: '2026-11-30' }), patient('2', 'Meadow'),
    ] } })
    const deviceId = await his()
    const names = async (search: object) => (await ask(deviceId, search)).map(({ patientName }) => patientName.split('^')[0])
    expect(await names({ patientName: 'harb' })).toEqual(['Harbour'])
    expect(await names({ patientName: 'dow', isBroad: true })).toEqual(['Meadow'])
    expect(await names({ modality: 'MR' })).toEqual(['Meadow'])
    expect(await names({ accessionNumber: 'A-1' })).toEqual(['Harbour'])
    expect(await names({ dateFrom: '2026-11-25' })).toEqual(['Meadow'])
    expect(await names({ patientId: 'MRN-3' })).toEqual([])
  })

  it('says what went wrong, and follows a page to nobody else', async () => {
    const deviceId = await his()
    const problem = async () => {
      const outcome = await ours.remote.worklist(ADMIN, { deviceId })
      return outcome.kind === 'failed' ? [outcome.error.problem, outcome.error.status] : outcome.kind
    }
    answers.set('/fhir/ServiceRequest', { status: 401, body: {} })
    expect(await problem()).toEqual(['http-failed', 401])
    answers.set('/fhir/ServiceRequest', { body: 'text' })
    expect(await problem()).toEqual(['http-failed', 200])
    answers.set('/fhir/ServiceRequest', { body: { entry: [], link: [{ relation: 'next', url: 'https://elsewhere.example.org/fhir' }] } })
    expect(await problem()).toEqual(['http-failed', null])
  })

  it('is called by asking for its capabilities', async () => {
    const deviceId = await his()
    answers.set('/fhir/metadata', { body: {} })
    expect(await ours.checks.echo(deviceId)).toMatchObject({ kind: 'checked', check: { outcome: 'answered' } })
    answers.set('/fhir/metadata', { status: 500, body: {} })
    expect(await ours.checks.echo(deviceId)).toMatchObject({ kind: 'checked', check: { outcome: 'http-failed', status: 500 } })
  })

  it('needs an address of its own', async () => {
    const add = (more: object) => ours.devices.add(ADMIN, { description: 'HIS', aeTitle: 'HISX', roles: ['worklist'], worklistModel: 'fhir', ...more })
    expect(await add({})).toEqual({ kind: 'incomplete', fields: ['dicomwebUrl'] })
    expect(await add({ roles: ['worklist', 'dicomweb'], dicomwebUrl: base })).toEqual({ kind: 'incomplete', fields: ['worklistModel'] })
  })
})

describe('an answer', () => {
  it('may lack anything and hold anything', () => {
    expect(requestsIn({})).toEqual([])
    expect(requestsIn({ entry: [null, 7, {}, { resource: { resourceType: 'ServiceRequest', subject: { display: 'A^B\u0000' }, code: [], identifier: 'x' } }] }))
      .toMatchObject([{ patientName: 'A B', patientId: '', date: '', modality: '', requestedProcedureDescription: '' }])
    const contained = { subject: { reference: '#p' }, contained: [{ id: 'p', name: [{ text: 'Hanna Harbour' }] }], occurrencePeriod: { start: '2026-11-22' } }
    expect(requestsIn({ entry: [request('1', { ...contained, occurrenceDateTime: undefined })] })).toMatchObject([{ patientName: 'Hanna Harbour', date: '20261122', time: '' }])
  })
})
