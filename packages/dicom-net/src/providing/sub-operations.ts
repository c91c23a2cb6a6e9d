/** Counting the sub-operations of a C-MOVE or C-GET. PS3.4 §C.4.2.1, §C.4.3.1. */
import { Tags } from '@filmjacket/dicom-data'
import { encodeIdentifier } from '../identifier.ts'
import type { SubOperations } from '../messages/retrieve.ts'
import type { SentStep } from '../services.ts'
import { Status, statusKind } from '../status.ts'

/** What fits into one element of VR UI with a 16-bit length; more could not be told. */
const LIST_BYTES = 0xfffe

/** What fits into a number of sub-operations. */
const COUNT_MAX = 0xffff

export class SubOperationCount {
  #planned = 0
  #completed = 0
  #warning = 0
  #failed = 0
  #failedUids: string[] = []
  #failedBytes = 0

  plan(count: number): void {
    this.#planned = count
  }

  add({ sopInstanceUid, status }: SentStep): void {
    const kind = statusKind(status)
    if (kind === 'success') this.#completed++
    else if (kind === 'warning') this.#warning++
    else this.#fail(sopInstanceUid)
  }

  counts(tellsRemaining: boolean): SubOperations {
    const remaining = Math.max(0, this.#planned - this.#completed - this.#warning - this.#failed)
    return {
      remaining: tellsRemaining ? Math.min(remaining, COUNT_MAX) : null,
      completed: Math.min(this.#completed, COUNT_MAX),
      failed: Math.min(this.#failed, COUNT_MAX),
      warning: Math.min(this.#warning, COUNT_MAX),
    }
  }

  /** PS3.4 Tables C.4-2, C.4-3. */
  outcome(): number {
    if (this.#failed > 0 && this.#completed + this.#warning === 0) return Status.noSubOperationSucceeded
    return this.#failed + this.#warning > 0 ? Status.someSubOperationsFailed : Status.success
  }

  /** Failed SOP Instance UID List (0008,0058); null if nothing failed. */
  failedList(transferSyntax: string): Uint8Array | null {
    if (this.#failedUids.length === 0) return null
    return encodeIdentifier({ [Tags.FailedSOPInstanceUIDList]: this.#failedUids }, transferSyntax)
  }

  #fail(sopInstanceUid: string): void {
    this.#failed++
    this.#failedBytes += sopInstanceUid.length + 1
    if (this.#failedBytes <= LIST_BYTES) this.#failedUids.push(sopInstanceUid)
  }
}
