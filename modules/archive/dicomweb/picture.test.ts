import {
  encodeDataSet, encodeElementHeader, encodeFileMeta, encodeItemHeader, SopClasses, Tags, TransferSyntaxes, UNDEFINED_LENGTH,
} from '@filmjacket/dicom-data'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { imageElements, imageFile } from '../testing.ts'
import { testWeb, type TestWeb } from './testing.ts'

const SERIES = '/dicom-web/studies/1.2.3.1/series/1.2.3.1.1'
const at = (number: number) => `${SERIES}/instances/1.2.3.1.1.${number}`
const named = (number: number) => ({ [Tags.SOPInstanceUID]: `1.2.3.1.1.${number}`, [Tags.InstanceNumber]: number })
const LIARS = '/dicom-web/studies/1.2.3.1/series/1.2.3.1.9'
const lying = (number: number) => ({ [Tags.SeriesInstanceUID]: '1.2.3.1.9', [Tags.SOPInstanceUID]: `1.2.3.1.9.${number}`, [Tags.SeriesNumber]: 9 })
const gradient = Uint8Array.from({ length: 512 }, (_, n) => (n % 2 === 0 ? n / 2 : 0))
const pdf = Buffer.from('%PDF-1.4 made up')

const FILM = '/dicom-web/studies/1.2.3.1/series/1.2.3.1.7/instances/1.2.3.1.7.1'

/** An MP4 as a camera of the house keeps it. PS3.5 §A.4.6. */
function filmFile(...fragments: readonly Uint8Array[]): Uint8Array {
  const sop = { sopClassUid: SopClasses.videoPhotographicImageStorage, sopInstanceUid: '1.2.3.1.7.1' }
  const syntax = TransferSyntaxes.mpeg4Avc41
  const whole = imageElements({ [Tags.SOPClassUID]: sop.sopClassUid, [Tags.SOPInstanceUID]: sop.sopInstanceUid, [Tags.SeriesInstanceUID]: '1.2.3.1.7' })
  const header: typeof whole = Object.fromEntries(Object.entries(whole).filter(([tag]) => Number(tag) !== Tags.PixelData))
  const items = [new Uint8Array(0), ...fragments].flatMap((bytes) => [encodeItemHeader(0xfffee000, bytes.length, syntax), bytes])
  return Buffer.concat([
    encodeFileMeta({ ...sop, transferSyntaxUid: syntax.uid }), encodeDataSet(header, syntax),
    encodeElementHeader(Tags.PixelData, 'OB', UNDEFINED_LENGTH, syntax), ...items, encodeItemHeader(0xfffee0dd, 0, syntax),
  ])
}

let web: TestWeb
beforeAll(async () => {
  web = await testWeb()
  await web.store(
    imageFile({ ...named(1), [Tags.PixelData]: gradient }),
    imageFile({ ...named(2), [Tags.NumberOfFrames]: 3, [Tags.PixelData]: new Uint8Array(1_536).fill(7, 512, 1_024) }),
    imageFile({ ...lying(3), [Tags.NumberOfFrames]: 100 }), // a hundred frames, it says
    imageFile({ ...lying(4), [Tags.Rows]: 60_000, [Tags.Columns]: 60_000 }),
    imageFile({
      ...named(8), [Tags.SOPClassUID]: SopClasses.encapsulatedPdf, [Tags.Rows]: null, [Tags.PixelData]: null,
      [Tags.MIMETypeOfEncapsulatedDocument]: 'application/pdf', [Tags.EncapsulatedDocument]: pdf,
      [Tags.EncapsulatedDocumentLength]: pdf.length,
    }),
    imageFile({ ...named(6), [Tags.IconImageSequence]: [{ [Tags.PixelData]: { vr: 'OB', value: new Uint8Array(2_000).fill(9) } }] }),
  )
})

