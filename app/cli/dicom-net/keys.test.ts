import assert from 'node:assert/strict'
import { encodeDataSet, readDataSet, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { InvalidArgumentError } from 'commander'
import { describe, it } from 'vitest'
import { keysOf, parseKey } from './keys.ts'

const { explicitVrLittleEndian: syntax } = TransferSyntaxes

describe('query keys', () => {
  const cases = {
    'PatientName=Doe*': { tags: [0x00100010], value: 'Doe*' },
    'patientid': { tags: [0x00100020], value: '' },
    '0008,0060=CT': { tags: [0x00080060], value: 'CT' },
    '(0008,0060)=': { tags: [0x00080060], value: '' },
    '00080060=a=b': { tags: [0x00080060], value: 'a=b' },
    'ScheduledProcedureStepSequence.Modality=MR': { tags: [0x00400100, 0x00080060], value: 'MR' },
  }
  for (const [text, key] of Object.entries(cases)) it(text, () => assert.deepEqual(parseKey(text), key))
  it('of no element are refused', () => assert.throws(() => parseKey('PatientNome=x'), InvalidArgumentError))

  it('are the usual ones, but those that are typed as typed; within items together', () => {
    const typed = ['StudyInstanceUID=1.2\\1.3', 'ScheduledProcedureStepSequence.Modality=CT'].map(parseKey)
    const usual = ['PatientID', 'StudyInstanceUID', 'ScheduledProcedureStepSequence.ScheduledStationAETitle'].map(parseKey)
    const keys = readDataSet(encodeDataSet(keysOf(typed, usual), syntax), syntax)
    assert.deepEqual(keys.texts(Tags.StudyInstanceUID), ['1.2', '1.3'])
    assert.ok(keys.has(Tags.PatientID))
    const [step, ...others] = keys.items(Tags.ScheduledProcedureStepSequence)
    assert.deepEqual([step?.text(Tags.Modality), step?.has(Tags.ScheduledStationAETitle), others.length], ['CT', true, 0])
  })
  it('ask for a whole sequence by an empty item', () => {
    const keys = readDataSet(encodeDataSet(keysOf([parseKey('ReferencedStudySequence')], []), syntax), syntax)
    assert.equal(keys.items(Tags.ReferencedStudySequence).length, 1)
  })
})
