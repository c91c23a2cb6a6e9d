/**
 * What is asked and told about the safekeeping of Instances. PS3.4 §J.3.2, §J.3.3.
 *
 * @module
 */
import { Tags, type DataSet, type ElementMap } from '@filmjacket/dicom-data'

export interface InstanceReference {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
}

/** Failure Reason (0008,1197). PS3.4 §J.3.3.1.1. */
export const CommitmentFailure = {
  processingFailure: 0x0110,
  noSuchInstance: 0x0112,
  classInstanceConflict: 0x0119,
  sopClassNotSupported: 0x0122,
  duplicateTransactionUid: 0x0131,
  resourceLimitation: 0x0213,
} as const

export interface FailedReference extends InstanceReference {
  readonly reason: number
}

/** Will you keep these? */
export interface CommitmentQuestion {
  readonly transactionUid: string
  readonly references: readonly InstanceReference[]
}

/** These are kept; those are not. */
export interface CommitmentReport {
  readonly transactionUid: string
  readonly stored: readonly InstanceReference[]
  readonly failed: readonly FailedReference[]
}

/** PS3.4 Table J.3-1. */
export function encodeQuestion({ transactionUid, references }: CommitmentQuestion): ElementMap {
  return { [Tags.TransactionUID]: transactionUid, [Tags.ReferencedSOPSequence]: references.map(item) }
}

/** @returns null if it has no Transaction UID or refers to nothing. */
export function decodeQuestion(dataSet: DataSet): CommitmentQuestion | null {
  const transactionUid = dataSet.text(Tags.TransactionUID)
  const references = referencesOf(dataSet, Tags.ReferencedSOPSequence)
  return transactionUid === undefined || references.length === 0 ? null : { transactionUid, references }
}

/** PS3.4 Table J.3-2. */
export function encodeReport({ transactionUid, stored, failed }: CommitmentReport): ElementMap {
  return {
    [Tags.TransactionUID]: transactionUid,
    ...(stored.length > 0 && { [Tags.ReferencedSOPSequence]: stored.map(item) }),
    ...(failed.length > 0 && {
      [Tags.FailedSOPSequence]: failed.map((each) => ({ ...item(each), [Tags.FailureReason]: each.reason })),
    }),
  }
}

/** @returns null if it has no Transaction UID. */
export function decodeReport(dataSet: DataSet): CommitmentReport | null {
  const transactionUid = dataSet.text(Tags.TransactionUID)
  if (transactionUid === undefined) return null
  const failed = dataSet.items(Tags.FailedSOPSequence).map((each) => ({
    ...referenceOf(each), reason: each.number(Tags.FailureReason) ?? CommitmentFailure.processingFailure,
  }))
  return { transactionUid, stored: referencesOf(dataSet, Tags.ReferencedSOPSequence), failed }
}

function item({ sopClassUid, sopInstanceUid }: InstanceReference): { readonly [tag: number]: string } {
  return { [Tags.ReferencedSOPClassUID]: sopClassUid, [Tags.ReferencedSOPInstanceUID]: sopInstanceUid }
}

function referencesOf(dataSet: DataSet, tag: number): InstanceReference[] {
  return dataSet.items(tag).map(referenceOf)
}

function referenceOf(each: DataSet): InstanceReference {
  return {
    sopClassUid: each.text(Tags.ReferencedSOPClassUID) ?? '',
    sopInstanceUid: each.text(Tags.ReferencedSOPInstanceUID) ?? '',
  }
}
