const AE_TITLE_BYTES = 16

/**
 * Whether `text`, without the padding, may name an Application Entity: 1 to 16 characters of the
 * default repertoire, no backslash, no control character, not only spaces. PS3.5 §6.2 (AE), PS3.8 §9.3.2.
 *
 * `..` is refused besides: no device is called so, but a path may be.
 */
export function isAeTitle(text: string): boolean {
  return /^[\x20-\x5b\x5d-\x7e]{1,16}$/.test(text) && text.trim() !== '' && !text.includes('..')
}

/** As in the fixed fields of A-ASSOCIATE: left-justified, padded with spaces to 16 bytes. */
export function padAeTitle(text: string): string {
  return text.padEnd(AE_TITLE_BYTES, ' ').slice(0, AE_TITLE_BYTES)
}
