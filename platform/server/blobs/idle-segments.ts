import { diskOf } from './disk.ts'
import type { Segment } from './segment.ts'

/** A segment is sealed beyond this size, so that it can be moved and compacted as one. */
export const SEGMENT_BYTES = 256 * 1024 * 1024

/** Nothing came for so long: nobody waits for the disk. */
const QUIET_MS = 1000
/** Who receives less has no need of room. */
const LEAST_BYTES = 32 * 1024 * 1024
/** One to write to, and the next. */
const READY = 2
/** Of what is free on the disk at most one part in so many is made ready. */
const SHARE_OF_FREE = 32

/**
 * Segments that nobody writes to. While nothing comes they get room for as much as came since the start: the study that comes
 * next then does not wait for the files that it goes to to grow.
 */
export class IdleSegments {
  readonly #folder: string
  readonly #create: () => Promise<Segment>
  /** The last is taken first. */
  readonly #segments: Segment[] = []
  #taken = 0
  #received = 0
  #quiet: NodeJS.Timeout | undefined
  #stop = new AbortController()
  #making: Promise<void> = Promise.resolve()

  constructor(folder: string, create: () => Promise<Segment>) {
    this.#folder = folder
    this.#create = create
  }

  /** It is to be given back, or `gone`. */
  async take(): Promise<Segment> {
    this.#taken++
    this.#disturb()
    try {
      return this.#segments.pop() ?? (await this.#create())
    } catch (error) {
      this.gone()
      throw error
    }
  }

  received(bytes: number): void {
    this.#received += bytes
  }

  giveBack(segment: Segment): void {
    this.#segments.push(segment)
    this.gone()
  }

  /** One that was taken does not come back. */
  gone(): void {
    this.#taken--
    if (this.#taken === 0 && this.#received >= LEAST_BYTES) this.#quiet = setTimeout(() => this.#rest(), QUIET_MS).unref()
  }

  /** All of them, for good. */
  async drain(): Promise<readonly Segment[]> {
    this.#taken++
    this.#disturb()
    await this.#making
    return this.#segments.splice(0)
  }

  #disturb(): void {
    clearTimeout(this.#quiet)
    this.#stop.abort()
  }

  #rest(): void {
    const stop = (this.#stop = new AbortController()).signal
    // A disk that fails here fails whoever has something to write, and is told of then.
    this.#making = this.#making.then(() => this.#makeReady(stop)).catch(() => undefined)
  }

  async #makeReady(stop: AbortSignal): Promise<void> {
    const { freeBytes } = await diskOf(this.#folder)
    let wanted = Math.min(this.#received, READY * SEGMENT_BYTES, freeBytes / SHARE_OF_FREE)
    for (let at = 0; at < READY && wanted >= LEAST_BYTES && !stop.aborted; at++) {
      if (at === this.#segments.length) this.#segments.unshift(await this.#create())
      const segment = this.#segments.at(-1 - at)
      if (segment === undefined) return
      const room = Math.min(wanted, SEGMENT_BYTES - segment.size)
      await segment.makeRoom(room, stop)
      wanted -= room
    }
  }
}
