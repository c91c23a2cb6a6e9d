/** Tiles as they are drawn, the last few of them: painting each anew for every move would be slow. */
import type { FrameStore } from '../core/frame-store.ts'
import { keyOf, type ImageFrame } from '../core/image.ts'
import { paint } from '../core/shade.ts'

const MOST = 160
const LOOK = { window: null, inverted: false, overlays: false } as const

export class TilePictures {
  readonly #pictures = new Map<string, HTMLCanvasElement>()

  /** Null while it is not here. */
  of(image: ImageFrame, store: FrameStore): HTMLCanvasElement | null {
    const key = keyOf(image)
    const picture = this.#pictures.get(key) ?? painted(image, store)
    if (picture === null) return null
    this.#pictures.delete(key)
    this.#pictures.set(key, picture)
    const [oldest] = this.#pictures.keys()
    if (this.#pictures.size > MOST && oldest !== undefined) this.#drop(oldest)
    return picture
  }

  clear(): void {
    for (const key of [...this.#pictures.keys()]) this.#drop(key)
  }

  /** Its memory is given back at once. */
  #drop(key: string): void {
    const picture = this.#pictures.get(key)
    if (picture !== undefined) Object.assign(picture, { width: 0, height: 0 })
    this.#pictures.delete(key)
  }
}

function painted(image: ImageFrame, store: FrameStore): HTMLCanvasElement | null {
  const frame = store.get(image)
  if (frame === undefined) return null
  const data = paint(frame, LOOK)
  const picture = Object.assign(document.createElement('canvas'), { width: data.width, height: data.height })
  picture.getContext('2d')?.putImageData(data, 0, 0)
  return picture
}
