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
  /** Why there is no decoder. Null where there is one. */
  readonly lack: string | null
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

/** What no decoder knows, by the name of the transfer syntax. */
const LACKS: readonly (readonly [RegExp, string])[] = [
  [/^JPIP/, 'the pixels are elsewhere'],
  [/MPEG|HEVC/, 'video'],
  [/^JPEG XL/, 'no codec for JPEG XL'],
  [/Multi-component/, 'transforms across components'],
  [/, Hierarchical/, 'hierarchical JPEG'],
  [/^JPEG/, 'arithmetic coding'],
]

/** Every transfer syntax of the standard, and two private ones, in the order of their names here. */
export const supportTable: readonly Support[] = Object.values(TransferSyntaxes).map((transferSyntax) => {
  const frames = !WITHOUT_FRAMES.test(transferSyntax.name)
  const coded = CODED.find(([{ uid }]) => uid === transferSyntax.uid)
  if (coded !== undefined) return { transferSyntax, frames, decoders: coded[1], lack: null, encoder: coded[2] ?? null }
  if (transferSyntax.encapsulated || !frames) return { transferSyntax, frames, decoders: [], lack: lackOf(transferSyntax), encoder: null }
  const encoder = transferSyntax.uid === S.explicitVrLittleEndian.uid ? 'native' : null
  return { transferSyntax, frames, decoders: ['native'], lack: null, encoder }
})

/** Why frames of this transfer syntax are not decoded; null for those that are, and for what nobody knows. */
export function lackOf({ uid, name }: TransferSyntax): string | null {
  if (CODED.some(([coded]) => coded.uid === uid)) return null
  return LACKS.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

export function encoderOf({ uid }: TransferSyntax): Encoder | null {
  return supportTable.find(({ transferSyntax }) => transferSyntax.uid === uid)?.encoder ?? null
}

/** The table as Markdown. */
export function printSupport(): string {
  const rows = supportTable.map(({ transferSyntax, frames, decoders, lack, encoder }) => {
    const { uid, name } = transferSyntax
    const decoded = lack === null ? decoders.join(', ') : `unsupported: ${lack}`
    return `| ${uid} | ${name} | yes | ${frames ? 'yes' : '-'} | ${decoded} | ${encoder ?? '-'} |`
  })
  return ['| UID | transfer syntax | read | frames | decode | encode |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n')
}
