import type { FileHandle } from 'node:fs/promises'

/** So much is made at a time at most, and so much is left over at most by a crash. */
const ROOM_BYTES = 8 * 1024 * 1024
/** A segment of a few images gets none. */
const SMALLEST_BYTES = 1024 * 1024
/** To write what is larger twice would cost more than it saves. */
const SMALL_RECORD_BYTES = 64 * 1024
const ZEROS = Buffer.alloc(256 * 1024)

/**
 * Room at the end of a segment, written with zeros before it is used. Bytes that make a file longer are durable only when the
 * file system's journal is, and that is two thirds of what a small record waits for. As long as a segment is, so much room it gets.
 */
export class RoomAhead {
  readonly #file: FileHandle
  #end = 0
  #making: { readonly from: number; readonly done: Promise<void> } | null = null

  constructor(file: FileHandle) {
    this.#file = file
  }

  /** To be called between records. @param used - where the latest ends, which is `latestBytes` long. */
  make(used: number, latestBytes: number): void {
    const wanted = Math.min(used, ROOM_BYTES)
    if (this.#making !== null || wanted < SMALLEST_BYTES || latestBytes > SMALL_RECORD_BYTES || this.#end - used > wanted / 2) return
    const from = Math.max(used, this.#end)
    this.#making = { from, done: this.#fill(from, used + wanted).finally(() => (this.#making = null)) }
  }

  /** What is to be awaited before bytes are written up to `end`: zeros on their way would fall on them. */
  before(end: number): Promise<void> | undefined {
    return this.#making !== null && this.#making.from < end ? this.#making.done : undefined
  }

  /** Takes the room behind `used` away, and all else that was written there. */
  async cut(used: number): Promise<void> {
    await this.#making?.done
    await this.#file.truncate(used)
    this.#end = used
  }

  /** A full disk has no room to make: whoever has a record to write is told. */
  async #fill(from: number, to: number): Promise<void> {
    try {
      for (let at = from; at < to; at += ZEROS.length) await this.#file.write(ZEROS, 0, Math.min(ZEROS.length, to - at), at)
      this.#end = to
    } catch {
      this.#end = from
    }
  }
}
