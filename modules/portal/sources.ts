/**
 * Where images of an exam may be besides here: every PACS whose device lets patients download.
 *
 * The portal knows no protocol; who assembles the product brings the devices.
 *
 * @module
 */

export interface ExamSource {
  /** Of the device. */
  readonly id: string
  readonly instances: number
}

export interface Compared {
  readonly sources: readonly ExamSource[]
  /** Sources that did not answer: they may have more. */
  readonly unanswered: number
}

export interface FetchContext {
  readonly signal: AbortSignal
  /** Images of the exam that are here so far. */
  readonly progress: (fetched: number) => void
}

/** Not all of what a source has came home. Another try asks only for what is missing. */
export type Fetched = 'all' | 'incomplete'

export interface ExamSources {
  compare(studyId: string, signal: AbortSignal): Promise<Compared>
  /** Brings home what is missing, through the doors by which images always come in. */
  fetch(studyId: string, source: ExamSource, context: FetchContext): Promise<Fetched>
  /** Brings home once more what was here, by SOP Instance UID. */
  fetchAgain(studyId: string, instanceUids: readonly string[], context: FetchContext): Promise<FetchedAgain>
}

/** Of images of which the files here are lost. `absent`: whoever was asked answered, and none has what is left. */
export type FetchedAgain = 'here' | 'absent' | 'failed'

/** A site without a PACS to ask. */
export const noSources: ExamSources = {
  compare: () => Promise.resolve({ sources: [], unanswered: 0 }),
  fetch: () => Promise.resolve('all'),
  fetchAgain: () => Promise.resolve('absent'),
}
