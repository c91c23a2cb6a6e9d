import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { isUid, readPart10, scanPart10, Tags, type DataSet } from '@filmjacket/dicom-data'
import { readFrame, renderPreview } from '@filmjacket/dicom-pixel'
import { demoStudies, type DemoInstance, type DemoStudy } from './hospital.ts'

interface Read {
  readonly study: DemoStudy
  readonly instances: readonly DemoInstance[]
}

const installed = spawnSync('dciodvfy', ['-version']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'demo-'))
let all: readonly Read[] = []

/** Seventy-five megabytes of pixels are drawn once; more than one test looks at them. */
beforeAll(async () => {
  const read: Read[] = []
  for (const study of demoStudies()) read.push({ study, instances: await collect(study) })
  all = read
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

async function collect(study: DemoStudy): Promise<DemoInstance[]> {
  const instances: DemoInstance[] = []
  for await (const instance of study.instances) instances.push(instance)
  return instances
}

function dataSets(): readonly DataSet[] {
  return all.flatMap(({ instances }) => instances.map(({ bytes }) => readPart10(bytes).dataSet))
}

describe('the demo hospital', () => {
  it('has five exams of Anna and two of Ben, over years', () => {
    const of = (id: string) => all.filter(({ study }) => study.patient.id === id)
    assert.equal(of('DEMO-0001').length, 5)
    assert.equal(of('DEMO-0002').length, 2)
    const annas = dataSets().filter((dataSet) => dataSet.text(Tags.PatientID) === 'DEMO-0001')
    const years = new Set(annas.map((dataSet) => dataSet.text(Tags.StudyDate)?.slice(0, 4)))
    assert.deepEqual([...years], ['2019', '2021', '2023', '2024', '2025'])
  })
  it('stays below 80 MB', () => {
    const size = all.flatMap(({ instances }) => instances).reduce((sum, { bytes }) => sum + bytes.length, 0)
    assert.ok(size < 80_000_000, `${size} bytes`)
  })
  it('keeps every script of its names', () => {
    const names = new Set(dataSets().map((dataSet) => dataSet.text(Tags.PatientName)))
    const some = ['Demo^Anna', 'Соколова^Екатерина^Андреевна', 'Alansari^Fatima==الأنصاري^فاطمة']
    for (const name of some) assert.ok(names.has(name), name)
  })
  it('gives every object a UID of its own, and every file a name', () => {
    const uids = dataSets().map((dataSet) => dataSet.text(Tags.SOPInstanceUID) ?? '')
    assert.ok(uids.every((uid) => isUid(uid) && uid.startsWith('2.25.')))
    assert.equal(new Set(uids).size, uids.length)
    const files = all.flatMap(({ instances }) => instances.map(({ fileName }) => fileName))
    assert.equal(new Set(files).size, files.length)
  })
  it('keeps each study in one study, under its accession number', () => {
    for (const { study, instances } of all) {
      for (const { bytes } of instances) {
        const { dataSet } = readPart10(bytes)
        assert.equal(dataSet.text(Tags.StudyInstanceUID), study.studyInstanceUid)
        assert.equal(dataSet.text(Tags.AccessionNumber), study.accessionNumber)
      }
    }
  })
  it('draws the same bytes again from the same seed, and others from another', async () => {
    const digest = async (seed: string) => {
      const hand = demoStudies(seed).find(({ accessionNumber }) => accessionNumber === 'A22070921')
      const hash = createHash('sha256')
      for (const { bytes } of hand === undefined ? [] : await collect(hand)) hash.update(bytes)
      return hash.digest('hex')
    }
    assert.equal(await digest('filmjacket'), await digest('filmjacket'))
    assert.notEqual(await digest('filmjacket'), await digest('another'))
  })
  it('has a preview of every image', async () => {
    for (const { instances } of all) {
      const bytes = instances[0]?.bytes ?? new Uint8Array()
      const scanner = scanPart10()
      scanner.push(bytes)
      const scan = scanner.end()
      const frame = await readFrame(scan, 0, (start, end) => Promise.resolve(bytes.subarray(start, end)))
      const outcome = await renderPreview(scan.dataSet, scan.transferSyntax, frame ?? new Uint8Array(), { maxSide: 128 })
      assert.equal(outcome.kind, 'preview', JSON.stringify(outcome))
    }
  })
  it.skipIf(!installed)('passes dciodvfy without errors (needs dicom3tools)', () => {
    // Slices of a series differ by number and position only.
    const some = all.flatMap(({ instances }) => instances.filter((_, n) => n % 13 === 0 || n === instances.length - 1))
    const paths = some.map(({ fileName, bytes }) => {
      const path = join(folder, fileName)
      writeFileSync(path, bytes)
      return path
    })
    for (const path of paths) {
      const { stderr } = spawnSync('dciodvfy', [path], { encoding: 'utf8' })
      assert.deepEqual(stderr.split('\n').filter((line) => line.startsWith('Error')), [], path)
    }
  }, 60_000)
})
