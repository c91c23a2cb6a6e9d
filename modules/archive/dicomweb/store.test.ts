import { FailureReasons, layOutMultipart } from '@filmjacket/dicom-web'
import { literal, open } from '@filmjacket/bytes'
import { readPart10, Tags, type DicomJson } from '@filmjacket/dicom-data'
import { beforeAll, describe, expect, it } from 'vitest'
import { imageFile } from '../testing.ts'
import { ORIGIN, testWeb, type Answer, type TestWeb } from './testing.ts'

let web: TestWeb
beforeAll(async () => {
  web = await testWeb()
})

async function multipart(type: string, parts: readonly { readonly contentType: string; readonly bytes: Uint8Array; readonly location?: string }[]) {
  const { list, mediaType } = layOutMultipart(type, parts.map(({ contentType, bytes, location }) =>
    ({ contentType, content: [literal(bytes)], ...(location === undefined ? {} : { location }) })))
  const chunks: Uint8Array[] = []
  for await (const chunk of open(list, web.blobs)) chunks.push(chunk)
  return { payload: Buffer.concat(chunks), mediaType }
}

async function send(files: readonly Uint8Array[], path = '/studies', as = 'admin'): Promise<Answer> {
  const { payload, mediaType } = await multipart('application/dicom', files.map((bytes) => ({ contentType: 'application/dicom', bytes })))
  return web.ask(`/dicom-web${path}`, { method: 'POST', payload, headers: { 'content-type': mediaType }, as })
}

interface StoreAnswer { readonly stored: readonly unknown[]; readonly failed: readonly (readonly [unknown, unknown])[] }

function read(answer: Answer): StoreAnswer {
  const json = answer.json<DicomJson>()
  const items = (tag: string) => (json[tag]?.Value ?? []) as readonly DicomJson[]
  return {
    stored: items('00081199').map((item) => item['00081155']?.Value?.[0]),
    failed: items('00081198').map((item) => [item['00081155']?.Value?.[0], item['00081197']?.Value?.[0]]),
  }
}

const named = (uid: string, study = '1.2.3.1') => ({
  [Tags.SOPInstanceUID]: uid, [Tags.StudyInstanceUID]: study, [Tags.SeriesInstanceUID]: `${study}.1`,
})

