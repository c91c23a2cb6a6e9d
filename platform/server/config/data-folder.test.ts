import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError } from './config.ts'
import { openDataFolder } from './data-folder.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'filmjacket-data-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the data folder', () => {
  it('is made with all above it, for its owner alone, and found again', async () => {
    const data = path.join(folder, 'a', 'b', 'c')
    await openDataFolder(data)
    await openDataFolder(data)
    expect((await stat(data)).mode & 0o777).toBe(0o700)
  })

  it('is refused in a sentence where it cannot be: below a file, or where nothing can be made', async () => {
    const file = path.join(folder, 'file')
    await writeFile(file, '')
    const impossible = process.platform === 'linux' ? [path.join(file, 'x'), '/proc/x', '/proc/x/y'] : [path.join(file, 'x')]
    for (const place of impossible) await expect(openDataFolder(place)).rejects.toThrow(ConfigError)
  })
})
