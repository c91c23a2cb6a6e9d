import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../../platform/server/database/embedded.ts'
import { scratchFolder } from '../../platform/server/database/scratch.ts'
import { createLog } from '../../platform/server/log.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** For what several test files of the run share; gone after it. */
    runFolder: string
  }
}

/** One server for the whole run; each test file makes its databases on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = scratchFolder()
  const server = await openEmbedded(folder, createLog('warn'))
  await giveUpDurability(server.adminUrl)
  project.provide('databaseUrl', server.adminUrl)
  project.provide('runFolder', folder)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Nothing here outlives the run, and waiting for the disk would be most of its time. */
async function giveUpDurability(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await admin.query(`alter system set ${setting} = off`)
  await admin.query('select pg_reload_conf()')
  await admin.end()
}
