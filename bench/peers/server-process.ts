/** A server as a process of its own: started, watched until it listens, stopped by its number. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { later } from '../scratch.ts'

const START_MS = 60_000
const STOP_MS = 20_000
const ASK_AGAIN_MS = 20
const KEPT_CHARACTERS = 100_000

/** DCMTK, which Orthanc is built on too, loses 40 ms with each message to Nagle's algorithm without it. */
export const PEER_ENVIRONMENT = { TCP_NODELAY: '1' }

export class ServerProcess {
  readonly pid: number
  readonly #child: ChildProcess
  readonly #name: string
  #said = ''

  constructor(program: string, args: readonly string[]) {
    this.#name = program
    this.#child = spawn(program, args, { env: { ...process.env, ...PEER_ENVIRONMENT }, stdio: ['ignore', 'pipe', 'pipe'] })
    this.pid = this.#child.pid ?? 0
    const hear = (text: Buffer) => void (this.#said = (this.#said + text.toString()).slice(-KEPT_CHARACTERS))
    this.#child.stdout?.on('data', hear)
    this.#child.stderr?.on('data', hear)
    this.#child.on('error', () => undefined) // It is seen as ended.
    later(() => this.stop())
  }

  /** The match of `pattern` in what it says. */
  untilSaid(pattern: RegExp): Promise<RegExpExecArray> {
    return this.#until(() => Promise.resolve(pattern.exec(this.#said)))
  }

  async untilListening(port: number): Promise<void> {
    await this.#until(() => answers(port))
  }

  async stop(): Promise<void> {
    if (this.#hasEnded()) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS)
    await ended
    clearTimeout(timer)
  }

  #hasEnded(): boolean {
    return this.pid === 0 || this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  async #until<T>(look: () => Promise<T | null>): Promise<T> {
    for (const since = performance.now(); performance.now() - since < START_MS && !this.#hasEnded();) {
      const seen = await look()
      if (seen !== null) return seen
      await sleep(ASK_AGAIN_MS)
    }
    throw new Error(`${this.#name} did not start: ${this.#said.slice(-1_000)}`)
  }
}

function answers(port: number): Promise<true | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(null)
    })
  })
}
