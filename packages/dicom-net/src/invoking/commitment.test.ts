/** Storage Commitment, both ends in this process. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, it } from 'vitest'
import { reportContexts } from '../contexts.ts'
import { AssociationError } from '../errors.ts'
import { identifierSyntaxes } from '../service-classes.ts'
import { Bench, CT_IMAGE_STORAGE, until } from '../testing.ts'

const bench = new Bench()
afterEach(() => bench.clear())

describe('Storage Commitment', () => {
  const references = [1, 2].map((n) => ({ sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: `1.2.3.${n}` }))
  const failed = [{ sopClassUid: CT_IMAGE_STORAGE, sopInstanceUid: '1.2.3.2', reason: 0x0112 }]
  const commitment = { abstractSyntax: '1.2.840.10008.1.20.1', transferSyntaxes: identifierSyntaxes }

  it('is asked for and reported on the same association', async () => {
    const reports: unknown[] = []
    let status = -1
    const association = await bench.open({
      commit(_peer, { transactionUid, references: [first], report }) {
        void report({ transactionUid, stored: first === undefined ? [] : [first], failed }).then((answer) => (status = answer.status))
        return Promise.resolve({ status: 0 })
      },
    }, [commitment], {
      committed: (_peer, report) => {
        reports.push(report)
        return Promise.resolve({ status: 0 })
      },
    })
    assert.deepEqual(await association.requestCommitment({ transactionUid: '2.25.7', references }), { status: 0 })
    await until(() => status === 0)
    assert.deepEqual(reports, [{ transactionUid: '2.25.7', stored: references.slice(0, 1), failed }])
    await association.release()
  })
  it('is reported on an association that the provider opens', async () => {
    const reports: unknown[] = []
    const association = await bench.open({
      committed: ({ callingAe }, { stored }) => {
        reports.push([callingAe, stored])
        return Promise.resolve({ status: 0 })
      },
    }, reportContexts())
    assert.deepEqual(await association.reportCommitment({ transactionUid: '2.25.7', stored: references, failed: [] }), { status: 0 })
    assert.deepEqual(reports, [['SCU', references]])
    await association.release()
  })
  it('refuses a question without Transaction UID or without Instances', async () => {
    const association = await bench.open({ commit: () => assert.fail('not asked') }, [commitment])
    assert.equal((await association.requestCommitment({ transactionUid: '', references })).status, 0x0115)
    assert.equal((await association.requestCommitment({ transactionUid: '2.25.7', references: [] })).status, 0x0115)
  })
  it('cannot be reported once the association is over', async () => {
    let outcome: unknown = null
    const association = await bench.open({
      commit(_peer, { transactionUid, report }) {
        void sleep(50).then(() => report({ transactionUid, stored: [], failed }))
          .catch((error: unknown) => (outcome = error))
        return Promise.resolve({ status: 0 })
      },
    }, [commitment])
    await association.requestCommitment({ transactionUid: '2.25.7', references })
    await association.release()
    await until(() => outcome instanceof AssociationError)
  })
})
