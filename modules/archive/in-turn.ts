/**
 * Files of one body: each is read to its end before the next, and becomes durable while the next is read.
 *
 * @module
 */

/** Files whose bytes have come and that are becoming durable. */
const BEHIND_MAX = 8

/**
 * @param take - tells by `read` that it will read no further.
 * @returns what became of each, in order. Where the body breaks off, what came before is waited for all the same.
 */
export async function inTurn<F, T>(files: AsyncIterable<F>, take: (file: F, read: () => void) => Promise<T>): Promise<T[]> {
  const outcomes: Promise<T>[] = []
  try {
    for await (const file of files) {
      const isRead = signal()
      const outcome = take(file, isRead.done)
      outcomes.push(outcome)
      await Promise.race([isRead.promise, outcome])
      await outcomes.at(-BEHIND_MAX)
    }
  } finally {
    await Promise.allSettled(outcomes)
  }
  return Promise.all(outcomes)
}

function signal(): { readonly promise: Promise<void>; readonly done: () => void } {
  let done = (): void => undefined
  const promise = new Promise<void>((resolve) => (done = resolve))
  return { promise, done: () => done() }
}

/** The file's bytes; `read` is called when there are no more, or nobody wants them. */
export async function* untilRead(file: AsyncIterable<Uint8Array>, read: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* file
  } finally {
    read()
  }
}
