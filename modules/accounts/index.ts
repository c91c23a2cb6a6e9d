import type { Kysely } from 'kysely'
import type { Caller } from '../../platform/server/auth/caller.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import type { Log } from '../../platform/server/log.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { SecretBox } from '../../platform/server/secret-box.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import { createCodes } from './codes.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { ownRoutes } from './own-routes.ts'
import { createOwnWays } from './own-ways.ts'
import { paragraphs } from './paragraphs.ts'
import { createPasskeys } from './passkeys.ts'
import { createPasswordProof } from './password-proof.ts'
import { createPeople, type People } from './people.ts'
import { peopleRoutes } from './people-routes.ts'
import { createReset } from './reset.ts'
import { doorRoutes } from './routes.ts'
import { createService } from './service.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { settings as declared } from './settings.ts'
import { createDoor, type Door } from './sign-in.ts'
import type { AccountsTables } from './tables.ts'
import { createTickets } from './tickets.ts'
import { tokenRoutes } from './token-routes.ts'
import { createApiTokens } from './tokens.ts'
import { createTries } from './tries.ts'
import { createVisitors, type Visitors } from './visitors.ts'

export { ACCOUNT_IDENTIFIED, type Added, type People } from './people.ts'
export type { AccountsTables } from './tables.ts'
export type { Visitors } from './visitors.ts'

export interface Accounts {
  readonly module: Module
  readonly people: People
  readonly visitors: Visitors
  recognize(token: string): Promise<Caller>
  /** Which program holds this token. */
  recognizeProgram(token: string): Promise<Caller>
}

export interface AccountsOptions {
  readonly db: Kysely<AccountsTables>
  readonly clock: Clock
  readonly log: Log
  readonly settings: Settings
  /** Where people reach the site: links lead there, and passkeys work there only. */
  readonly publicUrl: string
  readonly hasMail: boolean
  readonly secrets: SecretBox
  /** Of our client at the hospital's own sign-in service; null where it has none. */
  readonly oidcSecret: string | null
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { people, sessions, mounted, jobsMounted } = assemble(options)
  const tokens = createApiTokens(options.db, options.clock)
  const module = moduleOf({
    name: 'accounts', migrations, settings: declared, paragraphs, jobs: [jobsMounted], routes: [...mounted, mount(tokens, tokenRoutes)],
  })
  return {
    module, people, visitors: createVisitors(options.db, options.clock, sessions),
    recognize: (token) => sessions.recognize(token), recognizeProgram: (token) => tokens.recognize(token),
  }
}

/** The parts, each for itself too: tests take them from here. */
export function assemble(options: AccountsOptions) {
  const { db, clock, settings } = options
  const tickets = createTickets(db, clock)
  const tries = createTries(db, clock)
  const sessions: Sessions = createSessions(options)
  const codes = createCodes({ ...options, tickets })
  const passkeys = createPasskeys({ ...options, tickets })
  const invitations: Invitations = createInvitations({ db, clock, settings, passkeys })
  const people: People = createPeople({ ...options, invitations, codes, tries })
  const reset = createReset({ ...options, tickets })
  const service = createService({ ...options, tickets, people, secret: options.oidcSecret })
  const proof = createPasswordProof({ db, tries, codes })
  const door: Door = createDoor({ db, clock, settings, tries, proof, sessions, codes, passkeys })
  const ownWays = createOwnWays({ db, sessions, passkeys, codes })
  const mounted = [
    mount({ door, people, invitations, sessions, passkeys, reset, service, settings }, doorRoutes),
    mount({ door, sessions, ownWays }, ownRoutes),
    mount(people, peopleRoutes),
  ]
  return { people, sessions, invitations, codes, passkeys, door, reset, service, ownWays, tickets, tries, mounted, jobsMounted: mountJobs(reset, jobs) }
}
