import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import { STUDY_SETTLED, type Archive } from '../archive/index.ts'
import type { Devices, Remote } from '../devices/index.ts'
import type { Orders } from '../orders/index.ts'
import { createForwarding } from './forwarding.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { createPriors } from './priors.ts'
import { routes } from './routes.ts'
import { createRules } from './rules.ts'
import { settings as declared } from './settings.ts'
import type { RoutingTables } from './tables.ts'

export type { RoutingTables } from './tables.ts'

interface RoutingOptions {
  readonly db: Kysely<RoutingTables>
  readonly clock: Clock
  readonly archive: Archive
  readonly devices: Devices
  readonly remote: Remote
  readonly orders: Pick<Orders, 'expected'>
  readonly settings: Settings
}

/** What happens by itself to what arrives. */
export function createRouting(options: RoutingOptions): Module {
  const forwarding = createForwarding(options)
  const priors = createPriors(options)
  return moduleOf({
    name: 'routing', migrations, settings: declared,
    routes: [mount(createRules(options), routes)],
    jobs: [mountJobs({ forwarding, priors }, jobs)],
    watches: [
      { event: STUDY_SETTLED, run: (studyId) => forwarding.arrived(studyId) },
      { event: STUDY_SETTLED, run: (studyId) => priors.arrived(studyId) },
    ],
  })
}
