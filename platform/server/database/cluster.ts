/**
 * The cluster's folder on disk: made once, whole or not at all, and owned by the database's user.
 *
 * Layout below the data folder: `postgres/` the cluster, `postgres.log` its words,
 * `secrets/database-password` the password of its two roles.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { secretIn } from '../config/secret-file.ts'
import { databaseUser, type OsUser } from './os-user.ts'
import { programFor } from './program.ts'
import { DatabaseStartError, startError } from './start-error.ts'

/** The major version whose files the packaged program reads. */
const MAJOR = '18'

/**
 * How the programs are told their folder, which is also their working directory.
 *
 * Root's children enter it before they give up root, so that it may lie below folders that the
 * database's user cannot enter. Only the link in `/proc` leads there without passing those; a relative
 * name would be made absolute.
 */
const WORKING_FOLDER = process.getuid?.() === 0 && process.platform === 'linux' ? '/proc/self/cwd' : '.'

export interface Cluster {
  /** Absolute. The cluster itself, `<data>/postgres`. */
  readonly folder: string
  readonly logFile: string
  readonly password: string
  readonly user: OsUser | null
}

/**
 * The cluster of a data folder, made if there is none. Safe when two processes do it at once.
 *
 * @throws DatabaseStartError
 */
export function prepareCluster(dataFolder: string): Cluster {
  const data = resolve(dataFolder)
  const folder = join(data, 'postgres')
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    const password = secretIn(data, 'database-password', 24)
    const user = databaseUser(folder)
    const cluster = { folder, logFile: join(data, 'postgres.log'), password, user }
    sweep(data)
    if (statSync(folder, { throwIfNoEntry: false }) === undefined) initialize(cluster, data)
    mustFit(folder)
    if (user !== null && statSync(folder).uid !== user.uid) giveTo(folder, user)
    return cluster
  } catch (error) {
    throw startError(error, data)
  }
}

/** Arguments and options with which both programs are run. */
export function runIn(folder: string, user: OsUser | null) {
  return { args: ['-D', WORKING_FOLDER], options: { ...user, cwd: folder, env: {} } }
}

/**
 * Make the cluster aside and move it into place when it is whole: what a kill leaves behind is never
 * taken for a cluster. The password file lies in the same private folder and goes with it.
 */
function initialize(cluster: Cluster, data: string): void {
  const { user, password } = cluster
  const program = programFor(user)
  const aside = join(data, `postgres.new-${process.pid}`)
  const made = join(aside, 'cluster')
  try {
    mkdirSync(made, { recursive: true, mode: 0o700 })
    writeFileSync(join(aside, 'password'), `${password}\n`, { mode: 0o600 })
    if (user !== null) giveTo(aside, user)
    initdb(program, made, user)
    renameSync(made, cluster.folder)
  } catch (error) {
    // Another process moved its own into place first. Both took the same password.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function initdb(program: string, folder: string, user: OsUser | null): void {
  const { args, options } = runIn(folder, user)
  const flags = [
    '--username=postgres', '--pwfile=../password', '--auth=scram-sha-256', '--no-instructions',
    // Code point order and Unicode case rules, the same on every machine and in every release.
    '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8',
  ]
  const run = spawnSync(join(program, 'bin', 'initdb'), [...args, ...flags], { ...options, encoding: 'utf8' })
  if (run.error !== undefined) throw run.error
  if (run.status === 0) return
  const said = `${run.stdout}\n${run.stderr}`
  if (/No space left|quota exceeded/i.test(said)) throw Object.assign(new Error(said), { code: 'ENOSPC' })
  throw new DatabaseStartError(`PostgreSQL's initdb failed: ${complaintIn(said) ?? `status ${run.status ?? run.signal}`}`)
}

/** The line that names the fault; the last one only tells that things were cleaned up. */
function complaintIn(said: string): string | undefined {
  const lines = said.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1)
}

function mustFit(folder: string): void {
  const file = join(folder, 'PG_VERSION')
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    throw new DatabaseStartError(`${folder} holds no PostgreSQL database; move it away or name another data folder.`)
  }
  const version = readFileSync(file, 'utf8').trim()
  if (version === MAJOR) return
  throw new DatabaseStartError(`The database in ${folder} is of PostgreSQL ${version}; this program brings ${MAJOR}.`)
}

/** Also mends a cluster that root copied back from a backup. */
function giveTo(path: string, user: OsUser): void {
  lchownSync(path, user.uid, user.gid)
  const found = lstatSync(path)
  if (!found.isDirectory()) return
  chmodSync(path, 0o700)
  for (const name of readdirSync(path)) giveTo(join(path, name), user)
}

/** Removes what processes that were killed while making a cluster left behind. */
function sweep(data: string): void {
  for (const name of readdirSync(data)) {
    const pid = Number(/^postgres\.new-(\d+)$/.exec(name)?.[1] ?? Number.NaN)
    if (!Number.isNaN(pid) && !isAlive(pid)) rmSync(join(data, name), { recursive: true, force: true })
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
