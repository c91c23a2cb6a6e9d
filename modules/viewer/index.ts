import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import type { NoteLook } from '../../platform/server/looks.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { Visitors } from '../accounts/index.ts'
import type { Archive, ImageRights, Labels } from '../archive/index.ts'
import type { Grants } from '../grants/index.ts'
import { launchRoutes } from './launch-routes.ts'
import { createLaunches } from './launches.ts'
import { listRoutes } from './list-routes.ts'
import { migrations } from './migrations/index.ts'
import { createOwnLists } from './own-list.ts'
import { ownRoutes } from './own-routes.ts'
import { routes } from './routes.ts'
import { NOT_FOR_DIAGNOSIS, settings } from './settings.ts'
import { createStudies } from './studies.ts'
import { createStudySearching } from './study-search.ts'

export interface ViewerOptions {
  readonly db: Kysely<unknown>
  readonly clock: Clock
  readonly labels: Pick<Labels, 'all'>
  readonly archive: Archive
  readonly rights: ImageRights
  readonly settings: Settings
  /** Whose Studies a person was shown is noted. */
  readonly looks: NoteLook
  readonly grants: Pick<Grants, 'lend'>
  readonly visitors: Visitors
  readonly publicUrl: string
}

export function createViewer({ settings: site, looks, labels, publicUrl, ...options }: ViewerOptions): Module {
  const { archive, rights } = options
  const studies = createStudies(archive, rights)
  const searching = createStudySearching(archive)
  const notForDiagnosis = () => site.value(NOT_FOR_DIAGNOSIS)
  return moduleOf({
    name: 'viewer', settings, migrations,
    routes: [
      mount({ studies, notForDiagnosis }, routes), mount({ searching, looks, labels }, listRoutes), mount(createOwnLists(options), ownRoutes),
      mount({ launches: createLaunches(options), publicUrl }, launchRoutes),
    ],
  })
}
