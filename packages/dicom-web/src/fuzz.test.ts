/** Whatever comes over the wire is read, or refused by an error of ours, and soon. */
import fc from 'fast-check'
import { literal, open } from '@filmjacket/bytes'
import { describe, it } from 'vitest'
import { parseAccept, parseMediaType } from './media-type.ts'
import { layOutMultipart } from './multipart.ts'
import { MultipartError } from './multipart-error.ts'
import { readMultipart } from './multipart-reader.ts'
import { fromNativeXml } from './native-xml.ts'
import { parseSearch, SearchError } from './search.ts'
import { parseWadoUri, WadoUriError } from './wado-uri.ts'
import { choose, wishesOf } from './wish.ts'
import { XmlError } from './xml-reader.ts'

const noBlobs = { read: () => { throw new Error('no blobs here') } }

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = Math.max(1, sizes[n % sizes.length] ?? 1)
    yield await Promise.resolve(bytes.subarray(at, at + size))
    at += size
  }
}

async function contentsOf(body: Uint8Array, boundary: string, sizes: readonly number[]): Promise<readonly Buffer[]> {
  const contents: Buffer[] = []
  for await (const { content } of readMultipart(inPieces(body, sizes), boundary)) {
    const chunks: Uint8Array[] = []
    for await (const chunk of content) chunks.push(chunk)
    contents.push(Buffer.concat(chunks))
  }
  return contents
}

const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })
/** Bytes that look like delimiters, among others. */
const tricky = fc.array(fc.oneof(
  fc.constantFrom('\r\n', '--', '\r\n--', '--x', '\r\n--x', '\r\n--x--', 'a: b', '\r\n\r\n', ' ', '\t'), fc.string({ maxLength: 5 }),
), { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join(''), 'latin1'))

/** @throws what is not one of `expected`. */
function onlyThrows(work: () => unknown, expected: new (message?: string) => Error): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof expected)) throw error
  }
}

describe('fuzzing', () => {
  it('a multipart body gives back what went in, in any pieces', async () => {
    await fc.assert(fc.asyncProperty(fc.array(tricky, { maxLength: 5 }), sizes, async (contents, pieces) => {
      const { list, mediaType } = layOutMultipart('a/b', contents.map((bytes) => ({ contentType: 'a/b', content: [literal(bytes)] })))
      const chunks: Uint8Array[] = []
      for await (const chunk of open(list, noBlobs)) chunks.push(chunk)
      const read = await contentsOf(Buffer.concat(chunks), parseMediaType(mediaType)?.parameters.get('boundary') ?? '', pieces)
      return read.length === contents.length && read.every((bytes, at) => bytes.equals(contents[at] ?? Buffer.alloc(0)))
    }), { numRuns: 300 })
  })

  it('a multipart body that makes no sense is refused, the same in any pieces', async () => {
    const outcome = (body: Uint8Array, pieces: readonly number[]) => contentsOf(body, 'x', pieces).then(
      (contents) => contents.map((bytes) => bytes.toString('hex')).join(), (error: unknown) => {
        if (!(error instanceof MultipartError)) throw error
        return 'refused'
      })
    await fc.assert(fc.asyncProperty(tricky, sizes, async (body, pieces) =>
      (await outcome(body, pieces)) === (await outcome(body, [1_000_000]))), { numRuns: 1_000 })
  })

  it('headers, query strings and XML are read or refused', () => {
    const words = fc.constantFrom('multipart/related', 'application/dicom', 'type=', 'q=0.5', '"', '\\', ';', ',', '*/*', 'transfer-syntax=*', ' ')
    const header = fc.array(fc.oneof(words, fc.string({ maxLength: 4 }))).map((pieces) => pieces.join(''))
    const xml = fc.array(fc.oneof(
      fc.constantFrom('<', '>', '/', '<NativeDicomModel>', '</NativeDicomModel>', '<DicomAttribute tag="00100010" vr="PN">', '</DicomAttribute>',
        '<PersonName number="1">', '<![CDATA[', ']]>', '<!--', '-->', '&amp;', '&#65;', '&', '"', '<?x?>'), fc.string({ maxLength: 4 }),
    )).map((pieces) => pieces.join(''))
    fc.assert(fc.property(header, (text) => {
      parseAccept(text)
      choose(wishesOf(text), [{ media: 'application/dicom', isMultipart: true }])
    }), { numRuns: 2_000 })
    fc.assert(fc.property(fc.webQueryParameters(), (query) => {
      onlyThrows(() => parseSearch('study', new URLSearchParams(query)), SearchError)
      onlyThrows(() => parseWadoUri(new Map(new URLSearchParams(query))), WadoUriError)
    }), { numRuns: 2_000 })
    fc.assert(fc.property(xml, (text) => onlyThrows(() => fromNativeXml(text), XmlError)), { numRuns: 3_000 })
  })
})
