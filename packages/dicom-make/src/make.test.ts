import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { literal, lengthOf, parseBlobId, range, sizeOf, type ExtentList } from '@filmjacket/bytes'
import { scanPart10, SopClasses, Tags, TransferSyntaxes, type Scan } from '@filmjacket/dicom-data'
import {
  bytesOf, encapsulate, layOutFile, makeImage, wrapPdf, type Elements, type ImageKind, type NewImage, type PixelForm,
} from './index.ts'

const study: Elements = {
  [Tags.PatientName]: 'Müller^Zoë',
  [Tags.PatientID]: 'M-1',
  [Tags.StudyInstanceUID]: '2.25.1',
  [Tags.SeriesInstanceUID]: '2.25.2',
  [Tags.StudyDate]: '20240102',
  [Tags.ContentDate]: '20240102',
  [Tags.ContentTime]: '101500',
  [Tags.StudyID]: '1',
}

function scanOf(bytes: Uint8Array): Scan {
  const scanner = scanPart10()
  scanner.push(bytes)
  return scanner.end()
}

const folder = mkdtempSync(join(tmpdir(), 'make-'))
afterAll(() => rmSync(folder, { recursive: true }))
const installed = spawnSync('dciodvfy', ['-version']).error === undefined

/** Errors of dicom3tools; none where it is not installed. */
function complaints(bytes: Uint8Array): readonly string[] {
  if (!installed) return []
  const path = join(folder, 'made.dcm')
  writeFileSync(path, bytes)
  const { stderr, stdout } = spawnSync('dciodvfy', [path], { encoding: 'utf8' })
  return `${stderr}\n${stdout}`.split('\n').filter((line) => line.startsWith('Error'))
}

describe('wrapPdf', () => {
  const blob = parseBlobId('cd'.repeat(32))
  const wrap = (pdf: ExtentList, attributes = study) => wrapPdf({ sopInstanceUid: '2.25.3', pdf, attributes })

  it('is a header, the untouched document and its media type', () => {
    const [header, document, ...behind] = wrap([range(blob, 100, 5000, 0xabcd)])
    assert.equal(header?.kind, 'literal')
    assert.deepEqual(document, range(blob, 100, 5000, 0xabcd))
    assert.equal(behind.length, 1)
  })
  it('pads an odd document and tells its true length', () => {
    const scan = scanOf(bytesOf(wrap([literal(Buffer.from('%PDF-1.4 odd.'))])))
    assert.equal((scan.bulk?.end ?? 0) - (scan.bulk?.start ?? 0), 14)
    const [, document, pad, tail] = wrap([range(blob, 0, 13)])
    assert.deepEqual([document, pad].map((extent) => extent && lengthOf(extent)), [13, 1])
    assert.equal(Buffer.from(bytesOf(tail === undefined ? [] : [tail])).includes('application/pdf'), true)
  })
  it('is an Encapsulated PDF that another implementation finds no error in', () => {
    const bytes = bytesOf(wrap([literal(Buffer.from('%PDF-1.4\n%%EOF\n'))]))
    const scan = scanOf(bytes)
    assert.equal(scan.dataSet.text(Tags.SOPClassUID), SopClasses.encapsulatedPdf)
    assert.equal(scan.dataSet.text(Tags.PatientName), 'Müller^Zoë')
    assert.equal(scan.bulk?.tag, Tags.EncapsulatedDocument)
    assert.deepEqual(complaints(bytes), [])
  })
  it('refuses a document without its study, and names what is missing', () => {
    assert.throws(() => wrap([literal(new Uint8Array(2))], {}), /StudyInstanceUID is missing/)
  })
  it('refuses what four bytes cannot count', () => {
    assert.throws(() => wrap([range(blob, 0, 2 ** 32)]), RangeError)
  })
})

const plane = {
  [Tags.FrameOfReferenceUID]: '2.25.9', [Tags.PixelSpacing]: [1, 1], [Tags.ImageOrientationPatient]: [1, 0, 0, 0, 1, 0],
  [Tags.ImagePositionPatient]: [0, 0, 0], [Tags.PatientPosition]: 'HFS', [Tags.PatientOrientation]: ['L', 'P'],
}
const gray16 = { rows: 2, columns: 3, photometric: 'MONOCHROME2', bitsAllocated: 16, bitsStored: 12 } as const
const film = { [Tags.PatientOrientation]: ['L', 'F'] }

