import { describe, expect, it } from 'vitest'
import type { RemoteStudy, TransferView } from '../../contract.ts'
import { clockTime } from './clock-time.ts'
import { hereAfter, holdingOf } from './counts.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { flawsOfSearch, NO_SEARCH, searchOf, type SearchValues } from './search-values.ts'

const empty: SearchValues = { ...NO_SEARCH, deviceId: 'dev_1' }

describe('a search', () => {
  const wrong: Readonly<Record<string, readonly [Partial<SearchValues>, object]>> = {
    'no device': [{ deviceId: '', patientName: 'Jan' }, { deviceId: 'deviceMissing' }],
    'nothing to look for': [{ patientName: '  ' }, { patientName: 'tooWide' }],
    'dates that are not given': [{ date: 'between' }, { from: 'datesMissing' }],
    'dates that are crossed': [{ date: 'between', from: '2026-02-01', to: '2026-01-31' }, { to: 'datesCrossed' }],
  }
  for (const [what, [values, flaws]] of Object.entries(wrong)) {
    it(`is not taken with ${what}`, () => expect(flawsOfSearch({ ...empty, ...values })).toEqual(flaws))
  }
  const right: readonly Partial<SearchValues>[] = [
    { patientName: '*' }, { modalities: ['CT'] }, { date: 'today' }, { date: 'between', to: '2026-01-31' },
  ]
  for (const values of right) {
    it(`is taken with ${JSON.stringify(values)}`, () => expect(flawsOfSearch({ ...empty, ...values })).toEqual({}))
  }

  it('leaves out what is empty', () => {
    expect(searchOf({ ...empty, patientName: ' Jan ', modalities: ['CT', 'MR'] }, '2026-03-01'))
      .toEqual({ deviceId: 'dev_1', patientName: 'Jan', modalities: ['CT', 'MR'] })
  })
  const days = {
    today: ['2026-03-01', '2026-03-01'], yesterday: ['2026-02-28', '2026-02-28'],
    week: ['2026-02-23', '2026-03-01'], month: ['2026-01-31', '2026-03-01'],
  } as const
  for (const [date, [dateFrom, dateTo]] of Object.entries(days)) {
    it(`knows the days of "${date}" over the end of a month`, () => {
      expect(searchOf({ ...empty, date: date as keyof typeof days }, '2026-03-01')).toEqual({ deviceId: 'dev_1', dateFrom, dateTo })
    })
  }
  it('may have one end only', () => {
    expect(searchOf({ ...empty, date: 'between', from: '2026-01-31' }, '2026-03-01')).toEqual({ deviceId: 'dev_1', dateFrom: '2026-01-31' })
  })
})

describe('counts there and here', () => {
  const cases = [[5, 0, 'none'], [5, 3, 'part'], [5, 5, 'all'], [5, 6, 'all'], [null, 0, 'none'], [null, 3, 'unknown']] as const
  for (const [instances, here, expected] of cases) {
    it(`${instances ?? '?'} there and ${here} here are ${expected}`, () => expect(holdingOf({ instances, here })).toBe(expected))
  }
  it('grow with what is retrieved, never with what is sent', () => {
    const study = { studyUid: '1.2', instances: null, here: 1 } as RemoteStudy
    const transfer = { studyUid: '1.2', direction: 'retrieve', total: 4, already: 1, moved: 2 } as TransferView
    expect(hereAfter(study, transfer)).toMatchObject({ instances: 4, here: 3 })
    expect(hereAfter(study, { ...transfer, direction: 'send' }).here).toBe(1)
    expect(hereAfter(study, { ...transfer, studyUid: '1.3' }).here).toBe(1)
  })
})

describe('a name', () => {
  const cases = [
    ['Doe^Jane^M', 'Doe, Jane M'], ['Doe', 'Doe'], ['^Jane', 'Jane'], ['Yamada^Tarou=山田^太郎', 'Yamada, Tarou'], ['=山田^太郎', '山田, 太郎'], ['', ''],
  ] as const
  for (const [pn, expected] of cases) it(`"${pn}" is "${expected}"`, () => expect(personName(pn)).toBe(expected))
})

describe('a time', () => {
  const cases = [['101112', '10:11'], ['0959', '09:59'], ['10:11:12', '10:11'], ['', null], ['2560', null]] as const
  for (const [tm, expected] of cases) it(`"${tm}" is ${expected ?? 'none'}`, () => expect(clockTime(tm)).toBe(expected))
})
