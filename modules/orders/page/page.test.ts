import { describe, expect, it } from 'vitest'
import { daOf, dayAfter, dayOf, timeOf, tmOf } from './days.ts'
import { entryOf, flawsOf, valuesOf } from './entry-form.ts'
import { pnOf } from './names.ts'

describe('days', () => {
  it('go on over the ends of months and years', () => {
    expect([dayAfter('2026-12-31', 1), dayAfter('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28'])
  })
  it('are written as DICOM does, and back', () => {
    expect([daOf('2026-11-22'), dayOf('20261122'), dayOf('2026')]).toEqual(['20261122', '2026-11-22', ''])
    expect([tmOf('09:15'), timeOf('091530'), timeOf('x')]).toEqual(['0915', '09:15', ''])
  })
})

describe('a name', () => {
  it('is family and given, and what is not shown of it stays as it was', () => {
    expect([pnOf(' Harbour , Hanna'), pnOf('Harbour'), pnOf('A=B, C^D')]).toEqual(['Harbour^Hanna', 'Harbour', 'A B^C D'])
    expect(pnOf('Yamada, Tarou', 'Yamada^Tarou=山田^太郎')).toBe('Yamada^Tarou=山田^太郎')
    expect(pnOf('Yamada, Jirou', 'Yamada^Tarou=山田^太郎')).toBe('Yamada^Jirou')
  })
})

describe('the form', () => {
  const filled = {
    ...valuesOf(null, '2026-11-22'), patientId: ' W-1 ', patientName: 'Harbour, Hanna', birthDate: '1968-02-14', description: 'CT thorax', modality: 'ct', time: '09:15',
  }
  it('makes an entry of what was typed', () => {
    expect(flawsOf(filled)).toEqual({})
    expect(entryOf(filled, null)).toMatchObject({
      patientId: 'W-1', patientName: 'Harbour^Hanna', birthDate: '19680214', modality: 'CT', date: '20261122', time: '0915', stationAeTitle: '',
    })
  })
  it('says what is missing or cannot be', () => {
    expect(flawsOf(valuesOf(null, ''))).toEqual({
      patientId: 'patientIdMissing', patientName: 'nameMissing', description: 'descriptionMissing', modality: 'modalityBad', date: 'dateMissing', time: 'timeMissing',
    })
    expect(flawsOf({ ...filled, modality: 'C T!', patientName: `${'x'.repeat(60)}, ${'y'.repeat(10)}`, performingPhysician: 'z'.repeat(65) }))
      .toEqual({ modality: 'modalityBad', patientName: 'nameTooLong', performingPhysician: 'nameTooLong' })
  })
})
