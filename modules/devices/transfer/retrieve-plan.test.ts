import { Tags } from '@filmjacket/dicom-data'
import { describe, expect, it } from 'vitest'
import type { FoundStudy } from '../peer/remote-archive.ts'
import { stepsFor } from './retrieve-plan.ts'

const study = { studyUid: '1.2', patientId: 'P' } as FoundStudy
/** Two series of three. */
const all = [1, 2, 3, 4, 5, 6].map((n) => ({ seriesUid: n <= 3 ? 'a' : 'b', instanceUid: String(n), sopClassUid: '' }))
const plan = (held: readonly string[], listMax = 50, isPatientRoot = false) =>
  stepsFor({ study, isPatientRoot, all, held: new Set(held), listMax })

describe('what is asked for', () => {
  it('is the study, where nothing of it is here', () => {
    expect(plan([])).toEqual([{ level: 'STUDY', keys: { [Tags.StudyInstanceUID]: '1.2' }, instances: 6 }])
  })
  it('is nothing, where all of it is here', () => expect(plan(['1', '2', '3', '4', '5', '6'])).toEqual([]))
  it('is a series that is missing whole, and of another what is missing', () => {
    expect(plan(['1']).map(({ level, instances }) => [level, instances])).toEqual([['IMAGE', 2], ['SERIES', 3]])
  })
  it('is one instance after the other, of an archive that takes no lists', () => {
    expect(plan(['1', '4', '5', '6'], 1).map(({ keys }) => keys)).toEqual([
      { [Tags.StudyInstanceUID]: '1.2', [Tags.SeriesInstanceUID]: 'a', [Tags.SOPInstanceUID]: ['2'] },
      { [Tags.StudyInstanceUID]: '1.2', [Tags.SeriesInstanceUID]: 'a', [Tags.SOPInstanceUID]: ['3'] },
    ])
    expect(plan([], 1)).toHaveLength(6)
  })
  it('names the patient, where the archive begins with patients', () => {
    expect(plan([], 50, true)[0]?.keys).toEqual({ [Tags.PatientID]: 'P', [Tags.StudyInstanceUID]: '1.2' })
  })
})
