/**
 * The viewer opened from another program, such as a hospital's own record: VWR-22.
 *
 * The program asks with its token for one exam, and gets an address that works once, within a minute. Whoever opens it comes
 * in as a visitor who may look at this exam and at nothing else, and not take it home.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { HOUR_MS, MINUTE_MS, type Clock, type Instant } from '../../platform/server/clock.ts'
import { hashOfToken, newId, newToken } from '../../platform/server/ids.ts'
import type { Visitors } from '../accounts/index.ts'
import type { Archive, Found, ImageRights } from '../archive/index.ts'
import type { Grants } from '../grants/index.ts'
import type { NewLaunch } from './contract.ts'
import * as store from './store/launches.ts'

export const LAUNCH_LIFETIME_MS = MINUTE_MS
/** How long one may look. The session ends sooner without use. */
export const VISIT_MS = 8 * HOUR_MS
/** An Accession Number may have been given to several Studies of one exam. */
const MOST_STUDIES = 20

export type LaunchMade =
  | { readonly kind: 'made'; readonly token: string; readonly until: Instant }
  /** There is none, or not for this caller; or it is not one Patient's. */
  | { readonly kind: 'no-exam' }

export type Launched =
  | { readonly kind: 'open'; readonly session: string; readonly studyId: string }
  /** Used, too old, or never made: told alike. */
  | { readonly kind: 'over' }

export interface Launches {
  make(caller: Caller & { readonly accountId: string }, wish: NewLaunch): Promise<LaunchMade>
  redeem(token: string, from: { readonly address: string; readonly agent: string }): Promise<Launched>
}

export interface LaunchesOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly archive: Archive
  readonly rights: ImageRights
  readonly grants: Pick<Grants, 'lend'>
  readonly visitors: Visitors
}

export function createLaunches(options: LaunchesOptions): Launches {
  const { db, clock, visitors } = options

  async function make(caller: Caller & { readonly accountId: string }, wish: NewLaunch): Promise<LaunchMade> {
    const studies = await meant(options, caller, wish)
    if (studies.length === 0) return { kind: 'no-exam' }
    const [now, token] = [clock.now(), newToken()]
    const until = now + LAUNCH_LIFETIME_MS
    for (const visitor of await store.forgetOld(db, now)) await visitors.close(visitor)
    await db.transaction().execute(async (tx) => {
      const id = newId('lau', now)
      await store.addLaunch(tx, { id, tokenHash: hashOfToken(token), studies, madeBy: caller.accountId, until })
      await audit(tx, { action: 'viewer.launch-made', actor: actorOf(caller), address: null, subject: id, outcome: 'done', shown: studies })
    })
    return { kind: 'made', token, until }
  }

  async function redeem(token: string, from: { readonly address: string; readonly agent: string }): Promise<Launched> {
    const now = clock.now()
    const launch = await store.takeLaunch(db, hashOfToken(token), now)
    const [first] = launch?.studies ?? []
    if (launch === undefined || first === undefined) return { kind: 'over' }
    const [accountId, until] = [await visitors.add(''), now + VISIT_MS]
    await store.noteVisitor(db, launch.id, accountId, until)
    const isLent = await options.grants.lend({ accountId, studies: launch.studies, by: launch.madeBy, until })
    const session = isLent ? await visitors.startSession(accountId, from) : undefined
    const { address } = from
    await audit(db, {
      action: 'viewer.launch-used', actor: accountId, address, subject: launch.id, outcome: session === undefined ? 'refused' : 'done', shown: launch.studies,
    })
    return session === undefined ? { kind: 'over' } : { kind: 'open', session, studyId: first }
  }

  return { make, redeem }
}

/** Newest first. What the caller may not see is not there. */
async function meant({ archive, rights }: LaunchesOptions, caller: Caller, { studyUid, accessionNumber }: NewLaunch): Promise<readonly string[]> {
  const page = await archive.find({
    level: 'study', order: 'newest', limit: MOST_STUDIES,
    filter: {
      ...(studyUid !== undefined && { studyUid: { kind: 'any-of', values: [studyUid] } as const }),
      ...(accessionNumber !== undefined && { accessionNumber: { kind: 'any-of', values: [accessionNumber] } as const }),
    },
  })
  const found: Found[] = []
  for (const each of page.kind === 'page' ? page.entries : []) if (await rights.may(caller, 'view', each.study.id)) found.push(each)
  const patients = new Set(found.map(({ patient }) => `${patient.patientId}\\${patient.issuer}`))
  return patients.size === 1 ? found.map(({ study }) => study.id) : []
}
