import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'
import { apiTokens } from './0010-api-tokens.ts'
import { signIn } from './0020-sign-in.ts'
import { visitors } from './0030-visitors.ts'
import { limits } from './0040-limits.ts'

export const migrations: readonly Migration[] = [init, apiTokens, signIn, visitors, limits]
