/** Real images in another transfer syntax, with dciodvfy as witness. */
import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { DicomError, scanPart10, Tags, TransferSyntaxes, type Scan } from '@filmjacket/dicom-data'
import { transcode, type ReadSpan } from '@filmjacket/dicom-pixel'
import { describe, it } from 'vitest'
import { whyMissing } from '../setup/programs.ts'
import { nameOf, SAMPLES_MISSING, samplesIn } from '../setup/samples.ts'
import { withFolder } from '../setup/scratch.ts'
import { faultsIn } from './dciodvfy.ts'

const paths = samplesIn('dicom-core', 'dicom-pixel', 'dicom-objects', 'dicom-series')
/** HTJ2K is not among them: dciodvfy does not know it. */
const TARGETS = [
  TransferSyntaxes.explicitVrLittleEndian, TransferSyntaxes.rle, TransferSyntaxes.jpegLsLossless, TransferSyntaxes.jpeg2000Lossless,
]
const EVERY = 5

/** Faults that are no fault of the writer, and why. */
const EXCEPTED: { readonly [file: string]: string } = {
  'YBR_FULL-RLE.dcm': 'YBR_FULL is for ultrasound in run lengths only, and stays: another colour space would change the values',
}

async function scanned(path: string): Promise<Scan | null> {
  const scanner = scanPart10()
  try {
    for await (const chunk of createReadStream(path)) scanner.push(chunk as Uint8Array)
    return scanner.end()
  } catch (error) {
    if (error instanceof DicomError) return null
    throw error
  }
}

function readerOf(path: string): ReadSpan {
  return async (start, end) => {
    const handle = await open(path)
    try {
      const { buffer } = await handle.read({ buffer: new Uint8Array(end - start), position: start })
      return buffer
    } finally {
      await handle.close()
    }
  }
}

/** The files that come of an image, each in a transfer syntax that it can be written in. */
async function* written(path: string, scan: Scan): AsyncGenerator<readonly [string, Buffer]> {
  for (const target of TARGETS) {
    const outcome = await transcode({ ...scan, read: readerOf(path) }, target)
    if (outcome.kind === 'unsupported') continue
    const parts: Uint8Array[] = []
    for await (const part of outcome.bytes) parts.push(part)
    yield [target.name, Buffer.concat(parts)]
  }
}

describe.skipIf(paths === null)(`real images (${SAMPLES_MISSING})`, () => {
  it.skipIf(whyMissing('dciodvfy') !== null)('have no fault, once transcoded, that dciodvfy did not find before', async () => {
    let compared = 0
    await withFolder(async (folder) => {
      for (const path of (paths ?? []).filter((_, number) => number % EVERY === 0)) {
        const scan = await scanned(path)
        if (scan?.bulk === null || scan?.meta === null || scan?.dataSet.has(Tags.SOPClassUID) !== true) continue
        const before = await faultsIn(path)
        if (before === null || Object.keys(EXCEPTED).some((name) => path.endsWith(name))) continue
        for await (const [target, bytes] of written(path, scan)) {
          const after = await faultsIn(folder.put('transcoded.dcm', bytes))
          assert.deepEqual([...after ?? ['not read']].filter((fault) => !before.has(fault)), [], `${nameOf(path)} as ${target}`)
          compared++
        }
      }
    })
    assert.ok(compared > 100, `${compared} compared`)
  }, 180_000)
})
