import { describe, expect, it } from 'vitest'
import { Line } from './line.ts'

const body = (bytes: number, arrives: Promise<void>) => ({ arrayBuffer: () => arrives.then(() => new ArrayBuffer(bytes)) })

describe('a line', () => {
  it.each([
    ['is fast until it is known', 10_000, 1_000, false],
    ['of 20 Mbit/s is slow', 500_000, 200, true],
    ['of 100 Mbit/s is not', 500_000, 40, false],
  ])('%s', async (_, bytes, ms, isSlow) => {
    let now = 0
    const line = new Line(() => now)
    const reading = line.read(body(bytes, Promise.resolve()))
    now += ms
    await reading
    expect(line.isSlow).toBe(isSlow)
  })
  it('is as fast as all bodies together that come at one time', async () => {
    let now = 0
    const line = new Line(() => now)
    const arrive: (() => void)[] = []
    const readings = [1, 2, 3, 4].map(() => line.read(body(500_000, new Promise((resolve) => arrive.push(resolve)))))
    for (const [n, let_] of arrive.entries()) {
      now += 50
      let_()
      await readings[n]
    }
    expect(line.isSlow).toBe(false)
  })
})
