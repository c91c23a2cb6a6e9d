import { ByteWindow, viewOf } from './byte-window.ts'
import { IndexedDataSet, type DataSet } from './data-set.ts'
import { DicomError } from './dicom-error.ts'
import type { ElementIndex } from './element-index.ts'
import type { Coding } from './element-header.ts'
import { encodeElementHeader } from './encode.ts'
import { joined } from './growing-bytes.ts'
import { inflateWhole } from './inflate.ts'
import { withDefaults, type Limits } from './limits.ts'
import { Tags } from './dictionary.ts'
import type { Omission } from './omission.ts'
import { DELIMITER_GROUP, ITEM_HEADER_BYTES } from './tag.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'
import { Walker, type Walk } from './walker.ts'

/**
 * A data set that is in memory: whole, or the header of a scan.
 *
 * The bytes are not copied: they must not change as long as the data set is used.
 *
 * @param omitted - of the same scan as the header. Without it, values that were left out look empty.
 * @throws DicomError if the bytes are no data set of that transfer syntax, or end within an element.
 */
export function readDataSet(
  bytes: Uint8Array, transferSyntax: TransferSyntax, limits?: Partial<Limits>, omitted?: readonly Omission[],
): DataSet {
  const bounds = withDefaults(limits)
  const plain = new ByteWindow(transferSyntax.deflated ? inflateWhole(bytes, bounds) : bytes)
  return dataSetOver(plain, indexOf(plain, 0, transferSyntax, bounds), bounds, { omitted })
}

const WHOLE: Walk = { isWhole: true }

/** Where the elements lie from `start` to the end of what is held. */
export function indexOf(window: ByteWindow, start: number, coding: Coding, limits: Limits): ElementIndex {
  const walker = new Walker(window, start, coding, limits, WHOLE)
  walker.run()
  walker.finish()
  if (walker.stop === 'padding' && !isZero(window.held(walker.at, window.end))) {
    throw new DicomError('bytes after the end of the data set')
  }
  walker.index.finish()
  return walker.index
}

export interface Surroundings {
  /** Values that the bytes lack. */
  readonly omitted?: readonly Omission[] | undefined
  /** What an item inherits its character set from. */
  readonly parent?: IndexedDataSet | null
}

const ALONE: Surroundings = {}
const NONE: readonly Omission[] = []

/** The bytes held by the window must not change from now on. */
export function dataSetOver(
  { bytes, view }: ByteWindow, index: ElementIndex, limits: Limits, { omitted = NONE, parent = null }: Surroundings = ALONE,
): IndexedDataSet {
  const source = {
    bytes: bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    view,
    index,
    limits,
    lostItems: readLostItems,
    omitted,
  }
  return new IndexedDataSet(source, 0, index.count, parent)
}

/** Written as an element of its own, implicit little endian, the value is an ordinary sequence again. */
function readLostItems(value: Uint8Array, limits: Limits, parent: IndexedDataSet): readonly IndexedDataSet[] {
  if (value.length < ITEM_HEADER_BYTES || viewOf(value).getUint16(0, true) !== DELIMITER_GROUP) return []
  const { implicitVrLittleEndian: syntax } = TransferSyntaxes
  const tag = Tags.ReferencedImageSequence
  const window = new ByteWindow(joined([encodeElementHeader(tag, 'SQ', value.length, syntax), value]))
  try {
    return dataSetOver(window, indexOf(window, 0, syntax, limits), limits, { parent }).items(tag)
  } catch (error) {
    // The guess was wrong: it is just bytes.
    if (error instanceof DicomError) return []
    throw error
  }
}

export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0)
}
