/** Real files of other projects, where they are present: the folder FILMJACKET_SAMPLES, or shared/data beside the checkout. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './scratch.ts'

const ROOT = process.env['FILMJACKET_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/data')

export const SAMPLES_MISSING = 'the sample files are absent'

/** Null where the samples are absent. */
export function samplesIn(...folders: readonly string[]): readonly string[] | null {
  const found = folders.map((folder) => join(ROOT, folder))
  return found.every((folder) => existsSync(folder)) ? found.flatMap(filesBelow) : null
}

/** A sample's name without the folder that all are in. */
export function nameOf(path: string): string {
  return path.slice(ROOT.length + 1)
}
