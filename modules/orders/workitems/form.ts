/**
 * Workitems on the wire: DICOM JSON, or the Native DICOM Model in XML. PS3.18 §8.7.3.
 *
 * @module
 */
import { etagOf, literal } from '@filmjacket/bytes'
import { DicomError, fromDicomJson, toNativeXml, type DataSet, type DicomJson } from '@filmjacket/dicom-data'
import { choose, fromNativeXml, layOutMultipart, parseMediaType, wishesOf, XmlError, type Choice } from '@filmjacket/dicom-web'
import { Problem } from '../../../platform/server/http/problem.ts'
import type { MediaInput } from '../../../platform/server/http/route.ts'
import type { Served } from '../../../platform/server/http/serve-extents.ts'
import { dataSetIn, dataSetOf } from './json.ts'

const XML = 'application/dicom+xml'
const JSON_TYPES: readonly string[] = ['application/dicom+json', 'application/json']
const BODY_BYTES_MAX = 1024 * 1024

/** @throws Problem */
export async function received(input: Sent): Promise<DataSet> {
  return (await receivedIfAny(input)) ?? unreadable()
}

type Sent = Pick<MediaInput<unknown>, 'headers' | 'body'>

/** Null where nothing was sent. @throws Problem */
export async function receivedIfAny({ headers, body }: Sent): Promise<DataSet | null> {
  const text = await textOf(body)
  if (text.trim() === '') return null
  const form = parseMediaType(headers.contentType ?? '')?.name ?? ''
  if (form !== XML && !JSON_TYPES.includes(form))
    throw new Problem('workitem-form-unknown', 415, 'Workitems are sent as application/dicom+json or application/dicom+xml.')
  try {
    return dataSetOf(fromDicomJson(form === XML ? fromNativeXml(text) : onlyOf(JSON.parse(text))))
  } catch (error) {
    if (!isOfSender(error)) throw error
    return unreadable()
  }
}

function unreadable(): never {
  throw new Problem('workitem-unreadable', 400, 'What was sent is no data set.')
}

function isOfSender(error: unknown): boolean {
  return [DicomError, RangeError, SyntaxError, XmlError].some((kind) => error instanceof kind)
}

/** One data set, by itself or in a list, as both are written. */
function onlyOf(json: unknown): unknown {
  return Array.isArray(json) && json.length === 1 ? json[0] : json
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > BODY_BYTES_MAX) throw new Problem('workitem-too-large', 413, 'A workitem has at most one megabyte.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const SINGLE = [...JSON_TYPES, XML].map((media) => ({ media, isMultipart: false }))
const SEVERAL = SINGLE.map((offer) => ({ ...offer, isMultipart: offer.media === XML }))

export function served(input: MediaInput<unknown>, workitem: DicomJson): Served {
  const { media } = chosen(input, SINGLE)
  const list = [literal(Buffer.from(media === XML ? toNativeXml(dataSetIn(workitem)) : JSON.stringify([workitem])))]
  return { list, etag: etagOf(list), mediaType: media, headers: { vary: 'accept' } }
}

export function servedList(input: MediaInput<unknown>, workitems: readonly DicomJson[]): Served {
  const { media } = chosen(input, SEVERAL)
  if (media !== XML) {
    const list = [literal(Buffer.from(JSON.stringify(workitems)))]
    return { list, etag: etagOf(list), mediaType: media, headers: { vary: 'accept' } }
  }
  const parts = workitems.map((each) => ({ contentType: media, content: [literal(Buffer.from(toNativeXml(dataSetIn(each))))] }))
  const { list, mediaType } = layOutMultipart(media, parts)
  return { list, etag: etagOf(list), mediaType, headers: { vary: 'accept' } }
}

/** The query string comes before the header. PS3.18 §8.3.3.1. */
function chosen({ headers, query }: MediaInput<unknown>, offers: typeof SINGLE): Choice {
  const wishes = wishesOf(headers.accept, query.find(([name]) => name === 'accept')?.[1])
  return choose(wishes, offers) ?? notAcceptable()
}

function notAcceptable(): never {
  throw new Problem('not-acceptable', 406, 'This cannot be sent in any form that the request accepts.')
}

/** Nothing but what its status and its headers say. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Served {
  return { list: [], etag: etagOf([]), mediaType: 'application/dicom+json', status, headers }
}
