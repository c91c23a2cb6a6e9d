import { createHash } from 'node:crypto'
import type { ExtentList } from './extent.ts'

/**
 * A strong entity tag for a list, quoted as on the wire. RFC 9110 §8.8.3.
 *
 * Blob ids are digests of content, so equal tags mean equal bytes although none was read.
 */
export function etagOf(list: ExtentList): string {
  const hash = createHash('sha256')
  for (const extent of list) {
    if (extent.kind === 'literal') hash.update(`l${extent.bytes.length}:`).update(extent.bytes)
    else hash.update(`r${extent.length}:${extent.blob}@${extent.offset};`)
  }
  return `"${hash.digest('base64url')}"`
}
