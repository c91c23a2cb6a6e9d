import { Worker } from 'node:worker_threads'
import { unsupported, type Unsupported } from '../outcome.ts'
import type { Message, ThreadSettings } from './serve.ts'
import type { Task, TaskResult } from './task.ts'

export interface ThreadOptions {
  readonly program: URL
  /** For one frame. */
  readonly deadlineMs: number
  /** For the heap of one codec; what JavaScript holds is bounded apart. */
  readonly heapBytes: number
}

/** JavaScript's own heap; pixels are not in it. */
const SCRIPT_HEAP_MIB = 256

type Settle = (result: TaskResult) => void

/** One worker thread with at most one frame in work. It is over with the first frame that it does not answer. */
export class Thread {
  readonly ready: Promise<void>
  readonly #worker: Worker
  readonly #deadlineMs: number
  #settle: Settle | null = null
  #reject: ((fault: unknown) => void) | null = null
  #timer: NodeJS.Timeout | undefined
  #isOver = false

  constructor({ program, deadlineMs, heapBytes }: ThreadOptions) {
    const settings: ThreadSettings = { heapBytes }
    this.#deadlineMs = deadlineMs
    this.#worker = new Worker(program, {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: SCRIPT_HEAP_MIB },
      execArgv: [], // loaders and debuggers of this process are not the thread's
    })
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: Message) => {
        if (message.kind === 'ready') resolve()
        else this.#answered(message)
      })
      this.#worker.on('error', (error: Error & { code?: string }) => {
        reject(error)
        this.#lost(error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? unsupported('memory', 'decoding needs more memory than it may have')
          : unsupported('worker-died', 'the decoder broke down'))
      })
      this.#worker.on('exit', () => {
        reject(new Error('the thread ended before it began'))
        this.#lost(unsupported('worker-died', 'the decoder broke down'))
      })
    })
  }

  /** Whether it can take no more frames. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** @throws what a task threw that is no outcome: a fault of ours. */
  run(task: Task): Promise<TaskResult> {
    this.#worker.ref()
    return new Promise<TaskResult>((resolve, reject) => {
      [this.#settle, this.#reject] = [resolve, reject]
      this.#timer = setTimeout(() => {
        this.#lost(unsupported('deadline', `decoding took longer than ${this.#deadlineMs / 1000} s`))
        void this.end()
      }, this.#deadlineMs)
      // Cloned and not moved: a caller's bytes are often a part of a larger buffer.
      const frame = new Uint8Array(task.frame)
      this.#worker.postMessage({ ...task, frame }, [frame.buffer])
    })
  }

  /** Let the process end, as far as this thread is concerned. */
  rest(): void {
    this.#worker.unref()
  }

  async end(): Promise<void> {
    this.#isOver = true
    await this.#worker.terminate()
  }

  #answered(message: Exclude<Message, { kind: 'ready' }>): void {
    const [settle, reject] = [this.#settle, this.#reject]
    this.#clear()
    if (message.kind === 'done') settle?.(message.result)
    else reject?.(message.error)
  }

  #lost(outcome: Unsupported): void {
    this.#isOver = true
    const settle = this.#settle
    this.#clear()
    settle?.(outcome)
  }

  #clear(): void {
    clearTimeout(this.#timer)
    this.#settle = null
    this.#reject = null
  }
}
