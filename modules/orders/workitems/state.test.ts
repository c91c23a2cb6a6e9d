/** PS3.4 Table CC.1.1-2, cell by cell. */
import { describe, expect, it } from 'vitest'
import { mayCancel, mayMove, mayUpdate, workitemStates, type Claim, type Verdict, type WorkitemState } from './state.ts'

const OURS = '1.2.3'
const claims: Readonly<Record<WorkitemState, Claim>> = {
  'SCHEDULED': { state: 'SCHEDULED', transactionUid: null },
  'IN PROGRESS': { state: 'IN PROGRESS', transactionUid: OURS },
  'COMPLETED': { state: 'COMPLETED', transactionUid: OURS },
  'CANCELED': { state: 'CANCELED', transactionUid: OURS },
}

function told(verdict: Verdict | { readonly kind: 'ask' }): string {
  return verdict.kind === 'no' ? verdict.why : verdict.kind
}

/** In the order of `workitemStates`. */
function row(judge: (claim: Claim) => Parameters<typeof told>[0]): readonly string[] {
  return workitemStates.map((state) => told(judge(claims[state])))
}

describe('the state of a workitem', () => {
  const moves: readonly (readonly [wanted: WorkitemState, transactionUid: string | null, ...told: string[]])[] = [
    ['SCHEDULED', OURS, 'never-scheduled', 'never-scheduled', 'never-scheduled', 'never-scheduled'],
    ['IN PROGRESS', OURS, 'go', 'claimed', 'over', 'over'],
    ['IN PROGRESS', '1.2.9', 'go', 'wrong-transaction', 'wrong-transaction', 'wrong-transaction'],
    ['IN PROGRESS', null, 'no-transaction', 'no-transaction', 'no-transaction', 'no-transaction'],
    ['COMPLETED', OURS, 'not-claimed', 'go', 'already', 'over'],
    ['COMPLETED', '1.2.9', 'not-claimed', 'wrong-transaction', 'wrong-transaction', 'wrong-transaction'],
    ['COMPLETED', null, 'no-transaction', 'no-transaction', 'no-transaction', 'no-transaction'],
    ['CANCELED', OURS, 'not-claimed', 'go', 'over', 'already'],
    ['CANCELED', '1.2.9', 'not-claimed', 'wrong-transaction', 'wrong-transaction', 'wrong-transaction'],
    ['CANCELED', null, 'no-transaction', 'no-transaction', 'no-transaction', 'no-transaction'],
  ]
  for (const [wanted, transactionUid, ...expected] of moves) {
    it(`moves to ${wanted} with ${transactionUid === null ? 'no' : transactionUid === OURS ? 'the right' : 'a wrong'} Transaction UID as the table says`, () => {
      expect(row((claim) => mayMove(claim, wanted, transactionUid))).toEqual(expected)
    })
  }

  it('lets anybody change what nobody claimed, then its performer alone, then nobody', () => {
    expect(row((claim) => mayUpdate(claim, null))).toEqual(['go', 'no-transaction', 'over', 'over'])
    expect(row((claim) => mayUpdate(claim, OURS))).toEqual(['not-claimed', 'go', 'over', 'over'])
    expect(row((claim) => mayUpdate(claim, '1.2.9'))).toEqual(['not-claimed', 'wrong-transaction', 'over', 'over'])
  })

  it('lets anybody cancel what nobody claimed', () => {
    expect(row((claim) => mayCancel(claim, false))).toEqual(['go', 'claimed', 'over', 'already'])
  })

  it('has who performs one asked, if they may hear of it', () => {
    expect(row((claim) => mayCancel(claim, true))).toEqual(['go', 'ask', 'over', 'already'])
  })

  it('of what was canceled before it was claimed has no Transaction UID that could be wrong', () => {
    const canceled: Claim = { state: 'CANCELED', transactionUid: null }
    expect([mayMove(canceled, 'CANCELED', OURS), mayMove(canceled, 'COMPLETED', OURS)].map(told)).toEqual(['already', 'over'])
  })
})
