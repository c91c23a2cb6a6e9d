import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, it, vi } from 'vitest'
import type { AssociationSummary } from './acceptor.ts'
import type { RequestorOptions } from './association-request.ts'
import {
  AssociationAbortedError, AssociationError, AssociationRejectedError, ConnectionLostError, NoPresentationContextError,
  PeerSilentError,
} from './errors.ts'
import { associate } from './requestor.ts'
import { serveDicom, type DicomServer, type DicomServerOptions } from './server.ts'
import { collect, CT_IMAGE_STORAGE, EXPLICIT_LE, hex, IMPLICIT_LE, VERIFICATION } from './testing.ts'

const CT = { sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: '1.2.3.4', transferSyntaxUid: EXPLICIT_LE }

// eslint-disable-next-line @typescript-eslint/require-await -- as a source that has all at hand
async function* parts(...sizes: readonly number[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const [n, size] of sizes.entries()) yield Buffer.alloc(size, n + 1)
}

describe('associate', () => {
  const servers: (DicomServer | Server)[] = []
  const summaries: AssociationSummary[] = []

  async function serve(options: Partial<DicomServerOptions> = {}): Promise<RequestorOptions> {
    summaries.length = 0
    const server = await serveDicom({
      host: '127.0.0.1', port: 0, graceMs: 100, admit: () => ({ kind: 'accepted' }),
      store: async (_peer, { dataSet }) => {
        await collect(dataSet)
        return { status: 0 }
      },
      closed: (summary) => summaries.push(summary), ...options,
    })
    servers.push(server)
    return to(server.port)
  }
  /** A server that answers every connection with these bytes. */
  async function raw(bytes: Uint8Array): Promise<RequestorOptions> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.write(bytes))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return to((server.address() as AddressInfo).port)
  }
  function to(port: number): RequestorOptions {
    const contexts = [
      { abstractSyntax: VERIFICATION, transferSyntaxes: [IMPLICIT_LE] },
      { abstractSyntax: CT_IMAGE_STORAGE, transferSyntaxes: [EXPLICIT_LE] },
    ]
    return { host: '127.0.0.1', port, callingAe: 'SCU', calledAe: 'SCP', contexts, timeoutMs: 5_000 }
  }
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close()
  })

  it('knows what was accepted', async () => {
    const association = await associate(await serve({ store: () => Promise.resolve({ status: 0 }) }))
    assert.deepEqual(association.contexts, [
      { id: 1, abstractSyntax: VERIFICATION, transferSyntax: IMPLICIT_LE },
      { id: 3, abstractSyntax: CT_IMAGE_STORAGE, transferSyntax: EXPLICIT_LE },
    ])
    await association.release()
  })
  it('echoes, stores and releases', async () => {
    const association = await associate(await serve())
    assert.equal(await association.echo(), 0)
    assert.deepEqual(await association.store({ ...CT, dataSet: parts(100) }), { status: 0 })
    await association.release()
    assert.deepEqual([summaries[0]?.ended, summaries[0]?.instances], ['released', 1])
  })

  for (const maxPduBytes of [4_096, 16_384, 131_072]) {
    for (const sizes of [[], [1], [16_378, 16_378], [131_066], [3, 0, 500_001, 7], Array<number>(300).fill(1_000)]) {
      it(`sends ${sizes.length} parts of ${sizes[0] ?? 0}.. bytes in PDUs of ${maxPduBytes}`, async () => {
        let received: Uint8Array = Buffer.alloc(0)
        const association = await associate(await serve({
          maxPduBytes,
          store: async (_peer, { dataSet }) => {
            received = await collect(dataSet)
            return { status: 0 }
          },
        }))
        assert.deepEqual(await association.store({ ...CT, dataSet: parts(...sizes) }), { status: 0 })
        assert.ok(Buffer.from(received).equals(await collect(parts(...sizes))))
        await association.release()
      })
    }
  }

  it('makes its calls one after the other', async () => {
    const association = await associate(await serve())
    const calls = [association.store({ ...CT, dataSet: parts(200_000) }), association.echo(), association.store({ ...CT, dataSet: parts(1) })]
    const released = association.release()
    assert.deepEqual(await Promise.all(calls), [{ status: 0 }, 0, { status: 0 }])
    await released
  })
  it('sends no faster than the acceptor reads', async () => {
    let given = 0
    const source = async function* () {
      for (; given < 400; given++) yield Buffer.alloc(100_000)
      await Promise.resolve()
    }
    let mayRead: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (mayRead = resolve))
    const association = await associate(await serve({
      store: async (_peer, { dataSet }) => {
        await gate
        await collect(dataSet)
        return { status: 0 }
      },
    }))
    const stored = association.store({ ...CT, dataSet: source() })
    await sleep(150)
    assert.ok(given < 400, 'the source must wait')
    mayRead()
    assert.deepEqual(await stored, { status: 0 })
    await association.release()
  })

  it('throws what the acceptor rejects with', async () => {
    const options = await serve({ admit: () => ({ kind: 'rejected', reason: 'calling-ae-not-recognized' }) })
    await assert.rejects(associate(options), (error) =>
      error instanceof AssociationRejectedError && error.result === 1 && error.source === 1 && error.reason === 3)
  })
  it('throws where nobody listens', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    await assert.rejects(associate(to(port)), (error) =>
      error instanceof ConnectionLostError && (error.cause as NodeJS.ErrnoException).code === 'ECONNREFUSED')
  })
  it('throws when the acceptor says nothing', async () => {
    await assert.rejects(associate({ ...await raw(hex('')), timeoutMs: 50 }), PeerSilentError)
  })
  it('throws when the acceptor aborts', async () => {
    await assert.rejects(associate(await raw(hex('07 00 00 00 00 04 00 00 02 06'))), (error) =>
      error instanceof AssociationAbortedError && error.by === 'peer' && error.source === 2 && error.reason === 6)
  })
  it('aborts when the acceptor speaks nonsense', async () => {
    await assert.rejects(associate(await raw(hex('"HTTP/1.1 400 Bad Request"'))), (error) =>
      error instanceof AssociationAbortedError && error.by === 'us' && error.reason === 1)
  })
  it('refuses options that no request can hold', async () => {
    await assert.rejects(associate({ ...to(1), calledAe: 'A'.repeat(17) }), RangeError)
    await assert.rejects(associate({ ...to(1), contexts: [] }), RangeError)
    const many = Array.from({ length: 129 }, () => ({ abstractSyntax: VERIFICATION, transferSyntaxes: [IMPLICIT_LE] }))
    await assert.rejects(associate({ ...to(1), contexts: many }), RangeError)
  })
  it('throws where no context fits, and goes on', async () => {
    const association = await associate(await serve())
    await assert.rejects(association.store({ ...CT, transferSyntaxUid: IMPLICIT_LE, dataSet: parts(1) }), NoPresentationContextError)
    assert.equal(await association.echo(), 0)
    await association.release()
  })

  it('throws what its source throws, and goes on if nothing had left', async () => {
    const association = await associate(await serve())
    // eslint-disable-next-line @typescript-eslint/require-await -- fails at once
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(10)
      throw new Error('disk gone')
    }
    await assert.rejects(association.store({ ...CT, dataSet: broken() }), /disk gone/)
    assert.equal(await association.echo(), 0)
    await association.release()
  })
  it('aborts if its source breaks within an instance', async () => {
    const association = await associate(await serve())
    // eslint-disable-next-line @typescript-eslint/require-await -- fails at once
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(1_000_000)
      throw new Error('disk gone')
    }
    await assert.rejects(association.store({ ...CT, dataSet: broken() }), /disk gone/)
    await assert.rejects(association.echo(), AssociationError)
    await vi.waitFor(() => assert.equal(summaries[0]?.ended, 'aborted-by-peer'))
  })
  it('throws what ended the association under a call, and ever after', async () => {
    const association = await associate(await serve({ idleMs: 50 }))
    await sleep(120)
    await assert.rejects(association.echo(), AssociationAbortedError)
    await assert.rejects(association.release(), AssociationAbortedError)
  })
  it('throws when the acceptor takes a request and never answers', async () => {
    const options = await serve({ store: () => new Promise(() => undefined) })
    const association = await associate({ ...options, timeoutMs: 300 })
    await assert.rejects(association.store({ ...CT, dataSet: parts(10) }), PeerSilentError)
  })
  it('waits for its own source without a limit', async () => {
    const association = await associate({ ...await serve(), timeoutMs: 300 })
    const slow = async function* () {
      yield Buffer.alloc(10)
      await sleep(700)
      yield Buffer.alloc(10)
    }
    assert.deepEqual(await association.store({ ...CT, dataSet: slow() }), { status: 0 })
    await association.release()
  })
  it('aborts by its signal', async () => {
    const controller = new AbortController()
    const options = await serve({ store: () => new Promise(() => undefined) })
    const association = await associate({ ...options, signal: controller.signal })
    const stored = association.store({ ...CT, dataSet: parts(10) })
    setTimeout(() => controller.abort(), 20)
    await assert.rejects(stored, AssociationError)
    await assert.rejects(associate({ ...options, signal: controller.signal }), AssociationError)
  })
  it('aborts when it is told to', async () => {
    const association = await associate(await serve())
    association.abort()
    await assert.rejects(association.echo(), AssociationAbortedError)
  })
})
