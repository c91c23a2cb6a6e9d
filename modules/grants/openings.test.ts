import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import { DAY_MS } from '../../platform/server/clock.ts'
import type { NewOpening } from './contract.ts'
import { TestGrants } from './testing.ts'

let test: TestGrants
let clerk: AccountCaller

beforeAll(async () => {
  test = await TestGrants.open()
  clerk = await test.account('clerk')
})

function wish(to: AccountCaller, scope: NewOpening['scope'], days: number | null = null): NewOpening {
  return { accountId: to.accountId, scope, reason: 'Second opinion', days }
}

async function opened(studyId: string, opening: NewOpening): Promise<string> {
  const made = await test.openings.open(clerk, studyId, opening)
  if (made.kind !== 'opened') throw new Error(made.kind)
  return made.grantId
}

describe('what staff opens to a doctor', () => {
  it('is that exam and no other of the patient', async () => {
    const [patient, doctor] = [await test.patient(), await test.account('doctor')]
    const [exam = '', other = ''] = patient.exams
    await opened(exam, wish(doctor, 'exam'))
    expect(await test.sees(doctor)).toEqual([exam])
    expect(await test.grants.open(doctor, 'download', other)).toBeUndefined()
    expect(await test.grants.holdersOf(other)).toEqual([])
    expect(await test.grants.patients(doctor, 'view')).toEqual([])
  })

  it('is every exam of the patient, those to come included, where all are opened', async () => {
    const [patient, doctor] = [await test.patient(), await test.account('doctor')]
    await opened(patient.exams[0] ?? '', wish(doctor, 'patient'))
    await test.exam(patient.id, 3)
    expect(await test.sees(doctor)).toHaveLength(3)
    expect(await test.grants.patients(doctor, 'view')).toEqual([{ patientId: patient.id, issuer: '' }])
  })

  it('is listed once where it is opened twice', async () => {
    const [patient, doctor] = [await test.patient(), await test.account('doctor')]
    await opened(patient.exams[0] ?? '', wish(doctor, 'patient'))
    await opened(patient.exams[0] ?? '', wish(doctor, 'exam'))
    expect(await test.sees(doctor)).toHaveLength(2)
  })

  it('ends at its time, not before', async () => {
    const [patient, doctor] = [await test.patient(), await test.account('doctor')]
    const until = test.clock.time + DAY_MS
    const grantId = await opened(patient.exams[0] ?? '', wish(doctor, 'exam', 1))
    test.clock.time = until - 1
    expect(await test.sees(doctor)).toHaveLength(1)
    test.clock.time = until
    expect(await test.sees(doctor)).toEqual([])
    expect(await test.grants.wasEnded(grantId)).toBe(false)
  })

  it('ends at once when staff ends it, with whatever hangs on it', async () => {
    const [patient, doctor, other] = [await test.patient(), await test.account('doctor'), await test.account('doctor')]
    const grantId = await opened(patient.exams[0] ?? '', wish(doctor, 'exam'))
    await sql`insert into access_grant (id, parent_id, account_id, patient_id, issuer, actions, created_at)
      values ('grt_below', ${grantId}, ${other.accountId}, ${patient.id}, '', array['view'], now())`.execute(test.db)
    expect(await test.openings.end(clerk, grantId)).toBe(true)
    expect([await test.sees(doctor), await test.sees(other)]).toEqual([[], []])
    expect([await test.grants.wasEnded(grantId), await test.grants.wasEnded('grt_below')]).toEqual([true, true])
    expect(await test.openings.end(clerk, grantId)).toBe(false)
  })

  it('is refused for who is no doctor, and for an exam that is not there', async () => {
    const [patient, doctor, someone] = [await test.patient(), await test.account('doctor'), await test.account('clerk')]
    const [exam = ''] = patient.exams
    const kinds = await Promise.all([
      test.openings.open(clerk, exam, wish(someone, 'exam')),
      test.openings.open(clerk, 'stu_none', wish(doctor, 'exam')),
    ])
    expect(kinds.map(({ kind }) => kind)).toEqual(['no-doctor', 'no-exam'])
  })

  it('is in the audit, as is its end', async () => {
    const [patient, doctor] = [await test.patient(), await test.account('doctor')]
    const grantId = await opened(patient.exams[0] ?? '', wish(doctor, 'exam'))
    await test.openings.end(clerk, grantId)
    const { rows } = await sql<{ action: string; actor: string }>`
      select action, actor from audit where subject = ${grantId} order by id`.execute(test.db)
    expect(rows).toEqual([
      { action: 'grants.opened', actor: clerk.accountId }, { action: 'grants.ended', actor: clerk.accountId }])
  })
})

describe('who may see a patient', () => {
  it('is the patient and every doctor to whom something is open, with who opened it and why', async () => {
    const patient = await test.patient()
    const owner = await test.account('patient', patient.id)
    const doctor = await test.account('doctor')
    test.clock.time += 1
    await opened(patient.exams[0] ?? '', wish(doctor, 'exam'))
    const exam = await test.openings.exam(patient.exams[0] ?? '')
    const holders = exam === undefined ? [] : await test.openings.holders(exam.patient)
    expect(holders.map(({ person, grant, grantedBy }) => [person.id, grant.kind, grant.reason, grantedBy])).toEqual([
      [owner.accountId, 'own', '', null], [doctor.accountId, 'opened', 'Second opinion', 'clerk1']])
  })

  it('what patients hold on their own images is not ended by staff', async () => {
    const patient = await test.patient()
    const owner = await test.account('patient', patient.id)
    const { rows } = await sql<{ id: string }>`select id from access_grant where account_id = ${owner.accountId}`.execute(test.db)
    expect(await test.openings.end(clerk, rows[0]?.id ?? '')).toBe(false)
    expect(await test.sees(owner)).toHaveLength(2)
  })
})
