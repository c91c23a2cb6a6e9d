/**
 * Values that metadata tell by their address. PS3.18 §10.4.1.1.5.
 *
 * @module
 */
import { etagOf, literal, range, type ExtentList } from '@filmjacket/bytes'
import { Tags, type DataSet } from '@filmjacket/dicom-data'
import { choose, formatMediaType, layOutMultipart, OCTET_STREAM, type Offer, type Wish } from '@filmjacket/dicom-web'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import type { Streamed } from '../../../platform/server/http/serve-stream.ts'
import type { InstancePlace } from '../store/dicomweb.ts'
import { serveFrames } from './frames.ts'
import type { Pixels, PixelsOf } from './pixels.ts'
import { noBulkData, notAcceptable } from './problems.ts'

export interface BulkWish {
  /** `00660002/0/00660016`: tags, and numbers of items between them. */
  readonly path: string
  readonly wishes: readonly Wish[]
}

const PDF = 'application/pdf'

/** @throws Problem if there is no such value, or it cannot be sent as is wished. */
export async function serveBulkData(
  pixelsOf: PixelsOf, instance: InstancePlace, { path, wishes }: BulkWish,
): Promise<Served | Streamed> {
  const pixels = await pixelsOf(instance)
  if (isPixels(pixels, path)) {
    const film = filmOf(pixels)
    if (film !== null) return sent(film, { media: OCTET_STREAM, syntaxUid: pixels.transferSyntax.uid }, wishes)
    if (pixels.bulk?.fragments != null) return serveFrames(pixelsOf, instance, { frames: allFrames(pixels), wishes })
    const { start, end } = pixels.bulk ?? noBulkData()
    return sent(await contentAt(pixels, start, end), { media: OCTET_STREAM, syntaxUid: pixels.transferSyntax.uid }, wishes)
  }
  const document = path === DOCUMENT_PATH ? await documentOf(pixels, instance) : null
  if (document !== null) return sent(document.content, { media: document.media }, wishes)
  return sent(await valueAt(pixels, path), { media: OCTET_STREAM }, wishes)
}

const PIXEL_PATHS: readonly string[] = [Tags.PixelData, Tags.FloatPixelData, Tags.DoubleFloatPixelData].map(pathOf)
const DOCUMENT_PATH = pathOf(Tags.EncapsulatedDocument)

function pathOf(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(8, '0')
}

function isPixels({ bulk }: Pixels, path: string): boolean {
  return PIXEL_PATHS.includes(path) && bulk !== null && pathOf(bulk.tag) === path
}

/** A film is one stream: its frames are not told apart, and its fragments are where a writer cut it. PS3.5 §A.4.5. */
function filmOf({ transferSyntax, bulk, blobId }: Pixels): ExtentList | null {
  if (blobId === undefined || bulk?.fragments == null || !/MPEG|HEVC/.test(transferSyntax.name)) return null
  return bulk.fragments.slice(1).map(({ start, end }) => range(blobId, start, end - start))
}

function allFrames({ dataSet }: Pixels): readonly number[] {
  const frames = Math.max(1, Math.min(dataSet.number(Tags.NumberOfFrames) ?? 1, 100_000))
  return Array.from({ length: frames }, (_, at) => at + 1)
}

export interface StoredDocument {
  readonly content: ExtentList
  readonly media: string
}

/** An encapsulated document without what fills its value up. Only a PDF is called what it says it is. */
export async function documentOf(pixels: Pixels, { bulkStart, bulkEnd }: InstancePlace): Promise<StoredDocument | null> {
  const { dataSet, bulk } = pixels
  if (!dataSet.has(Tags.EncapsulatedDocument)) return null
  const [start, end] = bulk === null ? [bulkStart, bulkEnd] : [bulk.start, bulk.end]
  if (start === null || end === null) return null
  const length = dataSet.number(Tags.EncapsulatedDocumentLength) ?? end - start
  const content = await contentAt(pixels, start, Math.min(end, start + Math.max(0, length)))
  const isPdf = dataSet.text(Tags.MIMETypeOfEncapsulatedDocument)?.toLowerCase() === PDF
  return { content, media: isPdf ? PDF : OCTET_STREAM }
}

async function contentAt(pixels: Pixels, start: number, end: number): Promise<ExtentList> {
  const { blobId } = pixels
  return blobId === undefined ? [literal(await pixels.read(start, end))] : [range(blobId, start, end - start)]
}

async function valueAt(pixels: Pixels, path: string): Promise<ExtentList> {
  const steps = path.split('/')
  const tag = tagOf(steps.pop())
  const within = stepInto(pixels.dataSet, steps)
  const omission = within.omission(tag)
  if (omission !== undefined) return contentAt(pixels, omission.start, omission.end)
  const bytes = within.items(tag).length > 0 ? undefined : within.bytesLittleEndian(tag)
  return bytes === undefined || bytes.length === 0 ? noBulkData() : [literal(bytes)]
}

function stepInto(dataSet: DataSet, steps: readonly string[]): DataSet {
  if (steps.length % 2 !== 0) return noBulkData()
  let within = dataSet
  for (let at = 0; at < steps.length; at += 2) {
    const index = /^\d{1,6}$/.test(steps[at + 1] ?? '') ? Number(steps[at + 1]) : -1
    within = within.items(tagOf(steps[at]))[index] ?? noBulkData()
  }
  return within
}

function tagOf(step: string | undefined): number {
  return /^[0-9A-Fa-f]{8}$/.test(step ?? '') ? parseInt(step ?? '', 16) : noBulkData()
}

interface Kind {
  readonly media: string
  readonly syntaxUid?: string
}

function sent(content: ExtentList, { media, syntaxUid }: Kind, wishes: readonly Wish[]): Served {
  const names = media === OCTET_STREAM ? [media] : [media, OCTET_STREAM]
  const offers = names.flatMap((name): Offer[] => [{ media: name, isMultipart: false }, { media: name, isMultipart: true }])
  const chosen = choose(wishes, offers) ?? notAcceptable()
  const contentType = formatMediaType(chosen.media, syntaxUid === undefined ? {} : { 'transfer-syntax': syntaxUid })
  const headers = { vary: 'accept' }
  if (!chosen.isMultipart) return { list: content, etag: etagOf(content), mediaType: contentType, headers }
  const { list, mediaType } = layOutMultipart(chosen.media, [{ contentType, content }])
  return { list, etag: etagOf(list), mediaType, headers }
}
