import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, it } from 'vitest'
import {
  encodeDataSet, encodeElementHeader, encodeFileMeta, encodeItemHeader, SopClasses, Tags, TransferSyntaxes, UNDEFINED_LENGTH,
  type TransferSyntax,
} from '@filmjacket/dicom-data'
import { readSource, shape, sourceOf, storedValuesOf, type Elements, type Source } from '../testing.ts'
import { transcode, TranscodeError } from './transcode.ts'

const SAMPLES = process.env['FILMJACKET_SAMPLES'] ?? '../shared/data'
const T = TransferSyntaxes
const TARGETS = [T.explicitVrLittleEndian, T.rle, T.jpegLsLossless, T.jpeg2000Lossless, T.htj2kLossless]
const PRIVATE = 0x00091001

function part10(elements: Elements, syntax: TransferSyntax, behind: Uint8Array = new Uint8Array(0)): Source {
  const meta = encodeFileMeta({
    sopClassUid: SopClasses.secondaryCaptureImageStorage, sopInstanceUid: '1.2.3', transferSyntaxUid: syntax.uid,
  })
  const identity = { [Tags.SOPClassUID]: SopClasses.secondaryCaptureImageStorage, [Tags.SOPInstanceUID]: '1.2.3' }
  return sourceOf(Buffer.concat([meta, encodeDataSet({ ...identity, ...elements }, syntax), behind]))
}

/** Pixel Data of one fragment for each frame. */
function fragments(frames: readonly Uint8Array[], syntax: TransferSyntax): Uint8Array {
  return Buffer.concat([
    encodeElementHeader(Tags.PixelData, 'OB', UNDEFINED_LENGTH, syntax), encodeItemHeader(0xfffee000, 0, syntax),
    ...frames.flatMap((frame) => [encodeItemHeader(0xfffee000, frame.length, syntax), frame]),
    encodeItemHeader(0xfffee0dd, 0, syntax),
  ])
}

async function transcoded(source: Source, target: TransferSyntax): Promise<Source> {
  const outcome = await transcode(source, target)
  assert.equal(outcome.kind, 'transcoded', JSON.stringify(outcome))
  return sourceOf(await joined(outcome.bytes))
}

async function joined(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts)
}

function words(count: number, from: (n: number) => number): Uint8Array {
  return new Uint8Array(Uint16Array.from({ length: count }, (_, n) => from(n)).buffer)
}

const wavy = (n: number) => 2000 + Math.round(1500 * Math.sin(n / 7)) + (n % 5)
const gray: Elements = { ...shape(16, 18, 16, 'MONOCHROME2'), [Tags.BitsStored]: 12, [Tags.HighBit]: 11 }
const images: Record<string, Elements> = {
  'of 8 bits': { ...shape(9, 7, 8, 'MONOCHROME2'), [Tags.PixelData]: Uint8Array.from({ length: 64 }, (_, n) => n * 4) },
  'of 12 bits': { ...gray, [Tags.PixelData]: words(16 * 18, wavy) },
  'of 12 bits, signed': { ...gray, [Tags.PixelRepresentation]: 1, [Tags.PixelData]: words(16 * 18, (n) => wavy(n) - 2000) },
  'of 12 bits in the upper ones': { ...gray, [Tags.HighBit]: 15, [Tags.PixelData]: words(16 * 18, (n) => wavy(n) * 16) },
  'of three frames': { ...gray, [Tags.NumberOfFrames]: 3, [Tags.PixelData]: words(16 * 18 * 3, wavy) },
  'in colour': { ...shape(8, 8, 8, 'RGB'), [Tags.PixelData]: Uint8Array.from({ length: 192 }, (_, n) => (n * 7) % 256) },
}

