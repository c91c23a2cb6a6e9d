/**
 * Our DICOM server alone, in a process of its own, so that what it holds of memory and handles can be looked at: it takes
 * every object and keeps none. Started by `SinkProcess`.
 *
 * @module
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createInterface, type Interface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { serveDicom, type DicomServerOptions } from '@filmjacket/dicom-net'

export interface Held {
  /** Of the heap and beside it, when what is not used any more is gone. */
  readonly bytes: number
  /** The most that was resident since the start. */
  readonly peakBytes: number
  readonly handles: number
}

type Options = Pick<DicomServerOptions, 'artimMs' | 'idleMs' | 'maxAssociations'>

export class SinkProcess {
  readonly port: number
  readonly #child: ChildProcess
  readonly #lines: AsyncIterator<string>

  private constructor(child: ChildProcess, lines: AsyncIterator<string>, port: number) {
    this.#child = child
    this.#lines = lines
    this.port = port
  }

  static async start(options: Options = {}): Promise<SinkProcess> {
    const args = ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), JSON.stringify(options)]
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const reader: Interface = createInterface({ input: child.stdout })
    const lines = reader[Symbol.asyncIterator]()
    const { value } = await lines.next() as { value: string }
    return new SinkProcess(child, lines, Number(value))
  }

  async held(): Promise<Held> {
    this.#child.stdin?.write('held\n')
    const { value } = await this.#lines.next() as { value: string }
    return JSON.parse(value) as Held
  }

  async stop(): Promise<void> {
    const over = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await over
  }
}

async function run(options: Options): Promise<void> {
  const { port } = await serveDicom({
    host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }), ...options,
    async store(_peer, { dataSet }) {
      let bytes = 0
      for await (const part of dataSet) bytes += part.length
      return { status: bytes > 0 ? 0 : 0xc000 }
    },
  })
  console.log(port)
  for await (const asked of createInterface({ input: process.stdin })) {
    if (asked !== 'held') throw new Error(asked)
    globalThis.gc?.()
    const { heapUsed, external, arrayBuffers } = process.memoryUsage()
    const held: Held = {
      bytes: heapUsed + external + arrayBuffers, peakBytes: process.resourceUsage().maxRSS * 1_024, handles: readdirSync('/proc/self/fd').length,
    }
    console.log(JSON.stringify(held))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(JSON.parse(process.argv[2] ?? '{}') as Options)