const KINDS: Record<ImageKind, { attributes: Elements; form: PixelForm; bytes: number }> = {
  ct: { attributes: { ...plane, [Tags.RescaleType]: 'HU', [Tags.KVP]: 120 }, form: gray16, bytes: 12 },
  mr: {
    attributes: {
      ...plane, [Tags.ScanningSequence]: 'SE', [Tags.SequenceVariant]: 'NONE', [Tags.MRAcquisitionType]: '2D',
      [Tags.EchoTime]: 10, [Tags.RepetitionTime]: 500, [Tags.EchoTrainLength]: 1,
    },
    form: gray16, bytes: 12,
  },
  cr: { attributes: { ...film, [Tags.BodyPartExamined]: 'CHEST', [Tags.ViewPosition]: 'PA' }, form: gray16, bytes: 12 },
  dx: {
    attributes: { ...film, [Tags.ImagerPixelSpacing]: [0.2, 0.2], [Tags.WindowCenter]: 2048, [Tags.WindowWidth]: 4096 },
    form: { ...gray16, photometric: 'MONOCHROME1' }, bytes: 12,
  },
  us: { attributes: {}, form: { ...gray16, photometric: 'RGB', bitsAllocated: 8, bitsStored: 8 }, bytes: 18 },
  'us-multiframe': {
    attributes: { [Tags.FrameTime]: 40 }, form: { ...gray16, photometric: 'RGB', bitsAllocated: 8, bitsStored: 8 }, bytes: 36,
  },
  'secondary-capture': { attributes: {}, form: { ...gray16, bitsAllocated: 8, bitsStored: 8 }, bytes: 6 },
}

function imageOf(kind: ImageKind, change: Partial<NewImage> = {}): NewImage {
  const { attributes, form, bytes } = KINDS[kind]
  const pixels = { kind: 'native', content: [literal(new Uint8Array(bytes))] } as const
  return { kind, sopInstanceUid: '2.25.4', form, pixels, attributes: { ...study, ...attributes }, ...change }
}

describe('makeImage', () => {
  for (const kind of Object.keys(KINDS) as ImageKind[]) {
    it(`makes ${kind} that another implementation finds no error in`, () => {
      const bytes = bytesOf(makeImage(imageOf(kind)))
      const scan = scanOf(bytes)
      assert.equal(scan.dataSet.number(Tags.Rows), 2)
      assert.equal(scan.bulk?.tag, Tags.PixelData)
      assert.deepEqual(complaints(bytes), [])
    })
  }

  it('counts the frames of a multi-frame image', () => {
    assert.equal(scanOf(bytesOf(makeImage(imageOf('us-multiframe')))).dataSet.number(Tags.NumberOfFrames), 2)
  })
  it('leaves pixels where they are', () => {
    const pixels = range(parseBlobId('ef'.repeat(32)), 7, 12)
    const list = makeImage(imageOf('ct', { pixels: { kind: 'native', content: [pixels] } }))
    assert.equal(list[1], pixels)
  })
  it('refuses pixels that are not a whole number of frames', () => {
    const pixels = { kind: 'native', content: [literal(new Uint8Array(13))] } as const
    assert.throws(() => makeImage(imageOf('ct', { pixels })), /whole number of frames/)
  })
  it('refuses several frames where there is one', () => {
    const pixels = { kind: 'native', content: [literal(new Uint8Array(24))] } as const
    assert.throws(() => makeImage(imageOf('ct', { pixels })), /one frame/)
  })
  it('makes the same bytes from the same input', () => {
    assert.deepEqual(bytesOf(makeImage(imageOf('mr'))), bytesOf(makeImage(imageOf('mr'))))
  })
})

describe('encapsulate', () => {
  const frames = [[literal(Uint8Array.of(1, 2, 3))], [literal(Uint8Array.of(4, 5))]]

  it('is a table of offsets, a fragment for each frame, and the delimiter', () => {
    const hex = Buffer.from(bytesOf(encapsulate(frames))).toString('hex').replace(/(feff00e0|feffdde0)/g, '\n$1')
    assert.equal(hex, [
      '', 'feff00e0' + '08000000' + '00000000' + '0c000000', // offsets from the first fragment's tag: 0, 12
      'feff00e0' + '04000000' + '01020300', 'feff00e0' + '02000000' + '0405', 'feffdde0' + '00000000',
    ].join('\n'))
  })
  it('is read back as its fragments', () => {
    const list = makeImage(imageOf('us-multiframe', {
      pixels: { kind: 'encapsulated', transferSyntax: TransferSyntaxes.jpegBaseline, frames },
    }))
    const scan = scanOf(bytesOf(list))
    assert.equal(scan.size, sizeOf(list))
    assert.deepEqual(scan.bulk?.fragments?.map(({ start, end }) => end - start), [8, 4, 2])
  })
})

describe('layOutFile', () => {
  it('refuses a transfer syntax in which it does not write', () => {
    const bulk = { tag: Tags.PixelData, vr: 'OW', content: [], encapsulated: false } as const
    const transferSyntax = TransferSyntaxes.implicitVrLittleEndian
    const parts = { sopClassUid: '1.2', sopInstanceUid: '1.3', transferSyntax, elements: {}, bulk }
    assert.throws(() => layOutFile(parts), /Implicit VR/)
  })
})
