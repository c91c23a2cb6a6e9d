import assert from 'node:assert/strict'
import sharp from 'sharp'
import { beforeAll, describe, it } from 'vitest'
import {
  encodeDataSet, readDataSet, Tags, TransferSyntaxes, type DataSet, type Element, type TransferSyntax, type Value,
} from '@filmjacket/dicom-data'
import { paintFrame } from './frame.ts'
import { renderPreview } from './render.ts'

type Elements = Readonly<Record<number, Value | Element>>

const native = TransferSyntaxes.explicitVrLittleEndian

function dataSetOf(elements: Elements, syntax: TransferSyntax = native): DataSet {
  return readDataSet(encodeDataSet(elements, syntax), syntax)
}

function shape(rows: number, columns: number, bits: number, photometric: string): Elements {
  return {
    [Tags.Rows]: rows, [Tags.Columns]: columns, [Tags.BitsAllocated]: bits, [Tags.BitsStored]: bits, [Tags.HighBit]: bits - 1,
    [Tags.SamplesPerPixel]: photometric.startsWith('MONO') || photometric.startsWith('PAL') ? 1 : 3,
    [Tags.PhotometricInterpretation]: photometric, [Tags.PixelRepresentation]: 0,
  }
}

async function painted(elements: Elements, frame: Uint8Array, syntax = native): Promise<number[]> {
  const picture = await paintFrame(dataSetOf(elements, syntax), syntax, frame)
  assert.equal(picture.kind, 'picture', JSON.stringify(picture))
  return [...picture.bytes]
}

describe('paintFrame', () => {
  it('takes colour by plane', async () => {
    const planar = { ...shape(1, 2, 8, 'RGB'), [Tags.PlanarConfiguration]: 1 }
    assert.deepEqual(await painted(planar, Uint8Array.of(1, 4, 2, 5, 3, 6)), [1, 2, 3, 4, 5, 6])
  })
  it('turns YBR_FULL into RGB', async () => {
    assert.deepEqual(await painted(shape(1, 2, 8, 'YBR_FULL'), Uint8Array.of(76, 85, 255, 128, 128, 128)), [254, 0, 0, 128, 128, 128])
  })
  it('shares the chroma of YBR_FULL_422 between two pixels', async () => {
    assert.deepEqual(await painted(shape(1, 2, 8, 'YBR_FULL_422'), Uint8Array.of(10, 20, 128, 128)), [10, 10, 10, 20, 20, 20])
  })
  it('brings 16 bits of colour down to eight', async () => {
    const words = new Uint8Array(Uint16Array.of(65535, 0, 32768).buffer)
    assert.deepEqual(await painted(shape(1, 1, 16, 'RGB'), words), [255, 0, 128])
  })
  it('looks colours up in a palette that begins above zero', async () => {
    const palette = {
      ...shape(1, 3, 8, 'PALETTE COLOR'),
      [Tags.RedPaletteColorLookupTableDescriptor]: { vr: 'US', value: [2, 5, 16] },
      [Tags.GreenPaletteColorLookupTableDescriptor]: { vr: 'US', value: [2, 5, 16] },
      [Tags.BluePaletteColorLookupTableDescriptor]: { vr: 'US', value: [2, 5, 16] },
      [Tags.RedPaletteColorLookupTableData]: { vr: 'OW', value: new Uint8Array(Uint16Array.of(0, 65535).buffer) },
      [Tags.GreenPaletteColorLookupTableData]: { vr: 'OW', value: new Uint8Array(Uint16Array.of(65535, 0).buffer) },
      [Tags.BluePaletteColorLookupTableData]: { vr: 'OW', value: new Uint8Array(Uint16Array.of(0, 0).buffer) },
    } as const
    assert.deepEqual(await painted(palette, Uint8Array.of(0, 5, 6)), [0, 255, 0, 0, 255, 0, 255, 0, 0])
  })
  it('reads big-endian words', async () => {
    const big = TransferSyntaxes.explicitVrBigEndian
    const windowed = { ...shape(1, 2, 16, 'MONOCHROME2'), [Tags.WindowCenter]: 2, [Tags.WindowWidth]: 2 }
    assert.deepEqual(await painted(windowed, Uint8Array.of(0, 1, 1, 0), big), [0, 255])
  })
  it('reads words that do not begin at an even address', async () => {
    const odd = Uint8Array.of(9, 1, 0, 0, 1).subarray(1)
    const windowed = { ...shape(1, 2, 16, 'MONOCHROME2'), [Tags.WindowCenter]: 2, [Tags.WindowWidth]: 2 }
    assert.deepEqual(await painted(windowed, odd), [0, 255])
    assert.deepEqual(await painted(windowed, Buffer.from(odd.buffer, 1)), [0, 255])
  })
  it('unpacks single bits, lowest first', async () => {
    assert.deepEqual(await painted(shape(1, 4, 1, 'MONOCHROME2'), Uint8Array.of(0b0101)), [255, 0, 255, 0])
  })
  it('reads floating point where Bits Stored is absent', async () => {
    const float = Object.fromEntries(Object.entries(shape(1, 3, 32, 'MONOCHROME2'))
      .filter(([tag]) => Number(tag) !== Tags.BitsStored && Number(tag) !== Tags.HighBit))
    assert.deepEqual(await painted(float, new Uint8Array(Float32Array.of(-1, 0, 1).buffer)), [0, 128, 255])
  })
  it('decodes JPEG', async () => {
    const jpeg = await sharp(Buffer.alloc(64 * 3, 200), { raw: { width: 8, height: 8, channels: 3 } }).jpeg().toBuffer()
    const bytes = await painted(shape(8, 8, 8, 'YBR_FULL_422'), jpeg, TransferSyntaxes.jpegBaseline)
    assert.ok(bytes.length === 192 && bytes.every((value) => Math.abs(value - 200) < 3))
  })
})

