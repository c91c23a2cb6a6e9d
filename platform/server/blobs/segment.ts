/**
 * A segment: one growing file that holds many blobs, one record after the other.
 *
 * One writer at a time holds it. A record counts when its header is there and its bytes have the digest
 * that the header tells: both are made durable by one `fdatasync`. What a broken writer left behind is cut off.
 *
 * @module
 */
import { createHash, type Hash } from 'node:crypto'
import { fstatSync, writeSync } from 'node:fs'
import { open as openFile, type FileHandle } from 'node:fs/promises'
import { parseBlobId, type BlobId } from '@filmjacket/bytes'
import { encodeRecordHeader, RECORD_HEADER_BYTES } from './record.ts'
import { RoomAhead } from './room-ahead.ts'

/** Large enough that a CT slice is two writes, small enough to hold one per sender. */
const BUFFER_BYTES = 256 * 1024

/** Where a blob's bytes lie. `offset` is of their first byte in the segment. */
export interface Place {
  readonly id: BlobId
  readonly segment: string
  readonly offset: number
  readonly length: number
}

export class Segment {
  readonly name: string
  readonly #file: FileHandle
  readonly #room: RoomAhead
  #end = 0
  /** Set when the disk would not keep a promise: nothing more is written here. */
  #broken = false
  /** Settles when the rows of all that is written here are. */
  #rows: Promise<void> = Promise.resolve()
  #isInRows = true
  /** Taken again by record after record: a new buffer for each costs more than hashing what is in it. */
  readonly #buffers = new Buffers()

  private constructor(name: string, file: FileHandle) {
    this.name = name
    this.#file = file
    this.#room = new RoomAhead(file)
  }

  static async create(path: string, name: string): Promise<Segment> {
    return new Segment(name, await openFile(path, 'wx', 0o600))
  }

  get size(): number {
    return this.#end
  }

  get broken(): boolean {
    return this.#broken
  }

  /** Somebody removed its file: what is written would go with the last who has it open. */
  get isRemoved(): boolean {
    return isRemoved(this.#file)
  }

  record(): RecordWriter {
    const { name: segment } = this
    return new RecordWriter({ buffers: this.#buffers, file: this.#file, room: this.#room }, { segment, start: this.#end },
      (end) => this.#settle(end), () => (this.#broken = true))
  }

  /** Rows that are on their way speak of a record of this segment. */
  awaitRows(rows: Promise<unknown>): void {
    const before = this.#rows
    this.#rows = rows.then(() => before, () => {
      this.#isInRows = false
      return before
    })
  }

  /** Waits for the rows that are on their way. @returns false if some failed: a restart must read the segment again. */
  async isInRows(): Promise<boolean> {
    await this.#rows
    return this.#isInRows
  }

  /** Room for so many bytes more, while nobody writes here. @param stop - somebody is about to. */
  async makeRoom(bytes: number, stop: AbortSignal): Promise<void> {
    await this.#room.reach(this.#end, this.#end + bytes, stop).catch(() => (this.#broken = true))
  }

  async close(): Promise<void> {
    await this.#room.cut(this.#end).catch(() => undefined) // What is behind the end harms nobody.
    await this.#file.close()
  }

  #settle(end: number): void {
    const latestBytes = end - this.#end
    this.#end = end
    this.#room.make(end, latestBytes)
  }
}

/** What the records of a segment are written with. */
interface Means {
  readonly buffers: Buffers
  readonly file: FileHandle
  readonly room: RoomAhead
}

/** Buffers of one size for the one writer of a segment. */
class Buffers {
  readonly #free: Buffer[] = []

  take(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES)
  }

  giveBack(buffer: Buffer): void {
    this.#free.push(buffer)
  }
}

