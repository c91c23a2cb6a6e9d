import { mount } from '../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { Archive, ImageRights } from '../archive/index.ts'
import { listRoutes } from './list-routes.ts'
import { routes } from './routes.ts'
import { NOT_FOR_DIAGNOSIS, settings } from './settings.ts'
import { createStudies } from './studies.ts'
import { createStudySearching } from './study-search.ts'

export interface ViewerOptions {
  readonly archive: Archive
  readonly rights: ImageRights
  readonly settings: Settings
}

export function createViewer({ archive, rights, settings: site }: ViewerOptions): Module {
  const studies = createStudies(archive, rights)
  const searching = createStudySearching(archive)
  const notForDiagnosis = () => site.value(NOT_FOR_DIAGNOSIS)
  return moduleOf({ name: 'viewer', settings, routes: [mount({ studies, notForDiagnosis }, routes), mount({ searching }, listRoutes)] })
}
