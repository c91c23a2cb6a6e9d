import type { Caller } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'

/** A token of a few studies has no say in whom else is examined. */
export function unlimited(caller: Caller): void {
  if (caller.kind === 'token' && caller.studies !== null) throw new Problem('not-allowed', 403, 'This token is for some studies only.')
}
