/** What everything that is done with workitems has in common: who does it, that it is written down, and that there may be none. */
import { actorOf, audit, type AuditEntry } from '../../../platform/server/audit.ts'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import type { Db } from '../store/entries.ts'

export interface By {
  /** As the audit calls it. */
  readonly actor: string | null
  readonly address: string
  /** Of a device; a program has none. */
  readonly aeTitle: string | null
}

export type Absent = { readonly kind: 'not-found' | 'gone' }

export function byCaller({ caller, address }: { readonly caller: Caller; readonly address: string }): By {
  return { actor: actorOf(caller), address, aeTitle: null }
}

export function byDevice({ callingAe, address }: { readonly callingAe: string; readonly address: string }): By {
  return { actor: callingAe, address, aeTitle: callingAe }
}

export async function note(db: Db, { actor, address }: By, what: string, subject: string, detail: NonNullable<AuditEntry['detail']> = {}): Promise<void> {
  await audit(db, { action: `orders.${what}`, actor, address, subject, outcome: 'done', detail })
}
