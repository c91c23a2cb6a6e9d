import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { etagOf, literal, parseBlobId, range, type BlobReader, type ExtentList } from '@filmjacket/bytes'
import { describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { buildWeb } from './server.ts'
import { bytesRoute, mount } from './route.ts'
import { anyone } from '../auth/caller.ts'

const BLOB = parseBlobId('ab'.repeat(32))
const list = [literal(Buffer.from('01')), range(BLOB, 0, 6), literal(Buffer.from('89'))]
const etag = etagOf(list)
const long = randomBytes(3_000_000)
/** More than two buffers, in small and large pieces. */
const LONG = [literal(long.subarray(0, 70_000)), literal(long.subarray(70_000, 2_000_000)), literal(long.subarray(2_000_000))]

async function digestTakenSlowly(url: string): Promise<string> {
  const [answer] = (await once(get(url), 'response')) as [IncomingMessage]
  const hash = createHash('sha256')
  for await (const part of answer) {
    hash.update(part as Buffer)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return hash.digest('hex')
}

/** Ten bytes, '0123456789', of which six come from a blob; counts what is read and delivered. */
async function server(content: ExtentList = list) {
  const seen = { read: 0, delivered: 0 }
  const blobs: BlobReader = {
    async *read(_blob, start, end) {
      seen.read += end - start
      if (end > 6) throw new Error('damaged')
      await new Promise((resolve) => setImmediate(resolve))
      yield Buffer.from('234567').subarray(start, end)
    },
  }
  const file = bytesRoute({
    method: 'GET', url: '/file', summary: 'ten bytes', allow: anyone,
    handle: () => Promise.resolve({
      list: content, etag: etagOf(content), mediaType: 'application/zip', fileName: 'Röntgen (1).zip',
      delivered: () => {
        seen.delivered++
        return Promise.resolve()
      },
    }),
  })
  const app = await buildWeb({
    host: '127.0.0.1', port: 0, version: '0', log: createLog('silent'), secure: false, blobs,
    recognize: () => Promise.resolve({ kind: 'anonymous' }), mounted: [mount({}, [file])],
  })
  return { seen, get: (headers: Record<string, string> = {}) => app.inject({ url: '/file', headers }), app }
}

describe('serveExtents', () => {
  const ranges: readonly (readonly [string, number, string, string | undefined])[] = [
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=1-4', 206, '1234', 'bytes 1-4/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
  ]
  for (const [header, status, body, contentRange] of ranges) {
    it(`answers ${header} with ${status} and '${body}'`, async () => {
      const { get } = await server()
      const answer = await get({ range: header })
      expect([answer.statusCode, answer.body, answer.headers['content-range']]).toEqual([status, body, contentRange])
    })
  }

  it('tells the length and takes ranges, before anything is asked', async () => {
    const { get } = await server()
    const { headers } = await get()
    expect(headers).toMatchObject({ 'content-length': '10', 'accept-ranges': 'bytes', etag, 'content-type': 'application/zip' })
  })

  it('answers HEAD with the length and without a read', async () => {
    const { app, seen } = await server()
    const answer = await app.inject({ method: 'HEAD', url: '/file' })
    expect([answer.statusCode, answer.headers['content-length'], answer.body, seen.read]).toEqual([200, '10', '', 0])
  })

  it('answers 304 to who has it, and the whole to who has another', async () => {
    const { get } = await server()
    expect((await get({ 'if-none-match': etag })).statusCode).toBe(304)
    expect((await get({ range: 'bytes=8-', 'if-range': etag })).body).toBe('89')
    expect((await get({ range: 'bytes=8-', 'if-range': '"old"' })).body).toBe('0123456789')
  })

  it('names the file for every browser, without a character that a header may not hold', async () => {
    const { get } = await server()
    const { headers } = await get()
    expect(headers['content-disposition']).toBe(
      `attachment; filename="R_ntgen (1).zip"; filename*=UTF-8''R%C3%B6ntgen%20%281%29.zip`,
    )
  })

  it('sends the bytes as they are, however slowly they are taken, and what is sent meanwhile to others', async () => {
    const { app } = await server(LONG)
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const digests = await Promise.all(Array.from({ length: 4 }, () => digestTakenSlowly(`${url}/file`)))
    await app.close()
    expect(new Set(digests)).toEqual(new Set([createHash('sha256').update(long).digest('hex')]))
  })

  it('stands that who asked goes away in the middle, while more is being read', async () => {
    const slow = Array.from({ length: 8 }, (_, n) => [...LONG, range(BLOB, n % 6, 1)]).flat()
    const { app, seen } = await server(slow)
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const [answer] = (await once(get(`${url}/file`), 'response')) as [IncomingMessage]
    answer.once('data', () => answer.destroy())
    await once(answer, 'close')
    await app.close()
    expect(seen.read).toBeLessThan(8)
  })

  it('breaks the connection when a blob turns out to be damaged on the way', async () => {
    const { app } = await server([...LONG, range(BLOB, 10, 6)])
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    await expect(digestTakenSlowly(`${url}/file`)).rejects.toThrow('aborted')
    await app.close()
  })

  it('counts as delivered what reached the last byte, and nothing else', async () => {
    const { get, seen, app } = await server()
    await get({ range: 'bytes=0-4' })
    await app.inject({ method: 'HEAD', url: '/file' })
    expect(seen.delivered).toBe(0)
    await get()
    await get({ range: 'bytes=5-' })
    expect(seen.delivered).toBe(2)
  })
})