describe('STOW-RS', () => {
  it('stores files, byte for byte, and says where they are', async () => {
    const files = ['1.1', '1.2'].map((uid) => imageFile(named(uid)))
    const answer = await send(files)
    expect(answer.status).toBe(200)
    expect(read(answer)).toEqual({ stored: ['1.1', '1.2'], failed: [] })
    expect(answer.json<DicomJson>()['00081190']?.Value).toEqual([`${ORIGIN}/dicom-web/studies/1.2.3.1`])
    const [first] = await (await web.ask('/dicom-web/studies/1.2.3.1', { headers: { accept: 'multipart/related; type=application/dicom; transfer-syntax=*' } })).parts()
    expect(first?.bytes.equals(files[0]!)).toBe(true)
  })

  it('tells of each file that is not stored why, and stores the others', async () => {
    const answer = await send([
      imageFile({ ...named('1.1'), [Tags.PatientName]: 'Other^Name' }), imageFile({ ...named('2.1', '1.2.3.1'), [Tags.PatientID]: 'P2' }),
      Buffer.from('no image at all'), imageFile(named('1.3')),
    ])
    expect(answer.status).toBe(202)
    expect(read(answer)).toEqual({
      stored: ['1.3'],
      failed: [['1.1', FailureReasons.duplicateInstance], ['2.1', FailureReasons.mismatch], [undefined, FailureReasons.cannotUnderstand]],
    })
  })

  it('takes what it has already as stored', async () => {
    expect((await send([imageFile(named('1.1'))])).status).toBe(200)
  })

  it('stores nothing under the address of another study', async () => {
    const answer = await send([imageFile(named('5.1', '1.2.5'))], '/studies/1.2.3.1')
    expect([answer.status, read(answer)]).toEqual([409, { stored: [], failed: [['5.1', FailureReasons.mismatch]] }])
    expect((await web.ask('/dicom-web/studies/1.2.5')).status).toBe(404)
  })

  it('keeps what it cannot index for a person, with who sent it, and tells the sender that it is not stored', async () => {
    const cut = imageFile(named('6.1', '1.2.6')).subarray(0, -100)
    const unnamed = imageFile({ ...named('6.2', '1.2.6'), [Tags.SOPInstanceUID]: '' })
    const held = async () => (await web.archive.quarantine.page({ is: 'waiting' })).cases.map(({ first }) => first)
    expect(await held()).toEqual([])
    const answer = await send([cut, unnamed, Buffer.from('no image at all')])
    expect([answer.status, read(answer).failed.map(([, reason]) => reason)]).toEqual([409, Array(3).fill(FailureReasons.cannotUnderstand)])
    expect((await send([cut], '/studies/1.2.6')).status).toBe(409)
    const cases = (await held()).toSorted((a, b) => (a.why < b.why ? -1 : 1)) // Both came in the same moment.
    expect(cases.map(({ why, size_bytes, origin, arrivals }) => ({ why, size_bytes, origin, arrivals }))).toEqual([
      { why: 'no-identity', size_bytes: unnamed.length, origin: { kind: 'dicom-web', accountId: 'acc_1', peer: '127.0.0.1' }, arrivals: 1 },
      { why: 'unreadable', size_bytes: cut.length, origin: { kind: 'dicom-web', accountId: 'acc_1', peer: '127.0.0.1' }, arrivals: 2 },
    ])
  })

  it('keeps nothing that names no Study of one who may add to certain Studies alone', async () => {
    const cut = imageFile(named('6.3', '1.2.6')).subarray(0, -90)
    const answer = await send([cut], '/studies', 'narrow')
    expect([answer.status, read(answer).failed]).toEqual([409, [[undefined, FailureReasons.notAuthorized]]])
    expect((await web.archive.quarantine.page({ is: 'waiting' })).cases).toHaveLength(2)
  })

  it('makes files of metadata and bulk data', async () => {
    const picture = Buffer.from([0xff, 0xd8, 1, 2, 3, 0xff, 0xd9])
    const json = {
      '00080016': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.77.1.4'] }, '00080018': { vr: 'UI', Value: ['1.7.1.1'] },
      '0020000D': { vr: 'UI', Value: ['1.7'] }, '0020000E': { vr: 'UI', Value: ['1.7.1'] },
      '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Müller^Jörg' }] }, '00100020': { vr: 'LO', Value: ['P7'] },
      '7FE00010': { vr: 'OB', BulkDataURI: 'cid:picture' },
    }
    const { payload, mediaType } = await multipart('application/dicom+json', [
      { contentType: 'application/dicom+json', bytes: Buffer.from(JSON.stringify([json])) },
      { contentType: 'image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50', bytes: picture, location: 'cid:picture' },
    ])
    const answer = await web.ask('/dicom-web/studies', { method: 'POST', payload, headers: { 'content-type': mediaType } })
    expect([answer.status, read(answer)]).toEqual([200, { stored: ['1.7.1.1'], failed: [] }])
    const file = await web.ask('/dicom-web/studies/1.7/series/1.7.1/instances/1.7.1.1', { headers: { accept: 'application/dicom; transfer-syntax=*' } })
    const { dataSet, transferSyntax } = readPart10(file.bytes)
    expect([dataSet.text(Tags.PatientName), transferSyntax.uid]).toEqual(['Müller^Jörg', '1.2.840.10008.1.2.4.50'])
    const frame = await web.ask('/dicom-web/studies/1.7/series/1.7.1/instances/1.7.1.1/frames/1', { headers: { accept: 'image/jpeg' } })
    expect(frame.bytes).toEqual(Buffer.concat([picture, Buffer.alloc(1)]))
  })

  it('makes files of metadata in XML too', async () => {
    const source = await web.ask('/dicom-web/studies/1.7/series/1.7.1/instances/1.7.1.1/metadata', { headers: { accept: 'multipart/related; type="application/dicom+xml"' } })
    const xml = (await source.parts())[0]?.bytes.toString() ?? ''
    const other = xml.replaceAll('1.7.1.1', '1.7.1.2').replace(/<DicomAttribute tag="7FE00010"[^]*?<\/DicomAttribute>/, '')
    const { payload, mediaType } = await multipart('application/dicom+xml', [{ contentType: 'application/dicom+xml', bytes: Buffer.from(other) }])
    const answer = await web.ask('/dicom-web/studies', { method: 'POST', payload, headers: { 'content-type': mediaType } })
    expect([answer.status, read(answer).stored]).toEqual([200, ['1.7.1.2']])
    const [json] = (await web.ask('/dicom-web/studies/1.7/series/1.7.1/instances/1.7.1.2/metadata')).json<readonly DicomJson[]>()
    expect(json?.['00100010']?.Value).toEqual([{ Alphabetic: 'Müller^Jörg' }])
  })

  it('says of metadata whose bulk data did not come that it cannot understand them', async () => {
    const json = [{ '00080018': { vr: 'UI', Value: ['8.1.1'] }, '7FE00010': { vr: 'OB', BulkDataURI: 'elsewhere' } }, { nonsense: 1 }]
    const answer = await web.ask('/dicom-web/studies', { method: 'POST', payload: JSON.stringify(json), headers: { 'content-type': 'application/dicom+json' } })
    expect([answer.status, read(answer).failed]).toEqual([409, [['8.1.1', FailureReasons.cannotUnderstand], [undefined, FailureReasons.cannotUnderstand]]])
  })

  const refused: readonly (readonly [string, string, string, number, string])[] = [
    ['no parts', 'multipart/related; type="application/dicom"; boundary=x', 'nothing', 400, 'wish-not-understood'],
    ['no boundary', 'multipart/related; type="application/dicom"', '--x--', 400, 'wish-not-understood'],
    ['a body cut short', 'multipart/related; type="application/dicom"; boundary=x', '--x\r\n\r\nabc', 400, 'wish-not-understood'],
    ['a form', 'application/x-www-form-urlencoded', 'a=b', 415, 'store-form-unknown'],
    ['a document', 'multipart/related; type="text/xml"; boundary=x', '--x--', 415, 'store-form-unknown'],
    ['a document type', 'application/dicom+xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 400, 'wish-not-understood'],
    ['broken JSON', 'application/dicom+json', '[{', 400, 'wish-not-understood'],
  ]
  for (const [what, type, payload, status, code] of refused) {
    it(`refuses ${what}`, async () => {
      const answer = await web.ask('/dicom-web/studies', { method: 'POST', payload, headers: { 'content-type': type } })
      expect([answer.status, answer.json<{ code: string }>().code]).toEqual([status, code])
    })
  }

  it('takes nothing of who may not send', async () => {
    expect((await send([imageFile(named('9.9'))], '/studies', 'stranger')).status).toBe(403)
    expect((await send([imageFile(named('9.9'))], '/studies', 'nobody')).status).toBe(401)
  })
})
