import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AccountCaller } from '../../platform/server/auth/caller.ts'
import { DAY_MS, HOUR_MS } from '../../platform/server/clock.ts'
import { newAccessCode, read, written } from './access-code.ts'
import type { Fetching, NewlyMade } from './codes.ts'
import type { NewCode } from './contract.ts'
import { HOLD_HOURS } from './settings.ts'
import { TestGrants, type TestPatient } from './testing.ts'

const BORN = '19700101'

let test: TestGrants
let clerk: AccountCaller

beforeAll(async () => {
  test = await TestGrants.open()
  clerk = await test.account('clerk')
})

async function make(of: NewCode['of']): Promise<NewlyMade> {
  const made = await test.codes.make(clerk, { of, language: 'en' })
  if (made.kind !== 'made') throw new Error(made.kind)
  return made
}

async function codeFor(patient: TestPatient, scope: 'exam' | 'patient' = 'patient'): Promise<NewlyMade> {
  return make({ studyId: patient.exams[0] ?? '', scope })
}

function fetch(code: string, birthDate = BORN): Promise<Fetching> {
  return test.codes.fetch({ code, birthDate }, '192.0.2.1')
}

async function visitorOf(fetching: Fetching): Promise<AccountCaller> {
  if (fetching.kind !== 'open') throw new Error(fetching.kind)
  const caller = await test.accounts.recognize(fetching.token)
  if (caller.kind !== 'account') throw new Error(caller.kind)
  return caller
}

