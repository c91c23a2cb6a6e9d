import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { Db } from '../store.ts'

/** What stands of an account when somebody tries: in all, and from where they are. */
export interface Standing {
  readonly wrong: number
  readonly wrongAt: Instant | null
  readonly here: { readonly wrong: number; readonly wrongAt: Instant | null; readonly rightAt: Instant | null }
}

interface Try {
  readonly accountId: string
  readonly place: string
  readonly now: Instant
}

/**
 * Takes one try, if one is due: counts it as wrong before it is judged, so that tries at the same time are counted
 * one by one.
 *
 * @returns false if none is due yet; nothing is counted then.
 */
export async function takeTry(db: Db, { accountId, place, now }: Try, isDue: (standing: Standing) => boolean): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const all = await tx.selectFrom('account').select(['wrong', 'wrong_at']).where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow()
    const row = await tx.selectFrom('sign_in_try').selectAll().where('account_id', '=', accountId).where('place', '=', place).executeTakeFirst()
    const here = { wrong: row?.wrong ?? 0, wrongAt: row?.wrong_at ?? null, rightAt: row?.right_at ?? null }
    if (!isDue({ wrong: all.wrong, wrongAt: all.wrong_at, here })) return false
    const counted = { wrong: here.wrong + 1, wrong_at: at(now) }
    await tx.insertInto('sign_in_try').values({ account_id: accountId, place, right_at: null, ...counted })
      .onConflict((on) => on.columns(['account_id', 'place']).doUpdateSet(counted)).execute()
    await tx.updateTable('account').set({ wrong: all.wrong + 1, wrong_at: at(now) }).where('id', '=', accountId).execute()
    return true
  })
}

/** A try that was neither right nor wrong: the next step decides. */
export async function giveBack(db: Db, accountId: string, place: string): Promise<void> {
  await db.updateTable('sign_in_try').set((eb) => ({ wrong: eb('wrong', '-', 1) }))
    .where('account_id', '=', accountId).where('place', '=', place).where('wrong', '>', 0).execute()
  await db.updateTable('account').set((eb) => ({ wrong: eb('wrong', '-', 1) })).where('id', '=', accountId).where('wrong', '>', 0).execute()
}

export async function forgive(db: Db, { accountId, place, now }: Try): Promise<void> {
  const fresh = { wrong: 0, wrong_at: null, right_at: at(now) }
  await db.insertInto('sign_in_try').values({ account_id: accountId, place, ...fresh })
    .onConflict((on) => on.columns(['account_id', 'place']).doUpdateSet(fresh)).execute()
  await db.updateTable('account').set({ wrong: 0, wrong_at: null }).where('id', '=', accountId).execute()
}

export async function forgetTries(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('sign_in_try')
    .where((eb) => eb.or([eb('right_at', '<', at(before)), eb.and([eb('right_at', 'is', null), eb('wrong_at', '<', at(before))])]))
    .execute()
}
