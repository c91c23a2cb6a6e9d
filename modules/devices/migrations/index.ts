import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'
import { manage } from './0002-manage.ts'
import { proofsAndThresholds } from './0003-proofs-and-thresholds.ts'

export const migrations: readonly Migration[] = [init, manage, proofsAndThresholds]
