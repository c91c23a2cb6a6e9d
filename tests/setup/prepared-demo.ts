/** The demo's data folder, made once in a run and copied for each program that begins with it. */
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'

/** Test files run side by side: one of them makes it, the others wait. @param make - fills a new folder, and leaves it at rest. */
export async function copyOfDemo(into: string, make: (folder: string) => Promise<void>): Promise<void> {
  const demo = join(inject('runFolder'), 'demo')
  if (isFirst(`${demo}-begun`)) {
    await make(`${demo}-new`)
    renameSync(`${demo}-new`, demo)
  }
  while (!existsSync(demo)) await sleep(100)
  await cp(demo, into, { recursive: true })
}

function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}
