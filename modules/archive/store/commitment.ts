import type { CommitmentReport } from '@filmjacket/dicom-net'
import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../platform/server/clock.ts'
import { at } from '../../../platform/server/database/index.ts'
import type { ArchiveTables } from '../tables.ts'

type Db = Kysely<ArchiveTables>

export interface Asked {
  readonly aeTitle: string
  readonly transactionUid: string
}

/** @returns false if a report on this transaction is waiting already. */
export async function addReport(db: Db, { aeTitle, transactionUid }: Asked, report: CommitmentReport, now: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.insertInto('commitment_report')
    .values({ ae_title: aeTitle, transaction_uid: transactionUid, report: sql`${JSON.stringify(report)}::jsonb`, asked_at: at(now) })
    .onConflict((on) => on.columns(['ae_title', 'transaction_uid']).doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function waitingReport(db: Db, { aeTitle, transactionUid }: Asked): Promise<CommitmentReport | undefined> {
  const row = await db.selectFrom('commitment_report').select('report')
    .where('ae_title', '=', aeTitle).where('transaction_uid', '=', transactionUid).executeTakeFirst()
  return row?.report as CommitmentReport | undefined
}

export async function removeReport(db: Db, { aeTitle, transactionUid }: Asked): Promise<void> {
  await db.deleteFrom('commitment_report').where('ae_title', '=', aeTitle).where('transaction_uid', '=', transactionUid).execute()
}

/** Which of these Instances are here, and of what class; none of which another content waits for a person. */
export async function classesOf(db: Db, instanceUids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ uid: string; sopClass: string }>`
    select instance_uid as uid, sop_class_uid as "sopClass" from instance where instance_uid = any(${[...instanceUids]})
        and not exists (select from quarantined held where held.instance_uid = instance.instance_uid and held.instance_uid <> ''
          and held.why = 'same-uid' and held.state in ('open', 'in-work'))`.execute(db)
  return new Map(rows.map(({ uid, sopClass }) => [uid, sopClass]))
}
