/** For tests with programs of others: DCMTK and Orthanc, each by its own process. */
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
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

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
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
