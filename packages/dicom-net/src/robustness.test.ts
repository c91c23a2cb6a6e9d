/** Peers that do not do what the services expect, by hand on both sides. */
import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeDataSet, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { afterEach, describe, it } from 'vitest'
import type { AssociationSummary } from './acceptor.ts'
import { decodeCommand, encodeCommand, type CommandSet } from './command.ts'
import { findContexts, getContexts, moveContexts } from './contexts.ts'
import { AssociationAbortedError, AssociationError, PeerSilentError } from './errors.ts'
import { echoRequest } from './messages/echo.ts'
import { cancelRequest, findRequest, findResponse } from './messages/find.ts'
import { retrieveRequest, retrieveResponse } from './messages/retrieve.ts'
import { storeResponse } from './messages/store.ts'
import { encodeAssociateAc, type AssociateRq } from './pdu-associate.ts'
import { encodeReleaseRq } from './pdu.ts'
import { informationModels } from './query-retrieve.ts'
import { associate, type Association } from './requestor.ts'
import { all, Bench, commandPdu, CT_IMAGE_STORAGE, dataPdus, EXPLICIT_LE, IMPLICIT_LE, instance, requestOf, ScriptedPeer, until, VERIFICATION } from './testing.ts'

const { find: FIND, get: GET, move: MOVE } = informationModels['study-root']
const { implicitVrLittleEndian } = TransferSyntaxes
const identifier = Buffer.from(encodeDataSet({ [Tags.QueryRetrieveLevel]: 'STUDY', [Tags.StudyInstanceUID]: '1.2' }, implicitVrLittleEndian))
const counts = { remaining: 1, completed: 0, failed: 0, warning: 0 }

const bench = new Bench()
const peers: ScriptedPeer[] = []
const servers: Server[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) peer.destroy()
  for (const server of servers.splice(0)) server.close()
  await bench.clear()
})

async function peerOf(port: number, changes: Partial<AssociateRq> = {}): Promise<ScriptedPeer> {
  const contexts = [
    { id: 1, abstractSyntax: VERIFICATION, transferSyntaxes: [IMPLICIT_LE] },
    { id: 3, abstractSyntax: FIND, transferSyntaxes: [IMPLICIT_LE] },
    { id: 5, abstractSyntax: GET, transferSyntaxes: [IMPLICIT_LE] },
    { id: 7, abstractSyntax: CT_IMAGE_STORAGE, transferSyntaxes: [EXPLICIT_LE] },
  ]
  const roles = [{ sopClassUid: CT_IMAGE_STORAGE, scu: false, scp: true }]
  const peer = await ScriptedPeer.associate(port, { contexts, userInformation: { maximumLength: 16_384, roles }, ...changes })
  peers.push(peer)
  return peer
}

/** The next Command; Data Sets and what follows in the same PDU are passed over. */
async function command(peer: ScriptedPeer): Promise<CommandSet | null> {
  for (;;) {
    const pdu = await peer.pdu()
    if (pdu === null || pdu.readUInt8(0) !== 4) return null
    if ((pdu.readUInt8(11) & 1) !== 0) return decodeCommand(pdu.subarray(12))
  }
}

