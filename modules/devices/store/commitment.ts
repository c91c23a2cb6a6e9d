import type { Kysely } from 'kysely'
import { at } from '../../../platform/server/database/index.ts'
import type { Instant } from '../../../platform/server/clock.ts'
import type { CommitmentState } from '../contract.ts'
import type { DevicesTables } from '../tables.ts'

type Db = Kysely<DevicesTables>

/** Where it has gone on meanwhile, it stays. */
export async function setCommitment(
  db: Db, transferId: string, { from, to }: { readonly from: CommitmentState | null; readonly to: CommitmentState },
): Promise<void> {
  await db.updateTable('transfer').set({ commitment: to }).where('id', '=', transferId)
    .where((eb) => (from === null ? eb('commitment', 'is', null) : eb('commitment', '=', from))).execute()
}

/** In place of an earlier one that nobody answered. */
export async function noteQuestion(db: Db, transferId: string, transactionUid: string, instances: readonly string[]): Promise<void> {
  const row = { transaction_uid: transactionUid, instances: [...instances] }
  await db.insertInto('transfer_commitment').values({ transfer_id: transferId, ...row })
    .onConflict((on) => on.column('transfer_id').doUpdateSet(row)).execute()
}

export function openQuestion(
  tx: Db, transactionUid: string, aeTitle: string,
): Promise<{ readonly transfer_id: string; readonly instances: readonly string[] } | undefined> {
  return tx.selectFrom('transfer_commitment').innerJoin('transfer', 'transfer.id', 'transfer_commitment.transfer_id')
    .innerJoin('device', 'device.id', 'transfer.device_id').select(['transfer_commitment.transfer_id', 'transfer_commitment.instances'])
    .where('transaction_uid', '=', transactionUid).where('device.ae_title', '=', aeTitle)
    .where('transfer.commitment', 'in', ['due', 'asked']).forUpdate('transfer').executeTakeFirst()
}

export async function settle(tx: Db, transferId: string, notKept: number): Promise<void> {
  await tx.updateTable('transfer').set({ commitment: notKept === 0 ? 'kept' : 'not-kept', not_kept: notKept }).where('id', '=', transferId).execute()
  await tx.deleteFrom('transfer_commitment').where('transfer_id', '=', transferId).execute()
}

export async function giveUp(db: Db, endedBefore: Instant): Promise<void> {
  await db.updateTable('transfer').set({ commitment: 'unanswered' })
    .where('commitment', 'in', ['due', 'asked']).where('ended_at', '<', at(endedBefore)).execute()
}
