import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it, vi } from 'vitest'
import { encodeAssociateAc, encodeAssociateRq } from './pdu-associate.ts'
import { encodeAbort, encodeAssociateRj, encodeReleaseRp, encodeReleaseRq } from './pdu.ts'
import { actionFor, events, nextState, states, type Action, type Event, type State } from './state-machine.ts'
import { dataPdus, hex, requestOf } from './testing.ts'
import { UpperLayer, type UpperLayerUser } from './upper-layer.ts'

type Side = 'requestor' | 'acceptor'
const ARTIM_MS = 1_000

const acceptance = { ...requestOf(), contexts: [{ id: 1, result: 0, transferSyntax: '1.2.840.10008.1.2' }] }
const rejection = { result: 1, source: 1, reason: 7 }
const data = dataPdus(1, hex('aa bb'))

/** An Upper Layer on a transport that only notes what is done with it. */
function stage(side: Side) {
  const done: string[] = []
  const note = (what: string) => () => void done.push(what)
  const user: UpperLayerUser = {
    associateRequested: note('user: request'), associateAccepted: note('user: accepted'),
    associateRejected: note('user: rejected'), fragment: note('user: data'), heard: () => undefined,
    releaseRequested: note('user: release'), released: note('user: released'), aborted: note('user: aborted'),
    closed: () => undefined,
  }
  const pduNames = ['', 'RQ', 'AC', 'RJ', 'data', 'release-RQ', 'release-RP', 'abort']
  const open = () => ({
    write: (pieces: readonly Uint8Array[]) => {
      const pdu = Buffer.concat(pieces)
      const type = pduNames[pdu.readUInt8(0)] ?? '?'
      done.push(type === 'abort' ? `send abort ${pdu.readUInt8(8)}` : `send ${type}`)
      return true
    },
    drained: () => Promise.resolve(), flushed: () => Promise.resolve(), pause: () => undefined, resume: () => undefined,
    close: note('close'), destroy: note('close'),
  })
  const layer = new UpperLayer(user, { side, artimMs: ARTIM_MS, maxPduBytes: 16_384, open })
  return { layer, done }
}

const received = (bytes: Uint8Array) => (layer: UpperLayer) => layer.received(Buffer.from(bytes))

/** How each event of the standard comes about here. */
const trigger: { readonly [E in Event]: (layer: UpperLayer) => unknown } = {
  Evt1: (layer) => layer.associate(requestOf()),
  Evt2: (layer) => layer.connected(),
  Evt3: received(encodeAssociateAc(acceptance)),
  Evt4: received(encodeAssociateRj(rejection)),
  Evt5: (layer) => layer.acceptConnection(),
  Evt6: received(encodeAssociateRq(requestOf())),
  Evt7: (layer) => layer.accept(acceptance),
  Evt8: (layer) => layer.reject(rejection),
  Evt9: (layer) => layer.sendData([data]),
  Evt10: received(data),
  Evt11: (layer) => layer.release(),
  Evt12: received(encodeReleaseRq()),
  Evt13: received(encodeReleaseRp()),
  Evt14: (layer) => layer.respondToRelease(),
  Evt15: (layer) => layer.abort(),
  Evt16: received(encodeAbort({ source: 0, reason: 0 })),
  Evt17: (layer) => layer.closed(null),
  Evt18: () => vi.advanceTimersByTime(ARTIM_MS),
  Evt19: received(hex('99 00 00 00 00 00')),
}

/** The shortest way into each state. */
const way: { readonly [S in State]: readonly [Side, ...Event[]] } = {
  Sta1: ['requestor'],
  Sta2: ['acceptor', 'Evt5'],
  Sta3: ['acceptor', 'Evt5', 'Evt6'],
  Sta4: ['requestor', 'Evt1'],
  Sta5: ['requestor', 'Evt1', 'Evt2'],
  Sta6: ['requestor', 'Evt1', 'Evt2', 'Evt3'],
  Sta7: ['requestor', 'Evt1', 'Evt2', 'Evt3', 'Evt11'],
  Sta8: ['acceptor', 'Evt5', 'Evt6', 'Evt7', 'Evt12'],
  Sta9: ['requestor', 'Evt1', 'Evt2', 'Evt3', 'Evt11', 'Evt12'],
  Sta10: ['acceptor', 'Evt5', 'Evt6', 'Evt7', 'Evt11', 'Evt12'],
  Sta11: ['requestor', 'Evt1', 'Evt2', 'Evt3', 'Evt11', 'Evt12', 'Evt14'],
  Sta12: ['acceptor', 'Evt5', 'Evt6', 'Evt7', 'Evt11', 'Evt12', 'Evt13'],
  Sta13: ['acceptor', 'Evt5', 'Evt6', 'Evt8'],
}

