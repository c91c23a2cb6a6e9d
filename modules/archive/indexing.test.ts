import { Tags } from '@filmjacket/dicom-data'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Ingested } from './index.ts'
import { imageFile, inChunks, testArchive, type TestArchive } from './testing.ts'

const ORIGIN = { kind: 'import' } as const

let it_: TestArchive
beforeAll(async () => {
  it_ = await testArchive()
})

function take(number: number, changes: Record<number, unknown> = {}): Promise<Ingested> {
  const file = imageFile({ [Tags.SOPInstanceUID]: `1.2.3.1.1.${number}`, [Tags.InstanceNumber]: number, ...changes })
  return it_.archive.ingest.file(ORIGIN, inChunks(file))
}

async function storedNumbers(): Promise<readonly (number | null)[]> {
  await it_.archive.ingest.indexed()
  const rows = await it_.db.selectFrom('instance').select('number').orderBy('number').execute()
  return rows.map(({ number }) => number)
}

describe('a Series that is being received', () => {
  it('has its rows when all that was answered for is indexed', async () => {
    for (let number = 1; number <= 70; number++) expect((await take(number)).kind).toBe('stored')
    expect(await storedNumbers()).toEqual(Array.from({ length: 70 }, (_, at) => at + 1))
    const [study] = await it_.archive.studiesOfPatient({ patientId: 'P1', issuer: '' })
    expect(study?.instances).toBe(70)
  })

  it('still tells what repeats, what contradicts and whose it is not', async () => {
    expect(await take(200)).toMatchObject({ kind: 'stored' })
    expect(await take(200)).toEqual({ kind: 'duplicate' })
    expect(await take(200, { [Tags.StudyDescription]: 'another' })).toEqual({ kind: 'conflict' })
    expect(await take(201, { [Tags.PatientID]: 'P2' })).toMatchObject({ kind: 'mismatch' })
    expect(await take(202, { [Tags.StudyInstanceUID]: '1.2.99' })).toMatchObject({ kind: 'mismatch' })
  })

  it('answers one of two that arrive at once under one UID with other content as a conflict', async () => {
    const kinds = (await Promise.all([take(300), take(300, { [Tags.StudyDescription]: 'another' })])).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['conflict', 'stored'])
  })
})
