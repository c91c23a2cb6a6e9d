import { describe, expect, it } from 'vitest'
import { DecodePool } from './decode/pool.ts'
import { FrameStore } from './frame-store.ts'
import type { FetchOptions, FrameRef, PictureSource } from './picture-source.ts'
import { PictureError } from './pixels.ts'
import { Tags } from './tags.ts'
import { slice } from './testing.ts'

const BYTES = 4 * 4 * 2
const images = Array.from({ length: 20 }, (_, n) => slice(n + 1, n))

/** Frames in memory, that arrive when they are let. */
class Held implements PictureSource {
  readonly asked: string[] = []
  readonly gates = new Map<string, () => void>()
  broken: string | null = null

  headers() {
    return Promise.resolve([])
  }

  seriesOf() {
    return Promise.resolve(null)
  }

  bulk() {
    return Promise.resolve(new Uint8Array())
  }

  async frame({ instanceUid }: FrameRef, { signal }: FetchOptions = {}) {
    this.asked.push(instanceUid)
    await new Promise<void>((resolve, reject) => {
      this.gates.set(instanceUid, resolve)
      signal?.addEventListener('abort', () => reject(new PictureError('offline', 'given up')))
    })
    if (instanceUid === this.broken) throw new PictureError('offline', 'no line')
    return { bytes: new Uint8Array(BYTES), transferSyntaxUid: '1.2.840.10008.1.2.1' }
  }

  async arrive(...uids: readonly string[]): Promise<void> {
    for (const uid of uids) this.gates.get(uid)?.()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

function storeOf(source: PictureSource, frames = 100): FrameStore {
  const pool = new DecodePool(() => { throw new Error('native frames need no worker') }, 2)
  return new FrameStore({ source, pool, budgetBytes: BYTES * frames })
}

/** A slow line, on which small ones come at once. */
class Slow extends Held {
  readonly drawnSmall: string[] = []
  readonly isSlow = () => true

  small({ instanceUid }: FrameRef) {
    this.drawnSmall.push(instanceUid)
    return Promise.resolve({ rows: 1, columns: 1, levels: Uint8Array.of(128) })
  }
}

describe('frames on a slow line', () => {
  const large = Array.from({ length: 20 }, (_, n) => slice(n + 1, n, {
    [Tags.Rows]: [512], [Tags.Columns]: [512], [Tags.WindowCenter]: [40], [Tags.WindowWidth]: [400],
  }))
  const uids = large.map(({ instanceUid }) => instanceUid)

  it('come small, each once, behind those that are looked at and before the rest', async () => {
    const source = new Slow()
    const store = storeOf(source, 1e6)
    store.want('1', '1', large)
    expect([source.asked, source.drawnSmall]).toEqual([['1.2.1'], []])
    await source.arrive('1.2.1')
    expect(source.asked).toEqual(uids.slice(0, 7))
    await source.arrive('1.2.2')
    await source.arrive()
    expect(source.drawnSmall).toEqual([...uids.slice(2, 7), ...uids.slice(7)])
    expect(store.previewOf(large[19]!, null)?.pixels).toMatchObject({ rows: 1, columns: 1 })
    expect(store.previewOf(large[19]!, { center: -600, width: 1500 })).toBeUndefined()
    expect(source.asked.length).toBeGreaterThan(7)
  })
})

describe('frames', () => {
  it('are fetched alone while they are looked at, then six at a time', async () => {
    const source = new Held()
    const store = storeOf(source)
    store.want('1', '1', images)
    expect(source.asked).toEqual(['1.2.1'])
    await source.arrive('1.2.1')
    expect(source.asked).toEqual(['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.2.6', '1.2.7'])
  })
  it('come by turns where two tiles want them', async () => {
    const source = new Held()
    const store = storeOf(source)
    store.want('1', '1', images.slice(0, 5))
    store.want('2', '1', images.slice(10))
    expect(source.asked).toEqual(['1.2.1', '1.2.11'])
    await source.arrive('1.2.1', '1.2.11')
    expect(source.asked.slice(2, 6)).toEqual(['1.2.2', '1.2.12', '1.2.3', '1.2.13'])
  })
  it('come to the last as far as memory reaches, however many tiles want the same', async () => {
    const source = new Held()
    const store = storeOf(source, images.length)
    for (const tile of ['stack', 'front', 'side']) store.want(tile, '1', images)
    for (const { instanceUid } of images) await source.arrive(instanceUid)
    expect(images.every((image) => store.has(image))).toBe(true)
    expect([store.canHold(images), store.canHold([...images, slice(21, 21)])]).toEqual([true, false])
  })
  it('that nobody wants any more are given up', async () => {
    const source = new Held()
    const store = storeOf(source)
    store.want('1', '1', images.slice(0, 1))
    store.want('1', '1', images.slice(10, 11))
    await source.arrive('1.2.1')
    expect(store.has(images[0]!)).toBe(false)
    expect(store.failureOf(images[0]!)).toBeUndefined()
  })
  it('that are looked at do not wait for those that only might be', async () => {
    const source = new Held()
    const store = storeOf(source)
    store.want('1', '1', images)
    await source.arrive('1.2.1')
    store.want('1', '1', [images[19]!, ...images.slice(0, 19)])
    expect(source.asked.at(-1)).toBe('1.2.20')
  })
  it('are forgotten when memory is short, the one longest unseen first', async () => {
    const source = new Held()
    const store = storeOf(source, 2)
    for (const image of images.slice(0, 3)) {
      store.want('1', '1', [image])
      await source.arrive(image.instanceUid)
    }
    expect(images.slice(0, 3).map((image) => store.has(image))).toEqual([false, true, true])
  })
  it('that failed say why, and are tried again when asked', async () => {
    const source = new Held()
    source.broken = '1.2.1'
    const store = storeOf(source)
    let told = 0
    store.watch(() => { told += 1 })
    store.want('1', '1', images.slice(0, 1))
    await source.arrive('1.2.1')
    expect([store.failureOf(images[0]!)?.trouble, told]).toEqual(['offline', 1])
    source.broken = null
    store.retry(images[0]!)
    await source.arrive('1.2.1')
    expect(store.has(images[0]!)).toBe(true)
  })
})