/** What the peer and the user see of each action. PS3.8 Tables 9-6 to 9-9. */
const seen: { readonly [A in Action]: readonly string[] } = {
  'AE-1': [], 'AE-2': ['send RQ'], 'AE-3': ['user: accepted'], 'AE-4': ['user: rejected', 'close'], 'AE-5': [],
  'AE-6': ['user: request'], 'AE-7': ['send AC'], 'AE-8': ['send RJ'], 'DT-1': ['send data'], 'DT-2': ['user: data'],
  'AR-1': ['send release-RQ'], 'AR-2': ['user: release'], 'AR-3': ['user: released', 'close'],
  'AR-4': ['send release-RP'], 'AR-5': [], 'AR-6': ['user: data'], 'AR-7': ['send data'], 'AR-8': ['user: release'],
  'AR-9': ['send release-RP'],
  // The confirmation of an acceptor in a collision tells that its own response is due now.
  'AR-10': ['user: release'],
  'AA-1': ['send abort 0'], 'AA-2': ['close'], 'AA-3': ['user: aborted', 'close'], 'AA-4': ['user: aborted'],
  'AA-5': [], 'AA-6': [], 'AA-7': ['send abort 2'], 'AA-8': ['send abort 2', 'user: aborted'],
}

function inState(state: State) {
  const [side, ...eventsThere] = way[state]
  const { layer, done } = stage(side)
  for (const event of eventsThere) trigger[event](layer)
  assert.equal(layer.state, state)
  done.length = 0
  return { layer, done, side }
}

describe('UpperLayer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  for (const state of Object.keys(states) as State[]) {
    for (const event of Object.keys(events) as Event[]) {
      const action = actionFor(state, event)
      if (action === null) continue
      it(`${state}, ${event}: ${action}`, () => {
        const { layer, done, side } = inState(state)
        trigger[event](layer)
        assert.equal(layer.state, nextState(action, side))
        assert.deepEqual(done, seen[action])
      })
    }
    it(`${state}: what the table leaves blank changes nothing`, () => {
      for (const event of Object.keys(events) as Event[]) {
        if (actionFor(state, event) !== null) continue
        const { layer, done } = inState(state)
        try {
          trigger[event](layer)
        } catch {
          assert.equal(event, 'Evt9', 'only data can be refused by a throw')
        }
        assert.equal(layer.state, state, event)
        assert.deepEqual(done, [], event)
      }
    })
  }

  it('refuses another application context before the user hears of it', () => {
    const { layer, done } = inState('Sta2')
    layer.received(Buffer.from(encodeAssociateRq(requestOf({ applicationContext: '1.2.3' }))))
    assert.deepEqual([layer.state, ...done], ['Sta13', 'send RJ'])
  })
  it('aborts a request of an impossible AE title', () => {
    for (const calledAe of ['../../etc', 'A\0B', '', 'A\\B']) {
      const { layer, done } = inState('Sta2')
      layer.received(Buffer.from(encodeAssociateRq(requestOf({ calledAe }))))
      assert.deepEqual([layer.state, ...done], ['Sta13', 'send abort 0'], calledAe)
    }
  })
  it('drops what comes after a PDU that it could not understand', () => {
    const { layer, done } = inState('Sta6')
    layer.received(hex('99 00 00 00 00 00'))
    layer.received(Buffer.from(data))
    assert.deepEqual(done, ['send abort 2', 'user: aborted'])
  })
  it('closes at ARTIM when the peer does not close after an abort', () => {
    const { layer, done } = inState('Sta6')
    layer.abort()
    vi.advanceTimersByTime(ARTIM_MS)
    assert.deepEqual([layer.state, ...done], ['Sta1', 'send abort 0', 'close'])
  })
})
