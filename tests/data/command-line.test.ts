import assert from 'node:assert/strict'
import { join } from 'node:path'
import { encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { samplesIn } from '../setup/samples.ts'
import { withFolder, type Scratch } from '../setup/scratch.ts'
import { dicomCommand, linesOf, whyNotBuilt } from './command.ts'

function image(folder: Scratch, name = 'image.dcm'): string {
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  const uids = { sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3' }
  return folder.put(name, Buffer.concat([
    encodeFileMeta({ ...uids, transferSyntaxUid: syntax.uid }),
    encodeDataSet({
      [Tags.SOPClassUID]: uids.sopClassUid, [Tags.SOPInstanceUID]: uids.sopInstanceUid, [Tags.PatientName]: 'Müller^Jörg',
      [Tags.PatientComments]: 'a\x1b[2Jb', [Tags.ReferencedSeriesSequence]: [{ [Tags.Modality]: 'CT' }], [Tags.PixelData]: new Uint8Array(2000),
    }, syntax),
  ]))
}

describe('filmjacket dicom', { timeout: 60_000, skip: whyNotBuilt !== null }, () => {
  it('dump shows elements with length, name and what UIDs mean, and nothing that a terminal obeys', async () => {
    await withFolder(async (folder) => {
      const { status, stdout, stderr } = await dicomCommand('dump', image(folder))
      assert.deepEqual([status, stderr], [0, ''])
      for (const line of [
        /^\(0008,0016\) UI \[1\.2\.840\.10008\.5\.1\.4\.1\.1\.2\] +# 26 SOPClassUID = CT Image Storage$/m,
        /^\(0010,0010\) PN \[Müller\^Jörg\] +# 14 PatientName$/m,
        /^\(0010,4000\) LT \[a\\x1b\[2Jb\]/m,
        /^\(0008,1115\) SQ 1 item +# ReferencedSeriesSequence\n {2}item 1\n {4}\(0008,0060\) CS \[CT\] +# 2 Modality$/m,
        /^\(7FE0,0010\) OW at byte \d+ +# 2000 PixelData$/m,
      ]) assert.match(stdout, line)
    })
  })

  it('says in one sentence what cannot be read, goes on, and ends with 2', async () => {
    await withFolder(async (folder) => {
      const files = [folder.put('no.dcm', 'Dear colleague, '.repeat(50)), join(folder.path, 'none.dcm'), folder.path, image(folder)]
      const { status, stdout, stderr } = await dicomCommand('dump', '--json', '--only', 'PatientName', ...files)
      assert.equal(status, 2)
      assert.deepEqual(stderr.trimEnd().split('\n'), [
        `${files[0]}: neither a DICOM prefix nor a data set at the start`,
        `${files[1]}: there is no such file`,
        `${files[2]}: it is a folder`,
      ])
      const [line] = linesOf(stdout) as readonly { readonly dataSet: unknown }[]
      assert.deepEqual(line?.dataSet, [{ tag: '(0010,0010)', vr: 'PN', name: 'PatientName', length: 14, value: 'Müller^Jörg' }])
    })
  })

  it('json writes one line of DICOM JSON each, with the place of large values', async () => {
    await withFolder(async (folder) => {
      const files = [image(folder), image(folder, 'other name.dcm')]
      const { status, stdout } = await dicomCommand('json', ...files)
      const lines = linesOf(stdout) as readonly Record<string, { readonly BulkDataURI?: string }>[]
      assert.deepEqual([status, lines.length], [0, 2])
      assert.match(lines[1]?.['7FE00010']?.BulkDataURI ?? '', /^file:\/\/\/.*other%20name\.dcm\?offset=\d+&length=2000$/)
    })
  })

  const paths = samplesIn('dicom-core', 'dicom-charset')
  it.skipIf(paths === null)('takes thousands of files in one call (skipped without the sample files)', async () => {
    const many = Array.from({ length: 20 }, () => paths ?? []).flat()
    const { stdout } = await dicomCommand('dump', '--json', '--only', 'SOPInstanceUID', ...many)
    const lines = linesOf(stdout) as readonly { readonly file: string }[]
    const distinct = new Set(lines.map(({ file }) => file))
    assert.ok(many.length > 2000 && distinct.size > 100, `${many.length}, ${distinct.size}`)
  })
})
