import assert from 'node:assert/strict'
import { Tags, transferSyntaxOf, readDataSet } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { EXPLICIT_LE } from '../testing.ts'
import { SubOperationCount } from './sub-operations.ts'

function count(...statuses: readonly number[]): SubOperationCount {
  const counted = new SubOperationCount()
  for (const [n, status] of statuses.entries()) counted.add({ kind: 'sent', sopInstanceUid: `1.2.${n}`, status })
  return counted
}

describe('SubOperationCount', () => {
  const outcomes = [
    { statuses: [], outcome: 0x0000 }, { statuses: [0, 0], outcome: 0x0000 }, { statuses: [0, 0xb000], outcome: 0xb000 },
    { statuses: [0, 0xa700], outcome: 0xb000 }, { statuses: [0xb000, 0xc000], outcome: 0xb000 },
    { statuses: [0xa700, 0xc000], outcome: 0xa702 },
  ]
  for (const { statuses, outcome } of outcomes) {
    it(`of ${statuses.map((status) => status.toString(16)).join(' ') || 'nothing'} is ${outcome.toString(16)}`, () => {
      assert.equal(count(...statuses).outcome(), outcome)
    })
  }
  it('tells no more than was planned as remaining, and nothing where nothing was planned', () => {
    const counted = count(0, 0xb000)
    assert.equal(counted.counts(true).remaining, 0)
    counted.plan(5)
    assert.deepEqual(counted.counts(true), { remaining: 3, completed: 1, warning: 1, failed: 0 })
  })
  it('lists failures as far as one element holds them, and counts as far as a number goes', () => {
    const counted = new SubOperationCount()
    const uid = (n: number) => `1.2.826.0.1.3680043.${n}`
    for (let n = 0; n < 70_000; n++) counted.add({ kind: 'sent', sopInstanceUid: uid(n), status: 0xa700 })
    assert.equal(counted.counts(false).failed, 0xffff)
    const list = readDataSet(counted.failedList(EXPLICIT_LE) ?? new Uint8Array(0), transferSyntaxOf(EXPLICIT_LE))
    const uids = list.texts(Tags.FailedSOPInstanceUIDList)
    assert.ok(uids.length > 2_000)
    assert.equal(uids[0], uid(0))
  })
})
