/**
 * Secrets of others that we must be able to say again (keys, passwords of devices), sealed before they reach the
 * database: whoever has only a copy of the database has none of them. AES-256-GCM; the key lies in the data folder.
 *
 * @module
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

export interface SecretBox {
  /** @param use - where the secret belongs, such as a row and its column: it is opened for that alone. */
  seal(secret: string, use: string): string
  /** Null where it was sealed by another key, for another use, or was changed. */
  open(sealed: string, use: string): string | null
}

const CIPHER = 'aes-256-gcm'
const MARK = 'sealed:1:'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** @param key - 32 random bytes as hexadecimal digits. */
export function secretBox(key: string): SecretBox {
  const secretKey = createHash('sha256').update('filmjacket secret box 1\0').update(Buffer.from(key, 'hex')).digest()
  return {
    seal(secret, use) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, secretKey, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(use))
      const parts = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return MARK + Buffer.concat(parts).toString('base64')
    },
    open(sealed, use) {
      if (!isSealed(sealed)) return null
      const bytes = Buffer.from(sealed.slice(MARK.length), 'base64')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const end = bytes.length - TAG_BYTES
      const decipher = createDecipheriv(CIPHER, secretKey, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(use)).setAuthTag(bytes.subarray(end))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

/** What an older release wrote is not. */
export function isSealed(text: string): boolean {
  return text.startsWith(MARK)
}
