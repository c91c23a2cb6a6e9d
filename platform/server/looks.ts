/**
 * Who looked at what: a line in the audit for each list and each exam that a person was shown. ADM-12.
 *
 * A page asks again by itself, so the same look by the same person is noted once in a while.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import type { QueryExecutorProvider } from 'kysely'
import { LRUCache } from 'lru-cache'
import { actorOf, audit } from './audit.ts'
import { MINUTE_MS, type Clock } from './clock.ts'
import type { Visit } from './http/route.ts'

export const NOTED_EVERY_MS = 15 * MINUTE_MS
const NOTED_MAX = 10_000

export interface Look {
  /** `viewer.studies-listed`: module and past tense. */
  readonly action: string
  readonly subject: string
  /** Ids of the Studies on the list. */
  readonly shown?: readonly string[]
}

export type NoteLook = (who: Pick<Visit, 'caller' | 'address'>, look: Look) => Promise<void>

export function createLooks(db: QueryExecutorProvider, clock: Clock): NoteLook {
  const noted = new LRUCache<string, number>({ max: NOTED_MAX })
  return async ({ caller, address }, { action, subject, shown = [] }) => {
    const actor = actorOf(caller)
    const key = createHash('sha256').update([actor, address, action, subject, ...shown].join(' ')).digest('base64')
    const now = clock.now()
    if (now - (noted.get(key) ?? -Infinity) < NOTED_EVERY_MS) return
    await audit(db, { action, actor, address, subject, outcome: 'done', shown })
    noted.set(key, now)
  }
}