describe('a requestor that', () => {
  it('cancels what is not running is passed over', async () => {
    const { port } = await bench.serve({ find: () => assert.fail('not asked') })
    const peer = await peerOf(port)
    peer.send(commandPdu(3, cancelRequest(99)), commandPdu(1, echoRequest(1)))
    assert.equal((await command(peer))?.Status, 0)
  })
  it('cancels in the middle of a query hears that it ended, once', async () => {
    const { port } = await bench.serve({
      async *find() {
        for (let n = 0; ; n++) {
          yield { kind: 'match', identifier: { [Tags.StudyInstanceUID]: `1.2.${n}` } }
          await sleep(1)
        }
      },
    })
    const peer = await peerOf(port)
    peer.send(commandPdu(3, findRequest(1, FIND)), dataPdus(3, identifier))
    assert.equal((await command(peer))?.Status, 0xff00)
    peer.send(commandPdu(3, cancelRequest(1)), commandPdu(3, cancelRequest(1)), commandPdu(1, echoRequest(2)))
    const statuses: (number | undefined)[] = []
    for (let next = await command(peer); ; next = await command(peer)) {
      if (next?.Status !== 0xff00) statuses.push(next?.Status)
      if (next?.MessageIDBeingRespondedTo === 2) break
    }
    assert.deepEqual(statuses, [0xfe00, 0])
  })
  it('sends a query without identifier, or with nonsense for one, is refused and may go on', async () => {
    const { port } = await bench.serve({ find: () => assert.fail('not asked') })
    const peer = await peerOf(port)
    peer.send(commandPdu(3, { ...findRequest(1, FIND), CommandDataSetType: 0x0101 }))
    assert.equal((await command(peer))?.Status, 0xc000)
    peer.send(commandPdu(3, findRequest(2, FIND)), dataPdus(3, Buffer.alloc(999, 0xff)))
    assert.equal((await command(peer))?.Status, 0xc000)
    peer.send(commandPdu(3, findRequest(3, FIND)), dataPdus(3, Buffer.alloc(5 * 1024 * 1024)))
    assert.equal((await command(peer))?.Status, 0xa700)
    peer.send(commandPdu(1, echoRequest(4)))
    assert.equal((await command(peer))?.Status, 0)
  })
  it('asks for another SOP Class than that of the context is refused', async () => {
    const { port } = await bench.serve({ find: () => assert.fail('not asked'), get: () => assert.fail('not asked') })
    const peer = await peerOf(port)
    peer.send(commandPdu(3, findRequest(1, '1.2.3')), dataPdus(3, identifier))
    assert.equal((await command(peer))?.Status, 0x0122)
    peer.send(commandPdu(5, findRequest(2, GET)), dataPdus(5, identifier))
    assert.equal((await command(peer))?.Status, 0x0211)
  })
  it('goes on asking within a C-GET, which would never end so, is aborted', async () => {
    const summaries: AssociationSummary[] = []
    const { port } = await bench.serve({
      async *get(_peer, { store }) {
        yield await store(instance(1))
      },
      closed: (summary) => summaries.push(summary),
    })
    const peer = await peerOf(port)
    peer.send(commandPdu(5, retrieveRequest(1, { sopClassUid: GET, destination: null })), dataPdus(5, identifier))
    assert.equal((await command(peer))?.CommandField, 0x0001)
    peer.send(commandPdu(1, echoRequest(2)))
    assert.equal(await command(peer), null)
    await until(() => summaries.length > 0)
    assert.match(summaries[0]?.reason ?? '', /asynchronous operations window/)
  })
  it('answers a sub-operation under another number is silent, and dropped', async () => {
    const summaries: AssociationSummary[] = []
    const { port } = await bench.serve({
      idleMs: 200,
      async *get(_peer, { store }) {
        yield await store(instance(1))
      },
      closed: (summary) => summaries.push(summary),
    })
    const peer = await peerOf(port)
    peer.send(commandPdu(5, retrieveRequest(1, { sopClassUid: GET, destination: null })), dataPdus(5, identifier))
    const store = await command(peer)
    peer.send(commandPdu(7, storeResponse({ ...store, MessageID: 4_711 }, { status: 0 })))
    await until(() => summaries.length > 0)
    assert.equal(summaries[0]?.ended, 'silent')
  })
  it('releases within a query is aborted, and the service ends', async () => {
    let hasEnded = false
    const { port } = await bench.serve({
      async *find() {
        try {
          for (let n = 0; ; n++) {
            yield { kind: 'match', identifier: { [Tags.StudyInstanceUID]: `1.2.${n}` } }
            await sleep(1)
          }
        } finally {
          hasEnded = true
        }
      },
    })
    const peer = await peerOf(port)
    peer.send(commandPdu(3, findRequest(1, FIND)), dataPdus(3, identifier))
    await command(peer)
    peer.destroy()
    await until(() => hasEnded)
    assert.deepEqual(bench.faults, [])
  })
  it('sends after its release is passed over', async () => {
    const peer = await peerOf((await bench.serve({})).port)
    peer.send(encodeReleaseRq(), commandPdu(1, echoRequest(1)))
    assert.equal((await peer.pdu())?.readUInt8(0), 6)
    await sleep(20)
    peer.socket.end()
    assert.equal(await peer.pdu(), null)
  })
})

/** An acceptor that takes every context, and then does what `script` says with each Command. */
async function acceptorThat(
  script: (command: CommandSet, send: (...pieces: readonly Uint8Array[]) => void, socket: Socket) => void,
): Promise<number> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    let isOpen = false
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      for (;;) {
        const length = received.length < 6 ? Infinity : 6 + received.readUInt32BE(2)
        if (received.length < length) return
        const pdu = received.subarray(0, length)
        received = received.subarray(length)
        if (!isOpen) socket.write(acceptance())
        else if (pdu.readUInt8(0) === 5) socket.write(Buffer.from('060000000004' + '00000000', 'hex'))
        else if (pdu.readUInt8(0) === 4 && (pdu.readUInt8(11) & 1) !== 0) {
          script(decodeCommand(pdu.subarray(12)), (...pieces) => void socket.write(Buffer.concat(pieces)), socket)
        }
        isOpen = true
      }
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function acceptance(): Uint8Array {
  const contexts = [1, 3, 5, 7].map((id) => ({ id, result: 0, transferSyntax: IMPLICIT_LE }))
  const { applicationContext, calledAe, callingAe } = requestOf()
  return encodeAssociateAc({ protocolVersion: 1, applicationContext, calledAe, callingAe, contexts, userInformation: { maximumLength: 16_384 } })
}

function open(port: number, contexts = [...findContexts('study-root'), ...moveContexts('study-root')]): Promise<Association> {
  return associate({ host: '127.0.0.1', port, callingAe: 'SCU', calledAe: 'SCP', contexts, timeoutMs: 300 })
}

