/**
 * What STOW-RS answers: which Instances were stored, and why others were not. PS3.18 §10.5.3, Annex I.
 *
 * @module
 */
import { Tags, type ElementMap } from '@filmjacket/dicom-data'

/** Failure Reason (0008,1197). PS3.18 Table I.2-2, PS3.7 Annex C. */
export const FailureReasons = {
  processingFailure: 0x0110,
  duplicateInstance: 0x0111,
  sopClassNotSupported: 0x0122,
  notAuthorized: 0x0124,
  outOfResources: 0xa700,
  mismatch: 0xa900,
  cannotUnderstand: 0xc000,
  transferSyntaxNotSupported: 0xc122,
} as const

/** Warning Reason (0008,1196). */
export const WarningReasons = { coerced: 0xb000, elementsDiscarded: 0xb006, mismatch: 0xb007 } as const

export interface StoredReference {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly retrieveUrl: string
  readonly warningReason?: number
}

export interface FailedReference {
  /** Empty where the Instance could not be read that far. */
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly failureReason: number
}

export interface StoreOutcome {
  /** Of the Study, if all are of one. */
  readonly retrieveUrl: string | null
  readonly stored: readonly StoredReference[]
  readonly failed: readonly FailedReference[]
}

/** The Store Instances Response Module. PS3.18 Table I.2-1. */
export function storeAnswer({ retrieveUrl, stored, failed }: StoreOutcome): ElementMap {
  const references = stored.map(({ sopClassUid, sopInstanceUid, retrieveUrl: url, warningReason }) => ({
    [Tags.ReferencedSOPClassUID]: sopClassUid,
    [Tags.ReferencedSOPInstanceUID]: sopInstanceUid,
    [Tags.RetrieveURL]: url,
    ...(warningReason === undefined ? {} : { [Tags.WarningReason]: warningReason }),
  }))
  const failures = failed.map(({ sopClassUid, sopInstanceUid, failureReason }) => ({
    ...(sopClassUid === '' ? {} : { [Tags.ReferencedSOPClassUID]: sopClassUid }),
    ...(sopInstanceUid === '' ? {} : { [Tags.ReferencedSOPInstanceUID]: sopInstanceUid }),
    [Tags.FailureReason]: failureReason,
  }))
  return {
    ...(retrieveUrl === null ? {} : { [Tags.RetrieveURL]: retrieveUrl }),
    ...(references.length === 0 ? {} : { [Tags.ReferencedSOPSequence]: references }),
    ...(failures.length === 0 ? {} : { [Tags.FailedSOPSequence]: failures }),
  }
}

/** 200 all is well, 202 some are not, 409 none was stored. PS3.18 Table 10.5.3-1. */
export function storeStatus({ stored, failed }: StoreOutcome): 200 | 202 | 409 {
  if (stored.length === 0) return 409
  return failed.length > 0 || stored.some(({ warningReason }) => warningReason !== undefined) ? 202 : 200
}
