import { Tags } from '@filmjacket/dicom-data'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../../platform/server/log.ts'
import { storeScp } from '../dimse.ts'
import { madeStudy, testQuarantine, type TestQuarantine } from './testing.ts'

let it_: TestQuarantine

async function agree(one: string, other: string, bornAlike: boolean): Promise<boolean> {
  const { rows } = await sql<{ agree: boolean }>`select archive_names_agree(${one}, ${other}, ${bornAlike}) as agree`.execute(it_.db)
  return rows[0]?.agree === true
}

describe('two names may be one person', () => {
  beforeAll(async () => {
    it_ = await testQuarantine()
  })

  const spellings: readonly [string, string][] = [
    ['Müller^Jörg', 'MUELLER^JOERG'], ['De Smet^Anna', 'Desmet^Anna'], ['Janssens^Jan', 'JANSENS^JAN'], ['Peeters^Maria^Louise', 'Peeters^Maria'],
    ['Jan^Janssens', 'Janssens^Jan'], ['Wang^XiaoDong=王^小東', 'Wang^XiaoDong'], ['', 'Anybody^At All'], ['^^^^', 'Anybody^At All'],
  ]
  for (const [one, other] of spellings) it(`${one} and ${other}`, async () => expect(await agree(one, other, false)).toBe(true))

  it('with another family name only where the birth date is known and the same', async () => {
    expect(await agree('Janssens^Maria', 'Peeters^Maria', true)).toBe(true)
    expect(await agree('Janssens^Maria', 'Peeters^Maria', false)).toBe(false)
  })

  const others: readonly [string, string][] = [['Peeters^Jan', 'Claes^Sofie'], ['Wouters^Luc', 'Dubois^Emma']]
  for (const [one, other] of others) it(`never ${one} and ${other}`, async () => expect(await agree(one, other, true)).toBe(false))
})

