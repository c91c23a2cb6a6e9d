/** For tests with programs of others: DCMTK and Orthanc, each by its own process. */
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** DCMTK without TCP_NODELAY loses 40 ms with each message to Nagle's algorithm. */
const inHaste = ['TCP_NODELAY=1']

export const hasDcmtk = isInstalled('storescu')

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

const runFile = promisify(execFile)

/** @throws if it does not end with 0. @returns what it wrote. */
export async function run(program: string, args: readonly string[]): Promise<string> {
  const options = { timeout: 20_000, maxBuffer: 16 * 1024 * 1024 }
  const { stdout, stderr } = await runFile('env', [...inHaste, program, ...args], options)
  return stdout + stderr
}

/** Below those that the system gives to whoever asks for any port (`ip_local_port_range`): nobody else comes by one of these. */
const PORTS = { first: 20_000, end: 32_000 }

/** A loopback port that stays free between two servers of a test, also while other tests run. */
export async function freePort(): Promise<number> {
  const port = randomInt(PORTS.first, PORTS.end)
  return (await canListen(port)) ? port : freePort()
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer()
  const could = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
  })
  if (could) await new Promise((resolve) => server.close(resolve))
  return could
}

export async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** A server of others, from its start to its end. */
export class ForeignServer {
  readonly #process: ChildProcess

  constructor(program: string, args: readonly string[]) {
    this.#process = spawn('env', [...inHaste, program, ...args], { stdio: 'ignore' })
  }

  async listening(port: number): Promise<void> {
    for (let n = 0; n < 300; n++) {
      if (await isListening(port)) return
      if (this.#process.exitCode !== null) throw new Error(`ended with ${this.#process.exitCode}`)
      await sleep(50)
    }
    throw new Error('it does not listen')
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
  }
}
