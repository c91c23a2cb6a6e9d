import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { actionFor, actions, events, nextState, states, type Action, type Event, type State } from './state-machine.ts'

/** PS3.8 Table 9-10 read downwards, state by state; what is not named is blank. */
const byState: { readonly [S in State]: string } = {
  Sta1: 'Evt1 AE-1, Evt5 AE-5',
  Sta2: `Evt3 AA-1, Evt4 AA-1, Evt6 AE-6, Evt10 AA-1, Evt12 AA-1, Evt13 AA-1, Evt16 AA-2, Evt17 AA-5, Evt18 AA-2,
    Evt19 AA-1`,
  Sta3: `Evt3 AA-8, Evt4 AA-8, Evt6 AA-8, Evt7 AE-7, Evt8 AE-8, Evt10 AA-8, Evt12 AA-8, Evt13 AA-8, Evt15 AA-1,
    Evt16 AA-3, Evt17 AA-4, Evt19 AA-8`,
  Sta4: 'Evt2 AE-2, Evt15 AA-2, Evt17 AA-4',
  Sta5: `Evt3 AE-3, Evt4 AE-4, Evt6 AA-8, Evt10 AA-8, Evt12 AA-8, Evt13 AA-8, Evt15 AA-1, Evt16 AA-3, Evt17 AA-4,
    Evt19 AA-8`,
  Sta6: `Evt3 AA-8, Evt4 AA-8, Evt6 AA-8, Evt9 DT-1, Evt10 DT-2, Evt11 AR-1, Evt12 AR-2, Evt13 AA-8, Evt15 AA-1,
    Evt16 AA-3, Evt17 AA-4, Evt19 AA-8`,
  Sta7: `Evt3 AA-8, Evt4 AA-8, Evt6 AA-8, Evt10 AR-6, Evt12 AR-8, Evt13 AR-3, Evt15 AA-1, Evt16 AA-3, Evt17 AA-4,
    Evt19 AA-8`,
  Sta8: `Evt3 AA-8, Evt4 AA-8, Evt6 AA-8, Evt9 AR-7, Evt10 AA-8, Evt12 AA-8, Evt13 AA-8, Evt14 AR-4, Evt15 AA-1,
    Evt16 AA-3, Evt17 AA-4, Evt19 AA-8`,
  Sta9: `Evt3 AA-8, Evt4 AA-8, Evt6 AA-8, Evt10 AA-8, Evt12 AA-8, Evt13 AA-8, Evt14 AR-9, Evt15 AA-1, Evt16 AA-3,
    Evt17 AA-4, Evt19 AA-8`,
  Sta10: `Evt3 AA-8, Evt4 AA-8, Evt6 AA-8, Evt10 AA-8, Evt12 AA-8, Evt13 AR-10, Evt15 AA-1, Evt16 AA-3, Evt17 AA-4,
    Evt19 AA-8`,
  Sta11: `Evt3 AA-8, Evt4 AA-8, Evt6 AA-8, Evt10 AA-8, Evt12 AA-8, Evt13 AR-3, Evt15 AA-1, Evt16 AA-3, Evt17 AA-4,
    Evt19 AA-8`,
  Sta12: `Evt3 AA-8, Evt4 AA-8, Evt6 AA-8, Evt10 AA-8, Evt12 AA-8, Evt13 AA-8, Evt14 AR-4, Evt15 AA-1, Evt16 AA-3,
    Evt17 AA-4, Evt19 AA-8`,
  Sta13: `Evt3 AA-6, Evt4 AA-6, Evt6 AA-7, Evt10 AA-6, Evt12 AA-6, Evt13 AA-6, Evt16 AA-2, Evt17 AR-5, Evt18 AA-2,
    Evt19 AA-7`,
}

describe('actionFor', () => {
  for (const state of Object.keys(states) as State[]) {
    const expected = new Map(byState[state].split(',').map((pair) => pair.trim().split(' ') as [Event, Action]))
    for (const event of Object.keys(events) as Event[]) {
      const action = expected.get(event) ?? null
      it(`${state} and ${event}: ${action ?? 'blank'}`, () => {
        assert.equal(actionFor(state, event), action)
      })
    }
  }

  it('knows the 123 pairs of the standard, out of 247', () => {
    const pairs = Object.values(byState).flatMap((row) => row.split(','))
    assert.equal(pairs.length, 123)
    assert.equal(Object.keys(states).length * Object.keys(events).length, 247)
  })
})

describe('nextState', () => {
  /** PS3.8 Tables 9-6 to 9-9. */
  const next: { readonly [A in Action]: string } = {
    'AE-1': 'Sta4', 'AE-2': 'Sta5', 'AE-3': 'Sta6', 'AE-4': 'Sta1', 'AE-5': 'Sta2', 'AE-6': 'Sta3 Sta13',
    'AE-7': 'Sta6', 'AE-8': 'Sta13', 'DT-1': 'Sta6', 'DT-2': 'Sta6', 'AR-1': 'Sta7', 'AR-2': 'Sta8',
    'AR-3': 'Sta1', 'AR-4': 'Sta13', 'AR-5': 'Sta1', 'AR-6': 'Sta7', 'AR-7': 'Sta8', 'AR-8': 'Sta9 Sta10',
    'AR-9': 'Sta11', 'AR-10': 'Sta12', 'AA-1': 'Sta13', 'AA-2': 'Sta1', 'AA-3': 'Sta1', 'AA-4': 'Sta1',
    'AA-5': 'Sta1', 'AA-6': 'Sta13', 'AA-7': 'Sta13', 'AA-8': 'Sta13',
  }
  for (const [action, states] of Object.entries(next)) {
    it(`${action} leads to ${states}`, () => assert.equal(actions[action as Action].next.join(' '), states))
  }

  it('AE-6 leads to Sta13 only where the request is refused', () => {
    assert.equal(nextState('AE-6', 'acceptor', false), 'Sta3')
    assert.equal(nextState('AE-6', 'acceptor', true), 'Sta13')
  })
  it('AR-8 tells requestor and acceptor apart', () => {
    assert.equal(nextState('AR-8', 'requestor'), 'Sta9')
    assert.equal(nextState('AR-8', 'acceptor'), 'Sta10')
  })
})
