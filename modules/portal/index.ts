import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import { tell, type Live } from '../../platform/server/live.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { STUDY_SETTLED, type Archive } from '../archive/index.ts'
import type { Grants } from '../grants/index.ts'
import type { Packages } from '../packaging/index.ts'
import { createExams } from './exams.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { createPreparing } from './prepare.ts'
import { createRequests } from './requests.ts'
import { routes } from './routes.ts'
import type { PortalTables } from './tables.ts'

export type { PortalTables } from './tables.ts'

interface PortalOptions {
  readonly db: Kysely<PortalTables>
  readonly clock: Clock
  readonly archive: Archive
  readonly grants: Grants
  readonly packages: Packages
  readonly live: Live
  readonly publicUrl: string
}

export function createPortal(options: PortalOptions): Module {
  const { db, archive, grants, live } = options
  const requests = createRequests(options)
  const exams = createExams({ archive, grants, requests })
  const news = async (studyId: string) => {
    for (const accountId of await grants.holdersOf(studyId)) await tell(db, accountId, 'exams', null)
  }
  return moduleOf({
    name: 'portal',
    migrations,
    routes: [mount({ exams, requests, live }, routes)],
    jobs: [mountJobs(createPreparing(options), jobs)],
    watches: [{ event: STUDY_SETTLED, run: news }],
  })
}
