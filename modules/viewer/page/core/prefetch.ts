/** Which frames are fetched when: first what is looked at, then around it, then a coarse net over all, then the rest. */

/** So many on either side come before anything else. */
const NEAR = 6
/** Steps of the net: any slice is soon near one that is there. */
const NET = [16, 8, 4, 2, 1] as const

/**
 * Indexes of a stack of `count` frames in the order of fetching, each once.
 *
 * @param at - what is looked at.
 * @param heading - 1 or -1 while going that way, else 0.
 */
export function fetchOrder(count: number, at: number, heading: -1 | 0 | 1): readonly number[] {
  const order = new Set<number>()
  const add = (index: number): void => {
    if (index >= 0 && index < count) order.add(index)
  }
  add(at)
  const ahead = heading === 0 ? 1 : heading
  for (let step = 1; step <= NEAR; step++) {
    add(at + step * ahead)
    if (heading === 0) add(at - step)
  }
  for (let step = 1; step <= NEAR; step++) add(at - step * ahead)
  for (const stride of NET) {
    for (let step = stride; step < count; step += stride) {
      add(at + step * ahead)
      add(at - step * ahead)
    }
  }
  return [...order]
}

/** Of those that are there, the one nearest to what is wanted; null if none is. */
export function nearest(count: number, at: number, isThere: (index: number) => boolean): number | null {
  for (let step = 0; step < count; step++) {
    if (at - step >= 0 && isThere(at - step)) return at - step
    if (at + step < count && isThere(at + step)) return at + step
  }
  return null
}
