/**
 * Frames from outside are decoded in threads: one that hangs or dies takes nothing with it but its frame.
 *
 * @module
 */
import { availableParallelism } from 'node:os'
import { isLight, runTask, type ResultOf, type Task, type TaskResult } from './task.ts'
import { Thread, type ThreadOptions } from './thread.ts'

export interface PoolOptions {
  /** The worker's program, which calls `servePixels`. Default: `worker.mjs` among the sources; beside a bundle,
   * `workers/dicom-pixel.js`. */
  readonly program?: URL
  /** Default: one for each processor, at most four. */
  readonly threads?: number
  /** For one frame. Default 20 s. */
  readonly deadlineMs?: number
  /** The most that one codec may take. Default 1 GiB. */
  readonly heapBytes?: number
}

const MOST_THREADS = 4
const DEADLINE_MS = 20_000
const HEAP_BYTES = 1024 * 1024 * 1024
/** A thread with nothing to do gives its memory back. */
const IDLE_MS = 30_000

interface Waiting {
  readonly task: Task
  readonly resolve: (result: TaskResult) => void
  readonly reject: (fault: unknown) => void
}

export class Pool {
  readonly #options: ThreadOptions
  readonly #most: number
  readonly #idle: Thread[] = []
  readonly #queue: Waiting[] = []
  #running = 0
  #idleTimer: NodeJS.Timeout | undefined

  constructor(options: PoolOptions = {}) {
    this.#options = {
      program: options.program ?? defaultProgram(),
      deadlineMs: options.deadlineMs ?? DEADLINE_MS,
      heapBytes: options.heapBytes ?? HEAP_BYTES,
    }
    this.#most = options.threads ?? Math.min(availableParallelism(), MOST_THREADS)
  }

  /** Light work is done here and now; other work waits for a thread. */
  run<T extends Task>(task: T): Promise<ResultOf<T>> {
    const result = isLight(task) ? runTask(task) : new Promise<TaskResult>((resolve, reject) => {
      this.#queue.push({ task, resolve, reject })
      this.#start()
    })
    return result as Promise<ResultOf<T>> // the kinds of tasks and results belong together
  }

  async close(): Promise<void> {
    clearTimeout(this.#idleTimer)
    await Promise.all(this.#idle.splice(0).map((thread) => thread.end()))
  }

  #start(): void {
    while (this.#queue.length > 0 && this.#running < this.#most) {
      const waiting = this.#queue.shift()
      if (waiting === undefined) return
      this.#running++
      void this.#serve(waiting)
    }
  }

  async #serve({ task, resolve, reject }: Waiting): Promise<void> {
    const thread = this.#idle.pop() ?? new Thread(this.#options)
    try {
      await thread.ready
      resolve(await thread.run(task))
    } catch (fault) {
      reject(fault)
    }
    if (!thread.isOver) this.#retire(thread)
    this.#running--
    this.#start()
  }

  #retire(thread: Thread): void {
    thread.rest()
    this.#idle.push(thread)
    clearTimeout(this.#idleTimer)
    this.#idleTimer = setTimeout(() => void this.close(), IDLE_MS).unref()
  }
}

function defaultProgram(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('../worker.mjs', import.meta.url)
    : new URL('./workers/dicom-pixel.js', import.meta.url)
}

let pool: Pool | null = null

/** The pool that all calls of this package share; made when first needed. */
export function sharedPool(): Pool {
  pool ??= new Pool()
  return pool
}

/** Set up the shared pool otherwise than by its defaults: before the first frame. */
export function configurePixelThreads(options: PoolOptions): void {
  pool = new Pool(options)
}
