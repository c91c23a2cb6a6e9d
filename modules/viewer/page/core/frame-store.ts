/**
 * Frames that were fetched and decoded, and those on their way.
 *
 * Each viewer's tile says what it wants, in order; the first of each come first. What nobody wants any more is given
 * up, and what was looked at longest ago is forgotten when memory runs short.
 *
 * @module
 */
import type { DecodePool } from './decode/pool.ts'
import { isDecodedHere } from './decode/transfer-syntaxes.ts'
import { keyOf, type ImageFrame, type Window } from './image.ts'
import { loadExtras, sizeOf, type LoadedFrame } from './loaded-frame.ts'
import { PictureError, type Pixels } from './pixels.ts'
import type { FetchOptions, FrameRef, PictureSource } from './picture-source.ts'
import { Previews } from './previews.ts'

/** As many as a browser opens connections to one host (HTTP/1.1). */
const AT_ONCE = 6
/** On a slow line: what is looked at and its neighbours, before all are fetched small. */
const FIRST = 7
/** Of all memory, for small ones. */
const SHARE_OF_SMALL = 0.25

interface Wanted {
  readonly studyUid: string
  readonly image: ImageFrame
  /** In which it is looked at, where that is not the image's own. */
  readonly window: Window | null
}

interface Task {
  readonly wanted: Wanted
  /** To be drawn small, in this window. */
  readonly small: Window | null
}

interface FrameStoreOptions {
  readonly source: PictureSource
  readonly pool: DecodePool
  readonly budgetBytes: number
}

export class FrameStore {
  readonly #source: PictureSource
  readonly #pool: DecodePool
  readonly #budgetBytes: number
  readonly #loaded = new Map<string, LoadedFrame>()
  readonly #previews: Previews
  readonly #failed = new Map<string, PictureError>()
  readonly #running = new Map<string, AbortController>()
  readonly #wishes = new Map<string, readonly Wanted[]>()
  readonly #listeners = new Set<() => void>()
  #heldBytes = 0
  #arrivals = 0

  constructor({ source, pool, budgetBytes }: FrameStoreOptions) {
    this.#source = source
    this.#pool = pool
    this.#budgetBytes = budgetBytes
    this.#previews = new Previews(budgetBytes * SHARE_OF_SMALL)
  }

  /** Counts as a look at it. */
  get(image: ImageFrame): LoadedFrame | undefined {
    const key = keyOf(image)
    const frame = this.#loaded.get(key)
    if (frame === undefined) return undefined
    this.#loaded.delete(key)
    this.#loaded.set(key, frame)
    return frame
  }

  has(image: ImageFrame): boolean {
    return this.#loaded.has(keyOf(image))
  }

  /** A rough one, while the true one is not here. */
  previewOf(image: ImageFrame, window: Window | null): LoadedFrame | undefined {
    return this.#previews.get(image, window)
  }

  /** Whether memory reaches for all of them at once. */
  canHold(images: readonly ImageFrame[]): boolean {
    return images.reduce((bytes, image) => bytes + roughSizeOf(image), 0) <= this.#budgetBytes
  }

  failureOf(image: ImageFrame): PictureError | undefined {
    return this.#failed.get(keyOf(image))
  }

  /** What a tile wants from now on, in the order of its need. */
  want(tile: string, studyUid: string, images: readonly ImageFrame[], window: Window | null = null): void {
    this.#wishes.set(tile, images.map((image) => ({ studyUid, image, window })))
    this.#giveUpUnwanted()
    this.#makeRoomFor(images[0], images)
    this.#next()
  }

