/**
 * A film as it came: its one stream, joined from its fragments, under the name of what it is wrapped in.
 * PS3.5 §8.2.5 to §8.2.8, PS3.18 §8.7.4 (rendered media types).
 *
 * @module
 */
import { range, type ExtentList } from '@filmjacket/bytes'
import { transferSyntaxOf } from '@filmjacket/dicom-data'
import type { Pixels } from './pixels.ts'

export interface StoredFilm {
  readonly content: ExtentList
  readonly media: 'video/mp4' | 'video/mpeg' | 'video/mp2t'
}

/** That tell what a stream is. */
const HEAD_BYTES = 12

/** Its frames are one stream: none of them can be drawn alone. */
export function isFilm(transferSyntaxUid: string): boolean {
  return /MPEG|HEVC/.test(transferSyntaxOf(transferSyntaxUid).name)
}

/** Null where there is none, or a bare stream that no program of a person plays. */
export async function filmOf(pixels: Pixels): Promise<StoredFilm | null> {
  const { transferSyntax, bulk, blobId } = pixels
  if (!isFilm(transferSyntax.uid) || blobId === undefined) return null
  const [, ...fragments] = bulk?.fragments ?? []
  const [first] = fragments
  if (first === undefined) return null
  const media = mediaOf(await pixels.read(first.start, Math.min(first.end, first.start + HEAD_BYTES)))
  return media && { media, content: fragments.map(({ start, end }) => range(blobId, start, end - start)) }
}

/** By its first bytes: ISO/IEC 14496-12 §4.3 (MP4), 13818-1 §2.4.3.2 (transport stream) and §2.5.3.3 (packs), 13818-2 §6.2.2.1. */
function mediaOf(head: Uint8Array): StoredFilm['media'] | null {
  const text = Buffer.from(head).toString('latin1')
  if (text.startsWith('ftyp', 4)) return 'video/mp4'
  if (/^\0\0\x01[\xba\xb3]/.test(text)) return 'video/mpeg'
  return text.startsWith('G') ? 'video/mp2t' : null
}
