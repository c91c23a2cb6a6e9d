import { describe, expect, it } from 'vitest'
import { formatMediaType, parseAccept, parseMediaType } from './media-type.ts'

describe('parseMediaType', () => {
  const read: readonly (readonly [text: string, name: string, parameters: Readonly<Record<string, string>>])[] = [
    ['image/jpeg', 'image/jpeg', {}],
    ['Multipart/Related; type="application/dicom"; boundary="a;b,c"', 'multipart/related', { type: 'application/dicom', boundary: 'a;b,c' }],
    ['multipart/related;type=application/dicom;transfer-syntax=*', 'multipart/related', { type: 'application/dicom', 'transfer-syntax': '*' }],
    ['a/b; c="x\\"y\\\\z"', 'a/b', { c: 'x"y\\z' }],
    ['a/b; =1; d', 'a/b', {}],
    ['*/*', '*/*', {}],
  ]
  for (const [text, name, parameters] of read) {
    it(`reads ${text}`, () => expect(parseMediaType(text)).toEqual({ name, parameters: new Map(Object.entries(parameters)) }))
  }
  for (const text of ['', 'jpeg', 'a/', '/b', 'a b/c', 'a/b/c', '"a"/b']) {
    it(`takes '${text}' for none`, () => expect(parseMediaType(text)).toBeNull())
  }
  it('reads what formatMediaType writes', () => {
    const parameters = { type: 'application/dicom', boundary: 'q"\\;,=' }
    expect(parseMediaType(formatMediaType('multipart/related', parameters))?.parameters).toEqual(new Map(Object.entries(parameters)))
  })
})

describe('parseAccept', () => {
  it('orders by quality, and by place where that is the same', () => {
    const names = parseAccept('a/a;q=0.5, b/b, c/c;q=0.5, d/d;q=1').map(({ name }) => name)
    expect(names).toEqual(['b/b', 'd/d', 'a/a', 'c/c'])
  })
  it('does not divide at a comma within quotes', () => {
    expect(parseAccept('a/a; x="1,2", b/b')).toHaveLength(2)
  })
  it('passes over what is no media type, and takes a quality without sense for none', () => {
    expect(parseAccept('nonsense, a/a;q=x').map(({ name, quality }) => [name, quality])).toEqual([['a/a', 0]])
  })
  it('is done with a hostile header soon', () => {
    expect(parseAccept('"'.repeat(16_000)).length + parseAccept('a/a,'.repeat(4_000)).length).toBe(64)
  })
})
