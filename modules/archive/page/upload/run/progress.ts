/** What a page shows of an upload that is under way. */
import type { FileOutcome } from '../../../contract.ts'
import type { Pace } from './pace.ts'

/** Why it stands still, until its person lets it go on. */
export type PauseReason = 'asked' | 'full' | 'daily-limit' | 'signed-out'

export type Phase =
  | { readonly kind: 'idle' }
  /** What was chosen is being counted. */
  | { readonly kind: 'listing' }
  | { readonly kind: 'running' }
  /** The server cannot be reached: it is tried again by itself. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'paused', readonly why: PauseReason }
  | { readonly kind: 'ended', readonly how: 'done' | 'cancelled' | 'nothing' }
  | { readonly kind: 'failed', readonly error: Error }

export type OutcomeCounts = Readonly<Record<FileOutcome, number>>

export interface Progress extends Pace {
  readonly phase: Phase
  readonly uploadId: string | null
  readonly label: string
  /** As chosen. */
  readonly files: number
  readonly bytes: number
  /** Of which it is known what became of them; bytes on their way count. */
  readonly doneFiles: number
  readonly doneBytes: number
  readonly counts: OutcomeCounts
}

export const NO_COUNTS: OutcomeCounts = { taken: 0, duplicate: 0, held: 0, refused: 0, skipped: 0 }

export const IDLE: Progress = {
  phase: { kind: 'idle' }, uploadId: null, label: '', files: 0, bytes: 0, doneFiles: 0, doneBytes: 0, counts: NO_COUNTS,
  bytesPerSecond: null, remainingMs: null,
}

/** Leaving the page would break it. */
export function isUnderWay({ kind }: Phase): boolean {
  return kind === 'listing' || kind === 'running' || kind === 'waiting' || kind === 'paused'
}
