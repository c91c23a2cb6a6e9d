import { Tags } from '@filmjacket/dicom-data'
import { describe, expect, it } from 'vitest'
import { searchAddress } from './addresses.ts'
import { parseSearch, SearchError } from './search.ts'

const parse = (query: string) => parseSearch('study', new URLSearchParams(query))

describe('parseSearch', () => {
  it('reads keys by keyword and by tag, also within sequences', () => {
    expect(parse('PatientName=Doe*&00080020=20260101-&OtherPatientIDsSequence.00100020=7').keys).toEqual([
      { path: [Tags.PatientName], value: 'Doe*' }, { path: [Tags.StudyDate], value: '20260101-' },
      { path: [Tags.OtherPatientIDsSequence, Tags.PatientID], value: '7' },
    ])
  })
  it('gathers what is to be included', () => {
    expect(parse('includefield=PatientID,00080020&includefield=Modality').include).toEqual([[Tags.PatientID], [Tags.StudyDate], [Tags.Modality]])
    expect(parse('includefield=PatientID&includefield=all').include).toBe('all')
  })
  it('knows how many are wanted, and from where', () => {
    expect(parse('limit=10&offset=20&fuzzymatching=true')).toMatchObject({ limit: 10, offset: 20, fuzzyMatching: true })
    expect(parse('')).toEqual({ level: 'study', keys: [], include: [], fuzzyMatching: false, limit: null, offset: 0 })
  })
  it('reads what searchAddress writes', () => {
    const address = searchAddress('http://x/dicom-web/', null, { keys: { PatientName: 'Ä&b=c' }, includeFields: ['all'], limit: 5, fuzzyMatching: true })
    expect(parseSearch('study', new URL(address).searchParams)).toMatchObject({
      keys: [{ path: [Tags.PatientName], value: 'Ä&b=c' }], include: 'all', limit: 5, fuzzyMatching: true,
    })
  })
  const broken = [
    'Nonsense=1', 'patientname=x', '0010=1', 'PatientID.=1', '.=1', 'limit=-1', 'limit=x', 'offset=1e3', 'fuzzymatching=yes',
    'includefield=Nope', `PatientID=${'9'.repeat(5_000)}`, `${Array(9).fill('00081140').join('.')}=1`,
    Array.from({ length: 70 }, () => 'PatientID=1').join('&'), '<script>=1',
  ]
  for (const query of broken) {
    it(`refuses ${query.slice(0, 40)}`, () => {
      expect(() => parse(query)).toThrow(SearchError)
      expect(() => parse(query)).not.toThrow(/script|99999/)
    })
  }
})
