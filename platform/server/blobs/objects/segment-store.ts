/**
 * Where sealed segments may lie that the disk of the server need not keep: each as one object of a bucket, or as one file of a
 * folder on a slower disk.
 *
 * Every method throws StoreAwayError where the store cannot be asked; what it does not have is told otherwise.
 *
 * @module
 */
import type { Readable } from 'node:stream'

export interface SegmentStore {
  /** Rows remember it, so it stays the same whatever way leads there: what lies in one store is not looked for in another. */
  readonly name: string
  /** Makes ready a store in which nothing of ours lies yet. Doing it twice does no harm. */
  establish(): Promise<void>
  /** All of `bytes` under this name, in place of what may be there. Durable when it resolves. */
  put(segment: string, bytes: Readable, signal: AbortSignal): Promise<void>
  /** What there is of these bytes; fewer at the end. @throws SegmentAbsentError */
  read(segment: string, start: number, length: number): Promise<Buffer>
  /** In bytes; null where it is not there. */
  sizeOf(segment: string): Promise<number | null>
  /** Also what is left of a `put` that was broken off. Where nothing is, nothing is done. */
  remove(segment: string): Promise<void>
}
