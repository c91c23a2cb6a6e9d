/**
 * The body of STOW-RS, whatever its form, as files. PS3.18 §10.5.2.
 *
 * @module
 */
import {
  fromNativeXml, MULTIPART, parseMediaType, readMultipart, XmlError, type FailedReference, type ReceivedPart,
} from '@filmjacket/dicom-web'
import { Problem } from '../../../platform/server/http/problem.ts'
import { compose, type BulkParts } from './compose.ts'
import type { IncomingFile } from './receive.ts'
import { wishNotUnderstood } from './problems.ts'

const DICOM = 'application/dicom'
const XML = 'application/dicom+xml'
const JSON_TYPES: readonly string[] = ['application/dicom+json', 'application/json']
const METADATA: readonly string[] = [...JSON_TYPES, XML]

/** Of data sets in text, and of all bulk data that come with them. */
const METADATA_BYTES_MAX = 64 * 1024 * 1024
const BULK_BYTES_MAX = 256 * 1024 * 1024

/** @throws Problem if the body is of no form that is understood. MultipartError comes while it is read. */
export function filesIn(contentType: string | undefined, body: AsyncIterable<Uint8Array>): AsyncIterable<IncomingFile | FailedReference> {
  const type = parseMediaType(contentType ?? '')
  if (type?.name === DICOM) return only(body)
  if (type !== null && METADATA.includes(type.name)) return composed(body, type.name)
  if (type?.name !== MULTIPART) return unknownForm()
  const parts = readMultipart(body, type.parameters.get('boundary') ?? '')
  const root = (type.parameters.get('type') ?? DICOM).toLowerCase()
  if (root === DICOM) return filesOf(parts)
  return METADATA.includes(root) ? composedOf(parts) : unknownForm()
}

function unknownForm(): never {
  throw new Problem('store-form-unknown', 415,
    'Images are stored as multipart/related of application/dicom, or of application/dicom+json or +xml with bulk data.')
}

async function* only(body: AsyncIterable<Uint8Array>): AsyncGenerator<IncomingFile> {
  yield await Promise.resolve(body)
}

async function* filesOf(parts: AsyncIterable<ReceivedPart>): AsyncGenerator<IncomingFile> {
  for await (const { content } of parts) yield content
}

/** Data sets without bulk data. */
async function* composed(body: AsyncIterable<Uint8Array>, form: string): AsyncGenerator<IncomingFile | FailedReference> {
  yield* compose(dataSetsIn(await whole(body, METADATA_BYTES_MAX), form), new Map())
}

/** All of it is read before the first file is made: bulk data may come before or behind. */
async function* composedOf(parts: AsyncIterable<ReceivedPart>): AsyncGenerator<IncomingFile | FailedReference> {
  const dataSets: unknown[] = []
  const bulk = new Map<string, BulkParts>()
  let [metadataBytes, bulkBytes] = [0, 0]
  for await (const { headers, content } of parts) {
    const contentType = headers.get('content-type') ?? ''
    const name = parseMediaType(contentType)?.name ?? ''
    if (METADATA.includes(name)) {
      const bytes = await whole(content, METADATA_BYTES_MAX - metadataBytes)
      metadataBytes += bytes.length
      dataSets.push(...dataSetsIn(bytes, name))
      continue
    }
    const bytes = await whole(content, BULK_BYTES_MAX - bulkBytes)
    bulkBytes += bytes.length
    const location = headers.get('content-location') ?? ''
    bulk.set(location, { contentType, parts: [...(bulk.get(location)?.parts ?? []), bytes] })
  }
  yield* compose(dataSets, bulk)
}

function dataSetsIn(bytes: Buffer, form: string): readonly unknown[] {
  try {
    if (form === XML) return [fromNativeXml(bytes.toString())]
    const json: unknown = JSON.parse(bytes.toString())
    return Array.isArray(json) ? (json as readonly unknown[]) : [json]
  } catch (error) {
    return wishNotUnderstood(error instanceof XmlError ? error : new Error('its metadata are no JSON'))
  }
}

async function whole(content: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    if (bytes > limit) throw new Problem('store-too-large', 413, 'This much is only taken as files: send application/dicom.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
