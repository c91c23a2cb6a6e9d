/**
 * What a device that holds images can be asked, whichever protocol it speaks.
 *
 * @module
 */
import type { RemoteStudy, StudySearch } from '../contract.ts'

/** A Study as a device describes it. */
export type FoundStudy = Omit<RemoteStudy, 'here' | 'studyId'>

/** An Instance that a device says it holds. */
export interface RemoteInstance {
  readonly seriesUid: string
  readonly instanceUid: string
  /** Empty where it does not tell. */
  readonly sopClassUid: string
}

export type StudyKeys = Omit<StudySearch, 'deviceId'>

/** Each may throw a DeviceError, and ends early if `signal` is aborted. */
export interface RemoteArchive {
  /** As they come; leaving the loop cancels. */
  studies(keys: StudyKeys): AsyncGenerator<FoundStudy, void, undefined>
  study(studyUid: string): Promise<FoundStudy | undefined>
  instancesOf(study: FoundStudy): Promise<readonly RemoteInstance[]>
  close(): Promise<void>
}
