/**
 * Views: another header for a stored object. Its large values are taken from where they lie.
 *
 * @module
 */
import { literal, range, type BlobId, type Extent, type ExtentList } from '@filmjacket/bytes'
import type { Changes } from './changes.ts'
import { CharacterSetError } from './character-set.ts'
import { deflated, inflated } from './deflate.ts'
import { DicomError } from './dicom-error.ts'
import { Tags } from './dictionary.ts'
import { elementsOf } from './element-map.ts'
import { encodeFileMeta } from './file-meta.ts'
import { joined } from './growing-bytes.ts'
import { withDefaults, type Limits } from './limits.ts'
import { readDataSet } from './read-data-set.ts'
import { rewrite, type Rewritten } from './rewrite.ts'
import type { Scan } from './scan.ts'
import type { Tag } from './tag.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'
import { isUid } from './uid.ts'

/** What a scan found of an object, as it is kept with it. Only a DICOMDIR needs `meta`, which alone tells its UIDs. */
export type StoredObject =
  & Pick<Scan, 'transferSyntax' | 'dataSetStart' | 'header' | 'omitted'>
  & Partial<Pick<Scan, 'meta'>>

export type Viewed =
  /** A Part 10 file; size and CRC-32 follow from the list. The data set alone begins at `dataSetStart`. */
  | { readonly kind: 'ready'; readonly list: ExtentList; readonly dataSetStart: number }
  /** Its bytes are nowhere as such: `deriveFile` makes them. */
  | { readonly kind: 'derive' }

/**
 * The object in `blob` with `changes`, as a file with File Meta Information of its own.
 *
 * Reads no blob. Same object, same changes: same bytes. Where a text that is set does not fit the object's Specific
 * Character Set, all of its text is brought into UTF-8.
 *
 * @throws RangeError if a value does not fit its VR, or the character set that `changes` themselves name.
 */
export function viewOf(object: StoredObject, blob: BlobId, changes: Changes): Viewed {
  if (object.transferSyntax.deflated) return { kind: 'derive' }
  const { meta, bytes, gaps } = changed(object, changes)
  const list: Extent[] = []
  let written = 0
  for (const { at, omission: { start, end, crc32 } } of gaps) {
    if (start === end) continue
    const piece = bytes.subarray(written, at)
    list.push(literal(written === 0 ? joined([meta, piece]) : piece), range(blob, start, end - start, crc32))
    written = at
  }
  const rest = bytes.subarray(written)
  if (list.length === 0) list.push(literal(joined([meta, rest])))
  else if (rest.length > 0) list.push(literal(rest))
  return { kind: 'ready', list, dataSetStart: meta.length }
}

/**
 * The bytes of a view that `viewOf` cannot describe: of a deflated object, which is inflated, changed and deflated.
 *
 * @param stored - the object's bytes as they were scanned.
 * @throws DicomError if they are not those, LimitError if they inflate to too much.
 */
export async function* deriveFile(
  object: StoredObject, changes: Changes, stored: AsyncIterable<Uint8Array>, limits?: Partial<Limits>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { meta, ...rewritten } = changed(object, changes)
  yield meta
  if (object.transferSyntax.deflated) {
    const dataSet = inflated(behind(stored, object.dataSetStart), withDefaults(limits))
    yield* deflated(filled(rewritten, dataSet))
  } else yield* filled(rewritten, stored)
}

function changed(object: StoredObject, changes: Changes): Rewritten & { readonly meta: Uint8Array } {
  const { header, omitted } = object
  const syntax = syntaxOf(object)
  const meta = metaOf(object, changes)
  try {
    return { meta, ...rewrite(header, syntax, omitted, changes) }
  } catch (error) {
    const isNamed = elementsOf(changes.set ?? {}, syntax).has(Tags.SpecificCharacterSet)
    if (!(error instanceof CharacterSetError) || isNamed) throw error
    const set = new Map([...elementsOf(changes.set ?? {}, syntax), [Tags.SpecificCharacterSet, UTF_8]])
    return { meta, ...rewrite(header, syntax, omitted, { ...changes, set }) }
  }
}

const UTF_8 = { vr: 'CS', value: 'ISO_IR 192' } as const

/** The header of a deflated object was inflated when it was scanned. */
function syntaxOf({ transferSyntax }: StoredObject): TransferSyntax {
  return transferSyntax.deflated ? TransferSyntaxes.explicitVrLittleEndian : transferSyntax
}

function metaOf(object: StoredObject, changes: Changes): Uint8Array {
  const dataSet = readDataSet(object.header, syntaxOf(object), undefined, object.omitted)
  const set = elementsOf(changes.set ?? {}, object.transferSyntax)
  const uidOf = (tag: Tag, inMeta: Tag) => {
    const value = set.has(tag) ? set.get(tag)?.value : (dataSet.text(tag) ?? object.meta?.text(inMeta))
    return typeof value === 'string' && isUid(value) ? value : ''
  }
  return encodeFileMeta({
    sopClassUid: uidOf(Tags.SOPClassUID, Tags.MediaStorageSOPClassUID),
    sopInstanceUid: uidOf(Tags.SOPInstanceUID, Tags.MediaStorageSOPInstanceUID),
    transferSyntaxUid: object.transferSyntax.uid,
  })
}

/** What follows the first `start` bytes. */
async function* behind(source: AsyncIterable<Uint8Array>, start: number): AsyncGenerator<Uint8Array, void, undefined> {
  let position = 0
  for await (const part of source) {
    if (position + part.length > start) yield part.subarray(Math.max(0, start - position))
    position += part.length
  }
}

/** The new header with each gap filled from `source`, which is read once. */
async function* filled(
  { bytes, gaps }: Rewritten, source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let [written, position, next] = [0, 0, 0]
  for await (const part of source) {
    for (let gap = gaps[next]; gap !== undefined; gap = gaps[++next]) {
      const { start, end } = gap.omission
      if (start >= position + part.length) break
      yield bytes.subarray(written, gap.at)
      written = gap.at
      yield part.subarray(Math.max(0, start - position), Math.min(part.length, end - position))
      if (end > position + part.length) break
    }
    position += part.length
  }
  if ((gaps[next]?.omission.end ?? 0) > position) throw new DicomError('ends within a value')
  yield bytes.subarray(written)
}
