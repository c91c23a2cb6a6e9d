/** What a stranger may send to cost us time or memory. */
import assert from 'node:assert/strict'
import { encodeDataSet, encodeFileMeta, LimitError, scanDataSet, scanPart10, SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'

const { explicitVrLittleEndian: explicit, implicitVrLittleEndian: implicit } = TransferSyntaxes
/** Of the processor, whatever else this process does included. */
const AT_ONCE_US = 5_000_000
const MiB = 1024 * 1024

/** Elements (0040,A730) with an item each, one in the other; `length` is what they claim. */
function nested(depth: number, length: number): Buffer {
  const level = Buffer.from('40 00 30 a7 00 00 00 00 fe ff 00 e0 00 00 00 00'.replaceAll(' ', ''), 'hex')
  const bytes = Buffer.concat(Array.from({ length: depth }, () => level))
  for (let at = 0; at < depth; at++) {
    const within = length === 0xffffffff ? length : 16 * (depth - at)
    bytes.writeUInt32LE(length === 0xffffffff ? length : within - 8, 16 * at + 4)
    bytes.writeUInt32LE(length === 0xffffffff ? length : within - 16, 16 * at + 12)
  }
  return bytes
}

/** An element that announces 3 GB, and 100 kB of it. */
function announced(header: string): Buffer {
  return Buffer.concat([Buffer.from(header.replaceAll(' ', ''), 'hex'), Buffer.alloc(100_000, 1)])
}

const hostile: { readonly [what: string]: readonly [uid: string, bytes: Buffer, message: RegExp] } = {
  'a sequence nested 100,000 deep, by delimiters': [implicit.uid, nested(100_000, 0xffffffff), /deeper than 64/],
  'a sequence nested 100,000 deep, by lengths': [implicit.uid, nested(100_000, 0), /deeper than 64/],
  '3 GB of bytes announced in 100 kB': [explicit.uid, announced('09 00 01 10 4f 42 00 00 00 5e d0 b2'), /within a value/],
  '3 GB of text announced in 100 kB': [explicit.uid, announced('09 00 01 10 55 54 00 00 00 5e d0 b2'), /within a value/],
  '3 GB of pixels announced in 100 kB': [explicit.uid, announced('e0 7f 10 00 4f 57 00 00 00 5e d0 b2'), /within a value/],
  '3 GB of items announced in 100 kB': [implicit.uid, announced('40 00 30 a7 00 5e d0 b2 fe ff 00 e0 f8 5d d0 b2 10 00 20 00 f0 5d d0 b2'), /within/],
  'five million empty items': [implicit.uid, Buffer.concat([Buffer.from('400030a7ffffffff', 'hex'), Buffer.alloc(40 * 1024 * 1024, Buffer.from('feff00e000000000', 'hex'))]), /more than/],
  'delimiters without end': [implicit.uid, Buffer.alloc(40 * 1024 * 1024, Buffer.from('feff0de000000000', 'hex')), /header of more/],
}

describe('what costs more than it is', () => {
  for (const [what, [uid, bytes, message]] of Object.entries(hostile)) {
    it(`is refused at once: ${what}`, () => {
      const scanner = scanDataSet(uid)
      const [before, started] = [process.memoryUsage().rss, process.cpuUsage()]
      assert.throws(() => {
        for (let at = 0; at < bytes.length; at += 65_536) scanner.push(bytes.subarray(at, at + 65_536))
        scanner.end()
      }, message)
      const { user, system } = process.cpuUsage(started)
      assert.ok(user + system < AT_ONCE_US, `${(user + system) / 1000} ms`)
      assert.ok(process.memoryUsage().rss - before < 200 * MiB)
    })
  }
  it('is a LimitError where a limit was passed', () => {
    assert.throws(() => scanDataSet(implicit.uid).push(nested(100, 0xffffffff)), LimitError)
  })
})

describe('a file of 2 GB', () => {
  const meta = encodeFileMeta({
    sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3', transferSyntaxUid: explicit.uid,
  })
  const dataSet = encodeDataSet({ [Tags.SOPInstanceUID]: '1.2.3', [Tags.PatientName]: 'Doe' }, explicit)
  const large = Buffer.from('e07f10004f57000000000080', 'hex')

  it('is scanned with less than 64 MB of memory', () => {
    const scanner = scanPart10()
    const chunk = new Uint8Array(MiB)
    scanner.push(Buffer.concat([meta, dataSet, large]))
    const before = process.memoryUsage().rss
    let most = before
    for (let at = 0; at < 0x80000000; at += chunk.length) {
      scanner.push(chunk)
      if (at % (64 * MiB) === 0) most = Math.max(most, process.memoryUsage().rss)
    }
    const { bulk, size, header } = scanner.end()
    assert.equal((bulk?.end ?? 0) - (bulk?.start ?? 0), 0x80000000)
    assert.equal(size, meta.length + dataSet.length + large.length + 0x80000000)
    assert.equal(header.length, dataSet.length + large.length)
    assert.ok(most - before < 64 * MiB, `${(most - before) / MiB} MiB`)
  }, 120_000)
})
