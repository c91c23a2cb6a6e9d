/**
 * General purpose media profiles: what may stand on which medium, in which transfer syntaxes.
 * PS3.11 Annexes D (CD, DVD-RAM), H (DVD), J (USB and flash memory), L (MIME), M (BD).
 *
 * @module
 */
import { TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'

export type Medium = 'CD' | 'DVD' | 'BD' | 'USB' | 'mail'

export interface Profile {
  /** As it is printed on a label and claimed in a conformance statement. */
  readonly id: string
  readonly medium: Medium
  /** Of the composite instances; the DICOMDIR is in Explicit VR Little Endian in all of them. Empty: any. */
  readonly transferSyntaxes: ReadonlySet<string>
}

/** What a medium holds, in bytes of 2,048-byte blocks: CD-R of 80 minutes, DVD-R and BD-R of one layer. Others: as it comes. */
export const CAPACITY_BYTES: Readonly<Record<Medium, number>> = {
  CD: 360_000 * 2048, DVD: 2_298_496 * 2048, BD: 12_219_392 * 2048, USB: Infinity, mail: Infinity,
}

const T = TransferSyntaxes
const jpeg = [T.jpegLosslessSv1, T.jpegBaseline, T.jpegExtended]
const j2k = [T.jpeg2000Lossless, T.jpeg2000]

function profile(id: string, medium: Medium, others: readonly TransferSyntax[] = []): Profile {
  return { id, medium, transferSyntaxes: new Set([T.explicitVrLittleEndian, ...others].map(({ uid }) => uid)) }
}

/** The most widely read first. */
export const profiles: readonly Profile[] = [
  profile('STD-GEN-CD', 'CD'),
  profile('STD-GEN-DVD-JPEG', 'DVD', jpeg),
  profile('STD-GEN-DVD-J2K', 'DVD', j2k),
  profile('STD-GEN-USB-JPEG', 'USB', jpeg),
  profile('STD-GEN-USB-J2K', 'USB', j2k),
  profile('STD-GEN-BD-JPEG', 'BD', jpeg),
  profile('STD-GEN-BD-J2K', 'BD', j2k),
  profile('STD-GEN-BD-MPEG2-MPML', 'BD', [T.mpeg2MainLevel]),
  profile('STD-GEN-BD-MPEG2-MPHL', 'BD', [T.mpeg2HighLevel]),
  profile('STD-GEN-BD-MPEG4-HPLV41', 'BD', [T.mpeg4Avc41]),
  profile('STD-GEN-BD-MPEG4-HPLV41BD', 'BD', [T.mpeg4Avc41BdCompatible]),
  profile('STD-GEN-BD-MPEG4-HPLV42-2D', 'BD', [T.mpeg4Avc42For2d]),
  profile('STD-GEN-BD-MPEG4-HPLV42-3D', 'BD', [T.mpeg4Avc42For3d]),
  profile('STD-GEN-BD-MPEG4-SHPLV42', 'BD', [T.mpeg4Avc42Stereo]),
  { id: 'STD-GEN-MIME', medium: 'mail', transferSyntaxes: new Set() },
]

export function profileById(id: string): Profile | undefined {
  return profiles.find((each) => each.id === id)
}

export function allows({ transferSyntaxes }: Profile, transferSyntaxUid: string): boolean {
  return transferSyntaxes.size === 0 || transferSyntaxes.has(transferSyntaxUid)
}
