/**
 * How long Studies are kept: rules in order, of which the first that fits a Study decides; without one it is kept. What
 * somebody's download or share stands on, stays until that is over. Once a night, at most so many: a wrong rule, or a clock that
 * goes wrong, must not empty the archive before anybody sees it. NET-28.
 *
 * @module
 */
import type { Kysely } from 'kysely'
import { actorOf, audit } from '../../../platform/server/audit.ts'
import type { AccountCaller, Caller } from '../../../platform/server/auth/caller.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import type { StudyRemoval } from '../removal.ts'
import { heldAmong } from '../store/holds.ts'
import * as store from '../store/retention.ts'
import type { ArchiveTables } from '../tables.ts'

export type { Due, Rule, Run } from '../store/retention.ts'

export interface Planned {
  readonly due: readonly (store.Due & { readonly isHeld: boolean })[]
  /** There are more than one night takes. */
  readonly isMore: boolean
}

export interface Retention {
  rules(): Promise<readonly store.Rule[]>
  setRules(caller: AccountCaller, address: string, rules: readonly store.Rule[]): Promise<void>
  /** What would go now by these rules; nothing goes. */
  plan(rules: readonly store.Rule[]): Promise<Planned>
  /** Takes out what is due. Doing it twice takes out what is due then. */
  run(signal: AbortSignal): Promise<store.Run>
  runs(): Promise<readonly store.Run[]>
  sources(): Promise<readonly string[]>
}

export interface RetentionOptions {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly removal: StudyRemoval
  readonly studiesANight: () => number
}

const SYSTEM: Caller = { kind: 'anonymous' }
const RUNS_SHOWN = 10

export function createRetention(options: RetentionOptions): Retention {
  const { db, studiesANight } = options

  async function plan(rules: readonly store.Rule[], signal?: AbortSignal): Promise<Planned> {
    const limit = studiesANight()
    const due = await longestDue(options, rules, limit + 1, signal)
    const tonight = due.slice(0, limit)
    const held = await heldAmong(db, tonight.map(({ id }) => id))
    return { due: tonight.map((each) => ({ ...each, isHeld: held.has(each.id) })), isMore: due.length > limit }
  }

  return {
    plan,
    rules: () => store.allRules(db),
    setRules: (caller, address, rules) => db.transaction().execute(async (tx) => {
      await store.putRules(tx, rules)
      await audit(tx, {
        action: 'archive.retention-changed', actor: actorOf(caller), address, subject: 'retention', outcome: 'done',
        detail: { rules: rules.length, detail: JSON.stringify(rules) },
      })
    }),
    run: async (signal) => run(options, (await plan(await store.allRules(db), signal)).due, signal),
    runs: () => store.lastRuns(db, RUNS_SHOWN),
    sources: () => store.recentSources(db),
  }
}

/** Studies that one query looks at: none of them takes long, however many there are. */
const LOOKED_AT_ONCE = 500

/** All Studies are looked at, page by page, and no more are in memory than may go. Those first whose time has been over the longest. */
async function longestDue(
  { db, clock }: RetentionOptions, rules: readonly store.Rule[], limit: number, signal: AbortSignal | undefined,
): Promise<readonly store.Due[]> {
  if (!rules.some(({ keepDays }) => keepDays !== null)) return []
  const now = clock.now()
  let due: readonly store.Due[] = []
  for (let after = ''; signal?.aborted !== true; ) {
    const ids = await store.studyIdsAfter(db, after, LOOKED_AT_ONCE)
    due = [...due, ...(await store.dueAmong(db, rules, now, ids))].sort(byTheEnd).slice(0, limit)
    if (ids.length < LOOKED_AT_ONCE) break
    after = ids.at(-1) ?? after
  }
  return due
}

function byTheEnd(one: store.Due, other: store.Due): number {
  return one.overAt - other.overAt || (one.id < other.id ? -1 : 1)
}

async function run({ db, clock, removal }: RetentionOptions, due: Planned['due'], signal: AbortSignal): Promise<store.Run> {
  let [studies, instances, sizeBytes, held] = [0, 0, 0, 0]
  for (const { id, rule, sizeBytes: bytes } of due) {
    if (signal.aborted) break
    const outcome = await removal.study({ caller: SYSTEM, address: '' }, id, { why: 'retention', rule: String(rule) })
    if (outcome.kind === 'held') held++
    if (outcome.kind !== 'removed') continue
    studies++
    instances += outcome.instances
    sizeBytes += bytes
  }
  const done = { at: clock.now(), studies, instances, sizeBytes, held }
  if (due.length > 0) await store.addRun(db, done)
  return done
}
