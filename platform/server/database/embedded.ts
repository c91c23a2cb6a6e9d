/**
 * PostgreSQL of our own in the data folder: started when the first process of Filmjacket opens it,
 * stopped when the last one closes it.
 *
 * Processes of one data folder (the server, and commands beside it) hold a shared advisory lock while
 * they live; PostgreSQL drops it with the connection of a killed one. So nobody asks process numbers who
 * is alive, and a database that outlived a killed process is simply joined by the next.
 * docs/decisions/0002-embedded-postgresql.md.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { MINUTE_MS, SECOND_MS } from '../clock.ts'
import { faultOf, type Log } from '../log.ts'
import { prepareCluster, type Cluster } from './cluster.ts'
import { freePort, lastWords, runningIn, startPostmaster, stopPostmaster, type Started } from './postmaster.ts'
import { DatabaseStartError } from './start-error.ts'

/** Recovery after a power cut replays at most about 1 GB of log. */
const START_MS = 5 * MINUTE_MS
const CONNECT_MS = 10 * SECOND_MS
const REJOIN_PAUSE_MS = 5 * SECOND_MS
const ASK_AGAIN_MS = 25
const STARTS_TRIED = 20

/** Lock keys, in the database `postgres`, where nothing else takes any. */
const IN_USE = 1
const CREATING = 2

export interface EmbeddedDatabase {
  /** The product's database, as its owner. */
  readonly url: string
  /** The cluster's superuser, for tests and backups. */
  readonly adminUrl: string
  /** Leave it; the last to leave stops the server. */
  readonly stop: () => Promise<void>
}

/** Open the database of a data folder. @throws DatabaseStartError */
export async function openEmbedded(folder: string, log: Log): Promise<EmbeddedDatabase> {
  const cluster = prepareCluster(folder)
  const member = new Member(cluster, log)
  try {
    await member.join()
  } catch (error) {
    await member.stopOwn()
    throw error
  }
  return {
    url: urlOf(cluster, member.port, 'filmjacket'),
    adminUrl: urlOf(cluster, member.port, 'postgres'),
    stop: () => member.leave(),
  }
}

/** This process's share in the server, for as long as it needs it. */
class Member {
  port = 0
  private readonly cluster: Cluster
  private readonly log: Log
  private connection: pg.Client | null = null
  private started: Started | null = null
  private starts = 0
  private isLeaving = false
  private rejoining: Promise<void> | null = null

  constructor(cluster: Cluster, log: Log) {
    this.cluster = cluster
    this.log = log
  }

  /** Until connected and counted: join what runs, start what does not. */
  async join(): Promise<void> {
    this.starts = 0
    const since = performance.now()
    while (!this.isLeaving) {
      const running = runningIn(this.cluster.folder)
      if (running === null) await this.startUnlessStarting()
      else if (running.isReady && (await this.enter(running.port))) {
        const ms = Math.round(performance.now() - since)
        this.log.info({ port: running.port, starts: this.starts, ms }, 'database open')
        return
      }
      if (performance.now() - since > START_MS) {
        throw new DatabaseStartError(`PostgreSQL is not ready after ${START_MS / MINUTE_MS} minutes (${this.cluster.logFile}).`)
      }
      await sleep(ASK_AGAIN_MS)
    }
  }

  async leave(): Promise<void> {
    this.isLeaving = true
    await this.rejoining
    const { connection } = this
    this.connection = null
    if (connection === null) return this.stopOwn()
    if (await isLast(connection)) await stopPostmaster(this.cluster)
    await connection.end().catch(() => undefined)
  }

  /** The server that this process has just started and could not enter: nobody else can. */
  async stopOwn(): Promise<void> {
    if (this.started !== null && !hasEnded(this.started)) await stopPostmaster(this.cluster)
  }

  private async startUnlessStarting(): Promise<void> {
    const { started } = this
    if (started !== null) {
      if (!hasEnded(started)) return
      this.started = null
      this.throwUnlessPassing(lastWords(this.cluster, started))
    }
    // Pools of this and other processes know a lost server by its port.
    const port = this.port === 0 ? await freePort() : this.port
    this.started = await startPostmaster(this.cluster, port)
    this.starts++
  }

