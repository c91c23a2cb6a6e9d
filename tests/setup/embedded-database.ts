/** The database of a data folder, looked at beside the program that runs it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { eventually } from './eventually.ts'

/** The postmaster and its children: what is ours is known by the lock file of the cluster. */
export function databaseProcesses(dataFolder: string): readonly number[] {
  const postmaster = Number(lockFile(dataFolder)[0])
  if (!(postmaster > 0)) return []
  return [postmaster, ...readdirSync('/proc').map(Number).filter((pid) => pid > 0 && parentOf(pid) === postmaster)]
}

function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return null // It has just ended.
  }
}

/** pid, folder, start time, port, ... */
function lockFile(dataFolder: string): readonly string[] {
  return readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')
}

/** As the program itself. To be ended. */
export async function connectToDatabase(dataFolder: string): Promise<pg.Client> {
  const password = readFileSync(join(dataFolder, 'secrets/database-password'), 'utf8').trim()
  const port = Number(lockFile(dataFolder)[3])
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'filmjacket', password, database: 'filmjacket' })
  await client.connect()
  return client
}

/** Asks the database of a data folder, while it runs. */
export async function askDatabase<Row extends pg.QueryResultRow>(dataFolder: string, query: string): Promise<readonly Row[]> {
  const client = await connectToDatabase(dataFolder)
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

/** When nothing has changed for a while: pictures are drawn, and rules look at it. */
export async function whenSettled(dataFolder: string): Promise<void> {
  const unsettled = 'select from study where settled_at is null or settled_at < changed_at'
  await eventually('all studies are settled', async () => (await askDatabase(dataFolder, unsettled)).length === 0)
}

/** Has what runs each minute run now. */
export async function runNow(dataFolder: string, job: 'devices.sweep-transfers' | 'portal.resume-requests'): Promise<void> {
  await askDatabase(dataFolder, `select graphile_worker.add_job('${job}')`)
}
