/**
 * In which transfer syntax, and under which media type, an Instance or its frames answer a client's wishes.
 * PS3.18 §8.7.3, §8.7.5.
 *
 * @module
 */
import { TransferSyntaxes, transferSyntaxOf, type TransferSyntax } from '@filmjacket/dicom-data'
import { defaultSyntaxOf, mediaOfSyntax, OCTET_STREAM } from './syntax-media.ts'
import { isWithin, type Wish } from './wish.ts'

/** What can be made of stored pixels. */
export interface Means {
  /** Frames of this transfer syntax can be decoded. */
  decodes(transferSyntax: TransferSyntax): boolean
  /** Frames can be written in this transfer syntax. */
  encodes(transferSyntax: TransferSyntax): boolean
}

export interface FramePlan {
  /** Of what is sent. */
  readonly transferSyntax: TransferSyntax
  readonly media: string
  /** The stored bytes are what is sent. */
  readonly isStored: boolean
  readonly isMultipart: boolean
}

/** Native frames of these are the bytes that `application/octet-stream` stands for. */
const NATIVE_LITTLE_ENDIAN: ReadonlySet<string> = new Set<string>([
  TransferSyntaxes.implicitVrLittleEndian.uid, TransferSyntaxes.explicitVrLittleEndian.uid,
  TransferSyntaxes.deflatedExplicitVrLittleEndian.uid,
])

/**
 * How frames that are stored in `stored` are sent.
 *
 * @returns null if no wish can be met: 406.
 */
export function planFrames(wishes: readonly Wish[], stored: TransferSyntax, means: Means): FramePlan | null {
  for (const wish of wishes) {
    const plan = frameOf(wish, stored, means)
    if (plan !== null) return { ...plan, isMultipart: wish.isMultipart ?? true }
  }
  return null
}

type Way = Omit<FramePlan, 'isMultipart'>

function frameOf(wish: Wish, stored: TransferSyntax, means: Means): Way | null {
  if (!isWithin(OCTET_STREAM, wish.media)) return codedOf(wish, stored, means)
  const mediaOf = (syntax: TransferSyntax) => (wish.media === OCTET_STREAM ? OCTET_STREAM : mediaOfSyntax(syntax))
  const asStored = { transferSyntax: labelOf(stored), media: mediaOf(stored), isStored: true }
  if (wish.transferSyntax === '*' || wish.transferSyntax === stored.uid) return asStored
  const target = wish.transferSyntax === null ? TransferSyntaxes.explicitVrLittleEndian : transferSyntaxOf(wish.transferSyntax)
  if (isNativeLittleEndian(target)) {
    if (isNativeLittleEndian(stored)) return asStored
    if (means.decodes(stored)) return { transferSyntax: labelOf(target), media: OCTET_STREAM, isStored: false }
  } else if (canMake(stored, target, means)) {
    return { transferSyntax: target, media: mediaOf(target), isStored: false }
  }
  return wish.media === '*/*' && wish.transferSyntax === null ? asStored : null
}

/** A media type of codes: what is stored under it goes as it is, whatever its transfer syntax. */
function codedOf(wish: Wish, stored: TransferSyntax, means: Means): Way | null {
  const media = mediaOfSyntax(stored)
  const isAny = wish.transferSyntax === null || wish.transferSyntax === '*'
  if (isWithin(media, wish.media) && (isAny || wish.transferSyntax === stored.uid))
    return { transferSyntax: stored, media, isStored: true }
  const target = isAny ? defaultSyntaxOf(wish.media) : transferSyntaxOf(wish.transferSyntax)
  if (target === null || !isWithin(mediaOfSyntax(target), wish.media) || !canMake(stored, target, means)) return null
  return { transferSyntax: target, media: mediaOfSyntax(target), isStored: false }
}

function canMake(stored: TransferSyntax, target: TransferSyntax, means: Means): boolean {
  return means.encodes(target) && (isNativeLittleEndian(stored) || means.decodes(stored))
}

function isNativeLittleEndian({ uid }: TransferSyntax): boolean {
  return NATIVE_LITTLE_ENDIAN.has(uid)
}

/** The bytes of frames do not tell implicit from explicit. */
function labelOf(syntax: TransferSyntax): TransferSyntax {
  return isNativeLittleEndian(syntax) ? TransferSyntaxes.explicitVrLittleEndian : syntax
}

/**
 * In which transfer syntax an Instance is sent; where none is named, it is Explicit VR Little Endian. PS3.18 §8.7.3.5.2.
 *
 * @param wanted - of `Choice`.
 * @returns null if none of them can be made.
 */
export function planInstance(wanted: readonly string[], stored: TransferSyntax, means: Means): TransferSyntax | null {
  const names = wanted.length === 0 ? [TransferSyntaxes.explicitVrLittleEndian.uid] : wanted
  for (const name of names) {
    if (name === '*' || name === stored.uid) return stored
    const target = transferSyntaxOf(name)
    if (means.encodes(target) && means.decodes(stored)) return target
  }
  return null
}
