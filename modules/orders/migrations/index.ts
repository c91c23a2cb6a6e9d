import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'
import { workitems } from './0002-workitems.ts'
import { subscriptions } from './0003-subscriptions.ts'

export const migrations: readonly Migration[] = [init, workitems, subscriptions]