describe('a new Study of a known Patient', () => {
  beforeEach(async () => {
    it_ = await testQuarantine()
  })

  const contradictions: Record<string, Record<number, unknown>> = {
    'patient-birth-date': { [Tags.PatientBirthDate]: '19800101' },
    'patient-sex': { [Tags.PatientSex]: 'M' },
    'patient-name': { [Tags.PatientName]: 'Claes^Sofie' },
  }
  const known = { [Tags.PatientID]: 'P1', [Tags.PatientSex]: 'F', [Tags.PatientName]: 'Peeters^Maria', [Tags.PatientBirthDate]: '19700101' }

  for (const [why, changes] of Object.entries(contradictions)) {
    it(`is held for ${why}, and stored when a person says so; what follows then comes in by itself`, async () => {
      await it_.set({ guard: 'hold' })
      await it_.take(madeStudy(known).image(1))
      const doubtful = madeStudy({ ...known, ...changes })
      for (const number of [1, 2]) expect(await it_.take(doubtful.image(number))).toEqual({ kind: 'held', why })
      const [held] = await it_.waiting()
      expect(held).toMatchObject({ instances: 2, here: { patientName: 'Peeters^Maria' }, actions: ['accept', 'repair', 'discard'] })
      expect(await it_.archive.studyByUid(doubtful.studyUid)).toBeUndefined()
      await it_.decide(held!.first.case_id, { action: 'accept' })
      expect(await it_.archive.studyByUid(doubtful.studyUid)).toMatchObject({ instances: 2 })
      expect((await it_.take(doubtful.image(3))).kind).toBe('stored')
      expect(await it_.waiting()).toEqual([])
    })
  }

  it('is stored without a word where nothing contradicts: no birth date, another spelling, sex unknown', async () => {
    await it_.set({ guard: 'hold' })
    await it_.take(madeStudy(known).image(1))
    for (const changes of [{ [Tags.PatientBirthDate]: '' }, { [Tags.PatientName]: 'PEETERS^MARIA' }, { [Tags.PatientSex]: 'O' }])
      expect((await it_.take(madeStudy({ ...known, ...changes }).image(1))).kind).toBe('stored')
  })

  it('is stored without a word where it comes as the Patient came before a correction', async () => {
    await it_.set({ guard: 'hold' })
    const outcome = await it_.take(madeStudy(known).image(1))
    const studyId = outcome.kind === 'stored' ? outcome.studyId : ''
    await sql`insert into received_identity values (${studyId}, 'P1', '', 'Peeters^Maria', '19700101', 'F', '')`.execute(it_.db)
    await it_.db.updateTable('patient').set({ birth_date: '19700110' }).execute()
    expect((await it_.take(madeStudy(known).image(1))).kind).toBe('stored')
    expect((await it_.take(madeStudy({ ...known, [Tags.PatientBirthDate]: '19800101' }).image(1))).kind).toBe('held')
  })

  it('is stored and noted where the site wants to be warned; a person takes it out again, and it is held', async () => {
    await it_.take(madeStudy(known).image(1))
    const doubtful = madeStudy({ ...known, [Tags.PatientBirthDate]: '19800101' })
    for (const number of [1, 2, 3]) expect((await it_.take(doubtful.image(number))).kind).toBe('stored')
    const [noted] = await it_.waiting()
    expect(noted).toMatchObject({ instances: 1, first: { state: 'noted' }, actions: ['accept', 'isolate'] })
    expect(await it_.decide(noted!.first.case_id, { action: 'isolate' })).toEqual({ kind: 'taken' })
    expect(await it_.archive.studyByUid(doubtful.studyUid)).toBeUndefined()
    const [held] = await it_.waiting()
    expect(held).toMatchObject({ instances: 3, first: { state: 'open' } })
    await it_.decide(held!.first.case_id, { action: 'accept' })
    expect(await it_.archive.studyByUid(doubtful.studyUid)).toMatchObject({ instances: 3 })
  })

  it('is stored without a word where the guard is off', async () => {
    await it_.set({ guard: 'off' })
    await it_.take(madeStudy(known).image(1))
    expect((await it_.take(madeStudy({ ...known, [Tags.PatientBirthDate]: '19800101' }).image(1))).kind).toBe('stored')
    expect(await it_.waiting()).toEqual([])
  })

  it('is held where its accession number is another Patient\'s of the same issuer, and not of another', async () => {
    await it_.set({ guard: 'hold' })
    await it_.take(madeStudy({ [Tags.AccessionNumber]: 'ACC-1' }).image(1))
    expect(await it_.take(madeStudy({ [Tags.AccessionNumber]: 'ACC-1' }).image(1))).toEqual({ kind: 'held', why: 'accession-of-other-patient' })
    expect((await it_.take(madeStudy({ [Tags.AccessionNumber]: 'ACC-1', [Tags.IssuerOfPatientID]: 'ELSEWHERE' }).image(1))).kind).toBe('stored')
  })

  it('is repaired with the identity that is here, and never merged by itself', async () => {
    await it_.set({ guard: 'hold' })
    const right = madeStudy(known)
    await it_.take(right.image(1))
    expect(await it_.take(right.image(2, { [Tags.PatientID]: 'P1X' }))).toEqual({ kind: 'held', why: 'study-of-other-patient' })
    const [held] = await it_.waiting()
    const { patientId, issuer, patientName, birthDate, accessionNumber } = held!.here!
    const repair = { patientId, issuer, patientName, birthDate, sex: 'F', accessionNumber, newUids: 'wrong' } as const
    await it_.decide(held!.first.case_id, { action: 'repair', repair })
    expect(await it_.archive.studyByUid(right.studyUid)).toMatchObject({ instances: 2 })
  })

  it('cannot be decided twice', async () => {
    await it_.set({ guard: 'hold' })
    await it_.take(madeStudy(known).image(1))
    await it_.take(madeStudy({ ...known, [Tags.PatientBirthDate]: '19800101' }).image(1))
    const [held] = await it_.waiting()
    const both = await Promise.all(['accept', 'discard'].map((action) => it_.decide(held!.first.case_id, { action: action as 'accept' })))
    expect(both.map(({ kind }) => kind).filter((kind) => kind === 'taken')).toHaveLength(1)
  })
})

describe('a device that sends what is held', () => {
  it('is told a warning: it is kept, and not in the archive', async () => {
    it_ = await testQuarantine()
    await it_.set({ guard: 'hold' })
    await it_.take(madeStudy({ [Tags.PatientID]: 'P1' }).image(1))
    const { image, studyUid } = madeStudy({ [Tags.PatientID]: 'P1', [Tags.PatientBirthDate]: '19800101' })
    const dataSet = image(1)
    const start = Buffer.from(dataSet).indexOf(Buffer.from([0x08, 0x00, 0x16, 0x00]), 144)
    const answer = await storeScp(it_.archive.ingest, createLog('silent'))(
      { callingAe: 'CT', calledAe: 'US', address: '10.0.0.9' } as never,
      {
        sopClassUid: '1.2.840.10008.5.1.4.1.1.2', sopInstanceUid: `${studyUid}.1.1`, transferSyntaxUid: '1.2.840.10008.1.2.1',
        dataSet: (async function* () { yield await Promise.resolve(dataSet.subarray(start)) })(),
      } as never,
    )
    expect(answer).toMatchObject({ status: 0xb000 })
    expect((await it_.waiting())[0]?.first).toMatchObject({ origin: { callingAe: 'CT' } })
  })
})