describe('rendered', () => {
  it('is a JPEG of the size of the image, or a PNG for who asks for it', async () => {
    for (const [accept, format] of [['*/*', 'jpeg'], ['image/png', 'png']] as const) {
      const answer = await web.ask(`${at(1)}/rendered`, { headers: { accept } })
      expect(answer.headers['content-type']).toBe(`image/${format}`)
      expect(await sharp(answer.bytes).metadata()).toMatchObject({ format, width: 16, height: 16 })
    }
  })

  it('is wrapped for who asks for that', async () => {
    const answer = await web.ask(`${at(1)}/rendered`, { headers: { accept: 'multipart/related; type="image/png"' } })
    expect((await answer.parts()).map(({ type }) => type)).toEqual(['image/png'])
  })

  it('fits into a viewport and takes a window', async () => {
    const answer = await web.ask(`${at(1)}/rendered?viewport=8,100&window=10,20&quality=50`)
    expect(await sharp(answer.bytes).metadata()).toMatchObject({ width: 8, height: 8 })
  })

  it('is of one frame, or of the middle one', async () => {
    const middle = await web.ask(`${at(2)}/rendered`)
    expect((await web.ask(`${at(2)}/frames/2/rendered`)).bytes.equals(middle.bytes)).toBe(true)
  })

  it('is the film itself where there is one, from any place in it', async () => {
    const film = Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from('ftypisom made up, of two fragments')])
    await web.store(filmFile(film.subarray(0, 20), film.subarray(20)))
    for (const accept of ['*/*', 'video/mp4', 'image/jpeg;q=0.5, video/mp4']) {
      const answer = await web.ask(`${FILM}/rendered`, { headers: { accept } })
      expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([200, 'video/mp4', film.toString()])
    }
    const part = await web.ask(`${FILM}/rendered`, { headers: { accept: 'video/mp4', range: 'bytes=4-7' } })
    expect([part.status, part.bytes.toString()]).toEqual([206, 'ftyp'])
    expect((await web.ask(`${FILM}/rendered`, { headers: { accept: 'image/jpeg' } })).status).toBe(406)
  })

  it('is the document itself where there is one', async () => {
    const answer = await web.ask(`${at(8)}/rendered`)
    expect([answer.headers['content-type'], answer.bytes]).toEqual(['application/pdf', pdf])
  })

  it('exists for a series, and as a small picture', async () => {
    for (const url of [`${SERIES}/rendered`, `${SERIES}/thumbnail`, `${at(1)}/thumbnail`, `${at(2)}/frames/3/thumbnail`, '/dicom-web/studies/1.2.3.1/thumbnail']) {
      const answer = await web.ask(url)
      expect([url, answer.status, answer.headers['content-type']]).toEqual([url, 200, 'image/jpeg'])
    }
  })

  const refused: readonly (readonly [string, number, string])[] = [
    [`${LIARS}/instances/1.2.3.1.9.3/frames/50/rendered`, 404, 'frame-not-found'],
    [`${LIARS}/instances/1.2.3.1.9.3/frames/50`, 404, 'frame-not-found'],
    [`${LIARS}/instances/1.2.3.1.9.4/rendered`, 422, 'picture-unreadable'],
    [`${LIARS}/instances/1.2.3.1.9.4/frames/1`, 422, 'picture-unreadable'],
    [`${at(2)}/frames/1,2/rendered`, 404, 'frame-not-found'],
    [`${at(1)}/rendered?window=1`, 400, 'wish-not-understood'],
    [`${at(1)}/rendered?viewport=0,0`, 400, 'wish-not-understood'],
    [`${at(1)}/rendered?viewport=99999,5`, 400, 'wish-not-understood'],
    [`${at(1)}/rendered?quality=0`, 400, 'wish-not-understood'],
    [`${at(8)}/thumbnail`, 406, 'not-acceptable'],
  ]
  for (const [url, status, code] of refused) {
    it(`answers ${url} with ${status}`, async () => {
      const answer = await web.ask(url)
      expect([answer.status, answer.json<{ code: string }>().code]).toEqual([status, code])
    })
  }
})

describe('bulk data', () => {
  it('are what metadata tell by their address', async () => {
    const pixels = await web.ask(`${at(1)}/bulkdata/7FE00010`, { headers: { range: 'bytes=2-5' } })
    expect([pixels.status, pixels.bytes]).toEqual([206, Buffer.from(gradient.subarray(2, 6))])
    const icon = await web.ask(`${at(6)}/bulkdata/00880200/0/7FE00010`, { headers: { accept: 'multipart/related; type="application/octet-stream"' } })
    expect((await icon.parts())[0]?.bytes.length).toBe(2_000)
    expect((await web.ask(`${at(8)}/bulkdata/00420011`)).bytes).toEqual(pdf)
  })

  for (const path of ['00100010/0/00100010', '00091001', 'x', '00880200', '00880200/7/7FE00010', '../../..', '']) {
    it(`are not at '${path}'`, async () => expect((await web.ask(`${at(6)}/bulkdata/${path}`)).status).toBe(404))
  }
})

describe('WADO-URI', () => {
  const url = (number: number, more = '') =>
    `/dicom-web/wado?requestType=WADO&studyUID=1.2.3.1&seriesUID=1.2.3.1.1&objectUID=1.2.3.1.1.${number}${more}`

  it('gives a picture of one frame and the file of anything else, unless told otherwise', async () => {
    expect((await web.ask(url(1))).headers['content-type']).toBe('image/jpeg')
    expect((await web.ask(url(2))).headers['content-type']).toContain('application/dicom')
    expect((await web.ask(url(1, '&contentType=image/png&rows=8&columns=8'))).headers['content-type']).toBe('image/png')
    const rle = await web.ask(url(1, `&contentType=application/dicom&transferSyntax=${TransferSyntaxes.rle.uid}`))
    expect([rle.status, rle.headers['content-type']]).toEqual([200, `application/dicom; transfer-syntax=${TransferSyntaxes.rle.uid}`])
  })

  it('refuses what it cannot do, and what is not there', async () => {
    expect((await web.ask(url(1, '&anonymize=yes'))).status).toBe(400)
    expect((await web.ask(url(77))).status).toBe(404)
    expect((await web.ask('/dicom-web/wado?requestType=WADO&studyUID=x')).status).toBe(400)
    expect((await web.ask(url(1), { as: 'stranger' })).status).toBe(404)
  })
})
