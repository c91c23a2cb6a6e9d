import { access, constants, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { ConfigError } from './config.ts'

/** Makes the data folder if it is not there. @throws ConfigError if nothing can be written to it. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK)
  } catch {
    throw new ConfigError(`The data folder ${folder} cannot be written. Choose another with --data.`)
  }
}

/** Node's own recursive `mkdir` never comes back where a folder cannot hold folders, as below /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || (await isThere(path.dirname(folder)))) throw error
    await makeFolder(path.dirname(folder))
    await mkdir(folder, { mode: 0o700 })
  }
}

async function isThere(folder: string): Promise<boolean> {
  return access(folder).then(() => true, () => false)
}
