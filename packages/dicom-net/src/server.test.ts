import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, it } from 'vitest'
import { CommandField, type CommandSet } from './command.ts'
import { echoRequest } from './messages/echo.ts'
import { storeRequest } from './messages/store.ts'
import { decodeAssociateAc, encodeAssociateRq } from './pdu-associate.ts'
import { encodeReleaseRq } from './pdu.ts'
import type { StoreRequest } from './services.ts'
import { serveDicom } from './server.ts'
import {
  collect, commandPdu, CT_IMAGE_STORAGE, dataPdus, nextOf, requestOf, responseTo, ScriptedPeer, ServedPeers, VERIFICATION,
} from './testing.ts'

const CT = { sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: '1.2.3.4' }
const ABORT_BY_USER = '07 00 00 00 00 04 00 00 00 00'
const RELEASE_RP = '06 00 00 00 00 04 00 00 00 00'
const served = new ServedPeers()

describe('serveDicom', () => {
  afterEach(() => served.clear())

  describe('negotiates', () => {
    it('by answering each context, and says who it is', async () => {
      const peer = await served.connect(await served.serve())
      const find = { id: 5, abstractSyntax: '1.2.840.10008.5.1.4.1.2.2.1', transferSyntaxes: ['1.2.840.10008.1.2'] }
      peer.send(encodeAssociateRq(requestOf({ contexts: [...requestOf().contexts, find] })))
      const ac = decodeAssociateAc((await peer.pdu() ?? Buffer.alloc(0)).subarray(6))
      assert.deepEqual(ac.contexts.map(({ id, result }) => [id, result]), [[1, 0], [3, 0], [5, 3]])
      assert.equal(ac.contexts[1]?.transferSyntax, '1.2.840.10008.1.2.1')
      assert.equal(ac.userInformation.maximumLength, 131_072)
      assert.match(ac.userInformation.implementationClassUid ?? '', /^2\.25\./)
    })
    it('and tells the policy who asks', async () => {
      const asked: unknown[] = []
      await served.associate(await served.serve({ admit: (peer) => (asked.push(peer), { kind: 'accepted' }) }))
      assert.deepEqual(asked, [{ callingAe: 'SCU', calledAe: 'SCP', address: '127.0.0.1', implementation: '1.2.3' }])
    })

    const reasons = {
      'calling-ae-not-recognized': '01 01 03', 'called-ae-not-recognized': '01 01 07', 'no-reason-given': '01 01 01',
      'temporary-congestion': '02 03 01', 'local-limit-exceeded': '02 03 02',
    } as const
    for (const [reason, wire] of Object.entries(reasons)) {
      it(`by rejecting: ${reason}`, async () => {
        const port = await served.serve({ admit: () => ({ kind: 'rejected', reason: reason as keyof typeof reasons }) })
        const peer = await served.connect(port)
        peer.send(encodeAssociateRq(requestOf()))
        assert.equal(await nextOf(peer), `03 00 00 00 00 04 00 ${wire}`)
        const { ended, reason: why } = await served.summary()
        assert.deepEqual([ended, why], ['rejected', reason])
      })
    }
    it('by rejecting what exceeds the limit, and again accepting when a place is free', async () => {
      const port = await served.serve({ maxAssociations: 1 })
      const first = await served.associate(port)
      const second = await served.connect(port)
      second.send(encodeAssociateRq(requestOf()))
      assert.equal(await nextOf(second), '03 00 00 00 00 04 00 02 03 02')
      first.send(encodeReleaseRq())
      assert.equal(await nextOf(first), RELEASE_RP)
      const third = await served.connect(port)
      third.send(encodeAssociateRq(requestOf()))
      assert.equal((await third.pdu())?.readUInt8(0), 2)
    })
    it('a policy that throws rejects without a reason, and is told', async () => {
      const peer = await served.connect(await served.serve({ admit: () => Promise.reject(new Error('database gone')) }))
      peer.send(encodeAssociateRq(requestOf()))
      assert.equal(await nextOf(peer), '03 00 00 00 00 04 00 01 01 01')
      assert.match(String(served.faults[0]), /database gone/)
    })
  })

  describe('answers', () => {
    it('C-ECHO, and A-RELEASE', async () => {
      const peer = await served.associate(await served.serve())
      peer.send(commandPdu(1, echoRequest(9)))
      assert.deepEqual(await responseTo(peer), {
        AffectedSOPClassUID: VERIFICATION, CommandField: 0x8030, MessageIDBeingRespondedTo: 9, CommandDataSetType: 0x0101,
        Status: 0,
      })
      peer.send(encodeReleaseRq())
      assert.equal(await nextOf(peer), RELEASE_RP)
      const { ended, contexts, instances } = await served.summary()
      assert.deepEqual({ ended, contexts, instances }, { ended: 'released', contexts: { proposed: 2, accepted: 2 }, instances: 0 })
    })
    it('C-STORE, with the request and all bytes', async () => {
      const seen: Partial<StoreRequest>[] = []
      const content = Buffer.alloc(100_000, 'filmjacket')
      const port = await served.serve({
        store: async (_peer, { dataSet, ...request }) => {
          assert.ok((await collect(dataSet)).equals(content))
          seen.push(request)
          return { status: 0xb000, comment: 'coerced' }
        },
      })
      const peer = await served.associate(port)
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, content))
      const { Status, ErrorComment, AffectedSOPInstanceUID } = await responseTo(peer)
      assert.deepEqual([Status, ErrorComment, AffectedSOPInstanceUID], [0xb000, 'coerced', '1.2.3.4'])
      const [{ signal, ...request } = {}] = seen
      assert.equal(signal?.aborted, false)
      assert.deepEqual(request, { ...CT, transferSyntaxUid: '1.2.840.10008.1.2.1', priority: 'medium', moveOriginator: null })
      peer.send(encodeReleaseRq())
      const { instances, bytes } = await served.summary()
      assert.equal(instances, 1)
      assert.ok(bytes > content.length)
    })
    it('requests one after the other, even if they come at once', async () => {
      let running = 0
      const port = await served.serve({
        store: async (_peer, { dataSet }) => {
          assert.equal(++running, 1)
          await collect(dataSet)
          await sleep(5)
          running--
          return { status: 0 }
        },
      })
      const peer = await served.associate(port)
      const one = (id: number) => Buffer.concat([commandPdu(3, storeRequest(id, CT)), dataPdus(3, Buffer.alloc(500))])
      peer.send(one(1), one(2), one(3), commandPdu(1, echoRequest(4)))
      const ids: (number | undefined)[] = []
      for (let n = 0; n < 4; n++) ids.push((await responseTo(peer)).MessageIDBeingRespondedTo)
      assert.deepEqual(ids, [1, 2, 3, 4])
    })
    it('with the status of a handler that read nothing, after reading the Data Set away', async () => {
      const peer = await served.associate(await served.serve({ store: () => Promise.resolve({ status: 0xa700, comment: 'full' }) }))
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000_000)))
      assert.equal((await responseTo(peer)).Status, 0xa700)
      peer.send(commandPdu(1, echoRequest(2)))
      assert.equal((await responseTo(peer)).Status, 0)
    })
    it('with the status of a handler that left in the middle', async () => {
      const port = await served.serve({
        store: async (_peer, { dataSet }) => {
          for await (const part of dataSet) if (part.length > 0) break
          return { status: 0xc000 }
        },
      })
      const peer = await served.associate(port)
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000_000)))
      assert.equal((await responseTo(peer)).Status, 0xc000)
    })
    it('0110 without a word where the handler throws, and tells the fault', async () => {
      const peer = await served.associate(await served.serve({ store: () => Promise.reject(new Error('Doe^John')) }))
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(300_000)))
      const { Status, ErrorComment } = await responseTo(peer)
      assert.deepEqual([Status, ErrorComment], [0x0110, undefined])
      assert.equal(served.faults.length, 1)
    })

    const refused: { readonly [what: string]: readonly [number, CommandSet, number] } = {
      '0122 to an Instance of another SOP Class than its context': [3, storeRequest(1, { ...CT, sopClassUid: '1.2.9' }), 0x0122],
      '0122 to a C-STORE of Verification': [1, storeRequest(1, { ...CT, sopClassUid: VERIFICATION }), 0x0122],
      '0117 to a SOP Instance UID that is a path': [3, storeRequest(1, { ...CT, sopInstanceUid: '../../etc/passwd' }), 0x0117],
      '0117 to a SOP Instance UID that is absent': [3, storeRequest(1, { ...CT, sopInstanceUid: '' }), 0x0117],
      '0211 to a service that is not spoken here': [3, { CommandField: CommandField.cFindRq, MessageID: 1, CommandDataSetType: 1 }, 0x0211],
    }
    for (const [what, [contextId, command, status]] of Object.entries(refused)) {
      it(`${what}, and goes on`, async () => {
        const peer = await served.associate(await served.serve())
        peer.send(commandPdu(contextId, command), dataPdus(contextId, Buffer.alloc(2_000)))
        assert.equal((await responseTo(peer)).Status, status)
        peer.send(commandPdu(1, echoRequest(2)))
        assert.equal((await responseTo(peer)).Status, 0)
      })
    }
    it('nothing to a C-CANCEL, which has no response', async () => {
      const peer = await served.associate(await served.serve())
      peer.send(commandPdu(1, { CommandField: CommandField.cCancelRq, MessageIDBeingRespondedTo: 1, CommandDataSetType: 0x0101 }))
      peer.send(commandPdu(1, echoRequest(2)))
      assert.equal((await responseTo(peer)).MessageIDBeingRespondedTo, 2)
    })
  })

  describe('holds back', () => {
    it('a sender that is faster than the handler', async () => {
      let mayRead: () => void = () => undefined
      const gate = new Promise<void>((resolve) => (mayRead = resolve))
      const port = await served.serve({
        store: async (_peer, { dataSet }) => {
          await gate
          return { status: (await collect(dataSet)).length === 40_000_000 ? 0 : 0xc000 }
        },
      })
      const peer = await served.associate(port)
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(40_000_000)))
      await sleep(100)
      const unsentBytes = peer.socket.writableLength
      assert.ok(unsentBytes > 0, 'most of it must still be on the side of the sender')
      mayRead()
      assert.equal((await responseTo(peer)).Status, 0)
    })
  })

  describe('closes', () => {
    it('by answering what is in work, aborting what waits, and not listening any more', async () => {
      const port = await served.serve({
        store: async (_peer, { dataSet }) => {
          await collect(dataSet)
          await sleep(50)
          return { status: 0 }
        },
      })
      const [busy, idle, silent] = [await served.associate(port), await served.associate(port), await served.connect(port)]
      busy.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000)))
      await sleep(20)
      const closed = served.server?.close()
      assert.equal((await responseTo(busy)).Status, 0)
      assert.equal(await nextOf(busy), ABORT_BY_USER)
      assert.equal(await nextOf(idle), ABORT_BY_USER)
      assert.equal(await nextOf(silent), null)
      await closed
      await assert.rejects(ScriptedPeer.connect(port))
    })
    it('although a handler never ends', async () => {
      const peer = await served.associate(await served.serve({ graceMs: 50, store: () => new Promise(() => undefined) }))
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000)))
      await sleep(20)
      await served.server?.close()
      assert.equal((await served.summary()).ended, 'aborted')
    })
  })

  it('rejects where the port is taken', async () => {
    const port = await served.serve()
    const options = { host: '127.0.0.1', port, admit: () => ({ kind: 'accepted' }) as const }
    await assert.rejects(serveDicom(options), { code: 'EADDRINUSE' })
  })
})
