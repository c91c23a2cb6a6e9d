import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { errorComment, isDone, statusKind } from './status.ts'
import { formatStatus, meaningOf, statusRows } from './statuses.ts'

describe('statusKind', () => {
  const cases = {
    success: [0x0000], pending: [0xff00, 0xff01], cancelled: [0xfe00],
    warning: [0x0001, 0x0107, 0x0116, 0xb000, 0xb006, 0xb007, 0xbfff],
    failure: [0x0110, 0x0122, 0xa700, 0xa900, 0xa801, 0xc000, 0xcfff, 0xff02, 0x0002],
  } as const
  for (const [kind, values] of Object.entries(cases)) {
    it(kind, () => values.forEach((status) => assert.equal(statusKind(status), kind, formatStatus(status))))
  }
  it('is done with success or warning', () => {
    assert.deepEqual([0, 0xb000, 0xff00, 0xfe00, 0xa700].map(isDone), [true, true, false, false, false])
  })
})

describe('meaningOf', () => {
  it('tells what a service means by the same number', () => {
    assert.match(meaningOf(0xa700, 'C-STORE').meaning, /out of resources/)
    assert.match(meaningOf(0xb000, 'C-STORE').meaning, /coercion/)
    assert.match(meaningOf(0xb000, 'C-MOVE').meaning, /sub-operations/)
    assert.match(meaningOf(0xa801, 'C-MOVE').meaning, /destination/)
    assert.match(meaningOf(0xcafe, 'C-FIND').meaning, /unable/)
    assert.match(meaningOf(0x0122, 'N-ACTION').meaning, /SOP Class/)
  })
  it('tells what is in no table by its kind', () => {
    assert.deepEqual(meaningOf(0xdead, 'C-ECHO'), { kind: 'failure', meaning: 'failure' })
  })
  it('has no row that another before it hides', () => {
    for (const [n, { services, first }] of statusRows.entries()) {
      for (const service of services ?? ['C-ECHO'] as const) {
        const found = statusRows.findIndex((row) =>
          first >= row.first && first <= row.last && (row.services === null || row.services.includes(service)))
        assert.equal(found, n, `${service} ${formatStatus(first)}`)
      }
    }
  })
})

describe('errorComment', () => {
  it('is what LO of the default repertoire can hold', () => assert.equal(errorComment('ü\n\\'), '???'))
})