const query = { model: 'study-root', level: 'STUDY', keys: {} } as const

describe('an acceptor that', () => {
  const match = (request: CommandSet) => [commandPdu(1, findResponse(request, { status: 0xff00 }, true)), dataPdus(1, identifier)]

  it('answers to nothing, and once more after the last, is passed over', async () => {
    const association = await open(await acceptorThat((request, send) => {
      if (request.CommandField !== 0x0020) return
      const stray = findResponse({ ...request, MessageID: 777 }, { status: 0 }, false)
      const end = commandPdu(1, findResponse(request, { status: 0 }, false))
      send(commandPdu(1, stray), ...match(request), end, ...match(request), end)
    }))
    for (let n = 0; n < 3; n++) assert.equal((await all(association.find(query))).length, 1)
    await association.release()
  })
  it('never ends its matches is silent in the end', async () => {
    const association = await open(await acceptorThat((request, send) => send(...match(request))))
    const found: unknown[] = []
    await assert.rejects(async () => {
      for await (const each of association.find(query)) found.push(each)
    }, PeerSilentError)
    assert.equal(found.length, 1)
  })
  it('vanishes between matches', async () => {
    const association = await open(await acceptorThat((request, send, socket) => {
      send(...match(request))
      setTimeout(() => socket.destroy(), 20)
    }))
    await assert.rejects(all(association.find(query)), AssociationError)
  })
  it('goes on in spite of a C-CANCEL keeps the next call waiting, not the caller', async () => {
    let cancels = 0
    const association = await open(await acceptorThat((request, send) => {
      if (request.CommandField === 0x0fff) cancels++
      if (request.CommandField !== 0x0020) return
      send(...match(request))
      for (let n = 1; n <= 5; n++) setTimeout(() => send(...match(request)), 10 * n)
      setTimeout(() => send(commandPdu(1, findResponse(request, { status: 0 }, false))), 80)
    }))
    const started = performance.now()
    for await (const each of association.find(query)) if (each.areAllKeysSupported) break
    assert.ok(performance.now() - started < 60)
    await association.release()
    assert.equal(cancels, 1)
  })
  it('sends an identifier that is none makes the query fail, not the association', async () => {
    let isFirst = true
    const association = await open(await acceptorThat((request, send) => {
      if (request.CommandField !== 0x0020) return
      const content = isFirst ? Buffer.alloc(999, 0xff) : identifier
      isFirst = false
      send(commandPdu(1, findResponse(request, { status: 0xff00 }, true)), dataPdus(1, content))
      send(commandPdu(1, findResponse(request, { status: 0 }, false)))
    }))
    await assert.rejects(all(association.find(query)))
    assert.equal((await all(association.find(query))).length, 1)
  })
  it('tells of sub-operations without counts, and of failures with a list that is none', async () => {
    const association = await open(await acceptorThat((request, send) => {
      const pending = findResponse(request, { status: 0xff00 }, false)
      send(commandPdu(3, pending))
      send(commandPdu(3, retrieveResponse(request, { status: 0xb000 }, counts, true)), dataPdus(3, Buffer.alloc(99, 0xff)))
    }))
    const responses = await all(association.move({ ...query, destination: 'X' }))
    assert.deepEqual(responses.map(({ kind, remaining, failedUids }) => [kind, remaining, failedUids]), [
      ['pending', null, []], ['warning', 1, []],
    ])
  })
  it('asks for what we do not provide is aborted', async () => {
    const association = await open(await acceptorThat((_request, send) => send(commandPdu(1, echoRequest(1)))))
    await assert.rejects(all(association.find(query)), AssociationAbortedError)
  })
  it('asks for another service within a C-GET is told so', async () => {
    const answers: (number | undefined)[] = []
    const port = await acceptorThat((request, send) => {
      if (request.CommandField === 0x0010) {
        send(commandPdu(3, { ...findRequest(9, MOVE) }), dataPdus(3, identifier))
        send(commandPdu(1, retrieveResponse(request, { status: 0 }, counts, false)))
      } else answers.push(request.Status)
    })
    const contexts = getContexts('study-root', [CT_IMAGE_STORAGE])
    const association = await associate({
      host: '127.0.0.1', port, callingAe: 'SCU', calledAe: 'SCP', contexts, timeoutMs: 300, store: () => assert.fail('not asked'),
    })
    assert.equal((await all(association.get(query))).at(-1)?.kind, 'success')
    await until(() => answers.length > 0)
    assert.deepEqual(answers, [0x0211])
    await association.release()
  })
  it('releases under a query ends it', async () => {
    const association = await open(await acceptorThat((_request, send) => send(encodeReleaseRq())))
    await assert.rejects(all(association.find(query)), AssociationError)
  })
})

it('a Command Set of every service survives its own encoding', () => {
  const command = { ...retrieveRequest(1, { sopClassUid: MOVE, destination: 'A' }), EventTypeID: 2 }
  assert.deepEqual(decodeCommand(encodeCommand(command)), command)
})
