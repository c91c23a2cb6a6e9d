/** All kinds of objects on one medium, fitted to a profile or not, as programs that others wrote see it. */
import assert from 'node:assert/strict'
import { createReadStream, mkdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { literal, open } from '@filmjacket/bytes'
import { readPart10, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { encapsulate, layOutFile } from '@filmjacket/dicom-make'
import { checkMedium, filesOfIso } from '@filmjacket/dicom-media'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { testArchive, type TestArchive } from '../../modules/archive/testing.ts'
import { migrations } from '../../modules/packaging/migrations/index.ts'
import { createPackaging, type Composed, type Wish } from '../../modules/packaging/index.ts'
import { writeWhole } from '../../app/cli/disc/write.ts'
import { filesOfFolder } from '../../app/cli/disc/folder-files.ts'
import { instancesOn, mustRun, unpack, MEDIA_PROGRAMS } from '../setup/media.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { samplesIn, SAMPLES_MISSING } from '../setup/samples.ts'
import { Scratch } from '../setup/scratch.ts'

const MINUTES = 60_000
const ORIGIN = { kind: 'import' } as const
const samples = samplesIn('dicom-series', 'dicom-objects', 'dicom-core', 'dicom-xds')
const missing = whyMissing(...MEDIA_PROGRAMS)
const whySkipped = samples === null ? SAMPLES_MISSING : missing

let store: TestArchive
let scratch: Scratch
let studies: readonly string[] = []

beforeAll(async () => {
  if (whySkipped !== null) return
  scratch = new Scratch()
  store = await testArchive(migrations)
  for (const path of samples ?? []) await store.archive.ingest.file(ORIGIN, createReadStream(path)).catch(() => undefined)
  const [film] = samplesIn('video')?.filter((path) => path.endsWith('bikes.mp4')) ?? []
  await store.archive.ingest.file(ORIGIN, videoOf(readFileSync(film ?? assert.fail('no film'))))
  const found: string[] = []
  for await (const { study } of store.archive.findAll({ level: 'study', filter: {} })) found.push(study.id)
  studies = found
}, 4 * MINUTES)
afterAll(() => {
  if (whySkipped === null) scratch.remove()
})

function videoOf(film: Uint8Array): AsyncIterable<Uint8Array> {
  const elements = {
    [Tags.StudyInstanceUID]: '2.25.77', [Tags.SeriesInstanceUID]: '2.25.77.1', [Tags.Modality]: 'XC', [Tags.PatientID]: 'FILM', [Tags.PatientName]: 'Film^A',
    [Tags.Rows]: 272, [Tags.Columns]: 640, [Tags.NumberOfFrames]: 250, [Tags.SamplesPerPixel]: 3, [Tags.PhotometricInterpretation]: 'YBR_PARTIAL_420',
    [Tags.BitsAllocated]: 8, [Tags.BitsStored]: 8, [Tags.HighBit]: 7, [Tags.PixelRepresentation]: 0,
  }
  return open(layOutFile({
    sopClassUid: '1.2.840.10008.5.1.4.1.1.77.1.4.1', sopInstanceUid: '2.25.77.1.1', transferSyntax: TransferSyntaxes.mpeg4Avc41, elements,
    bulk: { tag: Tags.PixelData, vr: 'OB', content: encapsulate([[literal(film)]]), encapsulated: true },
  }), store.blobs)
}

async function compose(wish: Wish): Promise<Composed> {
  const { packages } = createPackaging({ db: store.db as never, archive: store.archive, clock: { now: () => Date.UTC(2026, 0, 1) }, blobs: store.blobs })
  return (await packages.compose(studies, { wish })) ?? assert.fail('nothing here')
}

async function written(composed: Composed, format: 'zip' | 'iso'): Promise<string> {
  const file = join(scratch.path, `${composed.profile ?? 'none'}.${format}`)
  await writeWhole(file, open(composed.as(format), composed.blobs), () => undefined)
  return file
}

const PYDICOM = `
import sys
from pydicom.fileset import FileSet
fs = FileSet(sys.argv[1])
for instance in fs:
    ds = instance.load()
    assert ds.SOPInstanceUID == instance.SOPInstanceUID, instance.path
    assert ds.file_meta.TransferSyntaxUID == instance.TransferSyntaxUID, instance.path
print(len(fs))
`

describe.skipIf(whySkipped !== null)(`a medium of all kinds of objects${whySkipped === null ? '' : ` (${whySkipped})`}`, () => {
  it('kept as they are, is whole for every reader, and says for which transfer syntaxes it fits no profile', async () => {
    const composed = await compose('kept')
    assert.equal(composed.profile, null)
    const zip = await written(composed, 'zip')
    assert.match(await mustRun('7z', 't', zip), /Everything is Ok/)
    const folder = await unpack(readFileSync(zip), 'zip', scratch)
    assert.doesNotMatch(await mustRun('dcdirdmp', join(folder, 'DICOMDIR')), /Error/)
    assert.equal(instancesOn(folder).length, composed.instances)
    const report = await checkMedium(await filesOfFolder(folder))
    assert.deepEqual(report.findings.filter(({ level }) => level === 'error'), [])
    assert.equal(report.instances, composed.instances)
    const types = new Set(readPart10(readFileSync(join(folder, 'DICOMDIR'))).dataSet.items(Tags.DirectoryRecordSequence)
      .map((record) => record.text(Tags.DirectoryRecordType)))
    for (const type of ['IMAGE', 'SR DOCUMENT', 'KEY OBJECT DOC', 'PRESENTATION', 'ENCAP DOC', 'RT DOSE', 'RT PLAN', 'RT STRUCTURE SET', 'WAVEFORM'])
      assert.ok(types.has(type), `${type} among ${[...types].join()}`)
    const python = await runProgram('/usr/bin/python3', ['-c', PYDICOM, join(folder, 'DICOMDIR')])
    assert.equal(python.status, 0, python.stderr)
    assert.equal(Number(python.stdout.trim()), composed.instances)
  }, 4 * MINUTES)

  it('fitted to a CD, is read by others as STD-GEN-CD', async () => {
    const composed = await compose('cd')
    const iso = await written(composed, 'iso')
    const bytes = readFileSync(iso)
    const report = await checkMedium(await filesOfIso({ sizeBytes: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) }))
    assert.deepEqual(report.findings.filter(({ level }) => level === 'error'), [])
    assert.equal(report.instances, composed.instances)
    const shown = await mustRun('xorriso', '-indev', `stdio:${iso}`, '-check_media', '--')
    assert.doesNotMatch(shown, /WARNING|SORRY|FAILURE/)
    await mustRun('7z', 't', iso)
    assert.match(await mustRun('isoinfo', '-f', '-i', iso), /\/README\.TXT;1\n/)
  }, 4 * MINUTES)

  it('fitted to a CD, is taken by dcmmkdir as STD-GEN-CD, but for objects that lack what they must have', async (context) => {
    const why = whyMissing('dcmmkdir')
    if (why !== null) context.skip(why)
    const composed = await compose('cd')
    const folder = join(scratch.path, 'mkdir')
    const files: string[] = []
    for (const { path, content } of composed.files) {
      if (path[0] !== 'IMAGES') continue
      const target = join(folder, ...path)
      mkdirSync(dirname(target), { recursive: true })
      const parts: Uint8Array[] = []
      for await (const part of open(content, composed.blobs)) parts.push(Buffer.from(part))
      await writeFile(target, Buffer.concat(parts))
      files.push(path.join('/'))
    }
    const { stdout, stderr } = await runProgram('dcmmkdir', ['-Pgp', '+I', '+id', folder, '+D', join(scratch.path, 'THEIRS'), '-W', '+r'], {}, folder)
    const refused = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('E: '))
    const compressed = refused.filter((line) => !/required attribute|invalid SOP class/.test(line))
    for (const line of compressed) assert.match(line, /LittleEndianExplicit expected but (JPEG|MPEG4)/)
    // A film stays a film, a broken code stream stays what it is: no profile is claimed then.
    assert.equal(composed.profile, null)
    assert.ok(files.length > 100 && refused.length < 20, `${refused.length} of ${files.length} refused`)
  }, 4 * MINUTES)

  it('mounts as a file system, where that is allowed', async (context) => {
    const composed = await compose('kept')
    const iso = await written(composed, 'iso')
    const point = join(scratch.path, 'mounted')
    mkdirSync(point)
    const mounted = await runProgram('mount', ['-o', 'loop,ro', '-t', 'iso9660', iso, point]).catch(() => null)
    if (mounted?.status !== 0) return context.skip(`it may not be mounted here: ${mounted?.stderr.trim() ?? 'no mount'}`)
    try {
      assert.equal((await checkMedium(await filesOfFolder(point))).instances, composed.instances)
    } finally {
      await runProgram('umount', [point])
    }
  }, 4 * MINUTES)
})
