/** How associations end that do not end by release: what peers do wrong, and when they do nothing. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, it, vi } from 'vitest'
import { DataSetInterruptedError } from './errors.ts'
import { echoRequest } from './messages/echo.ts'
import { storeRequest } from './messages/store.ts'
import { encodeAssociateRq } from './pdu-associate.ts'
import { encodeAbort, encodeReleaseRq } from './pdu.ts'
import {
  collect, commandPdu, CT_IMAGE_STORAGE, dataPdus, hex, nextOf, requestOf, responseTo, ServedPeers, type ScriptedPeer,
} from './testing.ts'

const CT = { sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: '1.2.3.4' }
const ABORT_BY_USER = '07 00 00 00 00 04 00 00 00 00'
const abortFor = (reason: number) => `07 00 00 00 00 04 00 00 02 0${reason}`
const served = new ServedPeers()
afterEach(() => served.clear())

describe('serveDicom ends', () => {
  const ctx = (n: number) => ({ id: 2 * n + 1, abstractSyntax: `1.2.3.${n}`, transferSyntaxes: Array.from({ length: 100 }, (_, m) => `1.2.${m}`) })
  const first: { readonly [what: string]: readonly [Uint8Array, string] } = {
    'a first PDU that is P-DATA-TF': [dataPdus(1, hex('aa')), ABORT_BY_USER],
    'a first PDU of no known type': [hex('ff 00 00 00 00 04 00 00 00 00'), ABORT_BY_USER],
    'a request of 4 GB': [hex('01 00 ff ff ff ff'), ABORT_BY_USER],
    'a request of 128 contexts of 100 Transfer Syntaxes': [
      encodeAssociateRq(requestOf({ contexts: Array.from({ length: 128 }, (_, n) => ctx(n)) })), ABORT_BY_USER],
    'a called AE title that is a path': [encodeAssociateRq(requestOf({ calledAe: '../../x' })), ABORT_BY_USER],
    'a called AE title with NUL': [encodeAssociateRq(requestOf({ calledAe: 'A\0B' })), ABORT_BY_USER],
    'a called AE title of only spaces': [encodeAssociateRq(requestOf({ calledAe: '' })), ABORT_BY_USER],
  }
  for (const [what, [bytes, abort]] of Object.entries(first)) {
    it(what, async () => {
      const peer = await served.connect(await served.serve())
      peer.send(bytes)
      assert.equal(await nextOf(peer), abort)
      peer.destroy()
      assert.equal((await served.summary()).ended, 'aborted')
      assert.deepEqual(served.faults, [])
    })
  }

  const later: { readonly [what: string]: readonly [Uint8Array, string] } = {
    'a second A-ASSOCIATE-RQ': [encodeAssociateRq(requestOf()), abortFor(2)],
    'a PDU type that is none': [hex('08 00 00 00 00 00'), abortFor(1)],
    'a P-DATA-TF of 4 GB': [hex('04 00 ff ff ff ff'), abortFor(6)],
    'a PDV of length 0': [hex('04 00 00 00 00 08 00 00 00 00 01 03 aa bb'), abortFor(6)],
    'a PDV beyond its PDU': [hex('04 00 00 00 00 08 00 00 00 09 01 03 aa bb'), abortFor(6)],
    'a Data Set without a Command': [dataPdus(1, hex('aa bb')), abortFor(5)],
    'a message on a context that was not accepted': [commandPdu(99, echoRequest(1)), abortFor(5)],
    'a Command Set that is none': [hex('04 00 00 00 00 08 00 00 00 04 01 03 aa bb'), abortFor(6)],
    'a Command Set without end': [
      Buffer.concat(Array.from({ length: 20 }, () => Buffer.concat([hex('04 00 00 00 04 06 00 00 04 02 01 01'), Buffer.alloc(1024)]))), abortFor(6)],
    'a Command within a Data Set': [
      Buffer.concat([commandPdu(3, storeRequest(1, CT)), commandPdu(3, storeRequest(2, CT))]), abortFor(5)],
    'a Data Set on another context than its Command': [
      Buffer.concat([commandPdu(3, storeRequest(1, CT)), dataPdus(1, hex('aa bb'))]), abortFor(5)],
    'a release within a message': [Buffer.concat([commandPdu(3, storeRequest(1, CT)), encodeReleaseRq()]), ABORT_BY_USER],
  }
  for (const [what, [bytes, abort]] of Object.entries(later)) {
    it(`an association with ${what}`, async () => {
      const peer = await served.associate(await served.serve())
      peer.send(bytes)
      assert.equal(await nextOf(peer), abort)
      assert.equal((await served.summary()).ended, 'aborted')
      assert.deepEqual(served.faults, [])
    })
  }

  it('allocates nothing that a peer only declares', async () => {
    const port = await served.serve()
    const before = process.memoryUsage().rss
    for (let n = 0; n < 50; n++) {
      const peer = await served.associate(port)
      peer.send(hex('04 00 ff ff ff ff'))
      await peer.pdu()
      peer.destroy()
    }
    assert.ok(process.memoryUsage().rss - before < 50 * 1024 * 1024)
  })

  const vanishing: { readonly [ended: string]: (peer: ScriptedPeer) => void } = {
    'connection-lost': (peer) => peer.destroy(),
    'aborted-by-peer': (peer) => peer.send(encodeAbort({ source: 0, reason: 0 })),
  }
  for (const [how, vanish] of Object.entries(vanishing)) {
    it(`a Data Set whose sender vanishes (${how}): it throws and the signal is aborted`, async () => {
      let seen: readonly [unknown, boolean] | null = null
      const port = await served.serve({
        store: async (_peer, { dataSet, signal }) => {
          try {
            await collect(dataSet)
          } catch (error) {
            seen = [error, signal.aborted]
            throw error
          }
          return { status: 0 }
        },
      })
      const peer = await served.associate(port)
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(100_000)).subarray(0, 3 * 16_012))
      await sleep(20)
      vanish(peer)
      const [error, isAborted] = await vi.waitUntil(() => seen)
      assert.ok(error instanceof DataSetInterruptedError)
      assert.ok(isAborted)
      assert.equal((await served.summary()).ended, how)
      assert.deepEqual(served.faults, [], 'not a fault of ours')
    })
  }

  it('at ARTIM with a peer that says nothing', async () => {
    const peer = await served.connect(await served.serve({ artimMs: 50 }))
    assert.equal(await nextOf(peer), null)
    assert.equal((await served.summary()).ended, 'silent')
  })
  it('at ARTIM with a request that drips', async () => {
    const peer = await served.connect(await served.serve({ artimMs: 100 }))
    const timer = setInterval(() => peer.send(hex('01')), 20)
    assert.equal(await nextOf(peer), null)
    clearInterval(timer)
  })
  it('when an association is idle for too long', async () => {
    const peer = await served.associate(await served.serve({ idleMs: 50 }))
    assert.equal(await nextOf(peer), ABORT_BY_USER)
    const { ended, reason } = await served.summary()
    assert.deepEqual([ended, reason], ['silent', 'idle'])
  })
  it('when a Data Set stalls', async () => {
    const peer = await served.associate(await served.serve({ idleMs: 50 }))
    peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000)).subarray(0, 500))
    assert.equal(await nextOf(peer), ABORT_BY_USER)
  })
  it('not while it is our turn', async () => {
    const port = await served.serve({
      idleMs: 150,
      store: async (_peer, { dataSet }) => {
        await collect(dataSet)
        await sleep(500)
        return { status: 0 }
      },
    })
    const peer = await served.associate(port)
    peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000)))
    assert.equal((await responseTo(peer)).Status, 0)
  })
})
