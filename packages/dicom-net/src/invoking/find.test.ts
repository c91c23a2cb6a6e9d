/** Queries, both ends in this process. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { Tags, type DataSet } from '@filmjacket/dicom-data'
import { afterEach, describe, it } from 'vitest'
import { findContexts, worklistContexts } from '../contexts.ts'
import { AssociationError, NoPresentationContextError, ServiceFailedError } from '../errors.ts'
import { encodeQueryOptions } from '../query-options.ts'
import { informationModels } from '../query-retrieve.ts'
import type { FindStep } from '../services.ts'
import { all, Bench, EXPLICIT_LE, IMPLICIT_LE } from '../testing.ts'

const bench = new Bench()
afterEach(() => bench.clear())

const study = (n: number): FindStep => ({ kind: 'match', identifier: { [Tags.StudyInstanceUID]: `1.2.${n}` } })

describe('C-FIND', () => {
  it('asks in the character set of the device, and gives matches as they are written', async () => {
    const asked: (readonly (string | undefined)[])[] = []
    const association = await bench.open({
      async *find(peer, { identifier, level, model }) {
        await Promise.resolve()
        asked.push([peer.callingAe, model, level, identifier.text(Tags.PatientName), identifier.characterSets[0]])
        yield { kind: 'match', identifier: { [Tags.SpecificCharacterSet]: 'ISO_IR 144', [Tags.PatientName]: 'Иванов' } }
        yield { kind: 'match', identifier: { [Tags.PatientName]: '山田' }, areAllKeysSupported: false }
      },
    }, findContexts('study-root'))
    const keys = { [Tags.PatientName]: 'Müller*' }
    const found = await all(association.find({ model: 'study-root', level: 'STUDY', keys, characterSet: 'ISO_IR 100' }))
    assert.deepEqual(asked, [['SCU', 'study-root', 'STUDY', 'Müller*', 'ISO_IR 100']])
    assert.deepEqual(found.map(({ dataSet, areAllKeysSupported }) => [dataSet.text(Tags.PatientName), areAllKeysSupported]), [
      ['Иванов', true], ['山田', false],
    ])
    await association.release()
  })
  it('writes UTF-8 where the named set cannot write a match', async () => {
    const association = await bench.open({
      async *find() {
        await Promise.resolve()
        yield { kind: 'match', identifier: { [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.PatientName]: '山田' } }
      },
    }, findContexts('study-root'))
    const [match] = await all(association.find({ model: 'study-root', level: 'STUDY', keys: {} }))
    assert.equal(match?.dataSet.text(Tags.PatientName), '山田')
  })
  it('holds the service back while nobody takes its matches', async () => {
    let given = 0
    const association = await bench.open({
      async *find() {
        const identifier = { [Tags.TextComments]: 'x'.repeat(2_000) }
        for (; given < 100_000; given++) yield { kind: 'match', identifier }
        await Promise.resolve()
      },
    }, findContexts('study-root'))
    const matches = association.find({ model: 'study-root', level: 'STUDY', keys: {} })
    await matches.next()
    for (let before = -1; before !== given;) {
      before = given
      await sleep(200)
    }
    // What the sockets of the system hold, and no more.
    assert.ok(given < 20_000, `${given} of 100000`)
    await matches.return()
    await association.release()
  })
  it('cancels when the loop is left, and the association goes on', async () => {
    let left = ''
    const association = await bench.open({
      async *find(_peer, { signal }) {
        try {
          for (let n = 0; ; n++) {
            yield study(n)
            await sleep(1)
          }
        } finally {
          left = signal.aborted ? 'cancelled' : 'not told'
        }
      },
    }, [...findContexts('study-root'), { abstractSyntax: '1.2.840.10008.1.1', transferSyntaxes: [IMPLICIT_LE] }])
    let taken = 0
    for await (const match of association.find({ model: 'study-root', level: 'STUDY', keys: {} })) {
      assert.ok(match.dataSet.has(Tags.StudyInstanceUID))
      if (++taken === 5) break
    }
    assert.equal(await association.echo(), 0)
    assert.equal(left, 'cancelled')
    await association.release()
  })
  it('cancels by its signal, in the middle of a long think of the service', async () => {
    const association = await bench.open({
      async *find(_peer, { signal }) {
        yield study(1)
        await new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped thinking')))
        })
      },
    }, findContexts('study-root'))
    const stop = new AbortController()
    const found: DataSet[] = []
    for await (const { dataSet } of association.find({ model: 'study-root', level: 'STUDY', keys: {}, signal: stop.signal })) {
      found.push(dataSet)
      stop.abort()
    }
    assert.equal(found.length, 1)
    assert.deepEqual(bench.faults, [])
    await association.release()
  })
  it('throws what the peer says, and the association goes on', async () => {
    let isFirst = true
    const association = await bench.open({
      async *find() {
        await Promise.resolve()
        if (!isFirst) return
        isFirst = false
        yield { kind: 'refused', status: 0xa700, comment: 'too many' }
      },
    }, findContexts('study-root'))
    const find = () => all(association.find({ model: 'study-root', level: 'STUDY', keys: {} }))
    await assert.rejects(find(), (error) => {
      assert.ok(error instanceof ServiceFailedError)
      assert.deepEqual([error.status, error.comment], [0xa700, 'too many'])
      assert.match(error.message, /A700.*out of resources/)
      return true
    })
    assert.deepEqual(await find(), [])
  })
  it('C000 without a word where the service throws, and tells the fault', async () => {
    const association = await bench.open({
      async *find() {
        await Promise.resolve()
        throw new Error('Doe^John')
      },
    }, findContexts('study-root'))
    await assert.rejects(all(association.find({ model: 'study-root', level: 'STUDY', keys: {} })), (error) =>
      error instanceof ServiceFailedError && error.status === 0xc000 && error.comment === null)
    assert.equal(bench.faults.length, 1)
  })
  it('refuses a level that the model does not have, and a query without one', async () => {
    const association = await bench.open({ find: () => assert.fail('not asked') }, findContexts('study-root'))
    for (const level of [{ level: 'PATIENT' }, {}] as const) {
      await assert.rejects(all(association.find({ model: 'study-root', keys: {}, ...level })), (error) =>
        error instanceof ServiceFailedError && error.status === 0xa900)
    }
  })
  it('throws where no context was accepted, and where the service goes away', async () => {
    const association = await bench.open({
      async *find() {
        yield study(1)
        setTimeout(() => void bench.clear(), 1)
        await sleep(300)
      },
    }, findContexts('study-root'))
    const worklist = association.find({ model: 'worklist', keys: {} })
    await assert.rejects(all(worklist), NoPresentationContextError)
    await assert.rejects(all(association.find({ model: 'study-root', level: 'STUDY', keys: {} })), AssociationError)
  })
  it('agrees on options, and tells the service', async () => {
    const uid = informationModels['study-root'].find
    let isRelational: boolean | null = null
    const association = await bench.open({
      queryOptions: { relational: true },
      async *find(_peer, { options }) {
        await Promise.resolve()
        isRelational = options.relational
        yield study(1)
      },
    }, findContexts('study-root'), {
      extended: [{ sopClassUid: uid, information: encodeQueryOptions(uid, { relational: true, fuzzyNames: true }) }],
    })
    await all(association.find({ model: 'study-root', level: 'STUDY', keys: {} }))
    assert.equal(isRelational, true)
    const { relational, fuzzyNames } = association.queryOptions(uid)
    assert.deepEqual({ relational, fuzzyNames }, { relational: true, fuzzyNames: false })
  })
  for (const syntax of [IMPLICIT_LE, EXPLICIT_LE, '1.2.840.10008.1.2.2', '1.2.840.10008.1.2.1.99']) {
    it(`speaks ${syntax}`, async () => {
      const association = await bench.open({
        async *find(_peer, { identifier }) {
          await Promise.resolve()
          yield { kind: 'match', identifier: { [Tags.PatientID]: `${identifier.text(Tags.PatientID)}!` } }
        },
      }, [{ abstractSyntax: informationModels['study-root'].find, transferSyntaxes: [syntax] }])
      const keys = { [Tags.PatientID]: 'A' }
      const [match] = await all(association.find({ model: 'study-root', level: 'STUDY', keys }))
      assert.equal(match?.dataSet.text(Tags.PatientID), 'A!')
    })
  }
})

describe('Modality Worklist', () => {
  it('is found without a level, items and all', async () => {
    const association = await bench.open({
      async *worklist(_peer, { identifier }) {
        await Promise.resolve()
        const [step] = identifier.items(Tags.ScheduledProcedureStepSequence)
        yield {
          kind: 'match',
          identifier: { [Tags.ScheduledProcedureStepSequence]: [{ [Tags.Modality]: step?.text(Tags.Modality) ?? '' }] },
        }
      },
    }, worklistContexts())
    const keys = { [Tags.ScheduledProcedureStepSequence]: [{ [Tags.Modality]: 'CT' }] }
    const [match] = await all(association.find({ model: 'worklist', keys }))
    assert.equal(match?.dataSet.items(Tags.ScheduledProcedureStepSequence)[0]?.text(Tags.Modality), 'CT')
  })
})
