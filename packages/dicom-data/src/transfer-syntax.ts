/**
 * Transfer syntaxes: how a data set is put into bytes. PS3.5 §10 and Annex A, PS3.6 Table A-1.
 *
 * @module
 */
import { parseUid, type Uid } from './uid.ts'

export interface TransferSyntax {
  readonly uid: Uid
  readonly name: string
  readonly explicitVr: boolean
  readonly littleEndian: boolean
  /** Pixel Data comes in fragments. PS3.5 §A.4. */
  readonly encapsulated: boolean
  /** The data set, all of it, is deflated. PS3.5 §A.5. */
  readonly deflated: boolean
}

type Traits = Partial<Pick<TransferSyntax, 'explicitVr' | 'littleEndian' | 'deflated'>>

function native(uid: string, name: string, traits: Traits = {}): TransferSyntax {
  const plain = { explicitVr: true, littleEndian: true, encapsulated: false, deflated: false }
  return { uid: parseUid(uid), name, ...plain, ...traits }
}

/** All encapsulated syntaxes are explicit VR little endian. */
function encapsulated(uid: string, name: string): TransferSyntax {
  return { ...native(uid, name), encapsulated: true }
}

export const TransferSyntaxes = {
  implicitVrLittleEndian: native('1.2.840.10008.1.2', 'Implicit VR Little Endian', { explicitVr: false }),
  explicitVrLittleEndian: native('1.2.840.10008.1.2.1', 'Explicit VR Little Endian'),
  explicitVrBigEndian: native('1.2.840.10008.1.2.2', 'Explicit VR Big Endian', { littleEndian: false }),
  deflatedExplicitVrLittleEndian: native(
    '1.2.840.10008.1.2.1.99', 'Deflated Explicit VR Little Endian', { deflated: true },
  ),
  encapsulatedUncompressed: encapsulated(
    '1.2.840.10008.1.2.1.98', 'Encapsulated Uncompressed Explicit VR Little Endian',
  ),
  // Pixels are elsewhere: the data set holds only where to fetch them.
  jpipReferenced: native('1.2.840.10008.1.2.4.94', 'JPIP Referenced'),
  jpipReferencedDeflate: native('1.2.840.10008.1.2.4.95', 'JPIP Referenced Deflate', { deflated: true }),
  jpipHtj2kReferenced: native('1.2.840.10008.1.2.4.204', 'JPIP HTJ2K Referenced'),
  jpipHtj2kReferencedDeflate: native(
    '1.2.840.10008.1.2.4.205', 'JPIP HTJ2K Referenced Deflate', { deflated: true },
  ),
  // GE's own: as implicit little endian, with pixels in big endian.
  privateGeBigEndianPixels: native(
    '1.2.840.113619.5.2', 'Implicit VR Little Endian, big endian pixels (GE private)', { explicitVr: false },
  ),
  papyrus3: native('1.2.840.10008.1.20', 'Papyrus 3 Implicit VR Little Endian', { explicitVr: false }),
  jpegBaseline: encapsulated('1.2.840.10008.1.2.4.50', 'JPEG Baseline (Process 1)'),
  jpegExtended: encapsulated('1.2.840.10008.1.2.4.51', 'JPEG Extended (Process 2 and 4)'),
  jpegExtended35: encapsulated('1.2.840.10008.1.2.4.52', 'JPEG Extended (Process 3 and 5)'),
  jpegSpectralSelection68: encapsulated(
    '1.2.840.10008.1.2.4.53',
    'JPEG Spectral Selection, Non-Hierarchical (Process 6 and 8)',
  ),
  jpegSpectralSelection79: encapsulated(
    '1.2.840.10008.1.2.4.54',
    'JPEG Spectral Selection, Non-Hierarchical (Process 7 and 9)',
  ),
  jpegFullProgression1012: encapsulated(
    '1.2.840.10008.1.2.4.55',
    'JPEG Full Progression, Non-Hierarchical (Process 10 and 12)',
  ),
  jpegFullProgression1113: encapsulated(
    '1.2.840.10008.1.2.4.56',
    'JPEG Full Progression, Non-Hierarchical (Process 11 and 13)',
  ),
  jpegLossless: encapsulated('1.2.840.10008.1.2.4.57', 'JPEG Lossless, Non-Hierarchical (Process 14)'),
  jpegLossless15: encapsulated('1.2.840.10008.1.2.4.58', 'JPEG Lossless, Non-Hierarchical (Process 15)'),
  jpegExtendedHierarchical1618: encapsulated(
    '1.2.840.10008.1.2.4.59',
    'JPEG Extended, Hierarchical (Process 16 and 18)',
  ),
  jpegExtendedHierarchical1719: encapsulated(
    '1.2.840.10008.1.2.4.60',
    'JPEG Extended, Hierarchical (Process 17 and 19)',
  ),
  jpegSpectralSelectionHierarchical2022: encapsulated(
    '1.2.840.10008.1.2.4.61',
    'JPEG Spectral Selection, Hierarchical (Process 20 and 22)',
  ),
  jpegSpectralSelectionHierarchical2123: encapsulated(
    '1.2.840.10008.1.2.4.62',
    'JPEG Spectral Selection, Hierarchical (Process 21 and 23)',
  ),
  jpegFullProgressionHierarchical2426: encapsulated(
    '1.2.840.10008.1.2.4.63',
    'JPEG Full Progression, Hierarchical (Process 24 and 26)',
  ),
  jpegFullProgressionHierarchical2527: encapsulated(
    '1.2.840.10008.1.2.4.64',
    'JPEG Full Progression, Hierarchical (Process 25 and 27)',
  ),
  jpegLosslessHierarchical28: encapsulated(
    '1.2.840.10008.1.2.4.65',
    'JPEG Lossless, Hierarchical (Process 28)',
  ),
  jpegLosslessHierarchical29: encapsulated(
    '1.2.840.10008.1.2.4.66',
    'JPEG Lossless, Hierarchical (Process 29)',
  ),
  jpegLosslessSv1: encapsulated(
    '1.2.840.10008.1.2.4.70',
    'JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14 [Selection Value 1])',
  ),
  jpegLsLossless: encapsulated('1.2.840.10008.1.2.4.80', 'JPEG-LS Lossless Image Compression'),
  jpegLsNearLossless: encapsulated('1.2.840.10008.1.2.4.81', 'JPEG-LS Lossy (Near-Lossless) Image Compression'),
  jpeg2000Lossless: encapsulated('1.2.840.10008.1.2.4.90', 'JPEG 2000 Image Compression (Lossless Only)'),
  jpeg2000: encapsulated('1.2.840.10008.1.2.4.91', 'JPEG 2000 Image Compression'),
  jpeg2000MultiComponentLossless: encapsulated(
    '1.2.840.10008.1.2.4.92',
    'JPEG 2000 Part 2 Multi-component Image Compression (Lossless Only)',
  ),
  jpeg2000MultiComponent: encapsulated(
    '1.2.840.10008.1.2.4.93',
    'JPEG 2000 Part 2 Multi-component Image Compression',
  ),
  mpeg2MainLevel: encapsulated('1.2.840.10008.1.2.4.100', 'MPEG2 Main Profile / Main Level'),
  mpeg2MainLevelFragmentable: encapsulated(
    '1.2.840.10008.1.2.4.100.1',
    'Fragmentable MPEG2 Main Profile / Main Level',
  ),
  mpeg2HighLevel: encapsulated('1.2.840.10008.1.2.4.101', 'MPEG2 Main Profile / High Level'),
  mpeg2HighLevelFragmentable: encapsulated(
    '1.2.840.10008.1.2.4.101.1',
    'Fragmentable MPEG2 Main Profile / High Level',
  ),
  mpeg4Avc41: encapsulated('1.2.840.10008.1.2.4.102', 'MPEG-4 AVC/H.264 High Profile / Level 4.1'),
  mpeg4Avc41Fragmentable: encapsulated(
    '1.2.840.10008.1.2.4.102.1',
    'Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1',
  ),
  mpeg4Avc41BdCompatible: encapsulated(
    '1.2.840.10008.1.2.4.103',
    'MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1',
  ),
  mpeg4Avc41BdCompatibleFragmentable: encapsulated(
    '1.2.840.10008.1.2.4.103.1',
    'Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1',
  ),
  mpeg4Avc42For2d: encapsulated(
    '1.2.840.10008.1.2.4.104',
    'MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video',
  ),
  mpeg4Avc42For2dFragmentable: encapsulated(
    '1.2.840.10008.1.2.4.104.1',
    'Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video',
  ),
  mpeg4Avc42For3d: encapsulated(
    '1.2.840.10008.1.2.4.105',
    'MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video',
  ),
  mpeg4Avc42For3dFragmentable: encapsulated(
    '1.2.840.10008.1.2.4.105.1',
    'Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video',
  ),
  mpeg4Avc42Stereo: encapsulated('1.2.840.10008.1.2.4.106', 'MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2'),
  mpeg4Avc42StereoFragmentable: encapsulated(
    '1.2.840.10008.1.2.4.106.1',
    'Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2',
  ),
  hevcMain51: encapsulated('1.2.840.10008.1.2.4.107', 'HEVC/H.265 Main Profile / Level 5.1'),
  hevcMain10Level51: encapsulated('1.2.840.10008.1.2.4.108', 'HEVC/H.265 Main 10 Profile / Level 5.1'),
  jpegXlLossless: encapsulated('1.2.840.10008.1.2.4.110', 'JPEG XL Lossless'),
  jpegXlJpegRecompression: encapsulated('1.2.840.10008.1.2.4.111', 'JPEG XL JPEG Recompression'),
  jpegXl: encapsulated('1.2.840.10008.1.2.4.112', 'JPEG XL'),
  htj2kLossless: encapsulated(
    '1.2.840.10008.1.2.4.201',
    'High-Throughput JPEG 2000 Image Compression (Lossless Only)',
  ),
  htj2kLosslessRpcl: encapsulated(
    '1.2.840.10008.1.2.4.202',
    'High-Throughput JPEG 2000 with RPCL Options Image Compression (Lossless Only)',
  ),
  htj2k: encapsulated('1.2.840.10008.1.2.4.203', 'High-Throughput JPEG 2000 Image Compression'),
  rle: encapsulated('1.2.840.10008.1.2.5', 'RLE Lossless'),
  deflatedImageFrame: encapsulated('1.2.840.10008.1.2.8.1', 'Deflated Image Frame Compression'),
} as const satisfies { readonly [key: string]: TransferSyntax }

const byUid: ReadonlyMap<string, TransferSyntax> = new Map(
  Object.values(TransferSyntaxes).map((syntax) => [syntax.uid, syntax]),
)

/**
 * The transfer syntax of a UID.
 *
 * What is not known is read as explicit VR little endian with encapsulated pixels, as all later syntaxes of the
 * standard and nearly all private ones are; its name is its UID. Padding is no part of a UID.
 *
 * @throws UidError if `uid` is not a UID at all.
 */
export function transferSyntaxOf(uid: string): TransferSyntax {
  const trimmed = uid.replace(/[\0 ]+$/, '')
  return byUid.get(trimmed) ?? encapsulated(trimmed, trimmed)
}

export function nameOfTransferSyntax(uid: string): string | undefined {
  return byUid.get(uid)?.name
}
