/** System calls of a running process, looked at or made to fail, by strace. Linux only, and where processes may be traced. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { whyMissing } from './programs.ts'

export const whyNoTracing = whyMissing('strace') ?? (spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0 ? null : 'processes may not be traced here')

export class Tracing {
  readonly #strace: ChildProcess
  readonly #output: string

  private constructor(strace: ChildProcess, output: string) {
    this.#strace = strace
    this.#output = output
  }

  /**
   * Resolves when the process is watched.
   *
   * @param output - the file for what is seen.
   * @param how - which calls, by strace's options.
   */
  static async of(pid: number, output: string, ...how: readonly string[]): Promise<Tracing> {
    const strace = spawn('strace', ['-f', '-yy', '-s', '0', '-o', output, ...how, '-p', String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    await new Promise<void>((resolve, reject) => {
      strace.stderr.on('data', (chunk: Buffer) => {
        words += chunk.toString()
        if (words.includes('attached')) resolve()
      })
      strace.once('exit', () => reject(new Error(`strace: ${words}`)))
    })
    return new Tracing(strace, output)
  }

  /** @returns the calls that have returned, one in a line, in their order. */
  async stop(): Promise<readonly string[]> {
    const ended = once(this.#strace, 'exit')
    this.#strace.kill('SIGINT')
    await ended
    return readFileSync(this.#output, 'utf8').split('\n')
  }
}