  /** Another process may have been quicker, with the cluster or the port; or children of a killed server linger. */
  private throwUnlessPassing(words: string): void {
    const passing = /"postmaster\.pid" (already exists|is empty)|TCP\/IP sockets|pre-existing shared memory/
    if (this.starts < STARTS_TRIED && passing.test(words)) return
    const { folder, logFile } = this.cluster
    if (/No space left|quota exceeded/i.test(words)) throw new DatabaseStartError(`The disk that holds ${folder} is full.`)
    throw new DatabaseStartError(`PostgreSQL did not start: ${words || 'it said nothing'} (${logFile}).`)
  }

  /** Connect and be counted. False while the server goes away, which the next look sees. */
  private async enter(port: number): Promise<boolean> {
    const connection = new pg.Client({
      connectionString: urlOf(this.cluster, port, 'postgres'), connectionTimeoutMillis: CONNECT_MS,
    })
    connection.on('error', () => undefined) // 'end' follows it, and a query that runs rejects.
    try {
      await connection.connect()
      await connection.query('select pg_advisory_lock_shared($1)', [IN_USE])
      await ensureDatabase(connection, this.cluster.password)
    } catch (error) {
      await connection.end().catch(() => undefined)
      this.throwUnlessLeaving(error)
      return false
    }
    this.connection = connection
    this.port = port
    this.started = null
    connection.once('end', () => {
      if (!this.isLeaving) this.rejoining = this.rejoin()
    })
    return true
  }

  private throwUnlessLeaving(error: unknown): void {
    const { code = '', message } = error as NodeJS.ErrnoException
    const { folder } = this.cluster
    if (/^28/.test(code)) { // invalid authorization
      throw new DatabaseStartError(`The database in ${folder} does not take the password kept beside it.`, { cause: error })
    }
    // Class 57P: it starts or stops. Without an SQLSTATE: the connection broke.
    if (/^(57P..|)$/.test(code) || /^E[A-Z]+$/.test(code)) return
    throw new DatabaseStartError(`The database in ${folder} cannot be opened: ${message}.`, { cause: error })
  }

  /** The server crashed, or someone stopped it: bring it back, on the port that everyone knows. */
  private async rejoin(): Promise<void> {
    this.connection = null
    this.log.warn({ port: this.port }, 'database lost')
    for (;;) {
      try {
        await this.join()
        return
      } catch (error) {
        this.log.error(faultOf(error), 'database does not come back')
        if (this.isLeaving) return
        await sleep(REJOIN_PAUSE_MS)
      }
    }
  }
}

function hasEnded({ child }: Started): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Gives up this process's share. True if nobody else has one; then nobody can get one any more. */
async function isLast(connection: pg.Client): Promise<boolean> {
  try {
    await connection.query('select pg_advisory_unlock_shared($1)', [IN_USE])
    const { rows } = await connection.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [IN_USE])
    return rows[0]?.last ?? false
  } catch {
    return false // It went away meanwhile.
  }
}

/** The product's own role is no superuser: an injected statement must not reach files or programs. */
async function ensureDatabase(connection: pg.Client, password: string): Promise<void> {
  const there = await connection.query(`select from pg_database where datname = 'filmjacket'`)
  if (there.rowCount === 1) return
  await connection.query('select pg_advisory_lock($1)', [CREATING])
  const [role, database] = await Promise.all([
    connection.query(`select from pg_roles where rolname = 'filmjacket'`),
    connection.query(`select from pg_database where datname = 'filmjacket'`),
  ])
  if (role.rowCount === 0) await connection.query(`create role filmjacket login password '${password}'`)
  if (database.rowCount === 0) await connection.query('create database filmjacket owner filmjacket')
  await connection.query('select pg_advisory_unlock($1)', [CREATING])
}

function urlOf(cluster: Cluster, port: number, name: 'filmjacket' | 'postgres'): string {
  return `postgres://${name}:${cluster.password}@127.0.0.1:${port}/${name}`
}
