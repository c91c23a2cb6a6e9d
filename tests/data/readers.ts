/** Every reader of the package on bytes of any kind: it may refuse, by a DicomError, and what it accepts must hold. */
import assert from 'node:assert/strict'
import { open, parseBlobId, type ExtentList } from '@filmjacket/bytes'
import {
  dateRange, dateTimeRange, DicomError, encodeDataSet, fromDicomJson, matches, parsePersonName, readPart10, scanPart10,
  Tags, timeRange, toDicomJson, toNativeXml, TransferSyntaxes, viewOf, type Changes, type DataSet, type DicomJson, type Scan,
} from '@filmjacket/dicom-data'
import type { Chance } from './chance.ts'

const BLOB = parseBlobId('ab'.repeat(32))
/** Looks into each item, and changes nothing. */
const everywhere: Changes = { items: () => everywhere }
const renamed: Changes = { set: { [Tags.PatientName]: 'Dœ^山田', [Tags.PatientID]: 'X' }, remove: (tag) => (tag & 0x10000) !== 0, items: () => renamed }

const SYNTAX = TransferSyntaxes.explicitVrLittleEndian

/** A limit that real files do not meet, so that values are left out here too. */
const LIMITS = { valueBytes: 300 }

export type Outcome = 'read' | 'refused'

/** @throws whatever is a fault of ours. */
export async function readAll(chance: Chance, bytes: Uint8Array): Promise<Outcome> {
  const scan = refusedOr(() => scanned(chance, bytes))
  const whole = refusedOr(() => readPart10(bytes))
  if (whole !== null) ask(whole.dataSet)
  if (scan === null) return 'refused'
  ask(scan.dataSet)
  inOtherForms(chance, scan.dataSet)
  await sameBytes(scan, bytes)
  refusedOr(() => viewOf(scan, BLOB, renamed), RangeError)
  return 'read'
}

function scanned(chance: Chance, bytes: Uint8Array): Scan {
  const scanner = scanPart10(LIMITS)
  const most = chance.pick([7, 200, 5000, 100_000])
  for (let at = 0; at < bytes.length;) {
    const size = 1 + chance.below(most)
    scanner.push(bytes.subarray(at, at + size))
    at += size
  }
  return scanner.end()
}

function refusedOr<T>(action: () => T, ...more: readonly (new (message: string) => Error)[]): T | null {
  try {
    return action()
  } catch (error) {
    if ([DicomError, ...more].some((kind) => error instanceof kind)) return null
    throw error
  }
}

function ask(dataSet: DataSet): void {
  for (const tag of dataSet.tags()) {
    for (const text of dataSet.texts(tag)) {
      parsePersonName(text)
      dateRange(text)
      timeRange(text)
      dateTimeRange(text)
    }
    dataSet.numbers(tag)
    dataSet.bytesLittleEndian(tag)
    dataSet.omission(tag)
    for (const item of dataSet.items(tag)) ask(item)
  }
}

function inOtherForms(chance: Chance, dataSet: DataSet): void {
  toNativeXml(dataSet)
  matches(dataSet, dataSet, { combinedDateTime: true, namesInAnyOrder: true })
  const text = JSON.stringify(toDicomJson(dataSet))
  const json = JSON.parse(text) as DicomJson
  refusedOr(() => encodeDataSet(fromDicomJson(json), SYNTAX), RangeError)
  const at = chance.below(text.length)
  const damaged = text.slice(0, at) + chance.pick(['null', '1', '"x"', '{}', '[', '', '"vr":"SQ"']) + text.slice(at + chance.below(4))
  const again = refusedOr(() => JSON.parse(damaged) as unknown, SyntaxError)
  if (again !== null) refusedOr(() => encodeDataSet(fromDicomJson(again), SYNTAX), RangeError)
}

/** An object without changes, and one whose every item was looked into, is what was pushed. */
async function sameBytes(scan: Scan, bytes: Uint8Array): Promise<void> {
  for (const changes of [{}, everywhere]) {
    const view = viewOf(scan, BLOB, changes)
    if (view.kind === 'derive') return
    const dataSet = (await bytesOf(view.list, bytes)).subarray(view.dataSetStart)
    const end = scan.dataSetStart + dataSet.length
    assert.ok(Buffer.compare(dataSet, bytes.subarray(scan.dataSetStart, end)) === 0, 'a view without changes has other bytes')
    // What is passed over behind the data set is not part of it.
    const rest = bytes.subarray(end)
    assert.ok(rest.length <= 1 || rest.every((byte) => byte === 0), 'a view without changes is too short')
  }
}

export async function bytesOf(list: ExtentList, blob: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const read = async function* (_: unknown, start: number, end: number) {
    yield await Promise.resolve(blob.subarray(start, end))
  }
  for await (const part of open(list, { read })) parts.push(part)
  return Buffer.concat(parts)
}
