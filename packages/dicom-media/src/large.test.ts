/**
 * Archives and images above 4 GiB, written sparsely: only what a layout makes itself reaches the disk, blob ranges stay
 * holes that read as zeros.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  crc32,
  crc32Combine,
  open,
  parseBlobId,
  range,
  sizeOf,
  type BlobRange,
  type BlobReader,
  type ExtentList,
} from '@filmjacket/bytes'
import { afterAll, describe, it, type TestContext } from 'vitest'
import { layOutIso } from './iso/iso.ts'
import type { MediaFile } from './media-file.ts'
import { text } from './testing.ts'
import { layOutZip } from './zip.ts'

const modified = { date: '20240501', time: '133700' }
const BIG = 4_500_000_000
const folder = mkdtempSync(join(tmpdir(), 'media-large-'))
const { bavail, bsize } = statfsSync(folder)
const long = process.env['FILMJACKET_LONG'] === '1'
const room = bavail * bsize > 12 * 2 ** 30

/** `length` zero bytes: their CRC is joined from halves. */
function zeros(length: number): BlobRange {
  return range(parseBlobId('00'.repeat(32)), 0, length, crcOfZeros(length))
}

function crcOfZeros(length: number): number {
  if (length <= 1) return crc32(new Uint8Array(length))
  const half = Math.floor(length / 2)
  const crc = crcOfZeros(half)
  const twice = crc32Combine(crc, crc, half)
  return length % 2 === 0 ? twice : crc32Combine(twice, crcOfZeros(1), 1)
}

function writeSparse(name: string, list: ExtentList): string {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  let at = 0
  for (const extent of list) {
    if (extent.kind === 'literal') writeSync(file, extent.bytes, 0, extent.bytes.length, at)
    at += extent.kind === 'literal' ? extent.bytes.length : extent.length
  }
  ftruncateSync(file, sizeOf(list))
  closeSync(file)
  return path
}

function run(context: TestContext, program: string, ...args: string[]): Buffer {
  const { error, status, stdout } = spawnSync(program, args, { maxBuffer: 2 ** 24 })
  if (error !== undefined) context.skip(`${program} is not installed`)
  assert.equal(status, 0, `${program}: ${stdout.toString()}`)
  return stdout
}

const files = [
  { path: ['BIG'], content: [text('head'), zeros(BIG), text('tail')] },
  { path: ['LAST'], content: [text('the last file')] },
]

describe.skipIf(!room)('above 4 GiB (needs 12 GiB free)', () => {
  afterAll(() => rmSync(folder, { recursive: true }))

  it('a ZIP64 shows its sizes and gives the file behind the large one', (context) => {
    const path = writeSparse('a.zip', layOutZip(files, modified))
    assert.match(run(context, 'zipinfo', path).toString(), new RegExp(`${BIG + 8} .* BIG\n`))
    assert.equal(run(context, 'unzip', '-p', path, 'LAST').toString(), 'the last file')
  })

  it('an ISO image shows a file of several sections as one, and gives the file behind it', (context) => {
    const path = writeSparse('a.iso', layOutIso(files, { volumeId: 'LARGE', modified }))
    assert.match(
      run(context, '7z', 'l', '-slt', path).toString(),
      new RegExp(`Path = BIG\nFolder = -\nSize = ${BIG + 8}\n`),
    )
    assert.equal(run(context, 'isoinfo', '-i', path, '-x', '/LAST.;1').toString(), 'the last file')
  })

  it.skipIf(!long)(
    'all of it is read, CRC and last bytes included (FILMJACKET_LONG=1)',
    { timeout: 300_000 },
    (context) => {
      const zip = writeSparse('b.zip', layOutZip(files, modified))
      assert.match(run(context, 'unzip', '-t', zip).toString(), /No errors detected/)
      const iso = writeSparse('b.iso', layOutIso(files, { volumeId: 'LARGE', modified }))
      assert.equal(run(context, 'sh', '-c', `7z x -so '${iso}' BIG | tail -c 4`).toString(), 'tail')
    },
  )
})

/** As many zeros as are asked for, in pieces that are all the same memory. */
const zeroBlobs: BlobReader = {
  async* read(_blob, start, end) {
    for (let at = start; at < end; at += PIECE.length) yield await Promise.resolve(PIECE.subarray(0, Math.min(PIECE.length, end - at)))
  },
}
const PIECE = new Uint8Array(4 * 1024 * 1024)

describe('20 GB in 20,000 files', () => {
  const image = zeros(1_000_000)
  const images: readonly MediaFile[] = Array.from({ length: 20_000 }, (_, n) => ({
    path: ['IMAGES', `SE${String(Math.floor(n / 1000)).padStart(6, '0')}`, `IM${String(n).padStart(6, '0')}`], content: [text('head'), image],
  }))
  for (const [format, list] of [['zip', layOutZip(images, modified)], ['iso', layOutIso(images, { volumeId: 'LARGE', modified })]] as const) {
    it(`are read through as ${format} while memory stays flat`, { timeout: 120_000 }, async () => {
      const before = process.memoryUsage()
      let bytes = 0
      let peak = 0
      for await (const part of open(list, zeroBlobs)) {
        bytes += part.length
        if (bytes % 1024 === 0) peak = Math.max(peak, process.memoryUsage.rss())
      }
      assert.equal(bytes, sizeOf(list))
      assert.ok(bytes > 20_000_000_000)
      assert.ok(peak - before.rss < 150 * 2 ** 20, `${Math.round((peak - before.rss) / 2 ** 20)} MiB more`)
    })
  }
})
