import assert from 'node:assert/strict'
import { crc32, parseBlobId, range, sizeOf, slice, type ExtentList } from '@filmjacket/bytes'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { MediaFile } from './media-file.ts'
import { bytesOf, closedBlobs, MemoryBlobs, pattern, text } from './testing.ts'
import { layOutZip } from './zip.ts'

const MODIFIED = { date: '20240501', time: '133701' }
const BLOB = parseBlobId('ab'.repeat(32))

interface Read {
  readonly name: string
  readonly content: Uint8Array
}

/** A reader that trusts nothing: central and local header must agree, and content with its CRC. Small archives only. */
function readZip(bytes: Uint8Array): readonly Read[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = bytes.length - 22
  assert.equal(view.getUint32(end, true), 0x06054b50)
  let at = view.getUint32(end + 16, true)
  assert.equal(at + view.getUint32(end + 12, true), end, 'the directory ends where the end record begins')
  const entries = Array.from({ length: view.getUint16(end + 10, true) }, () => {
    assert.equal(view.getUint32(at, true), 0x02014b50)
    const local = view.getUint32(at + 42, true)
    const nameLength = view.getUint16(at + 28, true)
    assert.deepEqual(
      bytes.subarray(at + 6, at + 30),
      bytes.subarray(local + 4, local + 28),
      'the headers agree',
    )
    const name = bytes.subarray(at + 46, at + 46 + nameLength)
    assert.deepEqual(name, bytes.subarray(local + 30, local + 30 + nameLength))
    const start = local + 30 + nameLength
    const content = bytes.subarray(start, start + view.getUint32(at + 24, true))
    assert.equal(crc32(content), view.getUint32(at + 16, true))
    at += 46 + nameLength
    return { name: new TextDecoder().decode(name), content }
  })
  assert.equal(at, end)
  return entries
}

function file(path: string, content: ExtentList): MediaFile {
  return { path: path.split('/'), content }
}

describe('layOutZip', () => {
  it('holds each file by its path, in order', async () => {
    const bytes = await bytesOf(
      layOutZip([file('DICOMDIR', [text('dir')]), file('a/b/c.txt', [text('one '), text('two')])], MODIFIED),
    )
    assert.deepEqual(
      readZip(bytes).map(({ name, content }) => [name, Buffer.from(content).toString()]),
      [
        ['DICOMDIR', 'dir'],
        ['a/b/c.txt', 'one two'],
      ],
    )
  })

  it('is an empty archive for no files', async () => {
    assert.deepEqual(readZip(await bytesOf(layOutZip([], MODIFIED))), [])
  })

  it('joins the CRC of a new header and stored pixels without opening the blob', async () => {
    const blobs = new MemoryBlobs()
    const list = layOutZip([file('x', [text('header'), blobs.add(pattern(1, 5000))])], MODIFIED)
    await assert.rejects(bytesOf(list, closedBlobs), /opens no blob/)
    assert.equal(readZip(await bytesOf(list, blobs)).length, 1)
  })

  it('refuses a range without CRC', () => {
    assert.throws(() => layOutZip([file('x', [range(BLOB, 0, 5)])], MODIFIED), RangeError)
  })

  it('names an entry by its long name, in the folders of its path', async () => {
    const bytes = await bytesOf(
      layOutZip([{ path: ['DOC', 'R1.PDF'], content: [], longName: 'Befund / Müller.pdf' }], MODIFIED),
    )
    assert.equal(readZip(bytes)[0]?.name, 'DOC/Befund Müller.pdf')
  })

  it('never leaves the folder, whatever the path', async () => {
    const hostile: readonly (readonly [string[], string])[] = [
      [['..', '..', 'etc', 'passwd'], 'file/file/etc/passwd'],
      [['/abs'], 'abs'],
      [['C:\\x'], 'C x'],
      [['a', '', 'b\n\u202Egpj'], 'a/file/b gpj'],
      [[''], 'file (2)'],
    ]
    const bytes = await bytesOf(
      layOutZip(
        hostile.map(([path]) => ({ path, content: [] })),
        MODIFIED,
      ),
    )
    assert.deepEqual(
      readZip(bytes).map(({ name }) => name),
      hostile.map(([, name]) => name),
    )
  })

  it('writes the same bytes for the same files', async () => {
    const files = [file('a', [text('x')]), file('b', [text('y')])]
    assert.deepEqual(await bytesOf(layOutZip(files, MODIFIED)), await bytesOf(layOutZip(files, MODIFIED)))
  })

  it('dates every entry in the two-second steps of DOS, and no other than asked', async () => {
    const stampOf = async (date: string, time: string): Promise<[number, number]> => {
      const bytes = await bytesOf(layOutZip([file('a', [])], { date, time }))
      const view = new DataView(bytes.buffer, bytes.byteOffset)
      return [view.getUint16(12, true), view.getUint16(10, true)]
    }
    assert.deepEqual(await stampOf('20240501', '133701'), [44 * 512 + 5 * 32 + 1, 13 * 2048 + 37 * 32])
    assert.deepEqual(await stampOf('19700101', '000000'), [0x0021, 0])
    await assert.rejects(stampOf('2024-05-01', '133701'), RangeError)
    await assert.rejects(stampOf('20241301', '133701'), RangeError)
  })

  it('reads back any list of files, from any slice on', async () => {
    const path = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constantFrom('a', 'A', 'b.txt', '..')),
      { minLength: 1, maxLength: 4 },
    )
    const given = fc.array(fc.record({ path, size: fc.nat(300) }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(given, fc.nat(1000), fc.nat(1000), async (wanted, one, other) => {
        const blobs = new MemoryBlobs()
        const contents = wanted.map(({ size }, n) => pattern(n, size))
        const list = layOutZip(
          wanted.map(({ path }, n) => ({ path, content: [blobs.add(contents[n] ?? new Uint8Array())] })),
          MODIFIED,
        )
        const bytes = await bytesOf(list, blobs)
        const entries = readZip(bytes)
        assert.equal(new Set(entries.map(({ name }) => name.toUpperCase())).size, wanted.length)
        assert.deepEqual(
          entries.map(({ content }) => Buffer.from(content)),
          contents.map((content) => Buffer.from(content)),
        )
        const [start, end] = [one, other]
          .map((n) => Math.round((n / 1000) * sizeOf(list)))
          .sort((a, b) => a - b)
        assert.deepEqual(await bytesOf(slice(list, start!, end!), blobs), bytes.subarray(start, end))
      }),
      { numRuns: 60 },
    )
  })
})

