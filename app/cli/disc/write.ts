/** Files of a medium on a disk. */
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import nodePath from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The file is there whole, or not at all. */
export async function writeWhole(file: string, bytes: AsyncIterable<Uint8Array>, wrote: (bytes: number) => void): Promise<void> {
  const part = `${file}.part`
  let written = 0
  async function* counted() {
    for await (const each of bytes) {
      written += each.length
      yield each
      wrote(written)
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(part))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** A folder in which nothing was, so that nothing is mixed and nothing is lost. */
export class FreshFolder {
  readonly #root: string

  private constructor(root: string) {
    this.#root = root
  }

  /** @throws an error with a code if it cannot be made, or holds something. */
  static async at(root: string): Promise<FreshFolder> {
    await mkdir(root, { recursive: true })
    if ((await readdir(root)).length > 0) throw Object.assign(new Error(`${root} is not empty`), { code: 'ENOTEMPTY' })
    return new FreshFolder(root)
  }

  /** @param path - components, made by us of A-Z, 0-9, _ and a dot. */
  async put(path: readonly string[], bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const file = nodePath.join(this.#root, ...path)
    await mkdir(nodePath.dirname(file), { recursive: true })
    await pipeline(Readable.from(bytes), createWriteStream(file))
  }
}
