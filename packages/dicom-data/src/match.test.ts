import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Tags } from './dictionary.ts'
import type { ElementMap } from './element-map.ts'
import { encodeDataSet } from './encode.ts'
import { matches, type MatchOptions } from './match.ts'
import { folded, matchesWildcard } from './name-match.ts'
import { readDataSet } from './read-data-set.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

const { explicitVrLittleEndian: explicit } = TransferSyntaxes

function dataSetOf(elements: ElementMap) {
  return readDataSet(encodeDataSet(elements, explicit), explicit)
}

const study = {
  [Tags.StudyDate]: '20260131',
  [Tags.StudyTime]: '103000.5',
  [Tags.AccessionNumber]: 'A-1',
  [Tags.ModalitiesInStudy]: ['CT', 'SR'],
  [Tags.StudyDescription]: '',
  [Tags.PatientName]: 'Müller-Lüdenscheidt^Jörg Otto=山田^太郎=やまだ^たろう',
  [Tags.PatientID]: 'P 1',
  [Tags.StudyInstanceUID]: '1.2.3',
  [Tags.SeriesNumber]: 7,
  [Tags.AcquisitionDateTime]: '20260131103000+0100',
  [Tags.RequestAttributesSequence]: [
    { [Tags.ScheduledProcedureStepID]: 'S1', [Tags.RequestedProcedureID]: 'R1' },
    { [Tags.ScheduledProcedureStepID]: 'S2', [Tags.RequestedProcedureID]: 'R2' },
  ],
} satisfies ElementMap

function isMatch(query: ElementMap, options?: MatchOptions, elements: ElementMap = study): boolean {
  return matches(dataSetOf(elements), dataSetOf(query), options)
}

interface Case {
  readonly query: ElementMap
  readonly expected: boolean
  readonly options?: MatchOptions
}

function table(cases: { readonly [rule: string]: Case }): void {
  for (const [rule, { query, expected, options }] of Object.entries(cases)) {
    it(rule, () => assert.equal(isMatch(query, options), expected))
  }
}

describe('matches', () => {
  table({
    'nothing asked: everything': { query: {}, expected: true },
    'an empty key matches everything, absent attributes too': {
      query: { [Tags.PatientID]: '', [Tags.PatientSex]: null, [Tags.StudyDescription]: '' }, expected: true,
    },
    'a single value': { query: { [Tags.PatientID]: 'P 1' }, expected: true },
    'a single value, case and all': { query: { [Tags.PatientID]: 'p 1' }, expected: false },
    'no attribute that is absent': { query: { [Tags.PatientSex]: 'F' }, expected: false },
    'no attribute that is empty': { query: { [Tags.StudyDescription]: 'Thorax' }, expected: false },
    'an asterisk alone matches what is empty': { query: { [Tags.StudyDescription]: '*', [Tags.PatientSex]: '**' }, expected: true },
    'all keys, not one': { query: { [Tags.PatientID]: 'P 1', [Tags.AccessionNumber]: 'A-2' }, expected: false },
    'a UID of a list': { query: { [Tags.StudyInstanceUID]: ['1.2.4', '1.2.3'] }, expected: true },
    'no UID of a list': { query: { [Tags.StudyInstanceUID]: ['1.2.4', '1.2.33'] }, expected: false },
    'one of several values': { query: { [Tags.ModalitiesInStudy]: 'SR' }, expected: true },
    'one of several keys': { query: { [Tags.ModalitiesInStudy]: ['MR', 'CT'] }, expected: true },
    'wildcards': { query: { [Tags.AccessionNumber]: '*-?' }, expected: true },
    'wildcards, of one character at least': { query: { [Tags.AccessionNumber]: 'A-1?' }, expected: false },
    'no wildcards in UIDs': { query: { [Tags.StudyInstanceUID]: '1.2.*' }, expected: false },
    'a decimal by its number': { query: { [Tags.SeriesNumber]: '007' }, expected: true },
    'what tells how to read the query is no key': {
      query: { [Tags.QueryRetrieveLevel]: 'STUDY', [Tags.SpecificCharacterSet]: 'ISO_IR 100', 0x00080000: 4 }, expected: true,
    },
  })
})

