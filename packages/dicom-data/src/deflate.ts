import { Deflate } from 'fflate'
import { Inflater } from './inflate.ts'
import type { Limits } from './limits.ts'

/** A data set deflated as it passes, padded to even length. PS3.5 §A.5. */
export async function* deflated(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  const deflate = new Deflate((part) => {
    size += part.length
    parts.push(part)
  })
  for await (const chunk of source) {
    deflate.push(chunk)
    yield* parts.splice(0)
  }
  deflate.push(new Uint8Array(0), true)
  yield* parts.splice(0)
  if (size % 2 === 1) yield new Uint8Array(1)
}

/**
 * A deflated data set inflated as it passes.
 *
 * @throws DicomError if the bytes are not deflated or cut short, LimitError if they become too many.
 */
export async function* inflated(
  source: AsyncIterable<Uint8Array>, limits: Limits,
): AsyncGenerator<Uint8Array, void, undefined> {
  const parts: Uint8Array[] = []
  const inflater = new Inflater(limits, (part) => parts.push(part))
  for await (const chunk of source) {
    inflater.push(chunk)
    yield* parts.splice(0)
  }
  inflater.end()
  yield* parts.splice(0)
}
