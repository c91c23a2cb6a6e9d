/** File-sets of real files, read by programs that others wrote. Each part is skipped where what it needs is not there. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { scanPart10, Tags } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, describe, it, type TestContext } from 'vitest'
import { layOutFileSet } from './file-set/file-set.ts'
import type { FileSetInstance } from './file-set/instance.ts'
import { layOutIso } from './iso/iso.ts'
import { bytesOf, MemoryBlobs } from './testing.ts'

const samples = process.env['FILMJACKET_SAMPLES'] ?? join(import.meta.dirname, '../../../../shared/data')
const folders = ['dicom-series', 'dicom-objects', 'dicom-media', 'dicom-charset'].map((name) =>
  join(samples, name),
)
const folder = mkdtempSync(join(tmpdir(), 'file-set-'))
const blobs = new MemoryBlobs()
const instances: FileSetInstance[] = []

function samplesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile())
}

/** Null for what is no instance: a DICOMDIR, a broken file. */
function instanceOf(path: string): FileSetInstance | null {
  const bytes = readFileSync(path)
  const scanner = scanPart10()
  try {
    scanner.push(bytes)
    const { dataSet, meta, transferSyntax } = scanner.end()
    const sopClassUid = dataSet.text(Tags.SOPClassUID)
    const sopInstanceUid = dataSet.text(Tags.SOPInstanceUID)
    if (sopClassUid === undefined || sopInstanceUid === undefined || meta === null) return null
    return {
      dataSet,
      sopClassUid,
      sopInstanceUid,
      transferSyntaxUid: transferSyntax.uid,
      content: [blobs.add(bytes)],
    }
  } catch {
    return null
  }
}

function run(context: TestContext, program: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  if (error !== undefined) context.skip(`${program} is not installed`)
  assert.equal(status, 0, `${program}: ${stdout.slice(-2000)}${stderr.slice(-2000)}`)
  return stdout + stderr
}

describe.skipIf(!folders.every(existsSync))('a File-set of the samples (needs FILMJACKET_SAMPLES)', () => {
  const dicomdir = join(folder, 'DICOMDIR')

  beforeAll(async () => {
    for (const path of folders.flatMap(samplesIn)) {
      const instance = instanceOf(path)
      if (instance !== null) instances.push(instance)
    }
    const files = layOutFileSet(instances, { fileSetId: 'SAMPLES' })
    for (const { path, content } of files) {
      const target = join(folder, ...path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, await bytesOf(content, blobs))
    }
    writeFileSync(
      `${folder}.iso`,
      await bytesOf(
        layOutIso(files, { volumeId: 'SAMPLES', modified: { date: '20240501', time: '120000' } }),
        blobs,
      ),
    )
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
    rmSync(`${folder}.iso`)
  })

  it('has an entry for every instance', () => {
    assert.ok(instances.length > 80, `${instances.length} instances`)
    assert.equal(
      samplesIn(join(folder, 'IMAGES')).length,
      new Set(
        instances.map(
          ({ sopInstanceUid, dataSet }) => `${dataSet.text(Tags.SeriesInstanceUID)} ${sopInstanceUid}`,
        ),
      ).size,
    )
  })

  it('is read by dcmdump without a warning', (context) => {
    assert.doesNotMatch(run(context, 'dcmdump', '-E', dicomdir), /^[WE]:/m)
  })

  it('is walked by dcdirdmp without a complaint', (context) => {
    const shown = run(context, 'dcdirdmp', dicomdir)
    assert.doesNotMatch(shown, /error|warning/i)
  })

  it('is loaded by pydicom, every file found and equal to its record', (context) => {
    const script = `
import sys
from pydicom.fileset import FileSet
fs = FileSet(sys.argv[1])
for instance in fs:
    ds = instance.load()
    assert ds.SOPInstanceUID == instance.SOPInstanceUID, instance.path
    assert ds.file_meta.TransferSyntaxUID == instance.TransferSyntaxUID, instance.path
    for keyword in ('PatientName', 'StudyInstanceUID', 'SeriesInstanceUID'):
        if keyword in ds and str(ds[keyword].value) != '':
            assert str(ds[keyword].value) == str(getattr(instance, keyword)), (instance.path, keyword)
print(len(fs))
`
    const count = run(
      context,
      '/usr/bin/python3',
      '-W',
      'error::UserWarning:pydicom.fileset',
      '-c',
      script,
      dicomdir,
    )
    assert.equal(Number(count.trim().split('\n').at(-1)), samplesIn(join(folder, 'IMAGES')).length)
  })

  it('reads the same from the ISO image', (context) => {
    const { error, stdout } = spawnSync('isoinfo', ['-i', `${folder}.iso`, '-x', '/DICOMDIR.;1'], {
      maxBuffer: 2 ** 26,
    })
    if (error !== undefined) context.skip('isoinfo is not installed')
    assert.deepEqual(stdout, readFileSync(dicomdir))
  })
})
