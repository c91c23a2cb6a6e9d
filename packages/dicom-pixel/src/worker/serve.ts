import { parentPort, workerData } from 'node:worker_threads'
import { limitHeaps } from '../codec/wasm.ts'
import { bufferOf, runTask, type Task, type TaskResult } from './task.ts'

/** What a thread is given when it starts. */
export interface ThreadSettings {
  readonly heapBytes: number
}

/** From the thread: first that it is ready, then one for each task. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: TaskResult }
  | { readonly kind: 'fault'; readonly error: unknown }

/** All that the program of a worker thread does: take frames, one after the other. */
export function servePixels(): void {
  const port = parentPort
  if (port === null) throw new Error('not a worker thread')
  limitHeaps((workerData as ThreadSettings).heapBytes)
  const answer = (message: Message, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  port.on('message', (task: Task) => {
    runTask(task).then(
      (result) => {
        const buffer = bufferOf(result)
        answer({ kind: 'done', result }, buffer instanceof ArrayBuffer ? [buffer] : [])
      },
      (error: unknown) => answer({ kind: 'fault', error }),
    )
  })
  answer({ kind: 'ready' })
}