/** Writes one record. Call `write` in turn, then `finish`; or `abandon` at any time. */
export class RecordWriter {
  readonly #buffers: Buffers
  readonly #file: FileHandle
  readonly #room: RoomAhead
  readonly #segment: string
  readonly #start: number
  readonly #settle: (end: number) => void
  readonly #fail: () => void
  readonly #hash: Hash = createHash('sha256')
  /** The header's place is kept free and zero, so that a small record is a single write. */
  #buffer: Buffer
  #filled = RECORD_HEADER_BYTES
  #flushed = 0
  #length = 0
  #pending: Promise<void> = Promise.resolve()

  constructor(
    { buffers, file, room }: Means, { segment, start }: { readonly segment: string; readonly start: number },
    settle: (end: number) => void, fail: () => void,
  ) {
    this.#buffers = buffers
    this.#buffer = buffers.take().fill(0, 0, RECORD_HEADER_BYTES)
    this.#file = file
    this.#room = room
    this.#segment = segment
    this.#start = start
    this.#settle = settle
    this.#fail = fail
  }

  /** @returns a promise only when the disk is behind: await it before the next call. */
  write(chunk: Uint8Array): Promise<void> | undefined {
    this.#hash.update(chunk)
    this.#length += chunk.length
    return this.#append(chunk)
  }

  /** The blob with its note, safe on disk when this resolves. */
  async finish(note: Uint8Array): Promise<Place> {
    const id = parseBlobId(this.#hash.digest('hex'))
    await this.#append(note)
    const header = encodeRecordHeader(id, this.#length, note)
    await this.#pending
    const before = this.#room.before(this.#start + this.#flushed + this.#filled)
    if (before !== undefined) await before
    if (this.#flushed === 0) header.copy(this.#buffer)
    else this.#writeNow(header, this.#start)
    this.#writeNow(this.#buffer.subarray(0, this.#filled), this.#start + this.#flushed)
    this.#flushed += this.#filled
    await this.#sync()
    this.#buffers.giveBack(this.#buffer)
    this.#settle(this.#start + this.#flushed)
    return { id, segment: this.#segment, offset: this.#start + RECORD_HEADER_BYTES, length: this.#length }
  }

  /** Leaves the segment as it was before this record. */
  async abandon(): Promise<void> {
    await this.#pending.catch(() => undefined)
    await this.#room.cut(this.#start).catch(this.#fail)
    this.#settle(this.#start)
  }

  #append(chunk: Uint8Array): Promise<void> | undefined {
    let at = 0
    let behind: Promise<void> | undefined
    while (at < chunk.length) {
      if (this.#filled === BUFFER_BYTES) behind = this.#flush()
      const part = chunk.subarray(at, at + BUFFER_BYTES - this.#filled)
      this.#buffer.set(part, this.#filled)
      this.#filled += part.length
      at += part.length
    }
    return behind
  }

  /** Hands the buffer to the disk. Resolves when the write before it is done, so that two overlap. */
  #flush(): Promise<void> {
    const buffer = this.#buffer
    const full = buffer.subarray(0, this.#filled)
    const at = this.#start + this.#flushed
    const before = this.#pending
    this.#pending = before.then(() => this.#writeAt(full, at)).then(() => this.#buffers.giveBack(buffer))
    this.#pending.catch(() => undefined)
    this.#flushed += this.#filled
    this.#filled = 0
    this.#buffer = this.#buffers.take()
    return before
  }

  async #writeAt(bytes: Uint8Array, position: number): Promise<void> {
    await this.#room.before(position + bytes.length)
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, position + done)
      done += bytesWritten
    }
  }

  /** Into the kernel's memory, which takes less time than handing the bytes to another thread. The sync is what waits. */
  #writeNow(bytes: Uint8Array, position: number): void {
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#file.fd, bytes, done, bytes.length - done, position + done)
  }

  /** A failed sync is never tried again: the kernel may have dropped the pages it could not write. */
  async #sync(): Promise<void> {
    try {
      await this.#file.datasync()
      if (isRemoved(this.#file)) throw new Error('the segment was removed while it was written to')
    } catch (error) {
      this.#fail()
      throw error
    }
  }
}

function isRemoved({ fd }: FileHandle): boolean {
  return fstatSync(fd).nlink === 0
}
