/**
 * Beginning to read a source before its turn has come: the disk works while the peer answers to what was sent before.
 *
 * @module
 */
import { isLending } from './lent-parts.ts'

export interface BegunSource {
  /** Iterated once. */
  readonly source: AsyncIterable<Uint8Array>
  /** It is not wanted any more: what was begun is closed. */
  drop(): void
}

/** Asks for the first part now; a failure of it is told to whoever iterates. */
export function begin(of: AsyncIterable<Uint8Array>): BegunSource {
  const parts = of[Symbol.asyncIterator]()
  const first = parts.next()
  first.catch(() => undefined)
  let isTaken = false
  return {
    source: {
      [Symbol.asyncIterator]() {
        isTaken = true
        let isFirst = true
        return {
          next: () => {
            const next = isFirst ? first : parts.next()
            isFirst = false
            return next
          },
          return: async () => {
            await parts.return?.()
            return { done: true, value: undefined }
          },
        }
      },
      ...(isLending(of) && { giveBack: () => of.giveBack() }),
    },
    drop() {
      if (!isTaken) void parts.return?.().then(undefined, () => undefined)
    },
  }
}
