import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { expect, it } from 'vitest'

const uids = { sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3' }
const syntax = TransferSyntaxes.explicitVrLittleEndian

function smallFile(): Uint8Array {
  const dataSet = {
    [Tags.SOPClassUID]: uids.sopClassUid,
    [Tags.SOPInstanceUID]: uids.sopInstanceUid,
    [Tags.PatientID]: 'P',
  }
  return Buffer.concat([
    encodeFileMeta({ ...uids, transferSyntaxUid: syntax.uid }),
    encodeDataSet(dataSet, syntax),
  ])
}

it('the first example of the README runs as it stands there', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'readme-'))
  const file = join(folder, 'image.dcm')
  writeFileSync(file, smallFile())
  const body = example
    .replace(/import (\{[^}]+\}) from '([^']+)'/g, "const $1 = modules['$2']")
    .replace("'image.dcm'", JSON.stringify(file))
  const modules = {
    'node:fs/promises': await import('node:fs/promises'),
    '@filmjacket/bytes': await import('@filmjacket/bytes'),
    '@filmjacket/dicom-data': await import('@filmjacket/dicom-data'),
    '@filmjacket/dicom-media': await import('./index.ts'),
  }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is ours
  const run = new Function(
    'modules',
    `return (async () => { ${body}\n return sizeOf(zip) + sizeOf(iso) })()`,
  ) as (given: unknown) => Promise<number>
  expect(await run(modules)).toBeGreaterThan(300_000)
  assert.ok(body.includes('layOutFileSet'))
  rmSync(folder, { recursive: true })
})
