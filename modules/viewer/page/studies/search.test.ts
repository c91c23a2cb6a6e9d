import { describe, expect, it } from 'vitest'
import type { StudyRow } from '../../contract.ts'
import { COLUMNS, columnsFrom, FIRST_COLUMNS } from './columns.ts'
import { relabelled } from './labels-data.ts'
import { between } from './selection.ts'
import { addressOf, daysBefore, filtersSet, NO_SEARCH, queryOf, searchFrom } from './search.ts'

const TODAY = new Date(2024, 2, 1)

describe('a search', () => {
  it('asks for nothing that was not set', () => expect(queryOf({ ...NO_SEARCH, text: '  ' }, TODAY)).toEqual({}))
  it('asks as the server takes it', () => {
    const search = { ...NO_SEARCH, text: ' doe ', from: '2024-01-31', to: '2024', modalities: ['CT', 'MR'], order: 'name' as const }
    expect(queryOf(search, TODAY)).toEqual({ text: 'doe', from: '20240131', modalities: 'CT,MR', order: 'name' })
    expect(addressOf('/api/studies', queryOf(search, TODAY))).toBe('/api/studies?text=doe&from=20240131&modalities=CT%2CMR&order=name')
  })
  it('of the last days moves along with them', () => {
    expect(queryOf({ ...NO_SEARCH, from: '1999-01-01', span: 'week', labels: ['lab_1', 'lab_2'] }, TODAY)).toEqual({ from: '20240223', labels: 'lab_1,lab_2' })
  })
  it('counts its filters', () => expect(filtersSet({ ...NO_SEARCH, from: '2024-01-01', to: '2024-02-01', description: 'x' })).toBe(2))
  it('goes back by days over months', () => expect(daysBefore(new Date(2024, 2, 1), 7)).toBe('2024-02-23'))
  const odd: readonly unknown[] = [null, 7, 'x', [], { text: 9, modalities: ['XX', 7], order: 'sideways' }]
  for (const stored of odd) it(`from ${JSON.stringify(stored)} is none`, () => expect(searchFrom(stored)).toEqual(NO_SEARCH))
  it('comes back from the store', () => {
    const search = { ...NO_SEARCH, text: 'a', modalities: ['MR', 'CT'] }
    expect(searchFrom(JSON.parse(JSON.stringify(search)))).toEqual({ ...search, modalities: ['CT', 'MR'] })
  })
})

describe('columns', () => {
  it('always say who it is, in their own order', () => expect(columnsFrom(['date', 'patientId', 'bogus'])).toEqual(['patientName', 'patientId', 'date']))
  it('are few at first', () => expect(columnsFrom(FIRST_COLUMNS).length).toBeLessThan(COLUMNS.length))
})

describe('labels that are put', () => {
  const row = (studyUid: string, labels: readonly string[]) => ({ studyUid, labels }) as unknown as StudyRow
  it('are on the rows at once, and nothing else is', () => {
    const list = { pages: [{ studies: [row('1', ['a']), row('2', ['b'])], next: null, meant: null }], pageParams: [null] }
    const { pages } = relabelled(list, { studies: ['1'], add: ['b', 'a'], remove: ['c'] })
    expect(pages[0]?.studies.map(({ labels }) => labels)).toEqual([['b', 'a'], ['b']])
  })
})

describe('a range that is chosen', () => {
  it('has both ends, whichever was first', () => expect([between('abcde'.split(''), 3, 1), between(['a'], 0, 0)]).toEqual([['b', 'c', 'd'], ['a']]))
})
