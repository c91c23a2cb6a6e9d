import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'
import { apiTokens } from './0010-api-tokens.ts'

export const migrations: readonly Migration[] = [init, apiTokens]
