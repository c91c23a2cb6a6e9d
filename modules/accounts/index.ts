import type { Kysely } from 'kysely'
import type { Caller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { createInvitations } from './invitations.ts'
import { migrations } from './migrations/index.ts'
import { createPeople, type People } from './people.ts'
import { routes } from './routes.ts'
import { createSessions } from './sign-in.ts'
import type { AccountsTables } from './tables.ts'
import { tokenRoutes } from './token-routes.ts'
import { createApiTokens } from './tokens.ts'

export { ACCOUNT_IDENTIFIED, type Added, type People } from './people.ts'
export type { AccountsTables } from './tables.ts'

export interface Accounts {
  readonly module: Module
  readonly people: People
  recognize(token: string): Promise<Caller>
  /** Which program holds this token. */
  recognizeProgram(token: string): Promise<Caller>
}

export function createAccounts({ db, clock }: { db: Kysely<AccountsTables>; clock: Clock }): Accounts {
  const invitations = createInvitations(db, clock)
  const people = createPeople(db, clock, invitations)
  const sessions = createSessions(db, clock)
  const tokens = createApiTokens(db, clock)
  const mounted = [mount({ people, invitations, sessions }, routes), mount(tokens, tokenRoutes)]
  const module = moduleOf({ name: 'accounts', migrations, routes: mounted })
  return { module, people, recognize: (token) => sessions.recognize(token), recognizeProgram: (token) => tokens.recognize(token) }
}
