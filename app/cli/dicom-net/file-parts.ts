/** Files to be sent: little work for each, as there are many. */
import { closeSync, fstatSync, openSync, read as readAt } from 'node:fs'
import { promisify } from 'node:util'
import { LentParts } from '@filmjacket/dicom-net'

const read = promisify(readAt)

/** The File Meta Information of most files, and what of the data set comes with it. */
const HEAD_BYTES = 4 * 1024

/** From its start, in small parts, for who needs little of it. */
export async function* beginningOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = openSync(path, 'r')
  try {
    for (let at = 0; ; ) {
      const { bytesRead, buffer } = await read(file, Buffer.allocUnsafe(HEAD_BYTES), 0, HEAD_BYTES, at)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  } finally {
    closeSync(file)
  }
}

/** What is behind its first `start` bytes. Opened here and now, which takes less than handing that to another thread; read elsewhere. */
export function partsOfFile(path: string, start: number): LentParts {
  return new LentParts(() => Promise.resolve().then(() => {
    const file = openSync(path, 'r')
    return {
      size: fstatSync(file).size,
      read: async (into, position) => (await read(file, into, 0, into.length, position)).bytesRead,
      close: () => {
        closeSync(file)
        return Promise.resolve()
      },
    }
  }), start)
}
