import { encodeDataSet, readDataSet, Tags, TransferSyntaxes, type ElementMap } from '@filmjacket/dicom-data'
import type { QueryLevel } from '@filmjacket/dicom-net'
import { describe, expect, it } from 'vitest'
import { readRetrieval } from './retrieval.ts'

const { implicitVrLittleEndian: syntax } = TransferSyntaxes

function read(level: QueryLevel, elements: ElementMap) {
  return readRetrieval(readDataSet(encodeDataSet(elements, syntax), syntax), level)
}

const anyOf = (...values: readonly string[]) => ({ kind: 'any-of', values })

describe('a retrieval', () => {
  it('asks by the unique key of its level, narrowed by those above', () => {
    expect(read('SERIES', { [Tags.PatientID]: 'P1', [Tags.StudyInstanceUID]: '1.2', [Tags.SeriesInstanceUID]: ['1.2.1', '1.2.2'] }))
      .toEqual({ kind: 'wanted', filter: { patientId: anyOf('P1'), studyUid: anyOf('1.2'), seriesUid: anyOf('1.2.1', '1.2.2') } })
  })
  it('does not look at keys below its level, nor at any that is not unique', () => {
    expect(read('STUDY', { [Tags.StudyInstanceUID]: '1.2', [Tags.SeriesInstanceUID]: '9', [Tags.PatientName]: 'x' }))
      .toEqual({ kind: 'wanted', filter: { studyUid: anyOf('1.2') } })
  })

  const malformed: Record<string, [level: QueryLevel, elements: ElementMap, tag: number]> = {
    'lacks its unique key': ['STUDY', { [Tags.PatientID]: 'P1' }, Tags.StudyInstanceUID],
    'has it empty': ['PATIENT', { [Tags.PatientID]: '' }, Tags.PatientID],
    'asks for everything': ['PATIENT', { [Tags.PatientID]: '*' }, Tags.PatientID],
    'has a wildcard': ['PATIENT', { [Tags.PatientID]: 'P*' }, Tags.PatientID],
    'has a wildcard above its level': ['STUDY', { [Tags.PatientID]: 'P?', [Tags.StudyInstanceUID]: '1.2' }, Tags.PatientID],
  }
  for (const [what, [level, elements, tag]] of Object.entries(malformed)) {
    it(`that ${what} is refused`, () => {
      expect(read(level, elements)).toEqual({ kind: 'malformed', tag })
    })
  }
})
