/** The SHA-256 of a file, without holding all of a large one. */
import { Sha256 } from './sha256.ts'

/** Held whole for as long as the browser counts. */
const WHOLE_MAX = 32 * 1024 * 1024
/** Short enough for the page to stay quick between two. */
const PART = 1024 * 1024

/** Only there on secure pages, whatever the types say. */
const { subtle } = crypto as { readonly subtle?: SubtleCrypto }

export async function digestOf(blob: Blob, signal: AbortSignal): Promise<string> {
  if (subtle !== undefined && blob.size <= WHOLE_MAX) {
    const bytes = new Uint8Array(await subtle.digest('SHA-256', await blob.arrayBuffer()))
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  const hash = new Sha256()
  for (let at = 0; at < blob.size; at += PART) {
    signal.throwIfAborted()
    hash.push(new Uint8Array(await blob.slice(at, at + PART).arrayBuffer()))
  }
  return hash.hex()
}
