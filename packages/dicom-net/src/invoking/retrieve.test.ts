/** Retrieval, both ends in this process, and a third as destination. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { Tags } from '@filmjacket/dicom-data'
import { afterEach, describe, it } from 'vitest'
import { getContexts, moveContexts, storageContexts } from '../contexts.ts'
import { AssociationError } from '../errors.ts'
import { sendInstances } from '../send-instances.ts'
import type { DicomServer } from '../server.ts'
import type { RetrieveStep } from '../services.ts'
import { all, Bench, collect, CT_IMAGE_STORAGE, EXPLICIT_LE, instance, until } from '../testing.ts'
import type { RetrieveProgress } from './retrieve.ts'

const MR = '1.2.840.10008.5.1.4.1.1.4'
const JPEG = '1.2.840.10008.1.2.4.50'

const bench = new Bench()
afterEach(() => bench.clear())

describe('C-GET', () => {
  const keys = { [Tags.StudyInstanceUID]: '1.2' }
  const query = { model: 'study-root', level: 'STUDY', keys } as const

  it('brings Instances over the same association, and counts', async () => {
    const stored: string[] = []
    const association = await bench.open({
      async *get(_peer, { store, identifier, level }) {
        assert.deepEqual([level, identifier.text(Tags.StudyInstanceUID)], ['STUDY', '1.2'])
        yield { kind: 'planned', count: 3 }
        for (const n of [1, 2, 3]) yield await store(instance(n))
      },
    }, getContexts('study-root', [CT_IMAGE_STORAGE]), {
      async store(_peer, { sopInstanceUid, dataSet }) {
        assert.equal((await collect(dataSet)).length, 5_000)
        stored.push(sopInstanceUid)
        return { status: 0 }
      },
    })
    const responses = await all(association.get(query))
    assert.deepEqual(stored, ['1.2.3.1', '1.2.3.2', '1.2.3.3'])
    assert.deepEqual(responses.map(({ kind, remaining, completed }) => [kind, remaining, completed]), [
      ['pending', 3, 0], ['pending', 2, 1], ['pending', 1, 2], ['success', null, 3],
    ])
    await association.release()
  })
  it('tells failures by their UIDs, warnings by their number, and no context as a failure', async () => {
    const association = await bench.open({
      async *get(_peer, { store, transferSyntaxesFor }) {
        assert.deepEqual([transferSyntaxesFor(CT_IMAGE_STORAGE), transferSyntaxesFor(MR)], [[EXPLICIT_LE], []])
        yield { kind: 'planned', count: 5 }
        yield await store(instance(1))
        yield await store(instance(2))
        yield await store(instance(3))
        yield await store(instance(4, CT_IMAGE_STORAGE, JPEG))
        yield await store(instance(5, MR))
      },
    }, getContexts('study-root', [CT_IMAGE_STORAGE]), {
      async store(_peer, { sopInstanceUid, dataSet }) {
        await collect(dataSet)
        return { status: { '1.2.3.2': 0xb000, '1.2.3.3': 0xa700 }[sopInstanceUid] ?? 0 }
      },
    })
    const last = (await all(association.get(query))).at(-1)
    assert.deepEqual(last, {
      kind: 'warning', status: 0xb000, comment: null, remaining: null, completed: 1, warning: 1, failed: 3,
      failedUids: ['1.2.3.3', '1.2.3.4', '1.2.3.5'],
    })
  })
  it('is a failure where nothing could be sent', async () => {
    const association = await bench.open({
      async *get(_peer, { store }) {
        yield { kind: 'planned', count: 1 }
        yield await store(instance(1, MR))
      },
    }, getContexts('study-root', [CT_IMAGE_STORAGE]), { store: () => assert.fail('not asked') })
    const last = (await all(association.get(query))).at(-1)
    assert.deepEqual([last?.kind, last?.status, last?.failedUids], ['failure', 0xa702, ['1.2.3.1']])
  })
  it('tells a fault of our own store to us, and to the peer a status', async () => {
    const faults: unknown[] = []
    const association = await bench.open({
      async *get(_peer, { store }) {
        const sent = await store(instance(1))
        assert.equal(sent.status, 0x0110)
        yield sent
      },
    }, getContexts('study-root', [CT_IMAGE_STORAGE]), {
      store: () => Promise.reject(new Error('disk gone')), onFault: (fault) => faults.push(fault),
    })
    assert.equal((await all(association.get(query))).at(-1)?.kind, 'failure')
    assert.match(String(faults[0]), /disk gone/)
  })
  it('sends nothing on a context of which the requestor is no provider', async () => {
    const association = await bench.open({
      store: () => Promise.resolve({ status: 0 }),
      async *get(_peer, { store }) {
        yield await store(instance(1))
      },
    }, [...getContexts('study-root', []), ...storageContexts([instance(1)])], { store: () => assert.fail('not asked') })
    assert.equal((await all(association.get(query))).at(-1)?.status, 0xa702)
  })
  it('stops at C-CANCEL with what remains', async () => {
    const stop = new AbortController()
    const association = await bench.open({
      async *get(_peer, { store }) {
        yield { kind: 'planned', count: 1_000 }
        for (let n = 0; n < 1_000; n++) yield await store(instance(n))
      },
    }, getContexts('study-root', [CT_IMAGE_STORAGE]), {
      async store(_peer, { sopInstanceUid, dataSet }) {
        await collect(dataSet)
        if (sopInstanceUid === '1.2.3.3') stop.abort()
        return { status: 0 }
      },
    })
    const last = (await all(association.get({ ...query, signal: stop.signal }))).at(-1)
    assert.equal(last?.kind, 'cancelled')
    assert.equal(last.completed + (last.remaining ?? 0), 1_000)
    assert.ok(last.completed < 20)
    await association.release()
  })
  it('waits for a slow store of its own without calling the peer silent', async () => {
    const association = await bench.open({
      idleMs: 1_000,
      async *get(_peer, { store }) {
        yield await store(instance(1))
      },
    }, getContexts('study-root', [CT_IMAGE_STORAGE]), {
      timeoutMs: 100,
      async store(_peer, { dataSet }) {
        await collect(dataSet)
        await sleep(400)
        return { status: 0 }
      },
    })
    assert.equal((await all(association.get(query))).at(-1)?.kind, 'success')
  })
  it('ends the service when the peer vanishes within a sub-operation', async () => {
    let ended = ''
    const association = await bench.open({
      async *get(_peer, { store, signal }) {
        try {
          yield { kind: 'planned', count: 2 }
          yield await store(instance(1))
          ended = 'went on'
        } finally {
          ended ||= `aborted: ${signal.aborted}`
        }
      },
    }, getContexts('study-root', [CT_IMAGE_STORAGE]), {
      store: () => {
        association.abort()
        return Promise.resolve({ status: 0 })
      },
    })
    await assert.rejects(all(association.get(query)), AssociationError)
    await until(() => ended !== '')
    assert.equal(ended, 'aborted: true')
    assert.deepEqual(bench.faults, [])
  })
})

describe('C-MOVE', () => {
  const query = { model: 'patient-root', level: 'STUDY', keys: { [Tags.StudyInstanceUID]: '1.2' }, destination: 'DEST' } as const
  let receiver: DicomServer | null = null

  async function destination(statusOf: (uid: string) => number, origins: unknown[] = []): Promise<number> {
    receiver = await bench.serve({
      async store(_peer, { sopInstanceUid, dataSet, moveOriginator }) {
        await collect(dataSet)
        origins.push(moveOriginator)
        return { status: statusOf(sopInstanceUid) }
      },
    })
    return receiver.port
  }

  async function move(port: number, instances: readonly ReturnType<typeof instance>[]): Promise<RetrieveProgress | undefined> {
    const association = await bench.open({
      async *move({ calledAe }, { moveOriginator, signal }) {
        yield { kind: 'planned', count: instances.length }
        const to = { host: '127.0.0.1', port, callingAe: calledAe, calledAe: 'DEST', signal }
        yield* sendInstances({ ...to, instances: instances.map((each) => ({ ...each, moveOriginator })) })
      },
    }, moveContexts('patient-root'))
    const last = (await all(association.move(query))).at(-1)
    await association.release()
    return last
  }

  it('sends to the destination, and names who asked', async () => {
    const origins: unknown[] = []
    const last = await move(await destination(() => 0, origins), [instance(1), instance(2, MR, JPEG)])
    assert.deepEqual([last?.kind, last?.completed], ['success', 2])
    assert.deepEqual(origins, [{ aeTitle: 'SCU', messageId: 1 }, { aeTitle: 'SCU', messageId: 1 }])
  })
  it('counts warnings and failures', async () => {
    const status = { '1.2.3.1': 0xb007, '1.2.3.2': 0xc000 } as { readonly [uid: string]: number }
    const port = await destination((uid) => status[uid] ?? 0)
    const last = await move(port, [instance(1), instance(2), instance(3)])
    assert.deepEqual([last?.status, last?.completed, last?.warning, last?.failed], [0xb000, 1, 1, 1])
    assert.deepEqual(last?.failedUids, ['1.2.3.2'])
  })
  it('fails every Instance where nobody listens at the destination', async () => {
    const last = await move(1, [instance(1), instance(2)])
    assert.deepEqual([last?.status, last?.failedUids], [0xa702, ['1.2.3.1', '1.2.3.2']])
  })
  it('fails what is left when the destination vanishes', async () => {
    const port = await destination((uid) => {
      if (uid === '1.2.3.2') void receiver?.close()
      return 0
    })
    const last = await move(port, [1, 2, 3, 4].map((n) => instance(n)))
    assert.equal(last?.status, 0xb000)
    assert.deepEqual(last.failedUids, ['1.2.3.3', '1.2.3.4'])
  })
  it('refuses a destination that the service does not know, and one that is no title', async () => {
    const association = await bench.open({
      // eslint-disable-next-line @typescript-eslint/require-await -- all is at hand
      async *move(): AsyncGenerator<RetrieveStep> {
        yield { kind: 'refused', status: 0xa801 }
      },
    }, moveContexts('patient-root'))
    for (const name of ['NOWHERE', '../x']) {
      const last = (await all(association.move({ ...query, destination: name }))).at(-1)
      assert.deepEqual([last?.kind, last?.status], ['failure', 0xa801])
    }
  })
  it('stops sending when who asked has gone', async () => {
    let sent = 0
    const port = await destination(() => (sent++, 0))
    const association = await bench.open({
      async *move({ calledAe }, { signal }) {
        const to = { host: '127.0.0.1', port, callingAe: calledAe, calledAe: 'DEST', signal }
        yield { kind: 'planned', count: 100_000 }
        const instances = Array.from({ length: 100_000 }, (_, n) => instance(n))
        yield* sendInstances({ ...to, instances })
      },
    }, moveContexts('patient-root'))
    for await (const { completed } of association.move(query)) if (completed >= 5) break
    association.abort()
    await sleep(100)
    const before = sent
    await sleep(100)
    assert.equal(sent, before)
    assert.ok(sent < 10_000)
  })
})
