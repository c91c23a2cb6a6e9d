import { open, sizeOf, crc32, crc32Of } from '@filmjacket/bytes'
import { encodeDataSet, SopClasses, Tags } from '@filmjacket/dicom-data'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileOf, headerOf, type Ingested, type StoredInstance } from './index.ts'
import { imageElements, imageFile, inChunks, testArchive, TEXT_SYNTAX, type TestArchive } from './testing.ts'

const ORIGIN = { kind: 'import' } as const
const DIMSE = { kind: 'dimse', callingAe: 'A', calledAe: 'B', peer: '10.0.0.1' } as const

let it_: TestArchive
beforeAll(async () => {
  it_ = await testArchive()
})

let study = 0
/** UIDs of a Study of its own for each test. */
function fresh(changes: Record<number, unknown> = {}): Record<number, unknown> {
  const uid = `1.2.${1_000 + study++}`
  return {
    [Tags.StudyInstanceUID]: uid, [Tags.SeriesInstanceUID]: `${uid}.1`, [Tags.SOPInstanceUID]: `${uid}.1.1`,
    [Tags.PatientID]: `P${study}`, ...changes,
  }
}

function takeFile(bytes: Uint8Array): Promise<Ingested> {
  return it_.archive.ingest.file(ORIGIN, inChunks(bytes))
}

async function storedOf(outcome: Ingested): Promise<readonly StoredInstance[]> {
  if (outcome.kind !== 'stored') throw new Error(`expected stored, got ${outcome.kind}`)
  return it_.archive.instancesOf(outcome.studyId)
}

async function bytesOf(instance: StoredInstance): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of open(fileOf(instance), it_.blobs)) parts.push(part)
  return Buffer.concat(parts)
}

