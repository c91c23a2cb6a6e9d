import { literal, open, parseBlobId, range, sizeOf, slice, type BlobReader, type ExtentList } from '@filmjacket/bytes'
import { describe, expect, it } from 'vitest'
import { parseMediaType } from './media-type.ts'
import { boundaryOf, layOutMultipart, streamMultipart, type Part } from './multipart.ts'
import { defaultMultipartLimits, readMultipart, type MultipartLimits } from './multipart-reader.ts'

const BLOB = parseBlobId('ab'.repeat(32))
const noBlobs: BlobReader = { read: () => { throw new Error('a layout opens no blob') } }
const text = (content: string): Part => ({ contentType: 'text/plain', content: [literal(Buffer.from(content))] })

async function bytesOf(list: ExtentList): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of open(list, noBlobs)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function partsOf(body: Uint8Array, boundary: string, size = 7, limits?: Partial<MultipartLimits>) {
  const parts: { headers: Record<string, string>; content: string }[] = []
  for await (const { headers, content } of readMultipart(inChunks(body, size), boundary, { ...defaultMultipartLimits, ...limits })) {
    const chunks: Uint8Array[] = []
    for await (const chunk of content) chunks.push(chunk)
    parts.push({ headers: Object.fromEntries(headers), content: Buffer.concat(chunks).toString('latin1') })
  }
  return parts
}

describe('layOutMultipart', () => {
  it('knows its size, and any part of it, without reading', async () => {
    const { list } = layOutMultipart('application/dicom', [{ contentType: 'application/dicom', content: [range(BLOB, 5, 1_000)] }, text('b')])
    expect(sizeOf(list)).toBeGreaterThan(1_000)
    expect((await bytesOf(slice(list, sizeOf(list) - 4, sizeOf(list)))).toString()).toBe('--\r\n')
  })

  it('is the same for the same parts, and another for others', () => {
    const one = layOutMultipart('text/plain', [text('a'), text('b')])
    expect(layOutMultipart('text/plain', [text('a'), text('b')])).toEqual(one)
    expect(layOutMultipart('text/plain', [text('a'), text('c')]).mediaType).not.toBe(one.mediaType)
  })

  it('is read back by our own reader, in any division, and as a stream it is the same', async () => {
    const parts = [text('first'), text(''), { ...text('\r\n--third\r\n'), location: 'http://x/3' }]
    const { list, mediaType } = layOutMultipart('text/plain', parts)
    const boundary = parseMediaType(mediaType)?.parameters.get('boundary') ?? ''
    const body = await bytesOf(list)
    for (const size of [1, 2, 3, 50, 10_000]) {
      const read = await partsOf(body, boundary, size)
      expect(read.map(({ content }) => content)).toEqual(['first', '', '\r\n--third\r\n'])
      expect(read[2]?.headers).toEqual({ 'content-type': 'text/plain', 'content-location': 'http://x/3' })
    }
    async function* streamed() {
      for (const { content, ...part } of parts) yield { ...part, content: open(content, noBlobs) }
      await Promise.resolve()
    }
    const chunks: Uint8Array[] = []
    for await (const chunk of streamMultipart(boundary, streamed())) chunks.push(chunk)
    expect(Buffer.concat(chunks)).toEqual(body)
  })

  it('of no parts is empty', async () => {
    const body = await bytesOf(layOutMultipart('text/plain', []).list)
    expect(await partsOf(body, boundaryOf([]))).toEqual([])
  })
})

describe('readMultipart', () => {
  const read: readonly (readonly [what: string, body: string, contents: readonly string[]])[] = [
    ['what is before the first part and after the last', 'preamble\r\n--x\r\n\r\na\r\n--x--\r\nepilogue', ['a']],
    ['padding behind a delimiter', '--x  \t\r\n\r\na\r\n--x--', ['a']],
    ['a part without headers or content', '--x\r\n\r\n\r\n--x--', ['']],
    ['line ends within a part', '--x\r\n\r\n\r\na\r\n-\r\n--\r\n\r\n--x--', ['\r\na\r\n-\r\n--\r\n']],
    ['no parts', '--x--', []],
  ]
  for (const [what, body, contents] of read) {
    it(`understands ${what}`, async () => {
      for (const size of [1, 5, 100]) expect((await partsOf(Buffer.from(body), 'x', size)).map(({ content }) => content)).toEqual(contents)
    })
  }

  it('reads headers whatever their case, folded, and the first of two', async () => {
    const [part] = await partsOf(Buffer.from('--x\r\nCONTENT-type: a/b;\r\n c=d\r\nX: 1\r\nx: 2\r\n\r\na\r\n--x--'), 'x')
    expect(part?.headers).toEqual({ 'content-type': 'a/b; c=d', x: '1' })
  })

  it('goes on with the next part whether or not one was read', async () => {
    const types: string[] = []
    for await (const { headers, content } of readMultipart(inChunks(Buffer.from('--x\r\na: 1\r\n\r\nlong content\r\n--x\r\na: 2\r\n\r\n\r\n--x--'), 3), 'x')) {
      types.push(headers.get('a') ?? '')
      for await (const first of content) if (first.length >= 0) break
    }
    expect(types).toEqual(['1', '2'])
  })

  const broken: readonly (readonly [what: string, body: string, boundary?: string, limits?: Partial<MultipartLimits>])[] = [
    ['nothing', ''],
    ['no delimiter', 'abc'],
    ['a part that is cut', '--x\r\n\r\nabc'],
    ['headers that are cut', '--x\r\nabc'],
    ['a last delimiter that is cut', '--x\r\n\r\na\r\n--x-'],
    ['a delimiter that goes on', '--x\r\n\r\na\r\n--xyz\r\n\r\n--x--'],
    ['a header without name', '--x\r\n: b\r\n\r\n\r\n--x--'],
    ['headers that do not end', `--x\r\na: ${'b'.repeat(20_000)}\r\n\r\n\r\n--x--`],
    ['more parts than are allowed', '--x\r\n\r\na\r\n--x\r\n\r\nb\r\n--x--', 'x', { parts: 1 }],
    ['an empty boundary', '--\r\n\r\n\r\n----', ''],
    ['a boundary without end', '', 'x'.repeat(1_000)],
  ]
  for (const [what, body, boundary = 'x', limits] of broken) {
    it(`refuses ${what}`, async () => {
      await expect(partsOf(Buffer.from(body), boundary, 1_000, limits)).rejects.toThrow(expect.objectContaining({ name: 'MultipartError' }))
    })
  }

  it('does not wait for ever for a first part', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield await Promise.resolve(Buffer.alloc(4_096))
    }
    await expect(readMultipart(endless(), 'x').next()).rejects.toThrow('more than 16384 bytes')
  })
})
