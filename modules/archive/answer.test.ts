import { encodeDataSet, readDataSet, Tags, TransferSyntaxes, type DataSet, type ElementMap } from '@filmjacket/dicom-data'
import type { QueryLevel } from '@filmjacket/dicom-net'
import { describe, expect, it } from 'vitest'
import { answering } from './answer.ts'
import type { Found } from './find.ts'

const { explicitVrLittleEndian, implicitVrLittleEndian, explicitVrBigEndian } = TransferSyntaxes

const header = read({
  [Tags.InstitutionName]: 'Somewhere', [Tags.Rows]: 512, [Tags.PixelSpacing]: ['0.5', '0.5'],
  [Tags.RequestAttributesSequence]: [{ [Tags.RequestedProcedureID]: 'R1', [Tags.ScheduledProcedureStepID]: 'S1' }],
})

const found: Found = {
  patient: { patientId: 'P1', issuer: '', name: 'Müller^Jörg', birthDate: '19700101', sex: 'F' },
  study: {
    id: 'stu_1', uid: '1.2.3', accessionNumber: 'A1', studyId: '', date: '20260102', time: '', description: 'CT', referringPhysician: '',
    instances: 12, sizeBytes: 1,
  },
  series: { id: 'ser_1', uid: '1.2.3.1', modality: 'CT', number: 4, description: 'axial', instances: 7 },
  instance: null, counts: { studies: 1, series: 2, instances: 12 }, modalities: ['CT', 'SR'], sopClasses: null, labels: null, header, cursor: '',
}

function read(elements: ElementMap): DataSet {
  return readDataSet(encodeDataSet(elements, explicitVrLittleEndian), explicitVrLittleEndian)
}

function ask(level: QueryLevel, keys: ElementMap, more: { characterSet?: string; syntax?: typeof explicitVrLittleEndian } = {}) {
  const { syntax = explicitVrLittleEndian, characterSet = null } = more
  const answers = answering(read(keys), level, { aeTitle: 'US', characterSet, transferSyntaxUid: syntax.uid })
  const told = answers.answer(found)
  const isQuick = told instanceof Uint8Array
  const { wants, areAllKeysSupported } = answers
  return { wants, areAllKeysSupported, isQuick, told: readDataSet(isQuick ? told : encodeDataSet(told, syntax), syntax) }
}

const STUDY: ElementMap = { [Tags.PatientName]: '', [Tags.StudyInstanceUID]: '', [Tags.StudyID]: '', [Tags.NumberOfStudyRelatedInstances]: '' }

describe('an answer', () => {
  it('has what was asked for, empty where there is nothing, and where to fetch it', () => {
    const { told, areAllKeysSupported } = ask('STUDY', STUDY)
    expect([...told.tags()]).toEqual([
      Tags.SpecificCharacterSet, Tags.QueryRetrieveLevel, Tags.RetrieveAETitle, Tags.InstanceAvailability, Tags.PatientName,
      Tags.StudyInstanceUID, Tags.StudyID, Tags.NumberOfStudyRelatedInstances,
    ])
    expect([told.text(Tags.PatientName), told.text(Tags.StudyID), told.number(Tags.NumberOfStudyRelatedInstances)]).toEqual(['Müller^Jörg', undefined, 12])
    expect([told.text(Tags.RetrieveAETitle), told.text(Tags.InstanceAvailability)]).toEqual(['US', 'ONLINE'])
    expect(areAllKeysSupported).toBe(true)
  })

  it('leaves out what is not known at its level, and says so', () => {
    const { told, areAllKeysSupported } = ask('STUDY', { ...STUDY, [Tags.SeriesInstanceUID]: '', [Tags.Rows]: null })
    expect([told.has(Tags.SeriesInstanceUID), told.has(Tags.Rows), areAllKeysSupported]).toEqual([false, false, false])
  })

  it('reads what no column holds from the header', () => {
    const { told, wants } = ask('IMAGE', {
      [Tags.Rows]: null, [Tags.PixelSpacing]: '', [Tags.SliceThickness]: '', [Tags.InstitutionName]: '',
      [Tags.RequestAttributesSequence]: [{ [Tags.RequestedProcedureID]: '' }],
    })
    expect(wants).toEqual({ headers: true })
    expect([told.number(Tags.Rows), told.texts(Tags.PixelSpacing), told.text(Tags.InstitutionName)]).toEqual([512, ['0.5', '0.5'], 'Somewhere'])
    expect([told.has(Tags.SliceThickness), told.text(Tags.SliceThickness)]).toEqual([true, undefined])
    const [item] = told.items(Tags.RequestAttributesSequence)
    expect([item?.text(Tags.RequestedProcedureID), item?.has(Tags.ScheduledProcedureStepID)]).toEqual(['R1', false])
  })

  it('asks only for what costs something where it is wanted', () => {
    expect(ask('STUDY', STUDY).wants).toEqual({})
    expect(ask('STUDY', { [Tags.ModalitiesInStudy]: '', [Tags.NumberOfStudyRelatedSeries]: '' }).wants).toEqual({ modalities: true, counts: true })
  })

  const sets: readonly [asked: string | null, device: string | undefined, told: string | undefined][] = [
    [null, undefined, 'ISO_IR 192'], ['ISO_IR 100', undefined, 'ISO_IR 100'], [null, 'ISO_IR 100', 'ISO_IR 100'],
    ['ISO_IR 192', 'ISO_IR 100', 'ISO_IR 192'],
  ]
  for (const [asked, device, expected] of sets) {
    it(`to a question in ${asked ?? 'none'} of a device with ${device ?? 'none'} is in ${expected ?? 'none'}`, () => {
      const keys = { ...STUDY, ...(asked !== null && { [Tags.SpecificCharacterSet]: asked }) }
      const { told } = ask('STUDY', keys, device === undefined ? {} : { characterSet: device })
      expect([told.text(Tags.SpecificCharacterSet), told.text(Tags.PatientName)]).toEqual([expected, 'Müller^Jörg'])
    })
  }

  for (const syntax of [explicitVrLittleEndian, implicitVrLittleEndian]) {
    it(`of text alone is the same quickly and thoroughly encoded, in ${syntax.name}`, () => {
      for (const keys of [STUDY, { [Tags.PatientID]: '', [Tags.ModalitiesInStudy]: '' }]) {
        const options = { aeTitle: 'US', characterSet: null }
        const quick = answering(read(keys), 'STUDY', { ...options, transferSyntaxUid: syntax.uid }).answer(found)
        const thorough = answering(read(keys), 'STUDY', { ...options, transferSyntaxUid: explicitVrBigEndian.uid }).answer(found)
        expect([quick instanceof Uint8Array, thorough instanceof Map]).toEqual([true, true])
        expect(Buffer.from(quick as Uint8Array)).toEqual(Buffer.from(encodeDataSet(thorough as ElementMap, syntax)))
      }
    })
  }
  it('is not encoded quickly where it is not all text', () => {
    expect(ask('IMAGE', { [Tags.Rows]: null }).isQuick).toBe(false)
    expect(ask('STUDY', STUDY, { characterSet: 'ISO_IR 100' }).isQuick).toBe(false)
  })
})
