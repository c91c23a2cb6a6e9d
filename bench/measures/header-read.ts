import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newUid, readPart10, scanPart10, Tags, vrOf, type DataSet } from '@filmjacket/dicom-data'
import { samplesIn } from '../../tests/setup/samples.ts'
import { ctFile } from '../instances.ts'
import type { Measure, Measured, Row } from '../measure.ts'
import { headerReaders, LOCATOR, perSecond, type HeaderReader, type HeaderTask } from '../peers/header-readers.ts'

/** What an archive's index asks of an image. */
const ATTRIBUTES = [
  'SOPClassUID', 'SOPInstanceUID', 'StudyDate', 'StudyTime', 'AccessionNumber', 'Modality', 'ReferringPhysicianName',
  'StudyDescription', 'SeriesDescription', 'PatientName', 'PatientID', 'PatientBirthDate', 'PatientSex', 'StudyInstanceUID',
  'SeriesInstanceUID', 'StudyID', 'SeriesNumber', 'InstanceNumber', 'Rows', 'Columns',
] as const
const WANTED = ATTRIBUTES.map((keyword) => {
  const vr = vrOf(Tags[keyword])
  return { tag: Tags[keyword], isNumber: vr === 'US' || vr === 'IS' }
})
const SIDE = 64
const SAMPLE = 'CT_small.dcm'

const READ = '20 values'
/** Our own ways to read a header. The first is held against all peers, the others against the one that does no more. */
const OURS: Readonly<Record<string, (file: Uint8Array) => unknown>> = {
  [READ]: (file) => valuesOf(readPart10(file).dataSet),
  'as it is received': (file) => {
    const scanner = scanPart10()
    scanner.push(file)
    return valuesOf(scanner.end().dataSet)
  },
  'no value': (file) => readPart10(file),
}

export const measure: Measure = {
  about: `The header of a small CT image, from bytes to ${WANTED.length} values, all that an index asks for; per second of processor time.`,
  async run({ rounds, folder, say }): Promise<Measured> {
    const readers = await headerReaders()
    const rows: Row[] = []
    for (const [name, path] of await filesIn(folder)) {
      say(name)
      rows.push(...await rowsOf(name, taskOf(path), readers, rounds))
    }
    const received = 'as it is received: pushed through the scanner, which keeps the header and takes the CRC-32 of all bytes; 20 values too'
    return { rows, notes: [received, ...readers.map(({ note }) => note)] }
  },
}

/** One as all our measures make it, and a real one where the samples are at hand. */
async function filesIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  const made = join(folder, 'made.dcm')
  await writeFile(made, ctFile({
    studyUid: newUid(), seriesUid: newUid(), seriesNumber: 1, number: 1, side: SIDE, pixels: new Uint8Array(SIDE * SIDE * 2),
  }))
  const real = samplesIn('dicom-core')?.find((path) => path.endsWith(`/${SAMPLE}`))
  return [['made CT', made], ...(real === undefined ? [] : [[SAMPLE, real] as const])]
}

function taskOf(path: string): HeaderTask {
  const tags = WANTED.map(({ tag }) => tag.toString(16).padStart(8, '0').toUpperCase())
  return { path, file: readFileSync(path), keywords: ATTRIBUTES, tags }
}

/** Each in its turn, round by round. */
async function rowsOf(
  name: string, task: HeaderTask, readers: readonly HeaderReader[], rounds: number,
): Promise<readonly Row[]> {
  const [ours, theirs] = [new Map<string, number[]>(), new Map<string, number[]>()]
  for (let round = 0; round < rounds; round++) {
    for (const [way, read] of Object.entries(OURS)) note(ours, way, perSecond(() => read(task.file)))
    for (const reader of readers) note(theirs, reader.name, await reader.rate(task))
  }
  const row = { unit: '1/s', better: 'more' } as const
  return [...ours].flatMap(([way, own]) => [...theirs]
    .filter(([peer]) => way === READ || peer === LOCATOR)
    .map(([peer, rates]) => ({ ...row, name: `${name}, ${way}`, ours: own, peer, theirs: rates })))
}

function note(rates: Map<string, number[]>, name: string, rate: number): void {
  rates.set(name, [...(rates.get(name) ?? []), rate])
}

function valuesOf(dataSet: DataSet): readonly unknown[] {
  return WANTED.map(({ tag, isNumber }) => (isNumber ? dataSet.number(tag) : dataSet.text(tag)))
}
