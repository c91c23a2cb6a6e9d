import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'
import { manage } from './0002-manage.ts'

export const migrations: readonly Migration[] = [init, manage]
