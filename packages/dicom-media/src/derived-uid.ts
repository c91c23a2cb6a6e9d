import { createHash } from 'node:crypto'

/**
 * A UID that follows from `parts`: the same from the same, another from others.
 *
 * It is a UUID of version 8 (made as its maker sees fit) as a decimal number. RFC 9562 §5.8, PS3.5 §B.2.
 */
export function derivedUid(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length} `).update(part)
  const hex = hash.digest('hex')
  return `2.25.${BigInt(`0x${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`)}`
}
