import { ByteWindow } from './byte-window.ts'
import { UNDEFINED_LENGTH } from './element-header.ts'
import { withDefaults, type Limits } from './limits.ts'
import { readHead, type Part10File } from './part10.ts'
import { dataSetOver } from './read-data-set.ts'
import type { Bulk } from './scan.ts'
import { Walker, type Walk } from './walker.ts'
import { vrOfNumber } from './vr.ts'

/** Where a file's bulk value begins, and how long it is; null: it is in fragments, whose end only a scan finds. */
export interface BulkStart extends Pick<Bulk, 'tag' | 'vr' | 'start'> {
  readonly length: number | null
}

export type Part10Head = Part10File & { readonly bulk: BulkStart }

const UP_TO_BULK: Walk = { leavesOut: true, isWhole: true }

/**
 * What a file says ahead of its bulk value, from its first bytes: for whoever looks through many files and cannot read
 * them whole. What is kept is a copy, of no more than the header.
 *
 * @returns null if no bulk value begins within `bytes`, or a value too large to keep comes before it: then more of the
 *   file must be read, or all of it scanned.
 * @throws DicomError if the bytes are not the beginning of a DICOM file.
 */
export function readPart10Head(bytes: Uint8Array, limits?: Partial<Limits>): Part10Head | null {
  const bounds = withDefaults(limits)
  // The walker makes the header fit itself: in place, where it leaves a value out.
  const window = new ByteWindow(bytes.slice())
  const head = readHead(window, bounds)
  if (head.transferSyntax.deflated) return null
  const walker = new Walker(window, head.dataSetStart, head.transferSyntax, bounds, UP_TO_BULK)
  walker.run()
  const { leftOut } = walker
  if (leftOut?.isBulk !== true) return null
  walker.index.finish()
  const { tag, vr, valueStart, length } = leftOut
  const bulk = { tag, vr: vrOfNumber(vr), start: valueStart, length: length === UNDEFINED_LENGTH ? null : length }
  const kept = new ByteWindow(window.held(0, valueStart).slice())
  return { ...head, dataSet: dataSetOver(kept, walker.index, bounds), bulk }
}
