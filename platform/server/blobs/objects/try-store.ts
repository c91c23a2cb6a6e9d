import { Readable } from 'node:stream'
import type { Clock } from '../../clock.ts'
import { StoreAwayError, type AwayReason } from '../errors.ts'
import type { SegmentStore } from './segment-store.ts'

/** What an administrator is told of a store: it works, or at which step it does not, in its own words. */
export type StoreTrial =
  | { readonly kind: 'works'; readonly tookMs: number }
  | { readonly kind: 'fails'; readonly step: 'write' | 'read' | 'remove'; readonly reason: AwayReason; readonly words: string }

/** No segment is called so. */
export const NO_SEGMENT = 'test'
const TEXT = 'Filmjacket writes, reads and removes this to see whether it can.'
const PART = [11, 27] as const

/** Does with a few bytes what is done with segments. */
export async function tryStore(store: SegmentStore, clock: Clock, establish: () => Promise<void>): Promise<StoreTrial> {
  const since = clock.now()
  let step: 'write' | 'read' | 'remove' = 'write'
  try {
    await establish()
    await store.put(NO_SEGMENT, Readable.from([Buffer.from(TEXT)], { objectMode: false }), new AbortController().signal)
    step = 'read'
    const [start, end] = PART
    const part = await store.read(NO_SEGMENT, start, end - start)
    if (part.toString() !== TEXT.slice(start, end)) throw new StoreAwayError('unsound', 'a part that was read back had other bytes')
    step = 'remove'
    await store.remove(NO_SEGMENT)
    return { kind: 'works', tookMs: clock.now() - since }
  } catch (error) {
    if (error instanceof StoreAwayError) return { kind: 'fails', step, reason: error.reason, words: error.message }
    throw error
  }
}
