import Type from 'typebox'
import { job } from '../../../platform/server/jobs.ts'
import { FETCH_DAMAGED } from './fetch-again.ts'

export interface Upkeep {
  scrub(signal: AbortSignal): Promise<void>
  watchDisk(): Promise<void>
  age(signal: AbortSignal): Promise<void>
  compact(signal: AbortSignal): Promise<void>
  move(signal: AbortSignal): Promise<void>
  fetchAgain(signal: AbortSignal): Promise<void>
}

/** Reads on where it was. One process at a time does; reading a file twice does no harm. */
const checkFiles = job({
  kind: 'archive.check-files', payload: Type.Object({}), attempts: 1, every: '* * * * *',
  run: (upkeep: Upkeep, _, { signal }) => upkeep.scrub(signal),
})

/** Only a change of level is told. */
const lookAtDisk = job({
  kind: 'archive.watch-disk', payload: Type.Object({}), attempts: 1, every: '*/5 * * * *',
  run: (upkeep: Upkeep) => upkeep.watchDisk(),
})

/** What is gone is not due any more: twice removes nothing twice. */
const removeAged = job({
  kind: 'archive.remove-aged', payload: Type.Object({}), attempts: 1, every: '15 2 * * *',
  run: (upkeep: Upkeep, _, { signal }) => upkeep.age(signal),
})

/** Gives the room of what was removed back to the disk. A segment that is gone is not written anew twice. */
const compactSegments = job({
  kind: 'archive.compact-segments', payload: Type.Object({}), attempts: 1, every: '15 3 * * *',
  run: (upkeep: Upkeep, _, { signal }) => upkeep.compact(signal),
})

/** Goes on where the last turn ended; one process at a time does. */
const moveSegments = job({
  kind: 'archive.move-segments', payload: Type.Object({}), attempts: 1, every: '* * * * *',
  run: (upkeep: Upkeep, _, { signal }) => upkeep.move(signal),
})

/** What came is not damaged any more, and nobody is asked for it again. */
const fetchDamaged = job({
  ...FETCH_DAMAGED, payload: Type.Object({}), every: '25 * * * *',
  run: (upkeep: Upkeep, _, { signal }) => upkeep.fetchAgain(signal),
})

export const upkeepJobs = [checkFiles, lookAtDisk, removeAged, compactSegments, moveSegments, fetchDamaged]