async function countAll(): Promise<readonly number[]> {
  const tables = ['blob', 'patient', 'study', 'series', 'instance'] as const
  return Promise.all(tables.map(async (table) =>
    (await it_.db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n))
}

describe('ingest of a file', () => {
  it('keeps it to the byte, and knows its size and CRC without reading it', async () => {
    const file = imageFile(fresh())
    const [instance] = await storedOf(await takeFile(file))
    expect(await bytesOf(instance!)).toEqual(Buffer.from(file))
    expect([sizeOf(fileOf(instance!)), crc32Of(fileOf(instance!))]).toEqual([file.length, crc32(file)])
  })

  it('describes Study, Series and Patient by the first that came', async () => {
    const changes = fresh({ [Tags.PatientID]: 'P-described', [Tags.StudyDescription]: 'Thorax' })
    const outcome = await takeFile(imageFile(changes))
    const [overview] = await it_.archive.studiesOfPatient({ patientId: 'P-described', issuer: '' })
    expect(overview).toMatchObject({
      id: outcome.kind === 'stored' ? outcome.studyId : '', description: 'Thorax', accessionNumber: 'A1', date: '20260102',
      instances: 1, series: 1, modalities: ['CT'],
    })
  })

  it('adds a File Meta Information to what came without', async () => {
    const bare = encodeDataSet(imageElements(fresh()), TEXT_SYNTAX)
    const [instance] = await storedOf(await takeFile(bare))
    const file = await bytesOf(instance!)
    expect(file.subarray(128, 132).toString()).toBe('DICM')
    expect(file.subarray(-bare.length)).toEqual(Buffer.from(bare))
    expect(crc32Of(fileOf(instance!))).toBe(crc32(file))
  })

  it('reads an object without pixels whole as its header', async () => {
    const changes = fresh({ [Tags.SOPClassUID]: SopClasses.basicTextSr, [Tags.PixelData]: null })
    const [instance] = await storedOf(await takeFile(imageFile({ ...changes, [Tags.Modality]: 'SR' })))
    expect(headerOf(instance!).text(Tags.Modality)).toBe('SR')
  })

  it('tells the same again as a duplicate, and other content of the same UID as a conflict', async () => {
    const changes = fresh()
    await takeFile(imageFile(changes))
    const before = await countAll()
    expect(await takeFile(imageFile(changes))).toEqual({ kind: 'duplicate' })
    expect(await takeFile(imageFile({ ...changes, [Tags.StudyDescription]: 'another' }))).toEqual({ kind: 'conflict' })
    expect(await countAll()).toEqual(before)
  })

  it('stores each of many that come at the same time once', async () => {
    const changes = fresh()
    const uid = String(changes[Tags.StudyInstanceUID])
    const files = Array.from({ length: 20 }, (_, at) =>
      imageFile({ ...changes, [Tags.SOPInstanceUID]: `${uid}.1.${Math.floor(at / 2) + 1}`, [Tags.InstanceNumber]: Math.floor(at / 2) + 1 }))
    const outcomes = await Promise.all(files.map(takeFile))
    expect(outcomes.filter(({ kind }) => kind === 'stored')).toHaveLength(10)
    expect(outcomes.filter(({ kind }) => kind === 'duplicate')).toHaveLength(10)
    const stored = outcomes.find(({ kind }) => kind === 'stored')
    const overview = await it_.archive.study(stored?.kind === 'stored' ? stored.studyId : '')
    const sizeBytes = files.reduce((sum, { length }) => sum + length, 0) / 2
    expect(overview).toMatchObject({ instances: 10, series: 1, sizeBytes })
  })
})

describe('ingest refuses, and leaves nothing of', () => {
  const refused: Record<string, [Uint8Array, Ingested['kind']]> = {
    'what is no DICOM': [Buffer.from('GIF89a nothing of the kind, not at all'), 'unreadable'],
    'nothing at all': [new Uint8Array(0), 'unreadable'],
    'a photograph that is no DICOM': [Buffer.alloc(100_000, 0xff), 'unreadable'],
  }
  for (const [what, [bytes, kind]] of Object.entries(refused)) {
    it(what, async () => {
      const before = await countAll()
      expect((await takeFile(bytes)).kind).toBe(kind)
      expect(await countAll()).toEqual(before)
    })
  }

  it('an image that puts a known Study into another Patient, or a known Series into another Study', async () => {
    const first = fresh()
    await takeFile(imageFile(first))
    const before = await countAll()
    const other = String(first[Tags.StudyInstanceUID])
    const strangers = [
      { ...first, [Tags.PatientID]: 'somebody else', [Tags.SOPInstanceUID]: `${other}.1.2` },
      { ...first, [Tags.PatientID]: 'somebody else', [Tags.SeriesInstanceUID]: `${other}.2`, [Tags.SOPInstanceUID]: `${other}.2.1` },
      { ...first, [Tags.StudyInstanceUID]: `${other}.9`, [Tags.SOPInstanceUID]: `${other}.1.3` },
    ]
    for (const changes of strangers) expect((await takeFile(imageFile(changes))).kind).toBe('mismatch')
    expect(await countAll()).toEqual(before)
  })

  it('a data set that is not what its command announced', async () => {
    const changes = fresh()
    const bytes = encodeDataSet(imageElements(changes), TEXT_SYNTAX)
    const right = {
      sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: String(changes[Tags.SOPInstanceUID]), transferSyntaxUid: TEXT_SYNTAX.uid,
    }
    const before = await countAll()
    for (const wrong of [{ sopInstanceUid: '1.2.3.4.5' }, { sopClassUid: SopClasses.mrImageStorage }]) {
      const outcome = await it_.archive.ingest.dataSet(DIMSE, { ...right, ...wrong }, inChunks(bytes))
      expect(outcome.kind).toBe('mismatch')
    }
    expect(await countAll()).toEqual(before)
    expect((await it_.archive.ingest.dataSet(DIMSE, right, inChunks(bytes))).kind).toBe('stored')
  })

  it('an image whose sender vanished', async () => {
    const before = await countAll()
    const file = imageFile(fresh())
    async function* broken() {
      yield await Promise.resolve(file.subarray(0, 400))
      throw new Error('the line is dead')
    }
    await expect(it_.archive.ingest.file(ORIGIN, broken())).rejects.toThrow('the line is dead')
    expect(await countAll()).toEqual(before)
  })
})

describe('an image without Patient ID', () => {
  it('belongs to its Study alone: two of them are never one Patient', async () => {
    const [one, other] = [fresh({ [Tags.PatientID]: '' }), fresh({ [Tags.PatientID]: '' })]
    const before = (await countAll())[1]!
    await takeFile(imageFile(one))
    await takeFile(imageFile(other))
    expect((await countAll())[1]).toBe(before + 2)
    expect(await it_.archive.studiesOfPatient({ patientId: '', issuer: '' })).toEqual([])
  })

  it('takes more images of the same Study', async () => {
    const changes = fresh({ [Tags.PatientID]: '' })
    await takeFile(imageFile(changes))
    const next = { ...changes, [Tags.SOPInstanceUID]: `${String(changes[Tags.StudyInstanceUID])}.1.2` }
    expect((await takeFile(imageFile(next))).kind).toBe('stored')
  })
})