describe('an access code', () => {
  it('is four groups of five, without letters that look like others', () => {
    for (let n = 0; n < 200; n++) expect(written(newAccessCode())).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  it('is understood however it is typed', () => {
    expect(read(' abcde-fghjk mnpqr.stvwx')).toBe('ABCDEFGHJKMNPQRSTVWX')
    expect(read('Oil0-oIL1')).toBe('01100111')
  })

  it('with the birth date opens the exams it was made for, and no others', async () => {
    const patient = await test.patient()
    const [exam = ''] = patient.exams
    const made = await codeFor(patient, 'exam')
    const visitor = await visitorOf(await fetch(written(made.code).toLowerCase()))
    expect(visitor.role).toBe('visitor')
    expect(await test.sees(visitor)).toEqual([exam])
    expect(await test.grants.open(visitor, 'download', exam)).toBeDefined()
  })

  it('opens what came later too, where it is of all exams', async () => {
    const patient = await test.patient()
    const visitor = await visitorOf(await fetch((await codeFor(patient)).code))
    await test.exam(patient.id, 3)
    expect(await test.sees(visitor)).toHaveLength(3)
  })

  it('is kept nowhere, nor is the birth date', async () => {
    const { code } = await codeFor(await test.patient('19800229'))
    const { rows } = await sql`select * from access_code, access_code_try`.execute(test.db)
    const all = JSON.stringify([rows, (await sql`select * from access_code`.execute(test.db)).rows])
    expect([all.includes(code), all.includes('19800229')]).toEqual([false, false])
  })

  it('says that results are not available yet while no image is here, and opens when one is', async () => {
    const made = await make({ patientId: 'P900', name: 'Peeters^Jan', birthDate: '19990909' })
    expect(await fetch(made.code, '19990909')).toMatchObject({ kind: 'not-yet' })
    await test.exam('P900', 1, '19990909')
    expect((await fetch(made.code, '19990909')).kind).toBe('open')
  })

  it('says the same for as long as the site holds results back', async () => {
    await test.settings.change(clerk, HOLD_HOURS, 72)
    const { code } = await codeFor(await test.patient())
    await test.settings.change(clerk, HOLD_HOURS, null)
    expect((await fetch(code)).kind).toBe('not-yet')
    test.clock.time += 72 * HOUR_MS - 1
    expect((await fetch(code)).kind).toBe('not-yet')
    test.clock.time += 1
    expect((await fetch(code)).kind).toBe('open')
  })

  it('needs a birth date, typed where the images have none', async () => {
    const patient = await test.patient('')
    const of = { studyId: patient.exams[0] ?? '', scope: 'exam' } as const
    expect(await test.codes.make(clerk, { of, language: 'en' })).toEqual({ kind: 'no-birth-date' })
    const made = await make({ ...of, birthDate: '19611111' })
    expect((await fetch(made.code, '19611111')).kind).toBe('open')
  })

  it('tells who has both right that its time is over, and nobody else', async () => {
    const made = await codeFor(await test.patient())
    test.clock.time += 30 * DAY_MS - 1
    const visitor = await visitorOf(await fetch(made.code))
    test.clock.time += 1
    expect((await fetch(made.code)).kind).toBe('over')
    expect((await fetch(made.code, '19700102')).kind).toBe('wrong')
    expect(await test.sees(visitor)).toEqual([])
    await test.codes.tidy()
    expect((await test.codes.page({})).codes.find(({ code }) => code.id === made.listed.code.id)?.state).toBe('over')
  })

  it('that staff ends opens nothing any more, and ends the visits on it', async () => {
    const made = await codeFor(await test.patient())
    const fetched = await fetch(made.code)
    const visitor = await visitorOf(fetched)
    expect(await test.codes.end(clerk, made.listed.code.id)).toBe(true)
    expect((await fetch(made.code)).kind).toBe('over')
    expect(await test.sees(visitor)).toEqual([])
    expect(fetched.kind === 'open' && (await test.accounts.recognize(fetched.token)).kind).toBe('anonymous')
    expect(await test.codes.end(clerk, 'cod_none')).toBe(false)
  })

  it('makes nobody who is among the people of the site', async () => {
    await codeFor(await test.patient())
    expect((await test.accounts.people.all()).map(({ role }) => role)).not.toContain('visitor')
  })
})

describe('guessing', () => {
  it('is answered alike for a wrong date and a wrong code, from the first try to the lock', async () => {
    const { code } = await codeFor(await test.patient())
    const answers = async (typed: string) => {
      const kinds: string[] = []
      for (let n = 0; n < 7; n++) kinds.push((await fetch(typed, `1971010${n}`)).kind)
      return kinds
    }
    const expected = ['wrong', 'wrong', 'wrong', 'wrong', 'locked', 'locked', 'locked']
    expect(await answers(code)).toEqual(expected)
    expect(await answers(newAccessCode())).toEqual(expected)
  })

  it('locks at the fifth wrong date: the right one then opens nothing, until staff unlocks', async () => {
    const made = await codeFor(await test.patient())
    for (let n = 1; n <= 5; n++) await fetch(made.code, '19000101')
    expect((await fetch(made.code)).kind).toBe('locked')
    test.clock.time += DAY_MS
    expect((await fetch(made.code)).kind).toBe('locked')
    expect((await test.codes.page({})).codes.find(({ code }) => code.id === made.listed.code.id)?.state).toBe('locked')
    expect(await test.codes.unlock(clerk, made.listed.code.id)).toBe(true)
    expect((await fetch(made.code)).kind).toBe('open')
  })

  it('begins anew after a right one', async () => {
    const { code } = await codeFor(await test.patient())
    for (let round = 0; round < 3; round++) {
      for (let n = 1; n <= 4; n++) expect((await fetch(code, '19000101')).kind).toBe('wrong')
      expect((await fetch(code)).kind).toBe('open')
    }
  })

  it('is counted one by one, also of many tries at the same time', async () => {
    const { code } = await codeFor(await test.patient())
    const many = await Promise.all(Array.from({ length: 40 }, (_, n) => fetch(code, `19${30 + n}0101`)))
    expect(many.filter(({ kind }) => kind === 'wrong')).toHaveLength(4)
    expect(many.filter(({ kind }) => kind === 'open')).toEqual([])
    expect((await fetch(code)).kind).toBe('locked')
  })

  it('is written down', async () => {
    const made = await codeFor(await test.patient())
    await fetch(made.code, '19000101')
    await fetch(made.code)
    const { rows } = await sql<{ outcome: string; address: string }>`
      select outcome, address from audit where subject = ${made.listed.code.id} and action = 'grants.code-used' order by id`.execute(test.db)
    expect(rows).toEqual([{ outcome: 'refused', address: '192.0.2.1' }, { outcome: 'done', address: '192.0.2.1' }])
  })
})

describe('the list of codes', () => {
  it('comes newest first, by the page, and is found by name or Patient ID', async () => {
    const patient = await test.patient()
    for (let n = 0; n < 27; n++) await codeFor(patient)
    const first = await test.codes.page({ text: patient.id })
    expect(first.codes).toHaveLength(25)
    const rest = await test.codes.page({ text: patient.id, before: first.next ?? '' })
    expect([rest.codes.length, rest.next]).toEqual([2, null])
    expect((await test.codes.page({ text: 'janssens, an' })).codes.length).toBeGreaterThan(0)
    expect((await test.codes.page({ text: 'nobody%' })).codes).toEqual([])
  })
})