describe('transcode', () => {
  for (const target of TARGETS) {
    for (const [what, elements] of Object.entries(images)) {
      it(`keeps each pixel of an image ${what} in ${target.name}`, async () => {
        const source = part10(elements, T.implicitVrLittleEndian)
        const result = await transcoded(source, target)
        assert.equal(result.transferSyntax.uid, target.uid)
        assert.deepEqual(await storedValuesOf(result), await storedValuesOf(source))
      })
    }
  }

  it('brings each pixel of a compressed image back', async () => {
    const source = part10(images['of three frames'] ?? {}, T.explicitVrBigEndian)
    const values = await storedValuesOf(source)
    for (const target of TARGETS) {
      const compressed = await transcoded(source, target)
      assert.deepEqual(await storedValuesOf(await transcoded(compressed, T.explicitVrLittleEndian)), values)
    }
  })

  it('keeps single bits together where frames do not end at a byte', async () => {
    const bits = { ...shape(3, 5, 1, 'MONOCHROME2'), [Tags.NumberOfFrames]: 3, [Tags.PixelData]: Uint8Array.of(0xa5, 0x3c, 0x77, 0x19, 0x81, 0x0f) }
    const source = part10(bits, T.explicitVrLittleEndian)
    const values = await storedValuesOf(source)
    assert.equal(values.length, 45)
    const packed = await transcoded(source, T.rle)
    assert.deepEqual(await storedValuesOf(packed), values)
    assert.deepEqual(await storedValuesOf(await transcoded(packed, T.explicitVrLittleEndian)), values)
  })

  it('keeps all else: private elements, sequences, text, what is behind the pixels; turned to little endian', async () => {
    const rest = {
      [PRIVATE]: { vr: 'FD', value: [1.5, -2] }, [Tags.PatientName]: 'Müller^Jörg', [Tags.FrameIncrementPointer]: Tags.FrameTime,
      [Tags.RequestAttributesSequence]: [{ [Tags.ScheduledProcedureStepID]: 'S1' }],
      [Tags.DataSetTrailingPadding]: { vr: 'OB', value: Uint8Array.of(7, 7) },
    } as const
    const source = part10({ ...images['of 12 bits'], ...rest }, T.explicitVrBigEndian)
    const { dataSet } = await transcoded(source, T.htj2kLossless)
    assert.deepEqual(dataSet.numbers(PRIVATE), [1.5, -2])
    assert.equal(dataSet.text(Tags.PatientName), 'Müller^Jörg')
    assert.equal(dataSet.text(Tags.FrameIncrementPointer), '00181063')
    assert.equal(dataSet.items(Tags.RequestAttributesSequence)[0]?.text(Tags.ScheduledProcedureStepID), 'S1')
    assert.deepEqual([...dataSet.bytes(Tags.DataSetTrailingPadding) ?? []], [7, 7])
  })

  it('tells that JPEG was lossy, and that its colours are RGB now', async () => {
    const jpeg = await sharp(Buffer.alloc(192, 200), { raw: { width: 8, height: 8, channels: 3 } }).jpeg().toBuffer()
    const even = Buffer.concat([jpeg, Buffer.alloc(jpeg.length % 2)])
    const source = part10(shape(8, 8, 8, 'YBR_FULL_422'), T.jpegBaseline, fragments([even], T.jpegBaseline))
    const { dataSet, bulk } = await transcoded(source, T.explicitVrLittleEndian)
    assert.equal(dataSet.text(Tags.PhotometricInterpretation), 'RGB')
    assert.equal(dataSet.number(Tags.PlanarConfiguration), 0)
    assert.equal(dataSet.text(Tags.LossyImageCompression), '01')
    assert.equal(dataSet.text(Tags.LossyImageCompressionMethod), 'ISO_10918_1')
    assert.equal((bulk?.end ?? 0) - (bulk?.start ?? 0), 192)
  })

  it('names the colour transformation of JPEG 2000', async () => {
    const { dataSet } = await transcoded(part10(images['in colour'] ?? {}, T.explicitVrLittleEndian), T.jpeg2000Lossless)
    assert.equal(dataSet.text(Tags.PhotometricInterpretation), 'YBR_RCT')
  })

  it('breaks off where a later frame is broken', async () => {
    const good = Buffer.concat([Buffer.from(Uint32Array.of(1, 64, ...new Array<number>(14).fill(0)).buffer), Buffer.of(1, 9, 9, 128)])
    const source = part10({ ...shape(1, 2, 8, 'MONOCHROME2'), [Tags.NumberOfFrames]: 2 }, T.rle, fragments([good, new Uint8Array(64)], T.rle))
    const outcome = await transcode(source, T.explicitVrLittleEndian)
    assert.equal(outcome.kind, 'transcoded')
    await assert.rejects(joined(outcome.bytes), (error) => error instanceof TranscodeError && /frame 2/.test(error.message))
  })

  const refused: Record<string, [Source, TransferSyntax, string]> = {
    'what is no image': [part10({ [Tags.PatientID]: 'P' }, T.explicitVrLittleEndian), T.rle, 'not-an-image'],
    'a syntax that it cannot write': [part10(images['of 8 bits'] ?? {}, T.explicitVrLittleEndian), T.jpegBaseline, 'no-encoder'],
    'an overlay that would be lost': [part10({
      ...images['of 12 bits'], [Tags.OverlayRows]: 16, [Tags.OverlayColumns]: 18, [Tags.OverlayBitPosition]: 12,
    }, T.explicitVrLittleEndian), T.jpegLsLossless, 'no-encoder'],
    'pixels that are not there': [part10({ ...shape(99, 99, 8, 'MONOCHROME2'), [Tags.PixelData]: Uint8Array.of(1, 2) },
      T.explicitVrLittleEndian), T.rle, 'broken'],
  }
  for (const [what, [source, target, problem]] of Object.entries(refused)) {
    it(`refuses ${what}`, async () => {
      const outcome = await transcode(source, target)
      assert.equal(outcome.kind, 'unsupported')
      assert.equal(outcome.problem, problem)
    })
  }

  const REAL = 'dicom-core/pydicom_pydicom/src/pydicom/data/test_files'
  const FILES = ['CT_small.dcm', 'SC_rgb_jpeg_gdcm.dcm', 'examples_palette.dcm', 'MR_small_jp2klossless.dcm']
  for (const file of FILES) {
    it.skipIf(!existsSync(join(SAMPLES, REAL, file)))(`keeps each pixel of ${file} (needs the sample files)`, async () => {
      const source = readSource(join(SAMPLES, REAL, file))
      const values = await storedValuesOf(source)
      for (const target of TARGETS) assert.deepEqual(await storedValuesOf(await transcoded(source, target)), values)
    })
  }

  const BITS = join(SAMPLES, 'dicom-pixel/pydicom_pydicom-data/data_store/data/liver_j2k.dcm')
  it.skipIf(!existsSync(BITS))('writes single bits of a JPEG 2000 stream as single bits again (needs the sample files)', async () => {
    const source = readSource(BITS)
    const { dataSet, bulk } = await transcoded(source, T.explicitVrLittleEndian)
    assert.deepEqual([dataSet.number(Tags.BitsAllocated), dataSet.number(Tags.HighBit)], [1, 0])
    assert.equal((bulk?.end ?? 0) - (bulk?.start ?? 0), (512 * 512 * 3) / 8)
    assert.deepEqual(await storedValuesOf(await transcoded(source, T.explicitVrLittleEndian)), await storedValuesOf(source))
  })
})
