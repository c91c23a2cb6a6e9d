import { gunzipSync } from 'node:zlib'
import { Tags, type DicomJson } from '@filmjacket/dicom-data'
import { beforeAll, describe, expect, it } from 'vitest'
import { imageFile } from '../testing.ts'
import { ORIGIN, testWeb, type TestWeb } from './testing.ts'

const STUDY = '/dicom-web/studies/1.2.3.1'
const SERIES = `${STUDY}/series/1.2.3.1.1`
const INSTANCE = `${SERIES}/instances/1.2.3.1.1.1`
const pixels = Uint8Array.from({ length: 512 }, (_, at) => at % 251)
const files = [1, 2, 3].map((number) => imageFile({
  [Tags.SOPInstanceUID]: `1.2.3.1.1.${number}`, [Tags.InstanceNumber]: number, [Tags.PixelData]: pixels,
  [Tags.PatientName]: 'Müller^Jörg', [Tags.SpecificCharacterSet]: 'ISO_IR 192',
}))

let web: TestWeb
beforeAll(async () => {
  web = await testWeb()
  await web.store(...files, imageFile({ [Tags.SeriesInstanceUID]: '1.2.3.1.2', [Tags.SOPInstanceUID]: '1.2.3.1.2.1', [Tags.SeriesNumber]: 2 }))
})

describe('WADO-RS', () => {
  it('gives the files of a series as they came, each a part', async () => {
    const answer = await web.ask(SERIES, { headers: { accept: 'multipart/related; type="application/dicom"; transfer-syntax=*' } })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-length']).toBe(String(answer.bytes.length))
    const parts = await answer.parts()
    expect(parts.map(({ type }) => type)).toEqual(Array(3).fill('application/dicom; transfer-syntax=1.2.840.10008.1.2.1'))
    expect(parts.map(({ bytes }, at) => bytes.equals(files[at]!))).toEqual([true, true, true])
  })

  it('goes on where a download broke off', async () => {
    const whole = await web.ask(STUDY)
    const rest = await web.ask(STUDY, { headers: { range: 'bytes=1000-', 'if-range': whole.headers['etag']! } })
    expect(rest.status).toBe(206)
    expect(rest.bytes.equals(whole.bytes.subarray(1000))).toBe(true)
  })

  it('gives one instance as a file, without wrapping, if that is asked for', async () => {
    const answer = await web.ask(INSTANCE, { headers: { accept: 'application/dicom; transfer-syntax=*' } })
    expect(answer.headers['content-type']).toBe('application/dicom; transfer-syntax=1.2.840.10008.1.2.1')
    expect(answer.bytes.equals(files[0]!)).toBe(true)
  })

  it('gives frames by number', async () => {
    const answer = await web.ask(`${INSTANCE}/frames/1`, { headers: { accept: 'multipart/related; type=application/octet-stream; transfer-syntax=*' } })
    const [part, ...others] = await answer.parts()
    expect(others).toEqual([])
    expect(part?.type).toBe('application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1')
    expect(part?.bytes.equals(pixels)).toBe(true)
  })

  it('compresses frames without loss where the client asks for it', async () => {
    const answer = await web.ask(`${INSTANCE}/frames/1`, { headers: { accept: 'multipart/related; type="image/jls"' } })
    expect([answer.status, (await answer.parts())[0]?.type]).toEqual([200, 'image/jls; transfer-syntax=1.2.840.10008.1.2.4.80'])
    const file = await web.ask(INSTANCE, { headers: { accept: 'application/dicom; transfer-syntax=1.2.840.10008.1.2.5' } })
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/dicom; transfer-syntax=1.2.840.10008.1.2.5'])
  })

  const refused: readonly (readonly [string, string, number, string])[] = [
    [`${INSTANCE}/frames/2`, '*/*', 404, 'frame-not-found'],
    [`${INSTANCE}/frames/0`, '*/*', 404, 'frame-not-found'],
    [`${INSTANCE}/frames/x`, '*/*', 404, 'frame-not-found'],
    [`${INSTANCE}/frames/1`, 'text/html', 406, 'not-acceptable'],
    [`${INSTANCE}/frames/1`, 'image/jpeg', 406, 'not-acceptable'],
    [SERIES, 'application/dicom', 406, 'not-acceptable'],
    ['/dicom-web/studies/9.9', '*/*', 404, 'images-not-found'],
    [`${STUDY}/series/9.9`, '*/*', 404, 'images-not-found'],
    [`${STUDY}/series/1.2.3.1.2/instances/1.2.3.1.1.1`, '*/*', 404, 'images-not-found'],
    [`${STUDY}/series/9.9/metadata`, '*/*', 404, 'images-not-found'],
  ]
  for (const [url, accept, status, code] of refused) {
    it(`answers ${url} in ${accept} with ${status}`, async () => {
      const answer = await web.ask(url, { headers: { accept } })
      expect([answer.status, answer.json<{ code: string }>().code]).toEqual([status, code])
    })
  }

  it('tells who may not see a study that there is none', async () => {
    for (const url of [STUDY, SERIES, INSTANCE, `${STUDY}/metadata`, `${INSTANCE}/frames/1`]) {
      const [hidden, absent] = [await web.ask(url, { as: 'stranger' }), await web.ask(url.replace('1.2.3.1', '9.9.9.9'), { as: 'stranger' })]
      expect([hidden.status, hidden.text]).toEqual([404, absent.text])
      expect((await web.ask(url, { as: 'nobody' })).status).toBe(401)
    }
  })
})

describe('metadata', () => {
  it('are the data sets, with an address in place of the pixels', async () => {
    const [first, ...others] = (await web.ask(`${SERIES}/metadata`)).json<readonly DicomJson[]>()
    expect(others).toHaveLength(2)
    expect(first?.['00100010']).toEqual({ vr: 'PN', Value: [{ Alphabetic: 'Müller^Jörg' }] })
    expect(first?.['7FE00010']).toEqual({ vr: 'OW', BulkDataURI: `${ORIGIN}${INSTANCE}/bulkdata/7FE00010` })
  })

  it('of a settled study are prepared, and the same', async () => {
    const before = await web.ask(`${STUDY}/metadata`)
    await web.settle('1.2.3.1')
    const zipped = await web.ask(`${STUDY}/metadata`, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.bytes).equals(before.bytes)).toBe(true)
    expect((await web.ask(`${STUDY}/metadata`)).bytes.equals(before.bytes)).toBe(true)
    expect(before.json<readonly DicomJson[]>()).toHaveLength(4)
  })

  it('have addresses by which the client reaches us', async () => {
    const answer = await web.ask(`${STUDY}/metadata`, { headers: { host: '10.0.0.7:8042' } })
    expect(answer.text).toContain(`"BulkDataURI":"http://10.0.0.7:8042${INSTANCE}/bulkdata/7FE00010"`)
    expect(answer.text).not.toContain(ORIGIN)
  })

  it('tell of what arrived since they were prepared', async () => {
    await web.store(imageFile({ [Tags.SeriesInstanceUID]: '1.2.3.1.2', [Tags.SOPInstanceUID]: '1.2.3.1.2.2' }))
    expect((await web.ask(`${STUDY}/metadata`)).json<readonly DicomJson[]>()).toHaveLength(5)
  })

  it('are XML for who asks for it', async () => {
    const answer = await web.ask(`${INSTANCE}/metadata`, { headers: { accept: 'multipart/related; type="application/dicom+xml"' } })
    expect((await answer.parts())[0]?.bytes.toString()).toContain('<FamilyName>Müller</FamilyName>')
  })
})
