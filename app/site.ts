/** What the page and a monitor may know before anybody signs in. */
import { sql, type Kysely } from 'kysely'
import Type from 'typebox'
import type { People } from '../modules/accounts/index.ts'
import { anyone } from '../platform/server/auth/caller.ts'
import { answerMs, type Migration } from '../platform/server/database/index.ts'
import { mount, route, type Mounted } from '../platform/server/http/route.ts'
import { Problem } from '../platform/server/http/problem.ts'
import { HELP_DESK, SITE_NAME, type Settings } from '../platform/server/settings/index.ts'
import { VERSION } from './version.ts'

const SiteView = Type.Object({
  name: Type.String(),
  version: Type.String(),
  demo: Type.Boolean(),
  /** An administrator has a password. */
  setUp: Type.Boolean(),
  /** Mail can be sent. */
  mail: Type.Boolean(),
  /** Whom to ask. */
  helpDesk: Type.Union([Type.String(), Type.Null()]),
})

const HealthView = Type.Object({ state: Type.Literal('working'), version: Type.String() })

export interface Site {
  readonly db: Kysely<unknown>
  readonly people: People
  readonly settings: Settings
  readonly demo: boolean
  readonly mail: boolean
}

const siteRoute = route({
  method: 'GET', url: '/api/site', summary: 'Name, version and mode of this installation', allow: anyone, answer: SiteView,
  async handle({ people, settings, demo, mail }: Site) {
    const setUp = await people.hasAdministrator()
    const [name, helpDesk] = [settings.value(SITE_NAME).trim(), settings.value(HELP_DESK).trim()]
    return { name: name === '' ? SITE_NAME.default : name, version: VERSION, demo, setUp, mail, helpDesk: helpDesk === '' ? null : helpDesk }
  },
})

const healthRoute = route({
  method: 'GET', url: '/healthz', summary: 'Whether the process can work', allow: anyone, answer: HealthView,
  async handle({ db }: Site) {
    await answerMs(db).catch(() => {
      throw new Problem('database-away', 503, 'The database does not answer.')
    })
    return { state: 'working' as const, version: VERSION }
  },
})

export function mountSite(site: Site): Mounted {
  return mount(site, [siteRoute, healthRoute])
}

/** Whether the data belong to the demo: made-up people must never meet real ones. */
export const siteMigrations: readonly Migration[] = [
  {
    module: 'site', number: 1, name: 'init',
    async up(tx) {
      await sql`create table site (demo boolean not null, is_only boolean primary key default true check (is_only))`.execute(tx)
    },
  },
]

/** Null for a data folder in which nothing is yet. */
export async function isDemoSite(db: Kysely<unknown>): Promise<boolean | null> {
  const { rows } = await sql<{ demo: boolean }>`select demo from site`.execute(db)
  return rows[0]?.demo ?? null
}

export async function markSite(db: Kysely<unknown>, demo: boolean): Promise<void> {
  await sql`insert into site (demo) values (${demo}) on conflict do nothing`.execute(db)
}
