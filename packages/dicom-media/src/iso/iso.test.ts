import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { parseBlobId, range, sizeOf, slice, type ExtentList } from '@filmjacket/bytes'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { MediaFile } from '../media-file.ts'
import { bytesOf, closedBlobs, MemoryBlobs, pattern, text } from '../testing.ts'
import { layOutIso } from './iso.ts'

const BLOCK = 2048
const volume = { volumeId: 'FILMS', modified: { date: '20240501', time: '133700' } }
const BLOB = parseBlobId('ab'.repeat(32))

interface Read {
  readonly path: string
  readonly sections: readonly { readonly block: number; readonly length: number }[]
}

/** A reader of one tree that checks each both-endian field, order and path table as it goes. */
class IsoReader {
  readonly #bytes: Buffer
  readonly #at: number
  readonly #wide: boolean
  readonly blocks: number
  readonly files: Read[] = []
  /** Identifier and parent of each directory by its block, as the records tell. */
  readonly #found = new Map<number, { name: string; parent: number }>()

  constructor(bytes: Uint8Array, descriptor: 16 | 17) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#at = descriptor * BLOCK
    this.#wide = descriptor === 17
    assert.equal(
      this.#bytes.toString('latin1', this.#at, this.#at + 7),
      `${descriptor === 16 ? '\x01' : '\x02'}CD001\x01`,
    )
    this.blocks = this.both32(this.#at + 80)
    const root = { block: this.both32(this.#at + 158), length: this.both32(this.#at + 166) }
    this.#found.set(root.block, { name: '\0', parent: root.block })
    this.#walk(root, root, '')
    this.#checkPathTables()
  }

  both32(at: number): number {
    const value = this.#bytes.readUInt32LE(at)
    assert.equal(this.#bytes.readUInt32BE(at + 4), value)
    return value
  }

  both16(at: number): number {
    const value = this.#bytes.readUInt16LE(at)
    assert.equal(this.#bytes.readUInt16BE(at + 2), value)
    return value
  }

  #name(at: number, length: number): string {
    const raw = this.#bytes.subarray(at, at + length)
    return this.#wide && length > 1 ? Buffer.from(raw).swap16().toString('utf16le') : raw.toString('latin1')
  }

  #records(section: { block: number; length: number }) {
    assert.equal(section.length % BLOCK, 0)
    const records = []
    const end = section.block * BLOCK + section.length
    for (let at = section.block * BLOCK; at < end;) {
      const length = this.#bytes.readUInt8(at)
      if (length === 0) {
        at = Math.ceil((at + 1) / BLOCK) * BLOCK
        continue
      }
      assert.ok(length % 2 === 0 && (at % BLOCK) + length <= BLOCK, 'even, and within one block')
      assert.equal(this.both16(at + 28), 1)
      records.push({
        name: this.#name(at + 33, this.#bytes.readUInt8(at + 32)),
        flags: this.#bytes.readUInt8(at + 25),
        block: this.both32(at + 2),
        length: this.both32(at + 10),
      })
      at += length
    }
    return records
  }

  #walk(directory: { block: number; length: number }, parent: { block: number }, path: string): void {
    const [self, above, ...rest] = this.#records(directory)
    assert.deepEqual(
      [self?.name, self?.block, above?.name, above?.block],
      ['\0', directory.block, '\x01', parent.block],
    )
    const keys = rest.map(({ name }) => name.replace(/;1$/, '').replaceAll('.', '\0'))
    assert.deepEqual(
      keys,
      keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      'records in order',
    )
    let open: Read['sections'] = []
    for (const { name, flags, block, length } of rest) {
      if (flags === 2) {
        this.#found.set(block, { name, parent: directory.block })
        this.#walk({ block, length }, directory, `${path}${name}/`)
        continue
      }
      open = [...open, { block, length }]
      if (flags === 128) continue
      assert.equal(flags, 0)
      this.files.push({ path: path + name, sections: open })
      open = []
    }
  }

  #checkPathTables(): void {
    const length = this.both32(this.#at + 132)
    const little = this.#pathTable(this.#bytes.readUInt32LE(this.#at + 140), length, 'little')
    assert.deepEqual(this.#pathTable(this.#bytes.readUInt32BE(this.#at + 148), length, 'big'), little)
    assert.equal(little.length, this.#found.size)
    const keys = little.map(({ name, block, parent }, n) => {
      assert.deepEqual(this.#found.get(block), { name, parent: little[parent - 1]?.block })
      assert.ok(n === 0 ? parent === 1 : parent <= n)
      return `${String(parent).padStart(5, '0')}${n === 0 ? '' : name}`
    })
    assert.deepEqual(
      keys,
      keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      'by parent, then name',
    )
  }

  #pathTable(block: number, length: number, order: 'little' | 'big') {
    const entries = []
    const start = block * BLOCK
    for (let at = start; at < start + length;) {
      const size = this.#bytes.readUInt8(at)
      entries.push({
        name: this.#name(at + 8, size),
        block: order === 'little' ? this.#bytes.readUInt32LE(at + 2) : this.#bytes.readUInt32BE(at + 2),
        parent: order === 'little' ? this.#bytes.readUInt16LE(at + 6) : this.#bytes.readUInt16BE(at + 6),
      })
      at += 8 + size + (size % 2)
    }
    return entries
  }
}

function file(path: string, content: ExtentList, longName?: string): MediaFile {
  return longName === undefined
    ? { path: path.split('/'), content }
    : { path: path.split('/'), content, longName }
}

/** Everything before the files' data. */
const head = (list: ExtentList) => bytesOf(list.slice(0, 2))

describe('layOutIso', () => {
  it('shows each file in both trees, at the same place', async () => {
    const blobs = new MemoryBlobs()
    const list = layOutIso(
      [
        file('DICOMDIR', [text('dir')]),
        file('DICOM/ST000001/SE000001/IM000001', [text('head'), blobs.add(pattern(1, 5000))]),
        file('README.TXT', [], 'Bitte zuerst lesen.txt'),
      ],
      volume,
    )
    await assert.rejects(bytesOf(list, closedBlobs), /opens no blob/)
    const bytes = await bytesOf(list, blobs)
    const [primary, joliet] = [new IsoReader(bytes, 16), new IsoReader(bytes, 17)]
    assert.deepEqual(
      primary.files.map(({ path }) => path),
      ['DICOM/ST000001/SE000001/IM000001.;1', 'DICOMDIR.;1', 'README.TXT;1'],
    )
    assert.deepEqual(
      joliet.files.map(({ path }) => path),
      ['Bitte zuerst lesen.txt;1', 'DICOM/ST000001/SE000001/IM000001;1', 'DICOMDIR;1'],
    )
    const [image] = primary.files
    assert.deepEqual(image?.sections, joliet.files[1]?.sections)
    const [{ block, length } = { block: 0, length: 0 }] = image?.sections ?? []
    assert.deepEqual(
      bytes.subarray(block * BLOCK, block * BLOCK + length),
      Buffer.concat([Buffer.from('head'), pattern(1, 5000)]),
    )
  })

  it('is as long as its descriptors say, in whole blocks', () => {
    for (const size of [0, 1, 2047, 2048, 2049, 100_000]) {
      const list = layOutIso([file('A', [range(BLOB, 0, size)])], volume)
      const first = list[1]?.kind === 'literal' ? Buffer.from(list[1].bytes) : Buffer.alloc(0)
      assert.equal(sizeOf(list), first.readUInt32LE(80) * BLOCK, `size ${size}`)
      assert.equal(sizeOf(list), first.readUInt32LE(BLOCK + 80) * BLOCK)
    }
  })

  it('is a readable empty volume for no files', async () => {
    assert.deepEqual(new IsoReader(await bytesOf(layOutIso([], volume)), 16).files, [])
  })

  it('writes what came in the descriptors in the characters that they allow', async () => {
    const bytes = Buffer.from(
      await head(layOutIso([], { ...volume, volumeId: 'Müller*1', publisher: 'St. Märien <1>' })),
    )
    const at = 16 * BLOCK
    assert.equal(bytes.toString('latin1', at + 40, at + 72), 'MULLER_1'.padEnd(32))
    assert.equal(bytes.toString('latin1', at + 318, at + 446), 'ST. MARIEN <1>'.padEnd(128))
    assert.equal(bytes.toString('latin1', at + 813, at + 830), '2024050113370000\0')
    assert.equal(bytes.toString('latin1', at + 847, at + 864), '0000000000000000\0')
    const joliet = at + BLOCK
    assert.equal(bytes.toString('latin1', joliet + 88, joliet + 91), '%/E')
    assert.equal(
      Buffer.from(bytes.subarray(joliet + 40, joliet + 72))
        .swap16()
        .toString('utf16le'),
      'Müller_1'.padEnd(16),
    )
    assert.equal(bytes.toString('latin1', at + 2 * BLOCK, at + 2 * BLOCK + 7), '\xffCD001\x01')
  })

  it('lets an empty file point behind block 0 and within the volume', async () => {
    const reader = new IsoReader(await bytesOf(layOutIso([file('A', []), file('B', [])], volume)), 16)
    for (const { sections } of reader.files) {
      const block = sections[0]?.block ?? 0
      assert.ok(block > 18 && block < reader.blocks)
    }
  })

  it('refuses a path of more than eight components', () => {
    assert.ok(layOutIso([file('1/2/3/4/5/6/7/8', [])], volume))
    assert.throws(() => layOutIso([file('1/2/3/4/5/6/7/8/9', [])], volume), RangeError)
  })

  it('cuts a file above 4 GiB into sections that join without a gap', async () => {
    const size = 10_000_000_001
    const list = layOutIso([file('BIG', [range(BLOB, 0, size)]), file('SMALL', [text('x')])], volume)
    const reader = new IsoReader(await head(list), 16)
    const [big, small] = reader.files
    assert.equal(big?.sections.length, 3)
    assert.equal(
      big.sections.reduce((sum, { length }) => sum + length, 0),
      size,
    )
    big.sections.slice(1).forEach(({ block }, n) => {
      const before = big.sections[n]!
      assert.equal(block, before.block + before.length / BLOCK)
    })
    assert.equal(
      small?.sections[0]?.block,
      big.sections[2]!.block + Math.ceil(big.sections[2]!.length / BLOCK),
    )
    assert.equal(sizeOf(list), reader.blocks * BLOCK)
  })

  it('keeps a file of 4 GiB less one block in one section, and needs two for a byte more', async () => {
    const sections = async (size: number) => {
      const list = layOutIso([file('A', [range(BLOB, 0, size)])], volume)
      return new IsoReader(await head(list), 17).files[0]?.sections.length
    }
    assert.equal(await sections(2 ** 32 - BLOCK), 1)
    assert.equal(await sections(2 ** 32 - BLOCK + 1), 2)
  })

  it('writes the same bytes for the same files', async () => {
    const files = [file('A/B', [text('x')]), file('C', [text('y')])]
    assert.deepEqual(await bytesOf(layOutIso(files, volume)), await bytesOf(layOutIso(files, volume)))
  })

  it('reads back any tree, names unique in both, any slice alike', async () => {
    const component = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 70 }),
      fc.constantFrom('a', 'A', 'DICOM', 'dicom', 'x.txt', '..', ''),
    )
    const path = fc.array(component, { minLength: 1, maxLength: 8 })
    const given = fc.array(fc.record({ path, size: fc.constantFrom(0, 1, 2047, 2048, 5000) }), {
      maxLength: 80,
    })
    await fc.assert(
      fc.asyncProperty(given, fc.nat(1000), fc.nat(1000), async (wanted, one, other) => {
        const blobs = new MemoryBlobs()
        const contents = wanted.map(({ size }, n) => pattern(n, size))
        const list = layOutIso(
          wanted.map(({ path }, n) => ({ path, content: [blobs.add(contents[n]!)] })),
          volume,
        )
        const bytes = await bytesOf(list, blobs)
        for (const descriptor of [16, 17] as const) {
          const { files } = new IsoReader(bytes, descriptor)
          assert.equal(new Set(files.map(({ path }) => path.toUpperCase())).size, wanted.length)
          const found = files.map(({ sections: [first] }) =>
            bytes.subarray(first!.block * BLOCK, first!.block * BLOCK + first!.length),
          )
          assert.deepEqual(found.map(hash).sort(), contents.map(hash).sort())
        }
        const [start, end] = [one, other]
          .map((n) => Math.round((n / 1000) * sizeOf(list)))
          .sort((a, b) => a - b)
        assert.deepEqual(await bytesOf(slice(list, start!, end!), blobs), bytes.subarray(start, end))
      }),
      { numRuns: 40 },
    )
  })
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
