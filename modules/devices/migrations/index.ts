import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'
import { manage } from './0002-manage.ts'
import { proofsAndThresholds } from './0003-proofs-and-thresholds.ts'
import { worklistAccess } from './0010-worklist-access.ts'
import { refusalsAndCommitment } from './0020-refusals-and-commitment.ts'
import { failedTransfers } from './0030-failed-transfers.ts'

export const migrations: readonly Migration[] = [init, manage, proofsAndThresholds, worklistAccess, refusalsAndCommitment, failedTransfers]
