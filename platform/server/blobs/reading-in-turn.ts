/**
 * Many small blobs read one after the other, mostly in the order in which they came: as a download reads them.
 *
 * They lie side by side in a segment, so one read brings many. Who asks for them in another order gets each by a read of its
 * own, and nothing is read in vain.
 *
 * @module
 */
import type { BlobId, BlobReader } from '@filmjacket/bytes'
import type { Place } from './segment.ts'

/** Larger ones are read by themselves. */
const SMALL_BYTES = 64 * 1024
const WINDOW_BYTES = 512 * 1024
/** Between two small blobs lie a header, a note, and perhaps one that nobody asked for. */
const NEAR_BYTES = 32 * 1024

export interface SegmentReading {
  /** Where a blob lies, if that is in memory. */
  knownPlaceOf(blob: BlobId): Place | undefined
  /** @throws BlobDamagedError if it lies nowhere. */
  placeOf(blob: BlobId): Promise<Place>
  /** What there is of these bytes; fewer at the end of the segment. */
  bytesOf(segment: string, start: number, length: number): Promise<Buffer>
  read: BlobReader['read']
}

interface Window {
  readonly segment: string
  readonly start: number
  readonly bytes: Buffer
}

/** For one reader: it remembers where that is. */
export class ReadingInTurn implements BlobReader {
  readonly #reading: SegmentReading
  #window: Window | null = null
  #next: Promise<Window | null> | null = null
  #last: { readonly segment: string; readonly end: number } | null = null

  constructor(reading: SegmentReading) {
    this.#reading = reading
  }

  atHand(blob: BlobId, start: number, end: number): Uint8Array | undefined {
    const place = end - start > SMALL_BYTES ? undefined : this.#reading.knownPlaceOf(blob)
    return place === undefined || end > place.length ? undefined : this.#inWindow(place, start, end)
  }

  async *read(blob: BlobId, start: number, end: number): AsyncGenerator<Uint8Array> {
    const small = end - start > SMALL_BYTES ? undefined : await this.#small(await this.#reading.placeOf(blob), start, end)
    if (small === undefined) yield* this.#reading.read(blob, start, end)
    else yield small
  }

  /** Undefined where it is better read by itself. */
  async #small(place: Place, start: number, end: number): Promise<Uint8Array | undefined> {
    const { segment, offset, length } = place
    if (end > length) return undefined
    if (this.#inWindow(place, start, end) === undefined) {
      const isNear = this.#last?.segment === segment && offset + start >= this.#last.end && offset + start - this.#last.end <= NEAR_BYTES
      this.#last = { segment, end: offset + end }
      if (!isNear) return undefined
      this.#window = await this.#windowAt(place, start, end)
    }
    return this.#inWindow(place, start, end)
  }

  /** The one that is being read, if it holds these bytes; else a new one that begins with them. The one behind it is begun. */
  async #windowAt(place: Place, start: number, end: number): Promise<Window | null> {
    const coming = await this.#next
    this.#next = null
    const window = coming !== null && partOf(coming, place, start, end) !== undefined ? coming : await this.#fetch(place.segment, place.offset + start)
    if (window?.bytes.length === WINDOW_BYTES) {
      // A small blob over its end lies whole in the next one.
      this.#next = this.#fetch(window.segment, window.start + WINDOW_BYTES - SMALL_BYTES)
    }
    return window
  }

  /** Null where the segment cannot be read, for it was moved: what reads one blob by itself knows what to do. */
  async #fetch(segment: string, start: number): Promise<Window | null> {
    const bytes = await this.#reading.bytesOf(segment, start, WINDOW_BYTES).catch(() => null)
    return bytes && { segment, start, bytes }
  }

  #inWindow(place: Place, start: number, end: number): Uint8Array | undefined {
    const bytes = this.#window === null ? undefined : partOf(this.#window, place, start, end)
    if (bytes !== undefined) this.#last = { segment: place.segment, end: place.offset + end }
    return bytes
  }
}

function partOf({ segment, start: from, bytes }: Window, place: Place, start: number, end: number): Uint8Array | undefined {
  const at = place.offset + start - from
  const isIn = place.segment === segment && at >= 0 && at + end - start <= bytes.length
  return isIn ? bytes.subarray(at, at + end - start) : undefined
}
