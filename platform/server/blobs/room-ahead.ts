import type { FileHandle } from 'node:fs/promises'

/** So much is made while records come, at most. */
const ROOM_BYTES = 8 * 1024 * 1024
/** A segment of a few images gets none. */
const SMALLEST_BYTES = 1024 * 1024
/** To write what is larger twice costs more than it saves while somebody waits for the disk. */
const SMALL_RECORD_BYTES = 64 * 1024
/** What a record that comes meanwhile waits for at most. */
const STEP_BYTES = 2 * 1024 * 1024
const ZEROS = Buffer.alloc(256 * 1024)

/**
 * Room at the end of a segment, written with zeros before it is used. Bytes that make a file longer are durable only when the
 * file system's journal is, and that is two thirds of what a small record waits for, and more where others write to the disk too.
 */
export class RoomAhead {
  readonly #file: FileHandle
  #end = 0
  #making: { readonly from: number; readonly done: Promise<void> } | null = null

  constructor(file: FileHandle) {
    this.#file = file
  }

  /** To be called between records: as long as a segment is, so much room it gets. @param used - where the latest ends, which is `latestBytes` long. */
  make(used: number, latestBytes: number): void {
    const wanted = Math.min(used, ROOM_BYTES)
    if (this.#making !== null || wanted < SMALLEST_BYTES || latestBytes > SMALL_RECORD_BYTES || this.#end - used > wanted / 2) return
    void this.#begin(Math.max(used, this.#end), used + wanted)
  }

  /**
   * Room up to `end` that is durable itself, while nobody waits for the disk.
   *
   * @param stop - a record is about to come.
   */
  async reach(used: number, end: number, stop: AbortSignal): Promise<void> {
    await this.#making?.done
    while (!stop.aborted && this.#end < end) {
      const from = Math.max(used, this.#end)
      await this.#begin(from, Math.min(from + STEP_BYTES, end))
      if (this.#end === from) return
      await this.#file.datasync()
    }
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

  #begin(from: number, to: number): Promise<void> {
    const done = this.#fill(from, to).finally(() => (this.#making = null))
    this.#making = { from, done }
    return done
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
