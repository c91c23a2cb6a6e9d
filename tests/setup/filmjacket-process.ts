/** The program as people run it: `bin/filmjacket`, built, as a process of its own with its own database. */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseProcesses, whenSettled } from './embedded-database.ts'
import { eventually } from './eventually.ts'
import { Client } from './http-client.ts'
import { copyOfDemo } from './prepared-demo.ts'
import { runProgram, type ProgramResult } from './programs.ts'

const ROOT = join(import.meta.dirname, '../..')
export const PROGRAM = join(ROOT, 'bin/filmjacket')

/** The reason why tests of the program are skipped; null if they are not. */
export const whyNotBuilt = existsSync(join(ROOT, 'dist/server/cli.js')) ? null : 'dist is missing: run `npm run build`'

/** What the machine's own configuration says must not reach a test. */
const NO_SETTINGS = Object.fromEntries(
  Object.keys(process.env).filter((name) => /^(FILMJACKET_|DATABASE_URL$)/.test(name)).map((name) => [name, '']),
)

/** Runs a command to its end. */
export function filmjacket(...args: readonly string[]): Promise<ProgramResult> {
  return runProgram(process.execPath, [PROGRAM, ...args], NO_SETTINGS)
}

/** The same, with this on its standard input. */
export async function filmjacketReading(input: string, ...args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...NO_SETTINGS }, stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.end(input)
  await once(child, 'exit')
  return child.exitCode
}

export class FilmjacketProcess {
  readonly httpPort: number
  readonly dicomPort: number
  readonly dataFolder: string
  readonly #child: ChildProcess
  readonly #words: () => string

  private constructor(child: ChildProcess, dataFolder: string, words: () => string) {
    this.#child = child
    this.#words = words
    this.dataFolder = dataFolder
    this.httpPort = Number(/^ {2}Web pages +http:\/\/localhost:(\d+)$/m.exec(words())?.[1])
    this.dicomPort = Number(/^ {2}DICOM +AE title \S+, port (\d+)/m.exec(words())?.[1])
  }

  /** Resolves when it says that it is running. */
  static serve(dataFolder: string, ...flags: readonly string[]): Promise<FilmjacketProcess> {
    return FilmjacketProcess.serveWith({}, dataFolder, ...flags)
  }

  /** The demo as it is a while after its first start. */
  static async serveDemo(dataFolder: string, settings: Readonly<Record<string, string>> = {}): Promise<FilmjacketProcess> {
    await copyOfDemo(dataFolder, async (folder) => {
      const first = await FilmjacketProcess.serve(folder, '--demo')
      await whenSettled(folder)
      assert.equal(await first.stop(), 0)
    })
    return FilmjacketProcess.serveWith(settings, dataFolder, '--demo')
  }

  /** The same, with these in its environment. */
  static serveWith(settings: Readonly<Record<string, string>>, dataFolder: string, ...flags: readonly string[]): Promise<FilmjacketProcess> {
    return FilmjacketProcess.#serve(settings, dataFolder, flags, false)
  }

  /** The same, without a terminal. */
  static serveDetached(settings: Readonly<Record<string, string>>, dataFolder: string, ...flags: readonly string[]): Promise<FilmjacketProcess> {
    return FilmjacketProcess.#serve(settings, dataFolder, flags, true)
  }

  static async #serve(settings: Readonly<Record<string, string>>, dataFolder: string, flags: readonly string[], detached: boolean): Promise<FilmjacketProcess> {
    const args = [PROGRAM, 'serve', '--data', dataFolder, '--host', '127.0.0.1', '--http', '0', '--dicom', '0', ...flags]
    const env = { ...process.env, ...NO_SETTINGS, ...settings }
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached })
    let words = ''
    const running = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        words += chunk.toString()
        if (/^ {2}Data +/m.test(words)) resolve()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', () => reject(new Error(`it ended before it ran: ${words}`)))
    })
    await running
    return new FilmjacketProcess(child, dataFolder, () => words)
  }

  get pid(): number {
    return this.#child.pid ?? assert.fail('it never ran')
  }

  /** Of its database: the postmaster and its children. */
  get databasePids(): readonly number[] {
    return databaseProcesses(this.dataFolder)
  }

  get url(): string {
    return `http://127.0.0.1:${this.httpPort}`
  }

  /** All that it has printed, log and words. */
  get words(): string {
    return this.#words()
  }

  /** Of a person of the demonstration: printed once they are there. */
  passwordOf(username: string): Promise<string> {
    return eventually(`the password of ${username} is printed`, () =>
      Promise.resolve(new RegExp(`^ {2}${username} +(\\S+)`, 'm').exec(this.words)?.[1]))
  }

  /** Sets the password on the link that the first start prints. */
  async firstAdministrator(password: string): Promise<Client> {
    const token = await eventually('the link is printed', () => Promise.resolve(/\/welcome#([0-9A-Z]+)$/m.exec(this.words)?.[1]))
    const client = new Client(this.url)
    assert.equal((await client.post('/api/invitations/redeem', { token, password })).status, 200)
    return client
  }

  /** As `systemctl reload`. */
  hangUp(): void {
    this.#child.kill('SIGHUP')
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  /** As Ctrl-C, or a service manager. @returns the exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM')
  }

  /** kill -9. Its database goes on. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** kill -9 of the program and of every process of its database, as when the machine's memory runs out. */
  async killWithDatabase(): Promise<void> {
    if (!this.hasEnded) for (const pid of this.databasePids) killHard(pid)
    await this.kill()
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.hasEnded) return this.#child.exitCode
    const ended = once(this.#child, 'exit')
    this.#child.kill(signal)
    await ended
    return this.#child.exitCode
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ESRCH')
  }
}
