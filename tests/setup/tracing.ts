/** System calls of running processes, looked at, made to fail or to be their last, by strace. Linux only, and where processes may be traced. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { eventually } from './eventually.ts'
import { whyMissing } from './programs.ts'

export const whyNoTracing = whyMissing('strace') ?? (spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0 ? null : 'processes may not be traced here')

export class Tracing {
  readonly #strace: ChildProcess
  readonly #output: string

  private constructor(strace: ChildProcess, output: string) {
    this.#strace = strace
    this.#output = output
  }

  /** Resolves when all threads of the process are watched. */
  static of(pid: number, output: string, ...how: readonly string[]): Promise<Tracing> {
    return Tracing.ofThreads([pid], output, '-f', ...how)
  }

  /**
   * Resolves when these threads are watched, and no others of their processes: a process has the number of its first.
   *
   * @param output - the file for what is seen.
   * @param how - which calls, by strace's options.
   */
  static async ofThreads(threads: readonly number[], output: string, ...how: readonly string[]): Promise<Tracing> {
    const strace = spawn('strace', ['-yy', '-s', '0', '-o', output, ...how, ...threads.flatMap((id) => ['-p', String(id)])], { stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    await new Promise<void>((resolve, reject) => {
      strace.stderr.on('data', (chunk: Buffer) => {
        words += chunk.toString()
        // Or it has just ended: then there is nothing to watch.
        if (words.split(/ attached|No such process/).length > threads.length) resolve()
      })
      strace.once('exit', () => reject(new Error(`strace: ${words}`)))
    })
    return new Tracing(strace, output)
  }

  /** Resolves when a line like this was seen. */
  async saw(line: RegExp): Promise<void> {
    await eventually(`${line.source} is traced`, () => Promise.resolve(line.test(readFileSync(this.#output, 'utf8'))))
  }

  /** @returns the calls that have returned, one in a line, in their order. */
  async stop(): Promise<readonly string[]> {
    await this.#end('SIGINT')
    return readFileSync(this.#output, 'utf8').split('\n')
  }

  /** Whatever it holds back at the moment goes on, unless that was killed before. */
  async letGo(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** It ends by itself with the last that it watches. */
  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#strace.exitCode !== null || this.#strace.signalCode !== null) return
    const ended = once(this.#strace, 'exit')
    this.#strace.kill(signal)
    await ended
  }
}
