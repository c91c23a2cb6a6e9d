/**
 * An extent list on its way to a connection, through two buffers that serve again: one is filled while the other leaves.
 *
 * @module
 */
import { Readable } from 'node:stream'
import { pack, type BlobReader, type ExtentList } from '@filmjacket/bytes'

/** Large enough that a call costs little beside its bytes. Each answer that is under way holds two. */
const BUFFER_BYTES = 512 * 1024
/** Kept for the answers to come. */
const FREE_MAX = 32
const free: Uint8Array[] = []

/**
 * It ends, fails and is given up as any stream, but can only be piped: what a connection has not taken yet must not change, and
 * that is known to who writes to it.
 */
export class ExtentsStream extends Readable {
  readonly #list: ExtentList
  readonly #blobs: BlobReader

  constructor(list: ExtentList, blobs: BlobReader) {
    super({ read: () => undefined })
    this.#list = list
    this.#blobs = blobs
  }

  override pipe<T extends NodeJS.WritableStream>(connection: T): T {
    this.#send(connection).catch((error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))))
    return connection
  }

  /** Of a connection that closed, nobody hears what became of the last bytes: then it waits for nothing, and is forgotten. */
  async #send(connection: NodeJS.WritableStream): Promise<void> {
    const buffers = [lend(), lend()] as const
    let leaving = Promise.resolve()
    for await (const part of pack(this.#list, this.#blobs, buffers)) {
      await leaving
      if (this.destroyed) return
      leaving = written(connection, part)
      leaving.catch(() => undefined) // told when the next part is there
    }
    await leaving
    free.push(...buffers.slice(0, FREE_MAX - free.length))
    this.once('end', () => connection.end())
    this.push(null)
    this.resume()
  }
}

function lend(): Uint8Array {
  return free.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES)
}

/** They have left: their memory may serve others. */
function written(connection: NodeJS.WritableStream, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.write(bytes, (error) => {
      if (error == null) resolve()
      else reject(error)
    })
  })
}