beforeAll(async () => {
  // The thread takes longer to start than any of these frames.
  await paintFrame(dataSetOf(shape(1, 1, 8, 'MONOCHROME2')), TransferSyntaxes.rle, new Uint8Array(1))
})

describe('renderPreview', () => {
  const gray = shape(300, 200, 8, 'MONOCHROME2')

  it('keeps the aspect and never enlarges', async () => {
    const frame = new Uint8Array(60_000).fill(77)
    for (const [maxSide, width, height] of [[150, 100, 150], [1000, 200, 300]] as const) {
      const outcome = await renderPreview(dataSetOf(gray), native, frame, { maxSide })
      assert.equal(outcome.kind, 'preview')
      assert.deepEqual([outcome.preview.width, outcome.preview.height], [width, height])
      assert.equal((await sharp(outcome.preview.bytes).metadata()).format, 'jpeg')
    }
  })

  const huge = { ...gray, [Tags.Rows]: 65535, [Tags.Columns]: 65535 }
  const large = { ...gray, [Tags.Rows]: 8000, [Tags.Columns]: 8000 }
  const kilobyte = new Uint8Array(1024)
  const refused: Record<string, [Elements, TransferSyntax, Uint8Array, RegExp]> = {
    'what is no image': [{ [Tags.PatientID]: 'X' }, native, kilobyte, /not an image/],
    '65535 x 65535 in a kilobyte': [huge, native, kilobyte, /too large/],
    '8000 x 8000 in a kilobyte, native': [large, native, kilobyte, /shorter/],
    '8000 x 8000 in a kilobyte of RLE': [large, TransferSyntaxes.rle, kilobyte, /too short/],
    '8000 x 8000 in a kilobyte of deflate': [large, TransferSyntaxes.deflatedImageFrame, kilobyte, /deflated/],
    'bits stored that are more than allocated': [{ ...gray, [Tags.BitsStored]: 9, [Tags.HighBit]: 8 }, native, kilobyte, /bits stored/],
    'a pixel of 12 bits allocated': [{ ...gray, [Tags.BitsAllocated]: 12 }, native, kilobyte, /bits allocated/],
    'a codec it does not have, by name': [gray, TransferSyntaxes.jpegXl, kilobyte, /JPEG XL/],
    'broken JPEG': [gray, TransferSyntaxes.jpegBaseline, Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), /JPEG Baseline/],
    'a palette without tables': [shape(4, 4, 8, 'PALETTE COLOR'), native, kilobyte, /palette/],
  }
  for (const [what, [elements, syntax, frame, reason]] of Object.entries(refused)) {
    it(`refuses ${what} at once`, async () => {
      const before = performance.now()
      const outcome = await renderPreview(dataSetOf(elements), syntax, frame, { maxSide: 256 })
      assert.equal(outcome.kind, 'unsupported')
      assert.match(outcome.reason, reason)
      assert.ok(performance.now() - before < 500)
    })
  }

  it('refuses a JPEG whose frame header promises what its bytes cannot hold', async () => {
    const jpeg = await sharp(Buffer.alloc(64, 9), { raw: { width: 8, height: 8, channels: 1 } }).jpeg().toBuffer()
    const header = jpeg.indexOf(Uint8Array.of(0xff, 0xc0))
    jpeg.writeUInt16BE(8000, header + 5)
    jpeg.writeUInt16BE(8000, header + 7)
    const outcome = await renderPreview(dataSetOf(gray), TransferSyntaxes.jpegBaseline, jpeg, { maxSide: 64 })
    assert.equal(outcome.kind, 'unsupported')
  })
})
