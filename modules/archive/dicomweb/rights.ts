import type { Caller } from '../../../platform/server/auth/caller.ts'

/** Viewing is metadata, frames and pictures; downloading is whole Instances. */
export type ImageAction = 'view' | 'download'

/** Who may see what. The archive does not know: it asks. */
export interface ImageRights {
  /** Ids of the Studies that the caller may look for; null for all. */
  studies(caller: Caller): Promise<readonly string[] | null>
  may(caller: Caller, action: ImageAction, studyId: string): Promise<boolean>
  /**
   * Aborts as soon as somebody takes back what lets the caller have the Study, while an answer runs, which is `over` in the end.
   * Undefined for who needs no such leave.
   */
  untilEnded?(caller: Caller, studyId: string, over: AbortSignal): Promise<AbortSignal | undefined>
}
