/** What became of Studies, for programs that follow. Its tables are the archive's. */
import { mount } from '../../../platform/server/http/route.ts'
import { mountJobs } from '../../../platform/server/jobs.ts'
import { moduleOf, type Module } from '../../../platform/server/module.ts'
import type { Settings } from '../../../platform/server/settings/index.ts'
import { createChanges, type ChangesOptions } from './changes.ts'
import { changeJobs } from './jobs.ts'
import { changeRoutes } from './routes.ts'
import { CHANGES_KEPT, changeSettings } from './settings.ts'

export interface ChangeFeedOptions extends Omit<ChangesOptions, 'keptDays'> {
  readonly settings: Pick<Settings, 'value'>
}

export function createChangeFeed({ settings, ...options }: ChangeFeedOptions): Module {
  const changes = createChanges({ ...options, keptDays: () => settings.value(CHANGES_KEPT) })
  return moduleOf({ name: 'changes', settings: changeSettings, routes: [mount(changes, changeRoutes)], jobs: [mountJobs(changes, changeJobs)] })
}
