/**
 * The server process of one cluster: seen from outside, started, stopped.
 *
 * @module
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync, fstatSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SECOND_MS } from '../clock.ts'
import { isAlive, runIn, type Cluster } from './cluster.ts'
import { programFor } from './program.ts'
import { startError } from './start-error.ts'

const LOG_KEPT_BYTES = 8 * 1024 * 1024

/** After this a fast shutdown hangs: end it the hard way. The write-ahead log repairs that at the next start. */
const FAST_SHUTDOWN_MS = 60_000

const EMPTY_LOCK_MS = SECOND_MS

const SETTINGS: Readonly<Record<string, string>> = {
  cluster_name: 'filmjacket',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The server's own life only. Rejected statements are the program's to tell, without the values in them.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  // Rows are in memory, or on disks that do not turn. By the default, which is for those, a page of a thousand rows is found
  // by reading a hundred thousand.
  random_page_cost: '1.1',
}

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Not while it recovers or shuts down. */
  readonly isReady: boolean
}

/** A server that this process started. */
export interface Started {
  readonly child: ChildProcess
  /** Where its words begin in the log, which earlier servers filled before. */
  readonly logStart: number
}

/** The live server of this cluster, whoever started it; null if there is none (yet). */
export function runningIn(folder: string): Postmaster | null {
  const lines = lockFileOf(folder)
  const [pid, port] = [Number(lines?.[0]), Number(lines?.[3])]
  if (!(pid > 0 && port > 0 && servesFolder(pid, folder))) return null
  return { pid, port, isReady: lines?.[7]?.trim() === 'ready' }
}

/**
 * Start a server; resolves when its process runs, long before it is ready.
 *
 * It is detached, so that Ctrl-C in a terminal reaches the program alone, which then stops it in order.
 */
export async function startPostmaster(cluster: Cluster, port: number): Promise<Started> {
  const { folder, logFile, user } = cluster
  const program = join(programFor(user), 'bin', 'postgres')
  const { args, options } = runIn(folder, user)
  const settings = Object.entries({ ...SETTINGS, port }).map(([name, value]) => `${name}=${value}`)
  const flags = [...settings, markOf(folder)].flatMap((setting) => ['-c', setting])
  try {
    await clearEmptyLockFile(folder)
    disarmLockFile(folder)
    const log = freshLog(logFile)
    const logStart = fstatSync(log).size
    const child = spawn(program, [...args, ...flags], { ...options, stdio: ['ignore', log, log], detached: true })
    closeSync(log)
    child.unref()
    await once(child, 'spawn')
    return { child, logStart }
  } catch (error) {
    throw startError(error, logFile)
  }
}

/** Ends every connection, writes a checkpoint and waits until the process is gone. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const running = runningIn(cluster.folder)
  if (running === null) return
  process.kill(running.pid, 'SIGINT')
  if (await goneWithin(running.pid, cluster.folder, FAST_SHUTDOWN_MS)) return
  process.kill(running.pid, 'SIGQUIT')
  await goneWithin(running.pid, cluster.folder, FAST_SHUTDOWN_MS)
}

/** What a server said before it ended by itself. */
export function lastWords(cluster: Cluster, { logStart }: Started): string {
  const lines = readFileSync(cluster.logFile).subarray(logStart).toString().trim().split('\n')
  const line = lines.findLast((text) => /FATAL|PANIC/.test(text)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*?(FATAL|PANIC|LOG): +/, '')
}

/** A port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Lines of `postmaster.pid`: pid, folder, start time, port, socket folder, address, shared memory, state. */
function lockFileOf(folder: string): string[] | null {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw startError(error, folder)
  }
}

/**
 * Whether `pid` is a server of this cluster, not a stranger that was given a dead server's number.
 *
 * By its command line, which everybody may read; its working folder would tell as well, but a
 * container's root may not look at that of another user's process.
 */
function servesFolder(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return isAlive(pid)
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(markOf(folder))
  } catch {
    return false
  }
}

/** A setting that PostgreSQL keeps and ignores. */
function markOf(folder: string): string {
  return `filmjacket.folder=${realpathSync(folder)}`
}

/**
 * PostgreSQL refuses to start while a process with the number in its lock file lives, even a stranger,
 * as after a kill of a container, where the same few numbers come again. Its parent's number it ignores.
 * Without a pause between question and answer, lest a server that starts meanwhile loses its lock.
 */
function disarmLockFile(folder: string): void {
  const lines = lockFileOf(folder)
  const pid = Number(lines?.[0])
  if (lines === null || !(pid > 0) || !isAlive(pid) || servesFolder(pid, folder)) return
  writeFileSync(join(folder, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'))
}

/** Who is killed between making its lock file and writing it leaves it empty. One that lives writes it at once. */
async function clearEmptyLockFile(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  const isEmpty = (): boolean => statSync(file, { throwIfNoEntry: false })?.size === 0
  if (!isEmpty()) return
  await sleep(EMPTY_LOCK_MS)
  if (isEmpty()) rmSync(file, { force: true })
}

function freshLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_KEPT_BYTES) {
    rmSync(`${file}.1`, { force: true })
    renameSync(file, `${file}.1`)
  }
  return openSync(file, 'a', 0o600)
}

async function goneWithin(pid: number, folder: string, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += 20) {
    if (!servesFolder(pid, folder)) return true
    await sleep(20)
  }
  return false
}
