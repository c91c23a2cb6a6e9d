/** What a film is wrapped in. Browsers play MP4, and neither bare streams nor those of a television. */

/** A box `ftyp` comes first in every file of the family. ISO/IEC 14496-12 §4.3. */
export function isPlayable(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(4, 8)) === 'ftyp'
}