describe('ZIP64', () => {
  const OVER_32 = 0xffffffff
  const large = (size: number): ExtentList => [range(BLOB, 0, size, 7)]
  const literals = (list: ExtentList) =>
    Buffer.concat(list.flatMap((extent) => (extent.kind === 'literal' ? [extent.bytes] : [])))
  const end64 = Buffer.from('504b0606', 'hex')

  it('has no record while every field holds its value', () => {
    const bytes = literals(layOutZip([file('a', large(OVER_32 - 1 - 100)), file('b', [])], MODIFIED))
    assert.equal(bytes.includes(end64), false)
  })

  it('has an extra field from the first size that looks like the mark', () => {
    const one = literals(layOutZip([file('a', large(OVER_32 - 1))], MODIFIED))
    const two = literals(layOutZip([file('a', large(OVER_32))], MODIFIED))
    assert.equal(one.readUInt16LE(28), 0, 'none in the local header')
    assert.equal(two.readUInt16LE(28), 20)
    assert.equal(two.readUInt32LE(18), OVER_32)
    assert.equal(two.readBigUInt64LE(31 + 4), BigInt(OVER_32))
    assert.equal(one.includes(end64), true, 'the directory begins above 4 GiB')
  })

  it('holds only the offset in the central header of a small file behind a large one', () => {
    const bytes = literals(layOutZip([file('a', large(5_000_000_000)), file('b', [])], MODIFIED))
    const central = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'))
    assert.equal(bytes.readUInt32LE(central + 20), 0)
    assert.equal(bytes.readUInt32LE(central + 42), OVER_32)
    assert.equal(bytes.readUInt16LE(central + 30), 12)
    assert.equal(bytes.readBigUInt64LE(central + 47 + 4), 5_000_000_000n + 31n + 20n)
  })

  it('begins at 65,535 entries', () => {
    const files = Array.from({ length: 65_535 }, (_, n) => file(`f${n}`, []))
    assert.equal(literals(layOutZip(files, MODIFIED)).includes(end64), true)
    assert.equal(literals(layOutZip(files.slice(1), MODIFIED)).includes(end64), false)
  })

  it('counts sizes beyond 2^32 files of 4 GiB without losing a byte', () => {
    const size = 2 ** 45 + 1
    const list = layOutZip([file('a', large(size)), file('b', large(size))], MODIFIED)
    assert.equal(sizeOf(list) - literals(list).length, 2 * size)
    assert.equal(literals(list).readBigUInt64LE(31 + 4), BigInt(size))
  })
})
