/**
 * Data Sets that are read into buffers which serve again. A new buffer for each Instance costs several times what the
 * sending of its bytes does: the memory is asked for, filled, found to be unused and given back.
 *
 * @module
 */

/** What can be read at any place, such as a file. */
export interface Readable {
  /** In bytes. */
  readonly size: number
  /** @returns how many bytes were read, at most as many as `into` has room for; 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>
  close(): Promise<void>
}

/** Larger than most single images: these are one read and one write. */
const PART_BYTES = 1024 * 1024

/** One with the consumer, one of which the end may wait for the beginning of the next, one that is being filled. */
const BUFFERS_AT_ONCE = 3

/** What is kept for the next Instance, of all associations of the process. */
const FREE_MAX = 16
const free: Uint8Array[] = []

/** A Data Set of which each part is only good until the next but one is asked for. */
export interface LendingSource extends AsyncIterable<Uint8Array> {
  /** All parts have left: their buffers may serve others. */
  giveBack(): void
}

export function isLending(source: AsyncIterable<Uint8Array>): source is LendingSource {
  return 'giveBack' in source
}

/** For `StoreInstance.dataSet`, and iterated once. */
export class LentParts implements LendingSource {
  readonly #open: () => Promise<Readable>
  readonly #start: number
  readonly #buffers: Uint8Array[] = []

  /** @param start - where the Data Set begins in what `open` opens; it ends where that ends. */
  constructor(open: () => Promise<Readable>, start = 0) {
    this.#open = open
    this.#start = start
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    const file = await this.#open()
    let [turn, at] = [0, this.#start]
    const readOn = (): Promise<Uint8Array> | null => {
      const bytes = Math.min(PART_BYTES, file.size - at)
      if (bytes <= 0) return null
      const reading = fill(file, at, this.#buffer(turn++).subarray(0, bytes))
      reading.catch(() => undefined)
      at += bytes
      return reading
    }
    let next = readOn()
    try {
      while (next !== null) {
        const part = await next
        next = readOn()
        yield part
      }
    } finally {
      await next?.catch(() => undefined)
      await file.close()
    }
  }

  giveBack(): void {
    for (const buffer of this.#buffers.splice(0)) if (free.length < FREE_MAX) free.push(buffer)
  }

  #buffer(turn: number): Uint8Array {
    return this.#buffers[turn % BUFFERS_AT_ONCE] ??= free.pop() ?? Buffer.allocUnsafeSlow(PART_BYTES)
  }
}

async function fill(file: Readable, position: number, part: Uint8Array): Promise<Uint8Array> {
  for (let filled = 0; filled < part.length; ) {
    const bytes = await file.read(part.subarray(filled), position + filled)
    if (bytes === 0) throw new Error('it is shorter than when it was opened')
    filled += bytes
  }
  return part
}
