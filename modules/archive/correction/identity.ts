/**
 * Whose a Study is, as far as a person may correct it: what the order and the Patient's record say, and nothing else.
 *
 * @module
 */
import { Tags, type Tag } from '@filmjacket/dicom-data'
import { foldedName } from '../query.ts'

export interface Identity {
  readonly patientId: string
  readonly issuer: string
  /** PN. */
  readonly patientName: string
  /** DA, or empty. */
  readonly birthDate: string
  readonly sex: string
  readonly accessionNumber: string
}

export type Changed = Partial<Identity>

/** In the order of their tags. */
export const identityTags = {
  accessionNumber: Tags.AccessionNumber,
  patientName: Tags.PatientName,
  patientId: Tags.PatientID,
  issuer: Tags.IssuerOfPatientID,
  birthDate: Tags.PatientBirthDate,
  sex: Tags.PatientSex,
} as const satisfies { readonly [name in keyof Identity]: Tag }

export const identityNames = Object.keys(identityTags) as readonly (keyof Identity)[]

/** What tells one Patient from another. PS3.3 C.7.1.1. */
export const patientKeys = ['patientId', 'issuer'] as const
/** What is the same in all Studies of a Patient. */
export const personNames = ['patientName', 'birthDate', 'sex'] as const

export type Person = Pick<Identity, (typeof personNames)[number]>

export function personOf({ patientName, birthDate, sex }: Person): Person {
  return { patientName, birthDate, sex }
}

/** What of `wished` is not so in `current`. */
export function differences(current: Identity, wished: Identity): Changed {
  return Object.fromEntries(identityNames.flatMap((name) => (current[name] === wished[name] ? [] : [[name, wished[name]]])))
}

export function withChanges(identity: Identity, changes: Iterable<Changed>): Identity {
  let now = identity
  for (const change of changes) now = { ...now, ...change }
  return now
}

/** Of the Patient, and not of the order alone. */
export function isAnother(changed: Changed): boolean {
  return patientKeys.some((name) => changed[name] !== undefined)
}

/**
 * What a Study would be called if it took the identity of its order: what the order leaves open stays, and a name that is only
 * spelled otherwise is the same. Null where nothing would change. Pure.
 */
export function asOrdered(current: Identity, order: Identity): Identity | null {
  const isSamePatient = order.patientId === current.patientId
  const wished: Identity = {
    patientId: order.patientId || current.patientId,
    issuer: order.issuer || (isSamePatient ? current.issuer : ''),
    patientName: order.patientName === '' || foldedName(order.patientName) === foldedName(current.patientName) ? current.patientName : order.patientName,
    birthDate: order.birthDate || current.birthDate,
    sex: order.sex || current.sex,
    accessionNumber: order.accessionNumber || current.accessionNumber,
  }
  return Object.keys(differences(current, wished)).length === 0 ? null : wished
}
