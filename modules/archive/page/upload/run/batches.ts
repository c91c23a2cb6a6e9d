import type { FoundFile } from '../read/found-file.ts'

/** Enough to make up for the way there and back; little enough to be sent again after a break. */
const FILES_MAX = 50
const BYTES_MAX = 4_000_000

/** Small files together, a large one alone. */
export function* batchesOf(files: readonly FoundFile[]): Generator<readonly FoundFile[]> {
  let [batch, bytes]: [FoundFile[], number] = [[], 0]
  for (const file of files) {
    const size = file.kind === 'file' ? file.bytes : 0
    if (batch.length > 0 && (batch.length === FILES_MAX || bytes + size > BYTES_MAX)) {
      yield batch
      ;[batch, bytes] = [[], 0]
    }
    batch.push(file)
    bytes += size
  }
  if (batch.length > 0) yield batch
}
