/**
 * What is done with each transfer syntax. The table in the README is printed from here.
 *
 * @module
 */
import { TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'

export type Decoder = 'native' | 'rle' | 'zlib' | 'jpeg' | 'libjpeg-turbo' | 'charls' | 'openjpeg' | 'openjph'
export type Encoder = 'native' | 'rle' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k'

export interface Support {
  readonly transferSyntax: TransferSyntax
  /** Each frame is found in the stored bytes. */
  readonly frames: boolean
  /** Empty: frames are stored and delivered as they are. */
  readonly decoders: readonly Decoder[]
  readonly encoder: Encoder | null
}

const S = TransferSyntaxes

const CODED: readonly (readonly [TransferSyntax, readonly Decoder[], Encoder?])[] = [
  [S.encapsulatedUncompressed, ['native']],
  [S.rle, ['rle'], 'rle'],
  [S.deflatedImageFrame, ['zlib']],
  [S.jpegBaseline, ['libjpeg-turbo']],
  [S.jpegExtended, ['libjpeg-turbo', 'jpeg']],
  [S.jpegSpectralSelection68, ['libjpeg-turbo', 'jpeg']],
  [S.jpegFullProgression1012, ['libjpeg-turbo', 'jpeg']],
  [S.jpegLossless, ['jpeg']],
  [S.jpegLosslessSv1, ['jpeg']],
  [S.jpegLsLossless, ['charls'], 'jpeg-ls'],
  [S.jpegLsNearLossless, ['charls']],
  [S.jpeg2000Lossless, ['openjpeg'], 'jpeg-2000'],
  [S.jpeg2000, ['openjpeg']],
  [S.htj2kLossless, ['openjph'], 'htj2k'],
  [S.htj2kLosslessRpcl, ['openjph']],
  [S.htj2k, ['openjph']],
]

/** The pixels are elsewhere, or the frames of a video cannot be told apart. */
const WITHOUT_FRAMES = /JPIP|MPEG|HEVC/

/** Every transfer syntax of the standard, and two private ones, in the order of their names here. */
export const supportTable: readonly Support[] = Object.values(TransferSyntaxes).map((transferSyntax) => {
  const frames = !WITHOUT_FRAMES.test(transferSyntax.name)
  const coded = CODED.find(([{ uid }]) => uid === transferSyntax.uid)
  if (coded !== undefined) return { transferSyntax, frames, decoders: coded[1], encoder: coded[2] ?? null }
  const isNative = !transferSyntax.encapsulated && frames
  const encoder = transferSyntax.uid === S.explicitVrLittleEndian.uid ? 'native' : null
  return { transferSyntax, frames, decoders: isNative ? ['native'] : [], encoder }
})

export function encoderOf({ uid }: TransferSyntax): Encoder | null {
  return supportTable.find(({ transferSyntax }) => transferSyntax.uid === uid)?.encoder ?? null
}

/** The table as Markdown. */
export function printSupport(): string {
  const rows = supportTable.map(({ transferSyntax, frames, decoders, encoder }) => {
    const { uid, name } = transferSyntax
    return `| ${uid} | ${name} | yes | ${frames ? 'yes' : '-'} | ${decoders.join(', ') || '-'} | ${encoder ?? '-'} |`
  })
  return ['| UID | transfer syntax | read | frames | decode | encode |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n')
}
