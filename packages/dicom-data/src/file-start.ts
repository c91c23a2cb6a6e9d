/**
 * Where a file's elements begin, and how they are written where File Meta Information does not tell.
 *
 * @module
 */
import type { ByteWindow } from './byte-window.ts'
import { DicomError } from './dicom-error.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'
import { numberOfLetters } from './vr.ts'

/** `DICM`. PS3.10 Table 7.1-1. */
const PREFIX = 0x4449434d
const PREFIX_BYTES = 4
const PREAMBLE_BYTES = 128
const META_START = PREAMBLE_BYTES + PREFIX_BYTES
const META_GROUP = 0x0002

/** What an element shows of itself at the least. */
const ELEMENT_BYTES = 8

/** Data sets begin with identification. A higher first group is far more likely text or another format. */
const LAST_FIRST_GROUP = 0x0040
/** As is a first value of this length: it would be a number, a UID or a word. */
const FIRST_VALUE_BYTES = 0x10000

/**
 * Where File Meta Information, or else the data set, begins.
 *
 * @param isAll - no more bytes will come.
 * @returns null if more bytes are needed.
 * @throws DicomError if nothing at the start looks like DICOM.
 */
export function startOfFile(window: ByteWindow, isAll: boolean): number | null {
  const { view, end } = window
  if (end < META_START + 2 && !isAll) return null
  const hasPrefix = end >= META_START && view.getUint32(PREAMBLE_BYTES) === PREFIX
  const hasMeta = hasPrefix && end >= META_START + 2 && view.getUint16(META_START, true) === META_GROUP
  if (hasMeta) return META_START
  // Without meta, the four letters may as well be within a value.
  if (syntaxByLook(window, 0) !== null) return 0
  if (hasPrefix) return META_START
  if (end >= PREFIX_BYTES && view.getUint32(0) === PREFIX) return PREFIX_BYTES
  throw new DicomError('neither a DICOM prefix nor a data set at the start')
}

/** The native syntax in which there is a plausible first element at `start`; null if there is none. */
export function syntaxByLook(window: ByteWindow, start: number): TransferSyntax | null {
  const { view, end } = window
  if (end - start < ELEMENT_BYTES) return null
  const hasVr = numberOfLetters[view.getUint16(start + 4)] !== 0
  if (isFirstGroup(view.getUint16(start, true))) {
    if (hasVr) return TransferSyntaxes.explicitVrLittleEndian
    return view.getUint32(start + 4, true) < FIRST_VALUE_BYTES ? TransferSyntaxes.implicitVrLittleEndian : null
  }
  return hasVr && isFirstGroup(view.getUint16(start)) ? TransferSyntaxes.explicitVrBigEndian : null
}

function isFirstGroup(group: number): boolean {
  return group > 0 && group <= LAST_FIRST_GROUP && group % 2 === 0
}
