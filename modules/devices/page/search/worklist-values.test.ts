import { describe, expect, it } from 'vitest'
import type { RemoteDevice } from '../../contract.ts'
import { flawsOfWorklist, worklistSearchOf, worklistValues } from './worklist-values.ts'

const device = { id: 'dev_1', worklistModality: null } as RemoteDevice
const today = worklistValues(device, '2026-03-01')

describe('a worklist search', () => {
  it('asks for today, of all modalities, unless told otherwise', () => {
    expect(worklistSearchOf(today)).toEqual({ deviceId: 'dev_1', modality: '', dateFrom: '2026-03-01', dateTo: '2026-03-01' })
  })

  it('begins with the modality that the device is set to', () => {
    expect(worklistSearchOf(worklistValues({ ...device, worklistModality: 'MR' }, '2026-03-01')).modality).toBe('MR')
  })

  it('asks for any day, and for words that stand anywhere, where that is wanted', () => {
    expect(worklistSearchOf({ ...today, isOnDays: false, isBroad: true, patientName: ' roe ' }))
      .toEqual({ deviceId: 'dev_1', modality: '', isBroad: true, patientName: 'roe' })
  })

  it('is not taken without a device, without the modality or the day that it is to be of, or with crossed dates', () => {
    expect(flawsOfWorklist(worklistValues(undefined, '2026-03-01'))).toEqual({ deviceId: 'deviceMissing' })
    expect(flawsOfWorklist({ ...today, isAnyModality: false, modality: ' ' })).toEqual({ modality: 'modalityBad' })
    expect(flawsOfWorklist({ ...today, from: '', to: '' })).toEqual({ from: 'datesMissing' })
    expect(flawsOfWorklist({ ...today, to: '2026-02-01' })).toEqual({ to: 'datesCrossed' })
    expect(flawsOfWorklist({ ...today, isOnDays: false, to: '2026-02-01' })).toEqual({})
  })
})
