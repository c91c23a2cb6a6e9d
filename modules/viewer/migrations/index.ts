import type { Migration } from '../../../platform/server/database/migrate.ts'
import { ownList } from './0001-own-list.ts'
import { launches } from './0020-launches.ts'

export const migrations: readonly Migration[] = [ownList, launches]
