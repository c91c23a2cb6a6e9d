/** Corrections of identity as others get them: DCMTK's programs fetch and have sent to them, and its dcmdump tells what is in there. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { readPart10, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { exportStudies } from '../../app/cli/export.ts'
import { dicomSend } from '../setup/dicom-send.ts'
import { eventually } from '../setup/eventually.ts'
import { ForeignServer, startStorescp } from '../setup/foreign-server.ts'
import type { Client } from '../setup/http-client.ts'
import { makeImage } from '../setup/images.ts'
import { runProgram, whyMissing } from '../setup/programs.ts'
import { download, examsOf, RunningProduct, type Person } from '../setup/running-product.ts'
import { filesBelow, Scratch } from '../setup/scratch.ts'

const STUDY = '1.2.826.0.1.3680043.9.71'
const scratch = new Scratch()
const foreign: ForeignServer[] = []
let product: RunningProduct
let clerk: Client
let patient: Person
let studyId: string

const images = [1, 2, 3].map((n) => makeImage({
  patientId: 'P-WRONG', studyUid: STUDY, seriesUid: `${STUDY}.1`, instanceUid: `${STUDY}.1.${n}`, seed: n,
  ...(n === 2 && { transferSyntax: TransferSyntaxes.implicitVrLittleEndian }), elements: { [Tags.PatientName]: 'Wrongly^Named' },
}))

beforeAll(async () => {
  product = await RunningProduct.start()
  clerk = (await product.person('clerk', 'clerk')).client
  patient = await product.person('patient', 'patient', 'P-WRONG')
  for (const title of ['VIEWER']) {
    const added = await product.server.product.devices.add({ kind: 'anonymous' }, { description: title, aeTitle: title, mayQuery: true, mayCall: true })
    assert.equal(added.kind, 'added')
  }
  assert.deepEqual(await dicomSend(images, await product.device('SCANNER')), [0, 0, 0])
  studyId = await eventually('the exam is there', async () => (await examsOf(patient.client)).find(({ instances, hasThumbnail }) => instances === 3 && hasThumbnail)?.id ?? false)
})
afterAll(async () => {
  for (const each of foreign) await each.stop()
  await product.stop()
  scratch.remove()
})

const identity = { patientId: 'P-RIGHT', issuer: '', patientName: 'Right^Person', birthDate: '19811224', sex: 'F', accessionNumber: 'ACC-RIGHT' }

async function card() {
  const { status, json, text } = await clerk.get(`/api/archive/studies/${studyId}`)
  assert.equal(status, 200, text)
  return json as { identity: typeof identity; came: typeof identity | null; corrections: readonly { id: string; undoneAt: string | null; changed: object }[]; origins: readonly { from: string; instances: number }[]; isHeld: boolean }
}

async function blobs(): Promise<unknown> {
  return (await sql`select blob_id, size_bytes from instance order by instance_uid`.execute(product.db)).rows
}

function folder(name: string): string {
  const path = join(scratch.path, name)
  mkdirSync(path)
  return path
}

const us = (): readonly string[] => ['-aet', 'VIEWER', '-aec', 'FILMJACKET', '127.0.0.1', String(product.server.dicomPort)]
const wholeStudy = ['-S', '-k', 'QueryRetrieveLevel=STUDY', '-k', `StudyInstanceUID=${STUDY}`]

async function dumpOf(file: string): Promise<string> {
  const { stdout, status } = await runProgram('dcmdump', ['+P', '0010,0010', '+P', '0010,0020', '+P', '0400,0561', file], {})
  assert.equal(status, 0)
  return stdout
}

const missing = whyMissing('getscu', 'movescu', 'storescp', 'dcmdump')

describe.skipIf(missing !== null)(`a corrected exam ${missing ?? ''}`, () => {
  it('is shown with where it came from, before anything was corrected', async () => {
    const shown = await card()
    assert.deepEqual(shown.corrections, [])
    assert.equal(shown.identity.patientName, 'Wrongly^Named')
    assert.deepEqual(shown.origins.map(({ from, instances }) => [from, instances]), [['SCANNER', 3]])
  })

  it('is the patient\'s no more to whom it was given by mistake', async () => {
    const before = await blobs()
    const { json, text } = await clerk.post(`/api/archive/studies/${studyId}/corrections`, { identity, reason: 'correct', note: 'wrong worklist entry', joins: false })
    assert.deepEqual(json, { outcome: 'corrected', person: null }, text)
    assert.deepEqual(await examsOf(patient.client), [])
    assert.equal((await patient.client.get(`/api/viewer/studies/${studyId}`)).status, 404)
    const right = await product.person('patient', 'right', 'P-RIGHT')
    assert.deepEqual((await examsOf(right.client)).map(({ id }) => id), [studyId])
    assert.deepEqual(await blobs(), before)
    const zip = await download(right.client, studyId, 'zip')
    assert.ok(zip.includes('Right^Person') && zip.includes('ACC-RIGHT'))
  })

  it('getscu gets it corrected, with the Original Attributes Sequence', async () => {
    const into = folder('got')
    await runProgram('getscu', ['-v', '+B', '-od', into, ...wholeStudy, ...us()], { TCP_NODELAY: '1' })
    const files = filesBelow(into)
    assert.equal(files.length, 3)
    for (const file of files) {
      const dump = await dumpOf(file)
      assert.match(dump, /\(0010,0010\) PN \[Right\^Person\]/)
      assert.match(dump, /\(0400,0561\) SQ .*1\s/)
      assert.match(dump, /\[Wrongly\^Named\]/)
      assert.match(dump, /\(0400,0565\) CS \[CORRECT\]/)
      assert.match(dump, /\(0400,0563\) LO \[Filmjacket\]/)
      assert.deepEqual(Buffer.from(readPart10(readFileSync(file)).dataSet.bytes(Tags.PixelData) ?? []).length, 32 * 32 * 2)
    }
  })

  it('movescu has it sent corrected', async () => {
    const into = folder('moved')
    const store = await startStorescp(into)
    foreign.push(store)
    const added = await product.server.product.devices.add({ kind: 'anonymous' }, { description: 'STORE', aeTitle: 'STORE', host: '127.0.0.1', port: store.port })
    assert.equal(added.kind, 'added')
    await runProgram('movescu', ['-v', '-aem', 'STORE', ...wholeStudy, ...us()], { TCP_NODELAY: '1' })
    const files = filesBelow(into)
    assert.equal(files.length, 3)
    for (const file of files) assert.match(await dumpOf(file), /\(0010,0020\) LO \[P-RIGHT\]/)
  })

  it('is exported corrected, or as it came, and an export that was broken off goes on', async () => {
    const [corrected, stored] = [folder('corrected'), folder('stored')]
    const of = product.server.product
    assert.equal(await exportStudies(of, [STUDY], { folder: corrected, form: 'corrected' }), 0)
    const files = filesBelow(corrected).filter((file) => file.endsWith('.dcm'))
    assert.equal(files.length, 3)
    for (const file of files) assert.equal(readPart10(readFileSync(file)).dataSet.text(Tags.PatientID), 'P-RIGHT')
    const sums = readFileSync(join(corrected, 'SHA256SUMS'), 'utf8').trim().split('\n')
    for (const line of sums) {
      const [digest, file] = line.split('  ')
      assert.equal(createHash('sha256').update(readFileSync(join(corrected, file ?? ''))).digest('hex'), digest)
    }
    const [cut, gone] = files
    truncateSync(cut ?? '', 300)
    rmSync(gone ?? '')
    assert.equal(await exportStudies(of, ['ACC-RIGHT'], { folder: corrected, form: 'corrected' }), 0)
    assert.equal(readFileSync(join(corrected, 'SHA256SUMS'), 'utf8').trim(), sums.join('\n'))
    for (const file of files) assert.equal(readPart10(readFileSync(file)).dataSet.text(Tags.PatientID), 'P-RIGHT')
    assert.equal(await exportStudies(of, [STUDY], { folder: stored, form: 'stored' }), 0)
    const { rows } = await sql<{ blob_id: string }>`select blob_id from instance`.execute(product.db)
    const digests = readFileSync(join(stored, 'SHA256SUMS'), 'utf8').split('\n').filter((line) => line !== '').map((line) => line.slice(0, 64))
    assert.deepEqual(digests.sort(), rows.map(({ blob_id }) => blob_id).sort())
    assert.equal(await exportStudies(of, ['1.2.3.4.5.6'], { folder: stored, form: 'stored' }), 2)
  })

  it('is as it came when the correction is taken back', async () => {
    const [made] = (await card()).corrections
    const { status } = await clerk.delete(`/api/archive/studies/${studyId}/corrections/${made?.id ?? ''}`)
    assert.equal(status, 204)
    const shown = await card()
    assert.deepEqual([shown.identity.patientId, shown.came, shown.corrections.map(({ undoneAt }) => undoneAt !== null)], ['P-WRONG', null, [true]])
    assert.equal((await examsOf(patient.client)).length, 1)
    const into = folder('back')
    await runProgram('getscu', ['-v', '+B', '-od', into, ...wholeStudy, ...us()], { TCP_NODELAY: '1' })
    for (const file of filesBelow(into)) {
      const { dataSet } = readPart10(readFileSync(file))
      assert.deepEqual([dataSet.text(Tags.PatientID), dataSet.has(Tags.OriginalAttributesSequence)], ['P-WRONG', false])
    }
  })
})
