/** What a person asks a worklist for, as the contract wants it. Pure. */
import type { RemoteDevice, WorklistSearch } from '../../contract.ts'

export interface WorklistValues {
  readonly deviceId: string
  readonly patientName: string
  readonly patientId: string
  readonly accessionNumber: string
  /** Off: of `modality` alone. */
  readonly isAnyModality: boolean
  readonly modality: string
  /** Off: whatever the day. */
  readonly isOnDays: boolean
  readonly from: string
  readonly to: string
  readonly isBroad: boolean
}

/** Today's work, of the modality that the device is set to (NET-06). */
export function worklistValues(device: RemoteDevice | undefined, today: string): WorklistValues {
  const modality = device?.worklistModality ?? ''
  return {
    deviceId: device?.id ?? '', patientName: '', patientId: '', accessionNumber: '', isAnyModality: modality === '', modality,
    isOnDays: true, from: today, to: today, isBroad: false,
  }
}

export type WorklistFlaw = 'deviceMissing' | 'modalityBad' | 'datesMissing' | 'datesCrossed'
export type WorklistFlaws = { readonly [Field in keyof WorklistValues]?: WorklistFlaw }

export function flawsOfWorklist({ deviceId, isAnyModality, modality, isOnDays, from, to }: WorklistValues): WorklistFlaws {
  return {
    ...(deviceId === '' && { deviceId: 'deviceMissing' }),
    ...(!isAnyModality && !/^[A-Z0-9_]{1,16}$/.test(modality.trim().toUpperCase()) && { modality: 'modalityBad' }),
    ...(isOnDays && from === '' && to === '' && { from: 'datesMissing' }),
    ...(isOnDays && from !== '' && to !== '' && from > to && { to: 'datesCrossed' }),
  }
}

export function worklistSearchOf(values: WorklistValues): WorklistSearch {
  const { deviceId, isAnyModality, modality, isOnDays, from, to, isBroad } = values
  const [patientName, patientId, accessionNumber] = [values.patientName.trim(), values.patientId.trim(), values.accessionNumber.trim()]
  return {
    deviceId, modality: isAnyModality ? '' : modality.trim().toUpperCase(),
    ...(patientName !== '' && { patientName }), ...(patientId !== '' && { patientId }), ...(accessionNumber !== '' && { accessionNumber }),
    ...(isOnDays && from !== '' && { dateFrom: from }), ...(isOnDays && to !== '' && { dateTo: to }),
    ...(isBroad && { isBroad }),
  }
}
