import { ByteWindow, viewOf } from './byte-window.ts'
import { IndexedDataSet, type DataSet } from './data-set.ts'
import { DicomError } from './dicom-error.ts'
import type { ElementIndex } from './element-index.ts'
import { encodeElementHeader } from './encode.ts'
import { joined } from './growing-bytes.ts'
import { inflateWhole } from './inflate.ts'
import { withDefaults, type Limits } from './limits.ts'
import { Tags } from './dictionary.ts'
import { DELIMITER_GROUP, ITEM_HEADER_BYTES } from './tag.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'
import { Walker, type Coding } from './walker.ts'

/**
 * A data set that is in memory whole, bulk values included.
 *
 * The bytes are not copied: they must not change as long as the data set is used.
 *
 * @throws DicomError if the bytes are no data set of that transfer syntax, or end within an element.
 */
export function readDataSet(
  bytes: Uint8Array, transferSyntax: TransferSyntax, limits?: Partial<Limits>,
): DataSet {
  const bounds = withDefaults(limits)
  const plain = transferSyntax.deflated ? inflateWhole(bytes, bounds) : bytes
  return read(plain, transferSyntax, bounds)
}

function read(bytes: Uint8Array, coding: Coding, limits: Limits): DataSet {
  const window = new ByteWindow(bytes)
  // All bytes are in memory already: only what they make of themselves is to be bounded.
  const walker = new Walker(window, coding, { ...limits, headerBytes: Infinity })
  walker.run()
  walker.finish()
  if (walker.stop === 'padding' && !isZero(window.held(walker.at, window.end))) {
    throw new DicomError('bytes after the end of the data set')
  }
  return dataSetOver(bytes, walker.index, limits)
}

export function dataSetOver(bytes: Uint8Array, index: ElementIndex, limits: Limits): DataSet {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lostItems = (value: Uint8Array) => readLostItems(value, limits)
  return new IndexedDataSet({ bytes: buffer, index, lostItems }, 0, index.count, null)
}

/** Written as an element of its own, implicit little endian, the value is an ordinary sequence again. */
function readLostItems(value: Uint8Array, limits: Limits): readonly DataSet[] {
  if (value.length < ITEM_HEADER_BYTES || viewOf(value).getUint16(0, true) !== DELIMITER_GROUP) return []
  const { implicitVrLittleEndian: syntax } = TransferSyntaxes
  const tag = Tags.ReferencedImageSequence
  const header = encodeElementHeader(tag, 'SQ', value.length, syntax)
  try {
    return read(joined([header, value]), syntax, limits).items(tag)
  } catch (error) {
    // The guess was wrong: it is just bytes.
    if (error instanceof DicomError) return []
    throw error
  }
}

export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0)
}