describe('dates and times match', () => {
  table({
    'a day': { query: { [Tags.StudyDate]: '20260131' }, expected: true },
    'a range': { query: { [Tags.StudyDate]: '20260101-20260131' }, expected: true },
    'a range with an open start': { query: { [Tags.StudyDate]: '-20260130' }, expected: false },
    'a range with an open end': { query: { [Tags.StudyDate]: '20260131-' }, expected: true },
    'a range in the old form': { query: { [Tags.StudyDate]: '2026.01.30-2026.02.01' }, expected: true },
    'nothing, where the range cannot be understood': { query: { [Tags.StudyDate]: 'yesterday' }, expected: false },
    'a time by the precision of the key': { query: { [Tags.StudyTime]: '1030' }, expected: true },
    'a range of times': { query: { [Tags.StudyTime]: '0800-1030' }, expected: true },
    'a time out of range': { query: { [Tags.StudyTime]: '1031-' }, expected: false },
    'a moment across time zones': { query: { [Tags.AcquisitionDateTime]: '20260131093000+0000' }, expected: true },
    'a range of moments': { query: { [Tags.AcquisitionDateTime]: '20260131093001-' }, expected: false },
    'a moment in the time zone of the query': {
      query: { [Tags.AcquisitionDateTime]: '2026013104', [Tags.TimezoneOffsetFromUTC]: '-0500' }, expected: true,
    },
    'each by itself, unless agreed otherwise': {
      query: { [Tags.StudyDate]: '20260130-20260201', [Tags.StudyTime]: '1200-1300' }, expected: false,
    },
    'as one moment, where agreed': {
      query: { [Tags.StudyDate]: '20260130-20260201', [Tags.StudyTime]: '1200-1300' },
      options: { combinedDateTime: true }, expected: true,
    },
    'as one moment, to its end': {
      query: { [Tags.StudyDate]: '20260130-20260131', [Tags.StudyTime]: '1200-1029' },
      options: { combinedDateTime: true }, expected: false,
    },
    'as one moment with open ends': {
      query: { [Tags.StudyDate]: '20260131-', [Tags.StudyTime]: '1030-' }, options: { combinedDateTime: true }, expected: true,
    },
  })
})

describe('names match', () => {
  const name = (key: string, options?: MatchOptions): boolean => isMatch({ [Tags.PatientName]: key }, options)
  const cases: { readonly [key: string]: boolean } = {
    'Müller-Lüdenscheidt^Jörg Otto': true, 'muller-ludenscheidt^jorg otto': true, 'MÜLLER*': true, 'Müller-Lüdenscheidt': false,
    'Müller-Lüdenscheidt^Jörg Otto^^': true, '山田*': true, '*=山田^太郎': true, '*=田中*': false, '==やまだ*': true,
    '*^Otto': false, '*otto': true, 'Jörg Müller-Lüdenscheidt': false,
  }
  for (const [key, expected] of Object.entries(cases)) {
    it(`"${key}": ${expected ? 'yes' : 'no'}`, () => assert.equal(name(key), expected))
  }
  it('to the letter, where that is asked', () => {
    assert.equal(name('muller*', { foldNames: false }), false)
    assert.equal(name('Müller*', { foldNames: false }), true)
  })
  it('in any order, where that is asked', () => {
    const options = { namesInAnyOrder: true }
    const found = ['jorg müller-*', 'otto, JORG', 'Otto^Jörg^Müller-Lüdenscheidt', '太郎 山田'].map((key) => name(key, options))
    assert.deepEqual(found, [true, true, true, true])
    assert.deepEqual(['otto otto', 'jorg meier'].map((key) => name(key, options)), [false, false])
  })
  it('without what readers do not distinguish', () => {
    assert.equal(folded('  ÅNGSTRÖM  Łukasz ﾔﾏﾀﾞ ß '), 'angstrom lukasz ヤマダ ss')
    assert.equal(folded('が'), 'が')
  })
})

describe('sequences match', () => {
  const key = (item: ElementMap) => ({ [Tags.RequestAttributesSequence]: [item] })
  table({
    'where one item has all that is asked': {
      query: key({ [Tags.ScheduledProcedureStepID]: 'S2', [Tags.RequestedProcedureID]: 'R*' }), expected: true,
    },
    'not where each is in another item': {
      query: key({ [Tags.ScheduledProcedureStepID]: 'S2', [Tags.RequestedProcedureID]: 'R1' }), expected: false,
    },
    'always, where nothing is asked of the items': {
      query: { ...key({}), [Tags.ReferencedStudySequence]: [{}], [Tags.ReferencedSeriesSequence]: [] }, expected: true,
    },
    'not where there is no such sequence': { query: { [Tags.ReferencedStudySequence]: [{ [Tags.ReferencedSOPInstanceUID]: '1' }] }, expected: false },
  })
})

describe('wildcards', () => {
  const cases: readonly (readonly [text: string, pattern: string, expected: boolean])[] = [
    ['abc', 'abc', true], ['abc', 'a*', true], ['abc', '*c', true], ['abc', 'a?c', true], ['abc', '*', true], ['', '*', true],
    ['', '?', false], ['abc', 'ab', false], ['abc', 'bc', false], ['abab', '*ab', true], ['aab', '*a?', true], ['a.c', 'a.c', true],
    ['abc', 'a.c', false], ['𠮷野', '?野', true], ['a\nb', 'a*b', true],
  ]
  for (const [text, pattern, expected] of cases) {
    it(`"${pattern}" on "${text}": ${expected ? 'yes' : 'no'}`, () => assert.equal(matchesWildcard(text, pattern), expected))
  }
  it('cost no more than the product of the lengths', () => {
    const started = process.cpuUsage().user
    assert.equal(matchesWildcard('a'.repeat(2000), `${'*a'.repeat(500)}b`), false)
    assert.ok(process.cpuUsage().user - started < 1_000_000)
  })
})
