import { describe, expect, it } from 'vitest'
import { differingVariables, flatten } from './text-table.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { nl } from './texts/nl.ts'

describe('flatten', () => {
  it('gives every plural category a form, the general one where the table has no other', () => {
    const flat = flatten({ images: { one: '1 image', other: '{{count}} images' } })
    expect(flat['images_one']).toBe('1 image')
    expect(flat['images_many']).toBe('{{count}} images')
  })
  it('leaves plain texts as they are', () => {
    expect(flatten({ close: 'Close' })).toEqual({ close: 'Close' })
  })
})

describe('differingVariables', () => {
  it('finds a translation that names another variable', () => {
    expect(differingVariables({ hi: 'Hi {{name}}' }, { hi: 'Dag {{naam}}' })).toEqual(['hi'])
  })
  it('lets a form for one leave the number out', () => {
    const table = { images: { one: '{{count}} image', other: '{{count}} images' } }
    expect(differingVariables(table, { images: { one: 'het beeld', other: '{{count}} beelden' } })).toEqual([])
  })
})

describe('texts of the frame', () => {
  it('name the same variables in Dutch', () => expect(differingVariables(en, nl)).toEqual([]))
  it('name the same variables in French', () => expect(differingVariables(en, fr)).toEqual([]))
})
