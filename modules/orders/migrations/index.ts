import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'
import { workitems } from './0002-workitems.ts'

export const migrations: readonly Migration[] = [init, workitems]
