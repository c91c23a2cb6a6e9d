/** What staff type about an examination, beside what the contract wants of it. Pure. */
import { personName } from '../../../platform/web/person-name.ts'
import type { EntryView, NewEntry } from '../contract.ts'
import { daOf, dayOf, timeOf, tmOf } from './days.ts'
import { pnOf } from './names.ts'

/** As fields of a form: days and times as a browser has them, names as people write them. */
export interface EntryValues {
  readonly patientId: string
  readonly issuer: string
  readonly patientName: string
  readonly birthDate: string
  readonly sex: NewEntry['sex'] & string
  readonly accessionNumber: string
  readonly description: string
  readonly modality: string
  readonly stationAeTitle: string
  readonly date: string
  readonly time: string
  readonly performingPhysician: string
  readonly referringPhysician: string
  readonly notes: string
}

/** @param day - on which a new one is planned. */
export function valuesOf(entry: EntryView | null, day: string): EntryValues {
  if (entry === null) {
    return {
      patientId: '', issuer: '', patientName: '', birthDate: '', sex: '', accessionNumber: '', description: '', modality: '', stationAeTitle: '',
      date: day, time: '', performingPhysician: '', referringPhysician: '', notes: '',
    }
  }
  const { patientId, issuer, accessionNumber, description, modality, stationAeTitle, notes, sex } = entry
  return {
    patientId, issuer, accessionNumber, description, modality, stationAeTitle, notes,
    sex: sex === 'M' || sex === 'F' || sex === 'O' ? sex : '', patientName: personName(entry.patientName),
    birthDate: dayOf(entry.birthDate), date: dayOf(entry.date), time: timeOf(entry.time),
    performingPhysician: personName(entry.performingPhysician), referringPhysician: personName(entry.referringPhysician),
  }
}

export function entryOf(values: EntryValues, before: EntryView | null): NewEntry {
  return {
    patientId: values.patientId.trim(), issuer: values.issuer.trim(), patientName: pnOf(values.patientName, before?.patientName),
    birthDate: daOf(values.birthDate), sex: values.sex, accessionNumber: values.accessionNumber.trim(), description: values.description.trim(),
    modality: values.modality.trim().toUpperCase(), stationAeTitle: values.stationAeTitle, date: daOf(values.date), time: tmOf(values.time),
    performingPhysician: pnOf(values.performingPhysician, before?.performingPhysician),
    referringPhysician: pnOf(values.referringPhysician, before?.referringPhysician), notes: values.notes,
  }
}

/** Only what differs, so that two people do not undo each other's work. */
export function changeOf(values: EntryValues, before: EntryView): Partial<NewEntry> {
  const said = Object.entries(entryOf(values, before))
  const known: Readonly<Record<string, unknown>> = { ...before, time: tmOf(timeOf(before.time)) }
  return Object.fromEntries(said.filter(([name, value]) => value !== known[name]))
}

/** What is wrong with a field; the page has a sentence for each. */
export type Flaw =
  | 'patientIdMissing' | 'nameMissing' | 'nameTooLong' | 'descriptionMissing' | 'modalityBad' | 'dateMissing' | 'timeMissing'

export type Flaws = { readonly [Field in keyof EntryValues]?: Flaw }

const GROUP_MAX = 64

export function flawsOf(values: EntryValues): Flaws {
  const isLong = (name: string) => pnOf(name).length > GROUP_MAX
  const found: { readonly [Field in keyof EntryValues]?: Flaw | null } = {
    patientId: values.patientId.trim() === '' ? 'patientIdMissing' : null,
    patientName: pnOf(values.patientName) === '' ? 'nameMissing' : isLong(values.patientName) ? 'nameTooLong' : null,
    description: values.description.trim() === '' ? 'descriptionMissing' : null,
    modality: /^[A-Z0-9_]{1,16}$/.test(values.modality.trim().toUpperCase()) ? null : 'modalityBad',
    date: values.date === '' ? 'dateMissing' : null,
    time: values.time === '' ? 'timeMissing' : null,
    performingPhysician: isLong(values.performingPhysician) ? 'nameTooLong' : null,
    referringPhysician: isLong(values.referringPhysician) ? 'nameTooLong' : null,
  }
  return Object.fromEntries(Object.entries(found).filter(([, flaw]) => flaw !== null))
}
