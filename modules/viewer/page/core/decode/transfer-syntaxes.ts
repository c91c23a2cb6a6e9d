/** Transfer syntaxes by what a browser makes of them. PS3.5 Annex A, PS3.6 Annex A. */

export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1'
export const JPEG_LS_LOSSLESS = '1.2.840.10008.1.2.4.80'
export const RLE = '1.2.840.10008.1.2.5'

/** Whose frames lie as numbers in little-endian order. WADO-RS gives uncompressed frames as Explicit VR Little Endian. */
const NATIVE: ReadonlySet<string> = new Set([EXPLICIT_LITTLE_ENDIAN, '1.2.840.10008.1.2', '1.2.840.10008.1.2.1.99', '1.2.840.10008.1.2.1.98'])

/** JPEG Baseline, Extended and lossless, JPEG-LS, JPEG 2000, HTJ2K. */
const DECODED: ReadonlySet<string> = new Set([
  RLE, '1.2.840.10008.1.2.4.50', '1.2.840.10008.1.2.4.51', '1.2.840.10008.1.2.4.57', '1.2.840.10008.1.2.4.70', '1.2.840.10008.1.2.4.80', '1.2.840.10008.1.2.4.81',
  '1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.91', '1.2.840.10008.1.2.4.201', '1.2.840.10008.1.2.4.202',
  '1.2.840.10008.1.2.4.203',
])

export function isNative(transferSyntaxUid: string): boolean {
  return NATIVE.has(transferSyntaxUid)
}

export function isDecodedHere(transferSyntaxUid: string): boolean {
  return isNative(transferSyntaxUid) || DECODED.has(transferSyntaxUid)
}
