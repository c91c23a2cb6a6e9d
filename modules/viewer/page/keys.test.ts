import { describe, expect, it } from 'vitest'
import { commandOf, KEY_HELP } from './keys.ts'

const press = (key: string, more: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) =>
  commandOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more })

describe('keys', () => {
  it('do the same in capitals', () => expect(press('I')).toEqual(press('i')))
  it('with Ctrl belong to the browser', () => expect([press('p', { ctrlKey: true }), press('f', { metaKey: true })]).toEqual([null, null]))
  it('with Shift move the picture, with Alt its window', () => {
    expect(press('ArrowLeft', { shiftKey: true })).toMatchObject({ kind: 'pan', dx: -40, dy: 0 })
    expect(press('ArrowDown', { altKey: true })).toMatchObject({ kind: 'window', dx: 0, dy: 12 })
    expect(press('i', { altKey: true })).toBeNull()
  })
  it('that mean nothing do nothing', () => expect([press('x'), press('Tab'), press('Escape')]).toEqual([null, null, null]))
  it('of the help all work', () => {
    const named: Readonly<Record<string, string>> = { '↑': 'ArrowUp', '↓': 'ArrowDown', '←': 'ArrowLeft', '→': 'ArrowRight', '−': '-', Space: ' ', Del: 'Delete' }
    const single = KEY_HELP.filter(([keys]) => !/^(Shift|Alt)/.test(keys)).flatMap(([keys]) => keys.split(' '))
    expect(single.filter((key) => press(named[key] ?? key) === null)).toEqual([])
  })
})
