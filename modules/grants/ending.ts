import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import type { Instant } from '../../platform/server/clock.ts'
import { emit } from '../../platform/server/events.ts'
import { tell } from '../../platform/server/live.ts'
import { endGrant, type Db } from './store.ts'
import type { GrantRow } from './tables.ts'

/** Told when somebody ended a grant: whoever prepares or sends something on it stops. */
export const GRANT_ENDED = 'grant.ended'

/** Ends a grant and all that hang on it, with the transaction `tx`. @returns those that were open until now. */
export async function endWithAll(tx: Db, caller: Caller, id: string, now: Instant): Promise<readonly GrantRow[]> {
  const ended = await endGrant(tx, id, actorOf(caller), now)
  for (const grant of ended) {
    await audit(tx, {
      action: 'grants.ended', actor: actorOf(caller), address: null, subject: grant.id, outcome: 'done',
      detail: { account: grant.account_id, kind: grant.kind },
    })
    await emit(tx, { name: GRANT_ENDED, subject: grant.id })
    await tell(tx, grant.account_id, 'exams', null)
  }
  return ended
}
