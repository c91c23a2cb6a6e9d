import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { scratchFolder } from '../../platform/server/database/scratch.ts'

/** A folder of a test's own, to be removed at its end. */
export class Scratch {
  readonly path = scratchFolder()

  /** Writes a file and the folders above it. @returns its path. */
  put(name: string, bytes: Uint8Array | string): string {
    const path = join(this.path, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    return path
  }

  remove(): void {
    // What was killed a moment ago may still be writing.
    rmSync(this.path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

export async function withFolder<T>(work: (folder: Scratch) => Promise<T>): Promise<T> {
  const folder = new Scratch()
  try {
    return await work(folder)
  } finally {
    folder.remove()
  }
}

/** Every file below a folder, by its whole path, in order. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
}
