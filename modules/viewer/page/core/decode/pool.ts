/** A few workers that decode. One that does not answer in time is replaced: a broken stream may hold it for ever. */
import type { PixelShape } from '../image.ts'
import { PictureError, type Pixels } from '../pixels.ts'
import type { CodedFrame } from './decode.ts'
import type { Answer, Task } from './messages.ts'
import { readNative } from './native.ts'
import { isNative } from './transfer-syntaxes.ts'

const DEADLINE_MS = 20_000
const MOST_WORKERS = 4
/** Native frames up to so many pixels are read at once: carrying them to a worker would take longer. */
const FEW_PIXELS = 4 * 1024 * 1024

/** A worker, or what stands in for one. */
export interface Decoder {
  onmessage: ((event: MessageEvent<Answer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(task: Task): void
  terminate(): void
}

interface Waiting {
  readonly task: Task
  readonly resolve: (pixels: Pixels) => void
  readonly reject: (error: PictureError) => void
}

export class DecodePool {
  readonly #start: () => Decoder
  readonly #idle: Decoder[] = []
  readonly #queue: Waiting[] = []
  readonly #most: number
  #working = 0

  /** @param start - makes a worker that runs worker.ts. */
  constructor(start: () => Decoder, cores = navigator.hardwareConcurrency) {
    this.#start = start
    this.#most = Math.min(MOST_WORKERS, Math.max(1, cores - 1))
  }

  /** @throws PictureError */
  async decode(shape: PixelShape, coded: CodedFrame): Promise<Pixels> {
    if (isNative(coded.transferSyntaxUid) && shape.rows * shape.columns <= FEW_PIXELS) return readNative(shape, coded.bytes)
    return await new Promise((resolve, reject) => {
      this.#queue.push({ task: { shape, coded }, resolve, reject })
      this.#next()
    })
  }

  #next(): void {
    if (this.#working >= this.#most) return
    const waiting = this.#queue.shift()
    if (waiting === undefined) return
    this.#working += 1
    this.#run(this.#idle.pop() ?? this.#start(), waiting)
  }

  #run(worker: Decoder, { task, resolve, reject }: Waiting): void {
    const done = (isFit: boolean): void => {
      clearTimeout(timer)
      worker.onmessage = worker.onerror = null
      if (isFit) this.#idle.push(worker)
      else worker.terminate()
      this.#working -= 1
      this.#next()
    }
    const fail = (message: string): void => {
      done(false)
      reject(new PictureError('broken', message))
    }
    const timer = setTimeout(() => fail('decoding took too long'), DEADLINE_MS)
    worker.onerror = () => fail('decoder died')
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      done(true)
      if (data.kind === 'pixels') resolve(data.pixels)
      else reject(new PictureError(data.trouble, data.message))
    }
    worker.postMessage(task)
  }

  close(): void {
    for (const worker of this.#idle.splice(0)) worker.terminate()
  }
}
