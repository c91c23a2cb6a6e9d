/** What a module brings: app/server.ts puts these together and knows nothing else of it. */
import type { Migration } from './database/migrate.ts'
import type { Watch } from './events.ts'
import type { Mounted } from './http/route.ts'
import type { MountedJobs } from './jobs.ts'
import type { Paragraph, Setting } from './settings/index.ts'

export interface Module {
  readonly name: string
  readonly migrations: readonly Migration[]
  readonly routes: readonly Mounted[]
  readonly jobs: readonly MountedJobs[]
  readonly watches: readonly Watch[]
  /** What an administrator may set, and the texts that a site may put in its own words. */
  readonly settings: readonly Setting[]
  readonly paragraphs: readonly Paragraph[]
}

/** A module with only what it has. */
export function moduleOf(parts: Partial<Module> & Pick<Module, 'name'>): Module {
  return { migrations: [], routes: [], jobs: [], watches: [], settings: [], paragraphs: [], ...parts }
}
