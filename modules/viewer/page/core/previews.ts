/** Small frames that stand for large ones until these are here. */
import { keyOf, type ImageFrame, type Window } from './image.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import { covers, PREVIEW_SIDE, previewWindow, roughFrame, type Greys } from './preview.ts'

interface Preview {
  readonly frame: LoadedFrame
  readonly window: Window
}

const BYTES_OF_ONE = PREVIEW_SIDE * PREVIEW_SIDE * 2

export class Previews {
  readonly #most: number
  readonly #held = new Map<string, Preview>()
  /** Not to be had: not asked for again. */
  readonly #refused = new Set<string>()

  constructor(budgetBytes: number) {
    this.#most = Math.floor(budgetBytes / BYTES_OF_ONE)
  }

  /** Undefined where there is none that is good enough for this window. */
  get(image: ImageFrame, wanted: Window | null): LoadedFrame | undefined {
    const held = this.#held.get(keyOf(image))
    const window = previewWindow(image, wanted)
    return held !== undefined && window !== null && covers(held.window, window) ? held.frame : undefined
  }

  /** In which window one is missing; null where none is. */
  missing(image: ImageFrame, wanted: Window | null): Window | null {
    if (this.#refused.has(keyOf(image)) || this.get(image, wanted) !== undefined) return null
    return this.#held.size < this.#most || this.#held.has(keyOf(image)) ? previewWindow(image, wanted) : null
  }

  keep(image: ImageFrame, greys: Greys, window: Window): void {
    this.#held.set(keyOf(image), { frame: roughFrame(image, greys, window), window })
  }

  refuse(image: ImageFrame): void {
    this.#refused.add(keyOf(image))
  }

  /** The true one is here. */
  drop(image: ImageFrame): void {
    this.#held.delete(keyOf(image))
  }
}
