import assert from 'node:assert/strict'
import { crc32 } from '@filmjacket/bytes'
import { describe, it } from 'vitest'
import { Tags } from './dictionary.ts'
import type { ElementMap } from './element-map.ts'
import { encodeDataSet, encodeElementHeader, encodeItemHeader } from './encode.ts'
import { joined } from './growing-bytes.ts'
import { readDataSet } from './read-data-set.ts'
import { scanDataSet } from './scan-data-set.ts'
import { image, pixels, scanInChunks, summary } from './testing.ts'
import { ITEM, SEQUENCE_END } from './tag.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'
import { UNDEFINED_LENGTH } from './element-header.ts'

const { explicitVrLittleEndian: explicit, implicitVrLittleEndian, explicitVrBigEndian, deflatedExplicitVrLittleEndian } =
  TransferSyntaxes

const PRIVATE = 0x00091001
const large = Uint8Array.from({ length: 70_000 }, (_, at) => at % 251)
const limits = { valueBytes: 60_000 }

function scan(bytes: Uint8Array, syntax: TransferSyntax = explicit, sizes: readonly number[] = [bytes.length]) {
  return scanInChunks(scanDataSet(syntax.uid, limits), bytes, sizes)
}

/** A large value before the pixels: alone, and in a sequence within another. */
const withLarge: ElementMap = {
  ...image,
  [PRIVATE]: { vr: 'OB', value: large },
  [Tags.SurfaceSequence]: [
    { [Tags.SurfaceNumber]: 1, [Tags.SurfacePointsSequence]: [{ [Tags.PointCoordinatesData]: large.subarray(0, 64_000) }] },
    { [Tags.SurfaceNumber]: 2 },
  ],
  [Tags.PixelData]: pixels,
}

