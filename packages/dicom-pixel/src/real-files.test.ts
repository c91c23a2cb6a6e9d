import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, it } from 'vitest'
import { scanPart10, Tags, type Scan } from '@filmjacket/dicom-data'
import { paintFrame, readFrame, type Window } from './index.ts'

const SAMPLES = process.env['FILMJACKET_SAMPLES'] ?? '../shared/data'
const PYDICOM = 'dicom-core/pydicom_pydicom/src/pydicom/data/test_files'
const PYDICOM_DATA = 'dicom-pixel/pydicom_pydicom-data/data_store/data'
const DCM4CHE = 'dicom-core/dcm4che_dcm4che/dcm4che-test-data/src/main/resources'

interface Case {
  readonly file: string
  /** Where the file names none; DCMTK is told the same. */
  readonly window?: Window
  readonly frame?: number
  /** Rounding of colour conversion and of JPEG differs by implementation. */
  readonly most?: number
}

const CASES: readonly Case[] = [
  { file: `${PYDICOM}/CT_small.dcm`, window: { center: 40, width: 400 } },
  { file: `${PYDICOM}/MR_small.dcm` },
  { file: `${PYDICOM}/MR_small_bigendian.dcm` },
  { file: `${PYDICOM}/MR_small_RLE.dcm` },
  { file: `${PYDICOM}/SC_rgb_rle_2frame.dcm`, frame: 1 },
  { file: `${PYDICOM}/SC_rgb_rle_16bit.dcm` },
  { file: `${PYDICOM}/SC_ybr_full_422_uncompressed.dcm`, most: 2 },
  { file: `${PYDICOM}/SC_rgb_jpeg_dcmtk.dcm`, most: 2 },
  { file: `${PYDICOM}/SC_jpeg_no_color_transform.dcm`, most: 2 },
  { file: `${PYDICOM}/examples_ybr_color.dcm`, frame: 29, most: 2 },
  { file: `${PYDICOM}/examples_palette.dcm` },
  { file: `${PYDICOM_DATA}/OBXXXX1A_rle_2frame.dcm`, frame: 1 },
  { file: `${PYDICOM_DATA}/OBXXXX1A_expb.dcm` },
  { file: `${PYDICOM_DATA}/color-pl.dcm` },
  { file: `${PYDICOM_DATA}/SC_rgb_expb_16bit_2frame.dcm`, frame: 1 },
  { file: `${PYDICOM_DATA}/mlut_18.dcm` },
  { file: `${PYDICOM_DATA}/emri_small_RLE.dcm`, frame: 9, window: { center: 300, width: 600 } },
  { file: `${PYDICOM_DATA}/liver_expb.dcm`, frame: 2, window: { center: 1, width: 1 } },
  { file: `${DCM4CHE}/NM-MONO2-16-13x-heart`, frame: 12, window: { center: 500, width: 1000 } },
  { file: `${DCM4CHE}/OT-PAL-8-face` },
  { file: `${DCM4CHE}/US-RGB-8-epicard` },
  { file: `${DCM4CHE}/YBR_FULL-RLE.dcm`, most: 2 },
  { file: `${DCM4CHE}/test16signed.dcm` },
]

const installed = spawnSync('dcmj2pnm', ['--version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'pixel-'))
afterAll(() => rmSync(folder, { recursive: true }))

function scanFile(bytes: Uint8Array): Scan {
  const scanner = scanPart10()
  scanner.push(bytes)
  return scanner.end()
}

describe.skipIf(!installed)('pixels agree with DCMTK (needs dcmj2pnm)', () => {
  for (const { file, window, frame = 0, most = 1 } of CASES) {
    const path = join(SAMPLES, file)
    it.skipIf(!existsSync(path))(`${file.split('/').at(-1) ?? ''} frame ${frame}`, async () => {
      const bytes = readFileSync(path)
      const scan = scanFile(bytes)
      const code = await readFrame(scan, frame, (start, end) => Promise.resolve(bytes.subarray(start, end)))
      assert.ok(code !== null)
      const vr = scan.bulk?.vr
      const picture = await paintFrame(scan.dataSet, scan.transferSyntax, code, {
        frameIndex: frame, ...(window === undefined ? {} : { window }), ...(vr === undefined ? {} : { pixelVr: vr }),
      })
      assert.equal(picture.kind, 'picture', JSON.stringify(picture))
      const theirs = await dcmtk(path, frame, window ?? (scan.dataSet.has(Tags.WindowCenter) ? 'first' : null))
      assert.equal(theirs.length, picture.bytes.length)
      assert.ok(picture.bytes.every((value, n) => Math.abs(value - (theirs[n] ?? -999)) <= most))
    })
  }
})

async function dcmtk(path: string, frame: number, window: Window | 'first' | null): Promise<Uint8Array> {
  const png = join(folder, 'theirs.png')
  rmSync(png, { force: true })
  const voi = window === null ? [] : window === 'first' ? ['+Wi', '1'] : ['+Ww', String(window.center), String(window.width)]
  spawnSync('dcmj2pnm', ['+on', '-O', '+F', String(frame + 1), ...voi, path, png])
  const { channels } = await sharp(readFileSync(png)).metadata()
  return await sharp(readFileSync(png)).toColourspace(channels === 1 ? 'b-w' : 'srgb').removeAlpha().raw().toBuffer()
}