  /** What is looked at does not wait for what only might be. */
  #makeRoomFor(first: ImageFrame | undefined, images: readonly ImageFrame[]): void {
    if (first === undefined || this.#running.size < AT_ONCE || this.#loaded.has(keyOf(first)) || this.#running.has(keyOf(first))) return
    const last = images.flatMap(keysOf).findLast((key) => this.#running.has(key))
    if (last === undefined) return
    this.#running.get(last)?.abort()
    this.#running.delete(last)
  }

  forget(tile: string): void {
    this.#wishes.delete(tile)
    this.#giveUpUnwanted()
  }

  /** Lets a frame that failed be tried again. */
  retry(image: ImageFrame): void {
    this.#failed.delete(keyOf(image))
    this.#arrivals += 1
    for (const tell of this.#listeners) tell()
    this.#next()
  }

  /** How many frames came or failed so far. */
  get arrivals(): number {
    return this.#arrivals
  }

  /** Called after each frame that came or failed. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#wishes.clear()
    this.#giveUpUnwanted()
    this.#loaded.clear()
    this.#pool.close()
  }

  #next(): void {
    for (const task of this.#missing()) {
      if (this.#running.size >= AT_ONCE) return
      void (task.small === null ? this.#load(task.wanted) : this.#loadSmall(task.wanted, task.small))
    }
  }

  /** What is looked at, alone until it is here; then the second of each tile and so on, as far as memory reaches. */
  * #missing(): Generator<Task> {
    const lists = [...this.#wishes.values()]
    const isLookedAt = lists.every(([first]) => first === undefined || this.#isSettled(first))
    const isSlow = isLookedAt && this.#source.isSlow?.() === true
    if (isSlow) {
      yield* this.#missingOf(byTurns(lists, FIRST))
      yield* this.#missingSmall(byTurns(lists))
    }
    yield* this.#missingOf(byTurns(lists, isLookedAt ? undefined : 1))
  }

  * #missingOf(all: Iterable<Wanted>): Generator<Task> {
    let bytes = 0
    for (const wanted of eachOnce(all)) {
      bytes += roughSizeOf(wanted.image)
      if (bytes > this.#budgetBytes) return
      if (!this.#isSettled(wanted) && !this.#running.has(keyOf(wanted.image))) yield { wanted, small: null }
    }
  }

  * #missingSmall(all: Iterable<Wanted>): Generator<Task> {
    for (const wanted of all) {
      if (this.#isSettled(wanted) || this.#running.has(smallKeyOf(wanted.image))) continue
      const small = this.#previews.missing(wanted.image, wanted.window)
      if (small !== null) yield { wanted, small }
    }
  }

  #isSettled({ image }: Wanted): boolean {
    const key = keyOf(image)
    return this.#loaded.has(key) || this.#failed.has(key)
  }

  #giveUpUnwanted(): void {
    const wanted = new Set([...this.#wishes.values()].flatMap((list) => list.flatMap(({ image }) => keysOf(image))))
    for (const [key, controller] of this.#running) {
      if (wanted.has(key)) continue
      this.#running.delete(key)
      controller.abort()
    }
  }

  async #load(wanted: Wanted): Promise<void> {
    const key = keyOf(wanted.image)
    await this.#run(key, async (signal) => {
      try {
        this.#keep(key, await this.#fetch(wanted, signal))
      } catch (error) {
        if (signal.aborted) return
        this.#failed.set(key, error instanceof PictureError ? error : new PictureError('broken', 'frame could not be read'))
      }
    })
  }

  async #loadSmall({ studyUid, image }: Wanted, window: Window): Promise<void> {
    await this.#run(smallKeyOf(image), async (signal) => {
      try {
        const greys = await this.#source.small?.(refOf(studyUid, image), window, signal)
        if (greys === undefined) this.#previews.refuse(image)
        else if (!this.has(image)) this.#previews.keep(image, greys, window)
      } catch {
        if (!signal.aborted) this.#previews.refuse(image)
      }
    })
  }

  async #run(key: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController()
    this.#running.set(key, controller)
    await work(controller.signal)
    if (this.#running.get(key) === controller) this.#running.delete(key)
    this.#arrivals += 1
    for (const tell of this.#listeners) tell()
    this.#next()
  }

  async #fetch({ studyUid, image }: Wanted, signal: AbortSignal): Promise<LoadedFrame> {
    const ref = refOf(studyUid, image)
    try {
      const [pixels, extras] = await Promise.all([
        this.#pixels(ref, image, { signal }), loadExtras(image, (uri) => this.#source.bulk(uri, signal)),
      ])
      return { image, pixels, ...extras }
    } catch (error) {
      // As the other side draws it, where that can: without values, but to be seen.
      const drawn = isHopeful(error) ? await this.#source.drawn?.(ref, signal).catch(() => null) : null
      if (drawn == null) throw error
      return { image, pixels: drawn, modality: null, voi: null, palette: null, overlays: [] }
    }
  }

  /** Where this browser has no decoder, the other side may have one. */
  async #pixels(ref: FrameRef, image: ImageFrame, options: FetchOptions): Promise<Pixels> {
    const coded = await this.#source.frame(ref, options)
    const native = async () => this.#pool.decode(image.shape, await this.#source.frame(ref, { ...options, asNative: true }))
    if (!isDecodedHere(coded.transferSyntaxUid)) return await native()
    return await this.#pool.decode(image.shape, coded).catch((error: unknown) => {
      if (error instanceof PictureError && error.trouble === 'no-decoder') return native()
      throw error
    })
  }

  #keep(key: string, frame: LoadedFrame): void {
    this.#loaded.set(key, frame)
    this.#previews.drop(frame.image)
    this.#heldBytes += sizeOf(frame)
    for (const [oldest, old] of this.#loaded) {
      if (this.#heldBytes <= this.#budgetBytes || oldest === key) return
      this.#loaded.delete(oldest)
      this.#heldBytes -= sizeOf(old)
    }
  }
}

/** The first of each list, then the second of each, and so on. */
function* byTurns<T>(lists: readonly (readonly T[])[], most = Infinity): Generator<T> {
  const longest = Math.min(most, Math.max(0, ...lists.map(({ length }) => length)))
  for (let n = 0; n < longest; n++) {
    for (const list of lists) {
      const each = list[n]
      if (each !== undefined) yield each
    }
  }
}

/** Two tiles may want the same, as a stack and a cut through it do. */
function* eachOnce(all: Iterable<Wanted>): Generator<Wanted> {
  const seen = new Set<string>()
  for (const wanted of all) {
    const key = keyOf(wanted.image)
    if (seen.has(key)) continue
    seen.add(key)
    yield wanted
  }
}

function refOf(studyUid: string, { seriesUid, instanceUid, frame }: ImageFrame): FrameRef {
  return { studyUid, seriesUid, instanceUid, frame }
}

function smallKeyOf(image: ImageFrame): string {
  return `small ${keyOf(image)}`
}

function keysOf(image: ImageFrame): readonly string[] {
  return [keyOf(image), smallKeyOf(image)]
}

function isHopeful(error: unknown): boolean {
  return error instanceof PictureError && (error.trouble === 'no-decoder' || error.trouble === 'broken')
}

function roughSizeOf({ shape: { rows, columns, samplesPerPixel, bitsAllocated } }: ImageFrame): number {
  return rows * columns * samplesPerPixel * Math.max(1, bitsAllocated / 8)
}
