/** Names for rows and secrets for links. Everything random in the product comes from here. */
import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from './clock.ts'

/** Crockford's alphabet: no I, L, O or U, so that a person can read it aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const latest = Buffer.alloc(16)
let latestInstant: Instant | undefined

/**
 * A row's id: a prefix that tells the table, then 128 bits that sort by time: 48 of the instant, 79 of chance.
 * Those that one process makes in the same millisecond count on from there, so that they sort as they were made.
 */
export function newId(prefix: string, now: Instant): string {
  if (now === latestInstant) latest.writeUIntBE(latest.readUIntBE(10, 6) + 1, 10, 6)
  else {
    latest.writeUIntBE(now, 0, 6)
    randomBytes(10).copy(latest, 6)
    // Room to count in.
    latest.writeUInt8(latest.readUInt8(10) & 0x7f, 10)
    latestInstant = now
  }
  return `${prefix}_${base32(latest)}`
}

/** A capability for a link: 160 bits. Stored only as `hashOfToken`. */
export function newToken(): string {
  return base32(randomBytes(20))
}

/** A token of 160 random bits cannot be guessed from its plain digest. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The bytes as one number, in digits of five bits; the first digit takes what is over. */
function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let count = (5 - ((bytes.length * 8) % 5)) % 5
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    for (count += 8; count >= 5; ) {
      count -= 5
      text += ALPHABET[(bits >>> count) & 31] ?? ''
    }
    bits &= (1 << count) - 1
  }
  return text
}
