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
import { keyOf, type ImageFrame } from './image.ts'
import { loadExtras, sizeOf, type LoadedFrame } from './loaded-frame.ts'
import { PictureError, type Pixels } from './pixels.ts'
import type { FetchOptions, FrameRef, PictureSource } from './picture-source.ts'

/** As many as a browser opens connections to one host (HTTP/1.1). */
const AT_ONCE = 6

interface Wanted {
  readonly studyUid: string
  readonly image: ImageFrame
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

  failureOf(image: ImageFrame): PictureError | undefined {
    return this.#failed.get(keyOf(image))
  }

  /** What a tile wants from now on, in the order of its need. */
  want(tile: string, studyUid: string, images: readonly ImageFrame[]): void {
    this.#wishes.set(tile, images.map((image) => ({ studyUid, image })))
    this.#giveUpUnwanted()
    this.#makeRoomFor(images[0], images)
    this.#next()
  }

  /** What is looked at does not wait for what only might be. */
  #makeRoomFor(first: ImageFrame | undefined, images: readonly ImageFrame[]): void {
    if (first === undefined || this.#running.size < AT_ONCE || this.#loaded.has(keyOf(first)) || this.#running.has(keyOf(first))) return
    const last = images.findLast((image) => this.#running.has(keyOf(image)))
    if (last === undefined) return
    this.#running.get(keyOf(last))?.abort()
    this.#running.delete(keyOf(last))
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
    for (const wanted of this.#missing()) {
      if (this.#running.size >= AT_ONCE) return
      void this.#load(wanted)
    }
  }

  /** What is looked at, alone until it is here; then the second of each tile and so on, as far as memory reaches. */
  * #missing(): Generator<Wanted> {
    const lists = [...this.#wishes.values()]
    const isLookedAt = lists.every(([first]) => first === undefined || this.#isSettled(first))
    const longest = isLookedAt ? Math.max(0, ...lists.map(({ length }) => length)) : 1
    let bytes = 0
    for (let n = 0; n < longest; n++) {
      for (const list of lists) {
        const wanted = list[n]
        if (wanted === undefined) continue
        bytes += roughSizeOf(wanted.image)
        if (bytes > this.#budgetBytes) return
        if (!this.#isSettled(wanted) && !this.#running.has(keyOf(wanted.image))) yield wanted
      }
    }
  }

  #isSettled({ image }: Wanted): boolean {
    const key = keyOf(image)
    return this.#loaded.has(key) || this.#failed.has(key)
  }

  #giveUpUnwanted(): void {
    const wanted = new Set([...this.#wishes.values()].flatMap((list) => list.map(({ image }) => keyOf(image))))
    for (const [key, controller] of this.#running) {
      if (wanted.has(key)) continue
      this.#running.delete(key)
      controller.abort()
    }
  }

  async #load(wanted: Wanted): Promise<void> {
    const key = keyOf(wanted.image)
    const controller = new AbortController()
    this.#running.set(key, controller)
    try {
      this.#keep(key, await this.#fetch(wanted, controller.signal))
    } catch (error) {
      if (!controller.signal.aborted) {
        this.#failed.set(key, error instanceof PictureError ? error : new PictureError('broken', 'frame could not be read'))
      }
    }
    if (this.#running.get(key) === controller) this.#running.delete(key)
    this.#arrivals += 1
    for (const tell of this.#listeners) tell()
    this.#next()
  }

  async #fetch({ studyUid, image }: Wanted, signal: AbortSignal): Promise<LoadedFrame> {
    const ref = { studyUid, seriesUid: image.seriesUid, instanceUid: image.instanceUid, frame: image.frame }
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
    this.#heldBytes += sizeOf(frame)
    for (const [oldest, old] of this.#loaded) {
      if (this.#heldBytes <= this.#budgetBytes || oldest === key) return
      this.#loaded.delete(oldest)
      this.#heldBytes -= sizeOf(old)
    }
  }
}

function isHopeful(error: unknown): boolean {
  return error instanceof PictureError && (error.trouble === 'no-decoder' || error.trouble === 'broken')
}

function roughSizeOf({ shape: { rows, columns, samplesPerPixel, bitsAllocated } }: ImageFrame): number {
  return rows * columns * samplesPerPixel * Math.max(1, bitsAllocated / 8)
}
