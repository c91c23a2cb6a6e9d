/**
 * Files of a medium for the viewer on it: their headers in the DICOM JSON Model, their frames, their large values.
 *
 * Only the beginning of a file is read for its header, as a disc is slow and a study has thousands.
 *
 * @module
 */
import {
  DicomError, readPart10, readPart10Head, scanPart10, Tags, toDicomJson, UidError,
  type Bulk, type BulkDataUri, type DataSet, type DicomJson, type Part10Head, type TransferSyntax,
} from '@filmjacket/dicom-data'
import { readFrame } from '@filmjacket/dicom-pixel/frames'
import type { FileBytes, ImageFile, OpenImageFile, OpenOptions } from '../page/disc/image-file.ts'

/** So much is read in the hope that the header is in it; then more. */
const HEAD_BYTES: readonly number[] = [0x4000, 0x4_0000, 0x100_0000]
const CHUNK_BYTES = 0x40_0000
/** A larger value is not written out in the header. */
const INLINE_BYTES = 1024
/** Objects without pixels are read whole; what is larger than this and no image is nothing for a viewer. */
const MOST_WHOLE_BYTES = 0x400_0000

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1'
const GE_BIG_ENDIAN_PIXELS = '1.2.840.113619.5.2'

export const openImageFile: OpenImageFile = async (file, options) => {
  try {
    const head = await headOf(file)
    if (head !== null) return isInstance(head.dataSet) ? fileWithHead(file, head, options) : null
    return (await hasPrefix(file)) && file.size <= MOST_WHOLE_BYTES ? await fileInWhole(file, options) : null
  } catch (error) {
    if (error instanceof DicomError || error instanceof UidError) return null
    throw error
  }
}

async function hasPrefix(file: FileBytes): Promise<boolean> {
  return new TextDecoder('latin1').decode(await file.read(128, 132)) === 'DICM'
}

async function headOf(file: FileBytes): Promise<Part10Head | null> {
  for (const most of HEAD_BYTES) {
    const bytes = await file.read(0, most)
    const head = readPart10Head(bytes)
    if (head !== null) return head
    if (bytes.length < most) return null
  }
  return null
}

/** A directory has none. Other UIDs may be missing: what cannot be told apart is one Series then. */
function isInstance(dataSet: DataSet): boolean {
  return dataSet.text(Tags.SOPInstanceUID) !== undefined
}

/** An image whose pixels stay where they are. */
function fileWithHead(file: FileBytes, { dataSet, transferSyntax, bulk }: Part10Head, options: OpenOptions): ImageFile {
  const { tag, vr, start, length } = bulk
  const digits = tag.toString(16).toUpperCase().padStart(8, '0')
  const place: Bulk | null = length === null
    ? null : { tag, vr, start, end: Math.min(start + length, file.size), undefinedLength: false, fragments: null }
  let scanned: Promise<Bulk | null> | null = null
  const bulkOf = (): Promise<Bulk | null> => (place === null ? (scanned ??= scan(file)) : Promise.resolve(place))
  return {
    elements: elementsOf(dataSet, transferSyntax, options, { [digits]: { vr, BulkDataURI: options.addressOf(digits) } }),
    transferSyntaxUid: nativeUid(transferSyntax),
    async frame(number) {
      const frame = await readFrame({ dataSet, transferSyntax, bulk: await bulkOf() }, number - 1, file.read)
      return frame === null ? null : inLittleEndian(frame, transferSyntax, dataSet, vr)
    },
    async value(path) {
      if (path !== digits) return valueAt(readPart10(await whole(file)).dataSet, path)
      const found = await bulkOf()
      return found === null ? null : await joinedOf(file, found)
    },
  }
}

/** What has no pixels, or is deflated: all of it is in memory. */
async function fileInWhole(file: FileBytes, options: OpenOptions): Promise<ImageFile | null> {
  const { dataSet, transferSyntax } = readPart10(await whole(file))
  if (!isInstance(dataSet)) return null
  const pixels = dataSet.bytes(Tags.PixelData)
  const bulk: Bulk | null = pixels === undefined
    ? null : { tag: Tags.PixelData, vr: 'OW', start: 0, end: pixels.length, undefinedLength: false, fragments: null }
  return {
    elements: elementsOf(dataSet, transferSyntax, options, {}),
    transferSyntaxUid: nativeUid(transferSyntax),
    frame: (number) =>
      readFrame({ dataSet, transferSyntax, bulk }, number - 1, (start, end) => Promise.resolve((pixels ?? NOTHING).slice(start, end))),
    value: (path) => Promise.resolve(valueAt(dataSet, path)),
  }
}

const NOTHING = new Uint8Array(0)

async function whole(file: FileBytes): Promise<Uint8Array> {
  return await file.read(0, file.size)
}

/** Where each fragment lies, which only going from one to the next tells. */
async function scan(file: FileBytes): Promise<Bulk | null> {
  const scanner = scanPart10()
  for (let at = 0; at < file.size; at += CHUNK_BYTES) scanner.push(await file.read(at, at + CHUNK_BYTES))
  return scanner.end().bulk
}

/** PS3.5 §A.4: the first fragment is the offset table. */
async function joinedOf(file: FileBytes, { start, end, fragments }: Bulk): Promise<Uint8Array> {
  if (fragments === null) return await file.read(start, end)
  const parts = fragments.slice(1)
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.end - part.start, 0))
  let at = 0
  for (const part of parts) {
    joined.set(await file.read(part.start, part.end), at)
    at += part.end - part.start
  }
  return joined
}

function elementsOf(dataSet: DataSet, { uid }: TransferSyntax, { addressOf }: OpenOptions, more: DicomJson): DicomJson {
  const bulkDataUri: BulkDataUri = ({ path, length }) => (length > INLINE_BYTES ? addressOf(path) : null)
  // Available Transfer Syntax UID, as an answer to a query has it: whether an object is a film is in no header.
  return { ...toDicomJson(dataSet, { bulkDataUri }), ...more, '00083002': { vr: 'UI', Value: [uid] } }
}

/** `00720409/0/7FE00010`, as `toDicomJson` gives it. */
function valueAt(dataSet: DataSet, path: string): Uint8Array | null {
  const steps = path.split('/')
  let within: DataSet | undefined = dataSet
  for (let n = 0; n + 1 < steps.length && within !== undefined; n += 2) {
    within = within.items(parseInt(steps[n] ?? '', 16))[Number(steps[n + 1])]
  }
  return within?.bytesLittleEndian(parseInt(steps.at(-1) ?? '', 16)) ?? null
}

function isBigEndian({ uid, littleEndian }: TransferSyntax): boolean {
  return !littleEndian || uid === GE_BIG_ENDIAN_PIXELS
}

function nativeUid(transferSyntax: TransferSyntax): string {
  return isBigEndian(transferSyntax) ? EXPLICIT_LITTLE_ENDIAN : transferSyntax.uid
}

/** Cells of two bytes and more turned round; those of one byte too, where they lie in words. PS3.5 §7.3. */
function inLittleEndian(frame: Uint8Array, transferSyntax: TransferSyntax, dataSet: DataSet, vr: string): Uint8Array {
  if (!isBigEndian(transferSyntax)) return frame
  const bits = dataSet.number(Tags.BitsAllocated) ?? 8
  const width = bits > 8 ? bits / 8 : vr === 'OW' ? 2 : 1
  const turned = frame.slice()
  for (let at = 0; at + width <= turned.length; at += width) turned.subarray(at, at + width).reverse()
  return turned
}
