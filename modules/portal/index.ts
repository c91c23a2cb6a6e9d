import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import { tell, type Live } from '../../platform/server/live.ts'
import type { NoteLook } from '../../platform/server/looks.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { People } from '../accounts/index.ts'
import { STUDY_SETTLED, type Archive } from '../archive/index.ts'
import type { Remote } from '../devices/index.ts'
import { GRANT_ENDED, type Grants } from '../grants/index.ts'
import type { Packages } from '../packaging/index.ts'
import { createElsewhere } from './elsewhere.ts'
import { createExams } from './exams.ts'
import { createNaming, type Ordered } from './friendly.ts'
import { jobs, upkeepJobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { createOversight } from './oversight.ts'
import { paragraphs } from './paragraphs.ts'
import { createPreparing } from './prepare.ts'
import { createRequests } from './requests.ts'
import { routes, staffRoutes } from './routes.ts'
import { settings } from './settings.ts'
import { pacsSources } from './pacs-sources.ts'
import type { PortalTables } from './tables.ts'
import { createUpkeep } from './upkeep.ts'

export { LOCATION } from './settings.ts'
export type { PortalTables } from './tables.ts'

interface PortalOptions {
  readonly db: Kysely<PortalTables>
  readonly clock: Clock
  readonly archive: Archive
  readonly grants: Grants
  readonly packages: Packages
  readonly people: Pick<People, 'known' | 'called'>
  readonly live: Live
  /** Whose Studies a person was shown is noted. */
  readonly looks: NoteLook
  readonly settings: Settings
  /** Where else exams may be. */
  readonly remote: Remote
  readonly ordered: Ordered
  readonly publicUrl: string
}

export function createPortal(options: PortalOptions): Module {
  const { db, archive, grants, live, looks } = options
  const naming = createNaming(options)
  const requests = createRequests({ ...options, naming })
  const exams = createExams({ archive, grants, requests, looks, naming })
  const elsewhere = createElsewhere({ ...options, naming })
  const news = async (studyId: string) => {
    for (const accountId of await grants.holdersOf(studyId)) await tell(db, accountId, 'exams', null)
  }
  return moduleOf({
    name: 'portal',
    migrations, settings, paragraphs,
    routes: [
      mount({ exams, elsewhere, requests, live, settings: options.settings }, routes),
      mount(createOversight(options), staffRoutes),
    ],
    jobs: [mountJobs(createPreparing({ ...options, naming, sources: pacsSources(options) }), jobs), mountJobs(createUpkeep(options), upkeepJobs)],
    watches: [{ event: STUDY_SETTLED, run: news }, { event: GRANT_ENDED, run: (grantId) => requests.endOfGrant(grantId) }],
  })
}
