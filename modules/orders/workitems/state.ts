/**
 * The states of a workitem, and who may move it: whoever claims it gives it a Transaction UID, and only who knows that has a say
 * from then on. PS3.4 §CC.1.1, Table CC.1.1-2.
 *
 * @module
 */
export const workitemStates = ['SCHEDULED', 'IN PROGRESS', 'COMPLETED', 'CANCELED'] as const
export type WorkitemState = (typeof workitemStates)[number]

export interface Claim {
  readonly state: WorkitemState
  /** Null before somebody claims it. */
  readonly transactionUid: string | null
}

/** Why something is not done. */
export type Hindrance =
  | 'no-transaction'
  | 'wrong-transaction'
  /** Somebody works on it. */
  | 'claimed'
  /** Nobody works on it. */
  | 'not-claimed'
  /** It is completed or canceled, for good. */
  | 'over'
  /** It was SCHEDULED when it was made, and is so never again. */
  | 'never-scheduled'

export type Verdict = { readonly kind: 'go' } | { readonly kind: 'already' } | { readonly kind: 'no'; readonly why: Hindrance }

const GO: Verdict = { kind: 'go' }
const ALREADY: Verdict = { kind: 'already' }

function no(why: Hindrance): Verdict {
  return { kind: 'no', why }
}

/** Change UPS State, PS3.4 §CC.2.1. What must be told before it is completed is asked elsewhere. Pure. */
export function mayMove(claim: Claim, wanted: WorkitemState, transactionUid: string | null): Verdict {
  if (wanted === 'SCHEDULED') return no('never-scheduled')
  if (transactionUid === null) return no('no-transaction')
  const { state } = claim
  if (state === 'SCHEDULED') return wanted === 'IN PROGRESS' ? GO : no('not-claimed')
  // Whoever claims it too late shows another than the one that it has.
  if (!knows(claim, transactionUid)) return no('wrong-transaction')
  if (wanted === 'IN PROGRESS') return no(state === 'IN PROGRESS' ? 'claimed' : 'over')
  if (state === 'IN PROGRESS') return GO
  return state === wanted ? ALREADY : no('over')
}

/** N-SET, PS3.4 §CC.2.6: by anybody before it is claimed, then by who claimed it. Pure. */
export function mayUpdate(claim: Claim, transactionUid: string | null): Verdict {
  const { state } = claim
  if (state === 'COMPLETED' || state === 'CANCELED') return no('over')
  if (state === 'SCHEDULED') return transactionUid === null ? GO : no('not-claimed')
  if (transactionUid === null) return no('no-transaction')
  return knows(claim, transactionUid) ? GO : no('wrong-transaction')
}

/**
 * Request UPS Cancel, PS3.4 §CC.2.2: of what somebody works on, they are asked, if they may be among those that hear of it. Pure.
 *
 * @param isFollowed - somebody has subscribed to it.
 */
export function mayCancel({ state }: Claim, isFollowed: boolean): Verdict | { readonly kind: 'ask' } {
  if (state === 'CANCELED') return ALREADY
  if (state === 'IN PROGRESS') return isFollowed ? { kind: 'ask' } : no('claimed')
  return state === 'SCHEDULED' ? GO : no('over')
}

/** What was canceled before anybody claimed it has no Transaction UID that could be known. */
function knows(claim: Claim, transactionUid: string): boolean {
  return claim.transactionUid === null || claim.transactionUid === transactionUid
}
