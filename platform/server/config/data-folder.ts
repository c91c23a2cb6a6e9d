import { access, constants, mkdir } from 'node:fs/promises'
import { ConfigError } from './config.ts'

/** Makes the data folder if it is not there. @throws ConfigError if nothing can be written to it. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch {
    throw new ConfigError(`The data folder ${folder} cannot be written. Choose another with --data.`)
  }
}
