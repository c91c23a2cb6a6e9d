import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import {
  encodeDataSet, readDataSet, scanPart10, Tags, TransferSyntaxes, type Bulk, type DataSet, type Element, type Scan,
  type TransferSyntax, type Value,
} from '@filmjacket/dicom-data'
import { decodeFrame } from './frame.ts'
import { describePixels, type ImagePixel } from './image-pixel.ts'
import { bytesOfCells, storedValue, type Cells } from './native.ts'
import { readFrame, type ReadSpan } from './read-frame.ts'

export type Elements = Readonly<Record<number, Value | Element>>

export function dataSetOf(elements: Elements, syntax: TransferSyntax = TransferSyntaxes.explicitVrLittleEndian): DataSet {
  return readDataSet(encodeDataSet(elements, syntax), syntax)
}

/** The Image Pixel module; all bits stored. */
export function shape(rows: number, columns: number, bits: number, photometric: string): Elements {
  return {
    [Tags.Rows]: rows, [Tags.Columns]: columns, [Tags.BitsAllocated]: bits, [Tags.BitsStored]: bits, [Tags.HighBit]: bits - 1,
    [Tags.SamplesPerPixel]: photometric.startsWith('MONO') || photometric.startsWith('PAL') ? 1 : 3,
    [Tags.PhotometricInterpretation]: photometric, [Tags.PixelRepresentation]: 0,
  }
}

export function imageOf(elements: Elements): ImagePixel {
  const description = describePixels(dataSetOf(elements))
  if (description.kind === 'refused') throw new Error(description.reason)
  return description.image
}

export type Source = Omit<Scan, 'bulk'> & { readonly bulk: Bulk | null; readonly read: ReadSpan }

/** A file in memory as its frames are read from it. */
export function sourceOf(file: Uint8Array): Source {
  const scanner = scanPart10({ valueBytes: 2 ** 30 })
  scanner.push(file)
  const scan = scanner.end()
  const bytes = scan.inflatedBulk === null ? file : inflateRawSync(file.subarray(scan.dataSetStart))
  return { ...scan, bulk: scan.bulk ?? scan.inflatedBulk, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) }
}

export function readSource(path: string): Source {
  return sourceOf(readFileSync(path))
}

/** The cells of every frame, as `keepYbr` leaves them. */
export async function cellsOf(source: Source, keepYbr = false): Promise<{ image: ImagePixel; cells: Cells }[]> {
  const { dataSet, transferSyntax, bulk, read } = source
  const frames = dataSet.number(Tags.NumberOfFrames) ?? 1
  const all: { image: ImagePixel; cells: Cells }[] = []
  for (let index = 0; index < frames; index++) {
    const frame = await readFrame(source, index, read)
    if (frame === null) throw new Error(`no frame ${index}`)
    const outcome = await decodeFrame(dataSet, transferSyntax, frame, { keepYbr, ...(bulk === null ? {} : { pixelVr: bulk.vr }) })
    if (outcome.kind === 'unsupported') throw new Error(outcome.reason)
    all.push(outcome)
  }
  return all
}

/** The first 16 digits of the SHA-256 of all pixel bytes, little-endian, by pixel. */
export async function hashOfPixels(source: Source): Promise<string> {
  const hash = createHash('sha256')
  for (const { cells } of await cellsOf(source, true)) hash.update(bytesOfCells(cells))
  return hash.digest('hex').slice(0, 16)
}

/** What the cells mean, all frames in one. */
export async function storedValuesOf(source: Source): Promise<number[]> {
  return (await cellsOf(source)).flatMap(({ image, cells }) => Array.from(cells, storedValue(image)))
}
