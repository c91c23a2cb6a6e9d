/** Every real file through the package, with the programs of others as witnesses. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { crc32, crc32Of, parseBlobId, sizeOf } from '@filmjacket/bytes'
import {
  DicomError, encodeDataSet, fromDicomJson, readDataSet, scanPart10, Tags, toDicomJson, TransferSyntaxes, viewOf, type Changes,
  type DicomJson, type Scan,
} from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { nameOf, SAMPLES_MISSING, samplesIn } from '../setup/samples.ts'
import { withFolder } from '../setup/scratch.ts'
import { faultsIn } from './dciodvfy.ts'
import { bytesOf } from './readers.ts'

const FOLDERS = ['charset', 'core', 'deid', 'hostile', 'media', 'objects', 'pixel', 'series', 'wg04', 'worklist', 'xds']
const paths = samplesIn(...FOLDERS.map((name) => `dicom-${name}`))

/** Files that are refused, and why. */
const REFUSED: { readonly [file: string]: string } = {
  'MR_truncated.dcm': 'ends within a value',
  'rtplan_truncated.dcm': 'ends within a sequence',
  'emri_small_jpeg_2k_lossless_too_short.dcm': 'ends before a delimiter',
  'DICOMDIR-nooffset': '(FFFE,E000) runs over the end of its sequence',
}

const BLOB = parseBlobId('cd'.repeat(32))
const everywhere: Changes = { items: () => everywhere }

interface Sample {
  readonly path: string
  readonly file: Buffer
  readonly scan: Scan
}

function scanned(file: Uint8Array): Scan | string {
  const scanner = scanPart10()
  try {
    scanner.push(file)
    return scanner.end()
  } catch (error) {
    if (error instanceof DicomError) return error.message
    throw error
  }
}

function* samples(): Generator<Sample> {
  for (const path of paths ?? []) {
    const file = readFileSync(path)
    const scan = scanned(file)
    if (typeof scan !== 'string') yield { path, file, scan }
  }
}

describe.skipIf(paths === null)(`real files (${SAMPLES_MISSING})`, () => {
  it('are read, but for those that are broken', () => {
    const refused = (paths ?? []).flatMap((path) => {
      const scan = scanned(readFileSync(path))
      return typeof scan === 'string' ? [[basename(path), scan] as const] : []
    })
    console.log(`${(paths ?? []).length - refused.length} of ${(paths ?? []).length} files read`)
    const expected = new Map(Object.entries(REFUSED))
    assert.deepEqual(new Map(refused), expected)
  })

  it('are the same bytes, read and written without a change', async () => {
    for (const { path, file, scan } of samples()) {
      for (const changes of [{}, everywhere]) {
        const view = viewOf(scan, BLOB, changes)
        if (view.kind === 'derive') continue
        const bytes = await bytesOf(view.list, file)
        assert.deepEqual([bytes.length, crc32(bytes)], [sizeOf(view.list), crc32Of(view.list)], path)
        const dataSet = bytes.subarray(view.dataSetStart)
        const end = scan.dataSetStart + dataSet.length
        assert.equal(Buffer.compare(dataSet, file.subarray(scan.dataSetStart, end)), 0, path)
        assert.ok(file.subarray(end).every((byte) => byte === 0) || file.length - end <= 1, path)
      }
    }
  }, 60_000)

  it('say the same after DICOM JSON, there and back', () => {
    for (const { path, scan } of samples()) {
      const json = toDicomJson(scan.dataSet, { decimals: 'as-written' })
      const elements = fromDicomJson(JSON.parse(JSON.stringify(json)))
      const again = readDataSet(encodeDataSet(elements, TransferSyntaxes.explicitVrLittleEndian), TransferSyntaxes.explicitVrLittleEndian)
      assert.deepEqual(evened(toDicomJson(again, { decimals: 'as-written' })), evened(json), path)
    }
  }, 60_000)

  it.skipIf(whyMissing('dcm2json') !== null)('say in JSON what DCMTK says', async () => {
    let compared = 0
    for (const { path, scan } of everyFifth()) {
      const { status, stdout } = await runProgram('dcm2json', ['-fc', '-q', path])
      if (status !== 0) continue
      const theirs = JSON.parse(stdout) as DicomJson
      const ours = toDicomJson(scan.dataSet)
      for (const [tag, { vr, Value: values }] of Object.entries(theirs)) {
        // What theirs leaves empty may be bytes, or a private element whose VR its dictionary knows.
        if (values === undefined || vr === 'SQ' || ours[tag]?.vr !== vr || tag === '00080005') continue
        assert.deepEqual(trimmed(ours[tag].Value), trimmed(values), `${nameOf(path)} ${tag}`)
        compared++
      }
    }
    assert.ok(compared > 500, `${compared} compared`)
  }, 60_000)

  it.skipIf(whyMissing('dcmdump') !== null)('have the names that DCMTK reads', async () => {
    const compared: string[] = []
    for (const { path, scan } of samples()) {
      if (!path.includes('charset')) continue
      // This build of DCMTK may lack code extensions: then it says so, and is no witness.
      const { status, stdout } = await runProgram('dcmdump', ['-q', '+U8', '+L', '+P', '0010,0010', path])
      if (status !== 0) continue
      assert.equal(scan.dataSet.text(Tags.PatientName), /\[(.*)\]/.exec(stdout)?.[1]?.trim(), path)
      compared.push(basename(path))
    }
    assert.ok(compared.length >= 4, compared.join())
  })

  it.skipIf(whyMissing('dciodvfy') !== null)('have no fault, once changed, that dciodvfy did not find before', async () => {
    await withFolder(async (folder) => {
      for (const { path, file, scan } of everyFifth()) {
        const view = viewOf(scan, BLOB, CHANGED)
        // Without them dciodvfy does not get as far as the data set.
        if (view.kind === 'derive' || scan.meta === null || !scan.dataSet.has(Tags.SOPClassUID)) continue
        const changed = folder.put('changed.dcm', await bytesOf(view.list, file))
        const [before, after] = [await faultsIn(path), await faultsIn(changed)]
        if (before !== null) assert.deepEqual([...after ?? ['not read']].filter((fault) => !before.has(fault)), [], nameOf(path))
      }
    })
  }, 120_000)
})

/** Values of bytes with the padding that odd ones get when they are written. */
function evened(json: DicomJson): unknown {
  return JSON.parse(JSON.stringify(json), (key, value: unknown) => {
    if (key !== 'InlineBinary' || typeof value !== 'string') return value
    const bytes = Buffer.from(value, 'base64')
    return Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)]).toString('base64')
  })
}

/** Names without empty components at their end, which DCMTK does not show, blanks as no values, numbers to nine digits. */
function trimmed(values: unknown): unknown {
  return JSON.parse(JSON.stringify(values ?? null), (_, value: unknown) => {
    if (Array.isArray(value) && value.every((each) => each === null)) return null
    if (typeof value === 'number') return Number(value.toPrecision(9))
    return typeof value === 'string' ? value.replace(/\^+$/, '') : value
  })
}

/** What a corrected and partly de-identified object looks like. */
const CHANGED: Changes = {
  set: { [Tags.PatientName]: 'Doe^Jane', [Tags.PatientID]: 'X1', [Tags.PatientBirthDate]: '19700101', [Tags.PatientComments]: 'corrected' },
  remove: (tag) => (tag & 0x10000) !== 0,
  items: () => ({ remove: (tag) => (tag & 0x10000) !== 0 }),
}

function* everyFifth(): Generator<Sample> {
  let number = 0
  for (const sample of samples()) if (number++ % 5 === 0) yield sample
}
