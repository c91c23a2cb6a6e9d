import { describe, expect, it } from 'vitest'
import { bulkOf, nameOf, numberOf, numbersOf, textOf, type Elements } from './elements.ts'

const TAG = '00280030'
const of = (element: object): Elements => ({ [TAG]: element })

describe('a header in JSON', () => {
  it('has numbers, as numbers or as they are written', () => {
    expect(numbersOf(of({ Value: [0.5, '0.25', ' 3 '] }), TAG)).toEqual([0.5, 0.25, 3])
  })
  const odd: readonly object[] = [{}, { Value: null }, { Value: 'x' }, { Value: [null, {}, '', 'x'] }]
  for (const element of odd) {
    it(`has nothing in ${JSON.stringify(element)}`, () => expect([numberOf(of(element), TAG), textOf(of(element), TAG).replace('x', '')]).toEqual([null, '']))
  }
  it('has names as they are read', () => {
    const names = [{ Alphabetic: 'Doe^Jane^Ann^Dr' }, { Ideographic: '山田^太郎' }, 'Roe^Richard=X', { Alphabetic: '' }, 7]
    expect(names.map((name) => nameOf(of({ Value: [name] }), TAG))).toEqual(['Doe, Jane Ann', '山田, 太郎', 'Roe, Richard', '', ''])
  })
  it('has bytes, or says where they are', () => {
    expect(bulkOf(of({ InlineBinary: 'AQID' }), TAG)).toEqual({ bytes: Uint8Array.of(1, 2, 3), uri: null })
    expect(bulkOf(of({ BulkDataURI: '/dicom-web/x' }), TAG)).toEqual({ bytes: null, uri: '/dicom-web/x' })
  })
})
