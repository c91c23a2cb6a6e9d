import { describe, expect, it } from 'vitest'
import { gripAt, isComplete, led, measurementOf, moved, pressed, released } from './drafting.ts'

const at = (x: number, y = 0) => ({ x, y })
const SAME = [1, 0, 0, 1, 0, 0] as const

describe('drawing', () => {
  it('is done by one drag', () => {
    const done = released(led(pressed(null, 'length', 'k', at(1)), at(5)))
    expect([isComplete(done), measurementOf(done, 'm').points]).toEqual([true, [at(1), at(5)]])
  })
  it('is done by two presses', () => {
    const first = released(pressed(null, 'length', 'k', at(1)))
    expect(isComplete(first)).toBe(false)
    expect(isComplete(released(pressed(first, 'length', 'k', at(5))))).toBe(true)
  })
  it('of an angle takes three points', () => {
    let draft = released(led(pressed(null, 'angle', 'k', at(1)), at(2)))
    expect(isComplete(draft)).toBe(false)
    draft = released(led(pressed(draft, 'angle', 'k', at(3)), at(4)))
    expect(measurementOf(draft, 'm').points).toEqual([at(1), at(2), at(4)])
  })
  it('of a value is done at once', () => expect(isComplete(released(pressed(null, 'probe', 'k', at(1))))).toBe(true))
  it('begins anew on another frame, and with another tool', () => {
    const draft = released(pressed(null, 'length', 'k', at(1)))
    expect([pressed(draft, 'length', 'other', at(9)).set, pressed(draft, 'angle', 'k', at(9)).set]).toEqual([[at(9)], [at(9)]])
  })
  it('can be put right by its points, the nearest first', () => {
    const drawn = [measurementOf(released(led(pressed(null, 'length', 'k', at(0)), at(10))), 'a')]
    expect([gripAt(drawn, SAME, at(8), 5), gripAt(drawn, SAME, at(5, 20), 5)]).toEqual([{ id: 'a', point: 1 }, null])
    expect(moved(drawn, { id: 'a', point: 1 }, at(20))[0]?.points).toEqual([at(0), at(20)])
  })
})