describe('values that are too large to be kept', () => {
  for (const syntax of [explicit, implicitVrLittleEndian, explicitVrBigEndian]) {
    for (const undefinedLengthSequences of [false, true]) {
      const form = undefinedLengthSequences ? 'delimiters' : 'lengths'
      it(`are left out, and told with place and CRC: ${syntax.name}, ${form}`, () => {
        const bytes = encodeDataSet(withLarge, syntax, { undefinedLengthSequences })
        const { omitted, header, spans } = scan(bytes, syntax)
        const values = omitted.map(({ start, end }) => bytes.subarray(start, end))
        assert.deepEqual(values.map(({ length }) => length), [70_000, 64_000, 6])
        assert.deepEqual(omitted.map((each) => each.crc32), values.map((value) => crc32(value)))
        assert.deepEqual(omitted.map(({ tag }) => tag), [PRIVATE, Tags.PointCoordinatesData, Tags.PixelData])
        assert.equal(header.length, bytes.length - 134_006)
        assert.equal(spans.before.length + spans.within.length, bytes.length)
      })

      it(`leave a header that can be read by itself: ${syntax.name}, ${form}`, () => {
        const { header, omitted, dataSet } = scan(encodeDataSet(withLarge, syntax, { undefinedLengthSequences }), syntax)
        for (const read of [dataSet, readDataSet(header, syntax), readDataSet(header, syntax, {}, omitted)]) {
          assert.equal(read.number(Tags.Columns), 3)
          const [first, second] = read.items(Tags.SurfaceSequence)
          assert.deepEqual([first?.number(Tags.SurfaceNumber), second?.number(Tags.SurfaceNumber)], [1, 2])
        }
        const points = readDataSet(header, syntax, {}, omitted).items(Tags.SurfaceSequence)[0]?.items(Tags.SurfacePointsSequence)[0]
        assert.equal(points?.bytes(Tags.PointCoordinatesData), undefined)
        assert.deepEqual(points?.omission(Tags.PointCoordinatesData), omitted[1])
      })

      it(`are the same in any division of the bytes: ${syntax.name}, ${form}`, () => {
        const bytes = encodeDataSet(withLarge, syntax, { undefinedLengthSequences })
        const whole = summary(scan(bytes, syntax))
        for (const sizes of [[1], [8191, 3], [60_000, 5], [13]]) assert.deepEqual(summary(scan(bytes, syntax, sizes)), whole)
      })
    }
  }

  it('are left out of a deflated data set too, at their place in the inflated one', () => {
    const inflated = encodeDataSet(withLarge, explicit)
    const { omitted } = scan(encodeDataSet(withLarge, deflatedExplicitVrLittleEndian), deflatedExplicitVrLittleEndian)
    assert.deepEqual(inflated.subarray(omitted[0]?.start, omitted[0]?.end), large)
  })

  it('are left out of fragments that are not pixels', () => {
    const bytes = joined([
      encodeElementHeader(PRIVATE, 'OB', UNDEFINED_LENGTH, explicit),
      encodeItemHeader(ITEM, large.length, explicit), large,
      encodeItemHeader(ITEM, 2, explicit), Uint8Array.of(1, 2),
      encodeItemHeader(SEQUENCE_END, 0, explicit),
      encodeDataSet(image, explicit),
    ])
    const { omitted, dataSet } = scan(bytes)
    assert.deepEqual(omitted.map(({ tag, start, end }) => [tag, start, end]), [[PRIVATE, 20, 70_020]])
    assert.equal(dataSet.number(Tags.Columns), 3)
    assert.deepEqual(summary(scan(bytes, explicit, [1])), summary(scan(bytes)))
  })

  it('are told apart from short lengths, where an implicit element is among explicit ones', () => {
    const element = encodeElementHeader(Tags.PixelData, 'OW', 6, implicitVrLittleEndian)
    const { omitted, bulk } = scan(joined([encodeDataSet(image, explicit), element, pixels]))
    assert.deepEqual([bulk?.end, omitted[0]?.isImplicit], [omitted[0]?.end, true])
  })

  it('are fragments, whatever their VR says', () => {
    const bytes = joined([
      encodeElementHeader(Tags.EncapsulatedDocument, 'UN', UNDEFINED_LENGTH, explicitVrBigEndian),
      encodeItemHeader(ITEM, 6, explicitVrBigEndian), pixels,
      encodeItemHeader(SEQUENCE_END, 0, explicitVrBigEndian),
    ])
    const { header, bulk } = scan(bytes, explicitVrBigEndian)
    assert.equal(bulk?.fragments?.length, 1)
    assert.equal(readDataSet(header, explicitVrBigEndian).has(Tags.EncapsulatedDocument), true)
  })

  it('may be behind the bulk value', () => {
    const { omitted } = scan(joined([
      encodeDataSet({ ...image, [Tags.PixelData]: pixels }, explicit),
      encodeDataSet({ 0x7fe11001: { vr: 'OB', value: large } }, explicit),
    ]))
    assert.deepEqual(omitted.map(({ tag }) => tag), [Tags.PixelData, 0x7fe11001])
  })

  it('are those, from 64 KiB on, that would fill half of the header', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [PRIVATE + at, { vr: 'OB', value: large } as const]))
    const { omitted, header } = scanInChunks(
      scanDataSet(explicit.uid, { headerBytes: 300_000 }), encodeDataSet({ ...many, ...image }, explicit), [4096])
    assert.equal(omitted.length, 7)
    assert.equal(readDataSet(header, explicit).number(Tags.Columns), 3)
  })

  it('a private value of 30 MB before the pixels is stored like any other', () => {
    const value = new Uint8Array(30_000_000)
    const bytes = encodeDataSet({ ...image, [PRIVATE]: { vr: 'UN', value }, [Tags.PixelData]: pixels }, explicit)
    const scanned = scanInChunks(scanDataSet(explicit.uid), bytes, [65_536])
    assert.ok(scanned.header.length < 1000)
    assert.equal(scanned.dataSet.omission(PRIVATE)?.end, scanned.omitted[0]?.end)
  })
})
