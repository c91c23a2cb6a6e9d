/**
 * Secrets that this installation makes for itself, one file each below `<data>/secrets`, readable by its owner alone.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Random bytes as hexadecimal digits: made once, whole or not at all, and the same for every process after that. */
export function secretIn(dataFolder: string, name: string, bytes: number): string {
  const secrets = join(dataFolder, 'secrets')
  const file = join(secrets, name)
  mkdirSync(secrets, { recursive: true, mode: 0o700 })
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${randomBytes(bytes).toString('hex')}\n`, { mode: 0o600, flush: true })
    try {
      linkSync(draft, file) // Unlike a rename it never replaces what another process has just written.
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  }
  return readFileSync(file, 'utf8').trim()
}
