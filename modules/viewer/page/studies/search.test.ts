import { describe, expect, it } from 'vitest'
import { COLUMNS, columnsFrom, FIRST_COLUMNS } from './columns.ts'
import { addressOf, daysBefore, filtersSet, NO_SEARCH, queryOf, searchFrom } from './search.ts'

describe('a search', () => {
  it('asks for nothing that was not set', () => expect(queryOf({ ...NO_SEARCH, text: '  ' })).toEqual({}))
  it('asks as the server takes it', () => {
    const search = { ...NO_SEARCH, text: ' doe ', from: '2024-01-31', to: '2024', modalities: ['CT', 'MR'], order: 'name' as const }
    expect(queryOf(search)).toEqual({ text: 'doe', from: '20240131', modalities: 'CT,MR', order: 'name' })
    expect(addressOf('/api/studies', queryOf(search))).toBe('/api/studies?text=doe&from=20240131&modalities=CT%2CMR&order=name')
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
