import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface BuiltFile {
  /** From the folder down. */
  readonly path: readonly string[]
  readonly bytes: Uint8Array
}

/** All files of a folder that the build made, in the order of their names; none if it was not built. */
export function builtFilesIn(folder: string): readonly BuiltFile[] {
  return below(folder, []).sort((a, b) => (a.path.join('/') < b.path.join('/') ? -1 : 1))
}

function below(folder: string, above: readonly string[]): BuiltFile[] {
  return entriesOf(path.join(folder, ...above)).flatMap((entry) => {
    const at = [...above, entry.name]
    return entry.isDirectory() ? below(folder, at) : [{ path: at, bytes: readFileSync(path.join(folder, ...at)) }]
  })
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
