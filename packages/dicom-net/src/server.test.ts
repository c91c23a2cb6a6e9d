import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, it, vi } from 'vitest'
import type { AssociationSummary } from './acceptor.ts'
import { CommandField, decodeCommand, type CommandSet } from './command.ts'
import { DataSetInterruptedError } from './errors.ts'
import { echoRequest } from './messages/echo.ts'
import { storeRequest } from './messages/store.ts'
import { decodeAssociateAc, encodeAssociateRq } from './pdu-associate.ts'
import { encodeAbort, encodeReleaseRq } from './pdu.ts'
import type { StoreRequest } from './services.ts'
import { serveDicom, type DicomServer, type DicomServerOptions } from './server.ts'
import { collect, commandPdu, CT_IMAGE_STORAGE, dataPdus, hex, requestOf, ScriptedPeer, toHex, VERIFICATION } from './testing.ts'

const CT = { sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: '1.2.3.4' }
const ABORT_BY_USER = '07 00 00 00 00 04 00 00 00 00'
const abortFor = (reason: number) => `07 00 00 00 00 04 00 00 02 0${reason}`
const RELEASE_RP = '06 00 00 00 00 04 00 00 00 00'

describe('serveDicom', () => {
  let server: DicomServer | null = null
  let summaries: AssociationSummary[] = []
  let faults: unknown[] = []
  const peers: ScriptedPeer[] = []

  async function serve(options: Partial<DicomServerOptions> = {}): Promise<number> {
    summaries = []
    faults = []
    server = await serveDicom({
      host: '127.0.0.1', port: 0, graceMs: 200, admit: () => ({ kind: 'accepted' }),
      store: async (_peer, { dataSet }) => {
        await collect(dataSet)
        return { status: 0 }
      },
      closed: (summary) => summaries.push(summary), onFault: (fault) => faults.push(fault), ...options,
    })
    return server.port
  }
  async function connect(port: number): Promise<ScriptedPeer> {
    const peer = await ScriptedPeer.connect(port)
    peers.push(peer)
    return peer
  }
  async function associate(port: number, ...args: [] | [Parameters<typeof requestOf>[0]]): Promise<ScriptedPeer> {
    const peer = await ScriptedPeer.associate(port, ...args)
    peers.push(peer)
    return peer
  }
  afterEach(async () => {
    for (const peer of peers.splice(0)) peer.destroy()
    await server?.close()
    server = null
  })

  async function next(peer: ScriptedPeer): Promise<string | null> {
    const pdu = await peer.pdu()
    return pdu === null ? null : toHex(pdu)
  }
  async function response(peer: ScriptedPeer): Promise<CommandSet> {
    const pdu = await peer.pdu()
    assert.ok(pdu !== null && pdu.readUInt8(0) === 4, 'P-DATA-TF')
    return decodeCommand(pdu.subarray(12))
  }
  async function summary(): Promise<AssociationSummary> {
    for (let n = 0; n < 200 && summaries.length === 0; n++) await sleep(5)
    const [only] = summaries
    assert.ok(only !== undefined && summaries.length === 1, 'one summary')
    return only
  }

  describe('negotiates', () => {
    it('by answering each context, and says who it is', async () => {
      const peer = await connect(await serve())
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
      await associate(await serve({ admit: (peer) => (asked.push(peer), { kind: 'accepted' }) }))
      assert.deepEqual(asked, [{ callingAe: 'SCU', calledAe: 'SCP', address: '127.0.0.1', implementation: '1.2.3' }])
    })

    const reasons = {
      'calling-ae-not-recognized': '01 01 03', 'called-ae-not-recognized': '01 01 07', 'no-reason-given': '01 01 01',
      'temporary-congestion': '02 03 01', 'local-limit-exceeded': '02 03 02',
    } as const
    for (const [reason, wire] of Object.entries(reasons)) {
      it(`by rejecting: ${reason}`, async () => {
        const port = await serve({ admit: () => ({ kind: 'rejected', reason: reason as keyof typeof reasons }) })
        const peer = await connect(port)
        peer.send(encodeAssociateRq(requestOf()))
        assert.equal(await next(peer), `03 00 00 00 00 04 00 ${wire}`)
        const { ended, reason: why } = await summary()
        assert.deepEqual([ended, why], ['rejected', reason])
      })
    }
    it('by rejecting what exceeds the limit, and again accepting when a place is free', async () => {
      const port = await serve({ maxAssociations: 1 })
      const first = await associate(port)
      const second = await connect(port)
      second.send(encodeAssociateRq(requestOf()))
      assert.equal(await next(second), '03 00 00 00 00 04 00 02 03 02')
      first.send(encodeReleaseRq())
      assert.equal(await next(first), RELEASE_RP)
      const third = await connect(port)
      third.send(encodeAssociateRq(requestOf()))
      assert.equal((await third.pdu())?.readUInt8(0), 2)
    })
    it('a policy that throws rejects without a reason, and is told', async () => {
      const peer = await connect(await serve({ admit: () => Promise.reject(new Error('database gone')) }))
      peer.send(encodeAssociateRq(requestOf()))
      assert.equal(await next(peer), '03 00 00 00 00 04 00 01 01 01')
      assert.match(String(faults[0]), /database gone/)
    })
  })

  describe('answers', () => {
    it('C-ECHO, and A-RELEASE', async () => {
      const peer = await associate(await serve())
      peer.send(commandPdu(1, echoRequest(9)))
      assert.deepEqual(await response(peer), {
        AffectedSOPClassUID: VERIFICATION, CommandField: 0x8030, MessageIDBeingRespondedTo: 9, CommandDataSetType: 0x0101,
        Status: 0,
      })
      peer.send(encodeReleaseRq())
      assert.equal(await next(peer), RELEASE_RP)
      const { ended, contexts, instances } = await summary()
      assert.deepEqual({ ended, contexts, instances }, { ended: 'released', contexts: { proposed: 2, accepted: 2 }, instances: 0 })
    })
    it('C-STORE, with the request and all bytes', async () => {
      const seen: Partial<StoreRequest>[] = []
      const content = Buffer.alloc(100_000, 'filmjacket')
      const port = await serve({
        store: async (_peer, { dataSet, ...request }) => {
          assert.ok((await collect(dataSet)).equals(content))
          seen.push(request)
          return { status: 0xb000, comment: 'coerced' }
        },
      })
      const peer = await associate(port)
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, content))
      const { Status, ErrorComment, AffectedSOPInstanceUID } = await response(peer)
      assert.deepEqual([Status, ErrorComment, AffectedSOPInstanceUID], [0xb000, 'coerced', '1.2.3.4'])
      const [{ signal, ...request } = {}] = seen
      assert.equal(signal?.aborted, false)
      assert.deepEqual(request, { ...CT, transferSyntaxUid: '1.2.840.10008.1.2.1', priority: 'medium', moveOriginator: null })
      peer.send(encodeReleaseRq())
      const { instances, bytes } = await summary()
      assert.equal(instances, 1)
      assert.ok(bytes > content.length)
    })
    it('requests one after the other, even if they come at once', async () => {
      let running = 0
      const port = await serve({
        store: async (_peer, { dataSet }) => {
          assert.equal(++running, 1)
          await collect(dataSet)
          await sleep(5)
          running--
          return { status: 0 }
        },
      })
      const peer = await associate(port)
      const one = (id: number) => Buffer.concat([commandPdu(3, storeRequest(id, CT)), dataPdus(3, Buffer.alloc(500))])
      peer.send(one(1), one(2), one(3), commandPdu(1, echoRequest(4)))
      const ids: (number | undefined)[] = []
      for (let n = 0; n < 4; n++) ids.push((await response(peer)).MessageIDBeingRespondedTo)
      assert.deepEqual(ids, [1, 2, 3, 4])
    })
    it('with the status of a handler that read nothing, after reading the Data Set away', async () => {
      const peer = await associate(await serve({ store: () => Promise.resolve({ status: 0xa700, comment: 'full' }) }))
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000_000)))
      assert.equal((await response(peer)).Status, 0xa700)
      peer.send(commandPdu(1, echoRequest(2)))
      assert.equal((await response(peer)).Status, 0)
    })
    it('with the status of a handler that left in the middle', async () => {
      const port = await serve({
        store: async (_peer, { dataSet }) => {
          for await (const part of dataSet) if (part.length > 0) break
          return { status: 0xc000 }
        },
      })
      const peer = await associate(port)
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000_000)))
      assert.equal((await response(peer)).Status, 0xc000)
    })
    it('0110 without a word where the handler throws, and tells the fault', async () => {
      const peer = await associate(await serve({ store: () => Promise.reject(new Error('Doe^John')) }))
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(300_000)))
      const { Status, ErrorComment } = await response(peer)
      assert.deepEqual([Status, ErrorComment], [0x0110, undefined])
      assert.equal(faults.length, 1)
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
        const peer = await associate(await serve())
        peer.send(commandPdu(contextId, command), dataPdus(contextId, Buffer.alloc(2_000)))
        assert.equal((await response(peer)).Status, status)
        peer.send(commandPdu(1, echoRequest(2)))
        assert.equal((await response(peer)).Status, 0)
      })
    }
    it('nothing to a C-CANCEL, which has no response', async () => {
      const peer = await associate(await serve())
      peer.send(commandPdu(1, { CommandField: CommandField.cCancelRq, MessageIDBeingRespondedTo: 1, CommandDataSetType: 0x0101 }))
      peer.send(commandPdu(1, echoRequest(2)))
      assert.equal((await response(peer)).MessageIDBeingRespondedTo, 2)
    })
  })

  describe('holds back', () => {
    it('a sender that is faster than the handler', async () => {
      let mayRead: () => void = () => undefined
      const gate = new Promise<void>((resolve) => (mayRead = resolve))
      const port = await serve({
        store: async (_peer, { dataSet }) => {
          await gate
          return { status: (await collect(dataSet)).length === 40_000_000 ? 0 : 0xc000 }
        },
      })
      const peer = await associate(port)
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(40_000_000)))
      await sleep(100)
      const unsentBytes = peer.socket.writableLength
      assert.ok(unsentBytes > 0, 'most of it must still be on the side of the sender')
      mayRead()
      assert.equal((await response(peer)).Status, 0)
    })
  })

  describe('ends', () => {
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
        const peer = await connect(await serve())
        peer.send(bytes)
        assert.equal(await next(peer), abort)
        peer.destroy()
        assert.equal((await summary()).ended, 'aborted')
        assert.deepEqual(faults, [])
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
        const peer = await associate(await serve())
        peer.send(bytes)
        assert.equal(await next(peer), abort)
        assert.equal((await summary()).ended, 'aborted')
        assert.deepEqual(faults, [])
      })
    }

    it('allocates nothing that a peer only declares', async () => {
      const port = await serve()
      const before = process.memoryUsage().rss
      for (let n = 0; n < 50; n++) {
        const peer = await associate(port)
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
        const port = await serve({
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
        const peer = await associate(port)
        peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(100_000)).subarray(0, 3 * 16_012))
        await sleep(20)
        vanish(peer)
        const [error, isAborted] = await vi.waitUntil(() => seen)
        assert.ok(error instanceof DataSetInterruptedError)
        assert.ok(isAborted)
        assert.equal((await summary()).ended, how)
        assert.deepEqual(faults, [], 'not a fault of ours')
      })
    }

    it('at ARTIM with a peer that says nothing', async () => {
      const peer = await connect(await serve({ artimMs: 50 }))
      assert.equal(await next(peer), null)
      assert.equal((await summary()).ended, 'silent')
    })
    it('at ARTIM with a request that drips', async () => {
      const peer = await connect(await serve({ artimMs: 100 }))
      const timer = setInterval(() => peer.send(hex('01')), 20)
      assert.equal(await next(peer), null)
      clearInterval(timer)
    })
    it('when an association is idle for too long', async () => {
      const peer = await associate(await serve({ idleMs: 50 }))
      assert.equal(await next(peer), ABORT_BY_USER)
      const { ended, reason } = await summary()
      assert.deepEqual([ended, reason], ['silent', 'idle'])
    })
    it('when a Data Set stalls', async () => {
      const peer = await associate(await serve({ idleMs: 50 }))
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000)).subarray(0, 500))
      assert.equal(await next(peer), ABORT_BY_USER)
    })
    it('not while it is our turn', async () => {
      const port = await serve({
        idleMs: 150,
        store: async (_peer, { dataSet }) => {
          await collect(dataSet)
          await sleep(500)
          return { status: 0 }
        },
      })
      const peer = await associate(port)
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000)))
      assert.equal((await response(peer)).Status, 0)
    })
  })

  describe('closes', () => {
    it('by answering what is in work, aborting what waits, and not listening any more', async () => {
      const port = await serve({
        store: async (_peer, { dataSet }) => {
          await collect(dataSet)
          await sleep(50)
          return { status: 0 }
        },
      })
      const [busy, idle, silent] = [await associate(port), await associate(port), await connect(port)]
      busy.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000)))
      await sleep(20)
      const closed = server?.close()
      assert.equal((await response(busy)).Status, 0)
      assert.equal(await next(busy), ABORT_BY_USER)
      assert.equal(await next(idle), ABORT_BY_USER)
      assert.equal(await next(silent), null)
      await closed
      await assert.rejects(ScriptedPeer.connect(port))
    })
    it('although a handler never ends', async () => {
      const peer = await associate(await serve({ graceMs: 50, store: () => new Promise(() => undefined) }))
      peer.send(commandPdu(3, storeRequest(1, CT)), dataPdus(3, Buffer.alloc(1_000)))
      await sleep(20)
      await server?.close()
      assert.equal((await summary()).ended, 'aborted')
    })
  })

  it('rejects where the port is taken', async () => {
    const port = await serve()
    const options = { host: '127.0.0.1', port, admit: () => ({ kind: 'accepted' }) as const }
    await assert.rejects(serveDicom(options), { code: 'EADDRINUSE' })
  })
})
