import { encodeDataSet, readDataSet, Tags, TransferSyntaxes, type ElementMap } from '@filmjacket/dicom-data'
import { describe, expect, it } from 'vitest'
import { readKey, readQuery, type Attribute, type KeyOptions, type ReadKey } from './query.ts'

const match = (match: unknown) => ({ kind: 'match', match })
const anyOf = (...values: string[]) => match({ kind: 'any-of', values })
const pattern = (pattern: string) => match({ kind: 'pattern', pattern })
const range = (from: string | null, to: string | null) => match({ kind: 'range', from, to })
const words = (...words: string[]) => match({ kind: 'words', words })
const UNIVERSAL = { kind: 'universal' }
const MALFORMED = { kind: 'malformed' }

describe('readKey', () => {
  const cases: readonly [Attribute, string | readonly string[], unknown, KeyOptions?][] = [
    ['patientId', '', UNIVERSAL],
    ['patientId', '*', UNIVERSAL],
    ['patientId', 'P1', anyOf('P1')],
    ['patientId', 'P*1?', pattern('P*1?')],
    ['patientId', `P${'*'.repeat(900)}1`, pattern('P*1')],
    ['patientId', 'P'.repeat(2_000), MALFORMED],
    ['patientName', 'MÜLLER^Jörg ', anyOf('muller^jorg')],
    ['patientName', 'Müller^^', anyOf('muller')],
    ['patientName', 'Mül*', pattern('mul*')],
    ['patientName', 'ΟΔΥΣΣΕΥΣ', anyOf('οδυσσευσ')],
    ['patientName', 'Jörg  Mül*', words('jorg', 'mul'), { fuzzyNames: true }],
    ['patientName', "O'Neil-Smith", words('o', 'neil', 'smith'), { fuzzyNames: true }],
    ['patientName', '^', UNIVERSAL, { fuzzyNames: true }],
    ['studyUid', ['1.2', '1.3'], anyOf('1.2', '1.3')],
    ['modalitiesInStudy', ['CT', 'MR'], anyOf('CT', 'MR')],
    ['studyDescription', '*Thórax*', pattern('*thorax*')],
    ['seriesNumber', '007', anyOf('7')],
    ['seriesNumber', 'seven', MALFORMED],
    ['studyDate', '20260102', range('20260102', '20260102')],
    ['studyDate', '2026.01.02', range('20260102', '20260102')],
    ['studyDate', '20260101-20260131', range('20260101', '20260131')],
    ['studyDate', '20260101-', range('20260101', null)],
    ['studyDate', '-20260131', range(null, '20260131')],
    ['studyDate', '-', MALFORMED],
    ['studyDate', '20260231', MALFORMED],
    ['studyDate', 'yesterday', MALFORMED],
    ['studyTime', '10', range('100000.000000', '105959.999999')],
    ['studyTime', '1011-101230.5', range('101100.000000', '101230.599999')],
    ['studyTime', '23-', range('230000.000000', null)],
    ['studyTime', '25', MALFORMED],
  ]
  for (const [name, given, expected, options] of cases) {
    const texts = typeof given === 'string' ? [given] : given
    it(`reads ${name} ${texts.join('\\').slice(0, 30)}`, () => {
      expect(readKey(name, texts, options)).toEqual(expected as ReadKey)
    })
  }
})

describe('readQuery', () => {
  const { explicitVrLittleEndian: syntax } = TransferSyntaxes
  const read = (elements: ElementMap, options?: KeyOptions) => readQuery(readDataSet(encodeDataSet(elements, syntax), syntax), options)

  it('takes the keys with a value, and tells those that nobody looks at', () => {
    const query = read({
      [Tags.QueryRetrieveLevel]: 'STUDY', [Tags.SpecificCharacterSet]: 'ISO_IR 192', [Tags.PatientName]: '', [Tags.PatientID]: 'P1',
      [Tags.InstitutionName]: 'Somewhere', [Tags.StationName]: '', [Tags.RequestAttributesSequence]: [{ [Tags.RequestedProcedureID]: '' }],
    })
    expect(query).toEqual({ kind: 'filter', filter: { patientId: { kind: 'any-of', values: ['P1'] } }, ignored: [Tags.InstitutionName] })
  })

  it('names the key that cannot be read', () => {
    expect(read({ [Tags.StudyDate]: '20269999' })).toEqual({ kind: 'malformed', tag: Tags.StudyDate })
  })

  const moment: ElementMap = { [Tags.StudyDate]: '20260101-20260102', [Tags.StudyTime]: '2200-0500' }
  it('reads date and time as two ranges, or as one of moments if that was agreed on', () => {
    const [apart, together] = [read(moment), read(moment, { combinedDateTime: true })]
    expect(apart).toMatchObject({ filter: { studyDate: { from: '20260101' }, studyTime: { from: '220000.000000', to: '050059.999999' } } })
    expect(together).toMatchObject({ filter: { studyMoment: { from: '20260101220000.000000', to: '20260102050059.999999' } } })
    expect(together).not.toHaveProperty('filter.studyDate')
  })
})
