import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'

export const migrations: readonly Migration[] = [init]
