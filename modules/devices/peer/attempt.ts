/** How the sending of one Instance went. */

/** `later`: the same may work in a while. */
export interface Attempt {
  readonly kind: 'done' | 'failed' | 'later'
  /** DIMSE status or failure reason, where the device gave one. */
  readonly status: number | null
  /** In English; empty if it went well. */
  readonly reason: string
}

/** What became of an Instance in the end. */
export interface InstanceOutcome extends Omit<Attempt, 'kind'> {
  readonly instanceUid: string
  readonly isDone: boolean
}
