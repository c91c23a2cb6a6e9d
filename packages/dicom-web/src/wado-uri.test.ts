import { describe, expect, it } from 'vitest'
import { parseFrameList } from './addresses.ts'
import { longerSideWithin, parseRendering, RenderError } from './rendering.ts'
import { parseWadoUri, WadoUriError } from './wado-uri.ts'

const PLACE = 'requestType=WADO&studyUID=1.2&seriesUID=1.3&objectUID=1.4'
const parse = (query: string) => parseWadoUri(new Map(new URLSearchParams(query)))

describe('parseWadoUri', () => {
  it('reads a place and nothing else', () => {
    expect(parse(PLACE)).toMatchObject({ studyUid: '1.2', seriesUid: '1.3', instanceUid: '1.4', contentTypes: [], frame: null, transferSyntax: null })
  })
  it('reads how a picture is wanted', () => {
    expect(parse(`${PLACE}&contentType=image/png, image/jpeg&frameNumber=3&windowCenter=-40.5&windowWidth=1e2&rows=100&imageQuality=80`)).toMatchObject({
      contentTypes: ['image/png', 'image/jpeg'], frame: 3,
      rendering: { window: { center: -40.5, width: 100 }, viewport: { width: 100, height: 100 }, quality: 80 },
    })
  })
  const broken = [
    '', 'requestType=WADO', PLACE.replace('1.4', 'x'), `${PLACE}&frameNumber=0`, `${PLACE}&windowCenter=1`, `${PLACE}&rows=0`,
    `${PLACE}&imageQuality=101`, `${PLACE}&transferSyntax=JPEG`, `${PLACE}&anonymize=yes`,
  ]
  for (const query of broken) it(`refuses ${query}`, () => expect(() => parse(query)).toThrow(WadoUriError))
})

describe('parseRendering', () => {
  const read = (query: string) => parseRendering(new Map(new URLSearchParams(query)))
  it('reads window, viewport and quality', () => {
    expect(read('window=40,400,linear&viewport=512,256,,,,&quality=7&annotation=patient,technique')).toEqual({
      window: { center: 40, width: 400 }, viewport: { width: 512, height: 256 }, quality: 7, annotation: ['patient', 'technique'],
    })
  })
  for (const query of ['window=1', 'window=a,b', 'window=1,0', 'viewport=1', 'viewport=1,2,3', 'viewport=1,99999', 'quality=x', `quality=${'1'.repeat(99)}`]) {
    it(`refuses ${query.slice(0, 30)}`, () => expect(() => read(query)).toThrow(RenderError))
  }
  it('fits a picture into the viewport and never makes it larger', () => {
    expect(longerSideWithin({ width: 100, height: 100 }, 400, 200)).toBe(100)
    expect(longerSideWithin({ width: 400, height: 50 }, 400, 200)).toBe(100)
    expect(longerSideWithin({ width: 4_000, height: 4_000 }, 400, 200)).toBe(400)
  })
})

describe('parseFrameList', () => {
  it('reads numbers from 1', () => expect(parseFrameList('1,20,3')).toEqual([1, 20, 3]))
  for (const text of ['', '0', '1,', 'a', '1;2', '-1', '1.5', '9'.repeat(20)]) it(`refuses '${text}'`, () => expect(parseFrameList(text)).toBeNull())
})
