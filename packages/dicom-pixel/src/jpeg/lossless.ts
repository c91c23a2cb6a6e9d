/**
 * JPEG lossless with Huffman codes, all predictors: process 14. ITU-T T.81 Annex H.
 *
 * @module
 */
import { BitReader, type HuffmanTable } from './huffman.ts'
import { broken, SegmentReader, type Scan } from './segments.ts'

/** Samples by pixel. */
export type Samples = Uint8Array | Uint16Array

/** A sample takes at least one bit. */
const MOST_SAMPLES_OF_ONE_BYTE = 8

/** @throws CodecError if the stream is broken or cut, or too short for what its frame header says. */
export function decodeLossless(stream: Uint8Array): Samples {
  const reader = new SegmentReader(stream)
  let scan = reader.nextScan()
  if (scan === null) throw broken('no scan')
  const { rows, columns, precision, components } = scan.frame
  const size = rows * columns * components.length
  if (size === 0 || size > stream.length * MOST_SAMPLES_OF_ONE_BYTE) throw broken('too short for its image')
  if (precision < 2 || precision > 16) throw broken(`precision ${precision}`)
  if (components.some((each) => each.horizontal !== components[0]?.horizontal || each.vertical !== components[0].vertical))
    throw broken('subsampled lossless')
  const samples = precision <= 8 ? new Uint8Array(size) : new Uint16Array(size)
  const seen = new Set<number>()
  while (scan !== null) {
    for (const { index } of scan.components) seen.add(index)
    scan = reader.nextScan(decodeScan(stream, scan, samples))
  }
  if (seen.size !== components.length) throw broken('a component is missing')
  return samples
}

/** One component of a scan, row by row. */
interface Plane {
  readonly index: number
  readonly table: HuffmanTable
  above: Uint16Array
  row: Uint16Array
}

/** @returns where its data end. */
function decodeScan(stream: Uint8Array, scan: Scan, samples: Samples): number {
  const { rows, columns, precision, components } = scan.frame
  const { start: predictor, low: shift, restartInterval } = scan
  if (predictor < 1 || predictor > 7 || shift >= precision) throw broken('no such predictor')
  if (restartInterval % columns !== 0) throw broken('restart within a row')
  const restartRows = restartInterval / columns
  const planes = scan.components.map(({ index, dc }): Plane => {
    if (dc === undefined) throw broken('no Huffman table')
    return { index, table: dc, above: new Uint16Array(columns), row: new Uint16Array(columns) }
  })
  const bits = new BitReader(stream, scan.dataStart)
  let isFirst = true
  for (let y = 0; y < rows; y++) {
    if (y > 0 && restartRows > 0 && y % restartRows === 0) {
      if (!bits.restart()) throw broken('no restart marker')
      isFirst = true
    }
    readRow(bits, planes, isFirst ? 1 : predictor, isFirst ? 2 ** (precision - shift - 1) : null)
    for (const { index, row } of planes) {
      for (let x = 0, to = y * columns * components.length + index; x < columns; x++, to += components.length)
        samples[to] = (row[x] ?? 0) << shift
    }
    for (const plane of planes) [plane.above, plane.row] = [plane.row, plane.above]
    isFirst = false
  }
  bits.align()
  return bits.at
}

/** @param first - what predicts the first sample; null: the one above it. */
function readRow(bits: BitReader, planes: readonly Plane[], predictor: number, first: number | null): void {
  const columns = planes[0]?.row.length ?? 0
  for (let x = 0; x < columns; x++) {
    for (const { table, row, above } of planes) {
      const predicted = x > 0 ? predict(predictor, row[x - 1] ?? 0, above[x] ?? 0, above[x - 1] ?? 0)
        : first ?? above[0] ?? 0
      row[x] = predicted + readDifference(bits, table) // modulo 2^16, T.81 §H.1.2.1
    }
  }
}

/** T.81 Table H.2: 16 stands for 32768, without bits. */
function readDifference(bits: BitReader, table: HuffmanTable): number {
  const size = bits.decode(table)
  if (size > 16) throw broken('difference of more than 16 bits')
  return size === 16 ? 32_768 : bits.readSigned(size)
}

/** From the samples to the left, above, and above to the left. T.81 Table H.1. */
function predict(predictor: number, left: number, above: number, corner: number): number {
  switch (predictor) {
    case 1: return left
    case 2: return above
    case 3: return corner
    case 4: return left + above - corner
    case 5: return left + ((above - corner) >> 1)
    case 6: return above + ((left - corner) >> 1)
    default: return (left + above) >> 1
  }
}
