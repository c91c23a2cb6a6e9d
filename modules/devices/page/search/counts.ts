/** What a device holds of a study beside what we hold. Pure. */
import type { RemoteStudy, TransferView } from '../../contract.ts'

/** `unknown`: the device does not tell how many it has, and something is here. */
export type Holding = 'none' | 'part' | 'all' | 'unknown'

export function holdingOf({ instances, here }: Pick<RemoteStudy, 'instances' | 'here'>): Holding {
  if (here === 0) return 'none'
  if (instances === null) return 'unknown'
  return here >= instances ? 'all' : 'part'
}

/**
 * As news of a transfer tell it: what was here when it began, and what came since. A device that does not count its
 * studies has been asked for every image by then.
 */
export function hereAfter(study: RemoteStudy, { direction, studyUid, total, already, moved }: TransferView): RemoteStudy {
  if (direction !== 'retrieve' || studyUid !== study.studyUid) return study
  return { ...study, instances: study.instances ?? total, here: Math.max(study.here, already + moved) }
}

export function isUnderWay({ state }: Pick<TransferView, 'state'>): boolean {
  return state === 'queued' || state === 'running'
}

/** The same once more would ask for what is missing. */
export function isWorthAnother({ state }: Pick<TransferView, 'state'>): boolean {
  return state === 'failed' || state === 'incomplete' || state === 'cancelled'
}
