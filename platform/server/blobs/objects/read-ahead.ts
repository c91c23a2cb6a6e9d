/**
 * A segment in a store, read as if it were a file: who reads on gets more at a time, so that neighbours come by one request.
 *
 * Who looks here and there, as the check of single files does, gets what is asked for and no more. A read that begins where
 * another ended asks for twice as much as that one did, and the next part is on its way before it is wanted.
 *
 * @module
 */
import type { SegmentBytes } from '../segment-bytes.ts'
import type { SegmentStore } from './segment-store.ts'

const LEAST_AHEAD_BYTES = 256 * 1024
/** Of one request. */
const MOST_BYTES = 2 * 1024 * 1024
/** With the most, 64 MB for all readers of a process. */
const WINDOWS_KEPT = 32
/** Between two blobs lie a header and a note, and perhaps one that nobody wants. */
const NEAR_BYTES = 64 * 1024

interface Window {
  readonly segment: string
  readonly start: number
  readonly end: number
  readonly bytes: Promise<Buffer>
}

/** What one reader is after. */
interface Reach {
  readonly segment: string
  /** Nothing behind it is asked for. */
  readonly end: number
  /** It goes on where another ended: so will the next, most likely. */
  readonly isReadingOn: boolean
}

/** One for a process. The windows that were used last are kept. */
export class ReadAhead {
  readonly #store: SegmentStore
  #windows: readonly Window[] = []

  constructor(store: SegmentStore) {
    this.#store = store
  }

  /** @param size - of the whole segment. */
  open(segment: string, size: number): SegmentBytes {
    const within = (start: number, end: number): Pick<SegmentBytes, 'read'> => {
      const isReadingOn = this.#windows.some((window) => window.segment === segment && start > window.start && start <= window.end + NEAR_BYTES)
      const reach = { segment, end: isReadingOn ? size : Math.min(end, size), isReadingOn }
      return {
        read: async (buffer, offset, length, position) => ({ buffer, bytesRead: await this.#fill(reach, buffer.subarray(offset, offset + length), position) }),
      }
    }
    return {
      within,
      read: (buffer, offset, length, position) => within(position, position + length).read(buffer, offset, length, position),
      stat: () => Promise.resolve({ size }),
      close: () => Promise.resolve(),
    }
  }

  async #fill(reach: Reach, into: Uint8Array, position: number): Promise<number> {
    let filled = 0
    while (filled < into.length && position + filled < reach.end) {
      const at = position + filled
      const window = this.#windowAt(reach, at)
      const part = (await window.bytes).subarray(at - window.start, at - window.start + into.length - filled)
      // The object is shorter than it was: who asked knows what that means.
      if (part.length === 0) break
      into.set(part, filled)
      filled += part.length
      this.#lookAhead(reach, window, at + part.length)
    }
    return filled
  }

  #windowAt({ segment, end, isReadingOn }: Reach, at: number): Window {
    const ours = this.#windows.filter((window) => window.segment === segment)
    const held = ours.find((window) => at >= window.start && at < window.end)
    if (held !== undefined) {
      this.#windows = [held, ...this.#windows.filter((window) => window !== held)]
      return held
    }
    const before = isReadingOn ? ours.find((window) => at >= window.end && at <= window.end + NEAR_BYTES) : undefined
    const length = before === undefined ? MOST_BYTES : Math.min(MOST_BYTES, Math.max(LEAST_AHEAD_BYTES, 2 * (before.end - before.start)))
    return this.#fetch(segment, at, Math.min(end, at + length))
  }

  /** The next window begins to come when the middle of this one is past. */
  #lookAhead(reach: Reach, { start, end }: Window, at: number): void {
    if (end < reach.end && at - start >= (end - start) / 2) this.#windowAt(reach, end).bytes.catch(() => undefined)
  }

  #fetch(segment: string, start: number, end: number): Window {
    const window = { segment, start, end, bytes: this.#store.read(segment, start, end - start) }
    // What failed is asked for anew by the next who wants it.
    window.bytes.catch(() => (this.#windows = this.#windows.filter((other) => other !== window)))
    this.#windows = [window, ...this.#windows].slice(0, WINDOWS_KEPT)
    return window
  }
}
