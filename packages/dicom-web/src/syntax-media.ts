/**
 * Which media type frames of a transfer syntax travel under. PS3.18 §8.7.3.3, Tables 8.7.3-4 and 8.7.3-5.
 *
 * @module
 */
import { TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'

export const OCTET_STREAM = 'application/octet-stream'

const S = TransferSyntaxes

/** The first of each is what the media type stands for where no transfer syntax is named. */
const MEDIA: readonly (readonly [media: string, ...TransferSyntax[]])[] = [
  ['image/jpeg', S.jpegLosslessSv1, S.jpegBaseline, S.jpegExtended, S.jpegLossless],
  ['image/dicom-rle', S.rle],
  ['image/jls', S.jpegLsLossless, S.jpegLsNearLossless],
  ['image/jp2', S.jpeg2000Lossless, S.jpeg2000],
  ['image/jphc', S.htj2kLossless, S.htj2kLosslessRpcl, S.htj2k],
]

const BY_NAME: readonly (readonly [pattern: RegExp, media: string])[] = [
  [/JPEG XL/, 'image/jxl'],
  [/JPEG 2000 Part 2/, 'image/jpx'],
  [/MPEG2/, 'video/mpeg2'],
  [/MPEG-4/, 'video/mp4'],
  [/HEVC/, 'video/H265'],
  [/^JPEG (Extended|Spectral|Full|Lossless)/, 'image/jpeg'],
]

/** `application/octet-stream` for native frames, and for codes that no media type is known for. */
export function mediaOfSyntax(transferSyntax: TransferSyntax): string {
  const listed = MEDIA.find(([, ...syntaxes]) => syntaxes.some(({ uid }) => uid === transferSyntax.uid))
  if (listed !== undefined) return listed[0]
  if (!transferSyntax.encapsulated) return OCTET_STREAM
  return BY_NAME.find(([pattern]) => pattern.test(transferSyntax.name))?.[1] ?? OCTET_STREAM
}

/** What a media type stands for where no transfer syntax is named; null for those that are only sent as stored. */
export function defaultSyntaxOf(media: string): TransferSyntax | null {
  if (media === OCTET_STREAM) return S.explicitVrLittleEndian
  return MEDIA.find(([name]) => name === media)?.[1] ?? null
}
