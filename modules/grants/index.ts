import { ACCOUNT_IDENTIFIED, type People, type Visitors } from '../accounts/index.ts'
import { mount } from '../../platform/server/http/route.ts'
import { mountJobs } from '../../platform/server/jobs.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import { createCodes } from './codes.ts'
import { createGrantRules, type Grants, type GrantsOptions } from './grants.ts'
import { jobs } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { createOpenings } from './openings.ts'
import { paragraphs } from './paragraphs.ts'
import { createPrinting } from './printing.ts'
import { routes } from './routes.ts'
import { settings } from './settings.ts'

export { GRANT_ENDED } from './ending.ts'
export type { Action, Grant, Grants, Opened } from './grants.ts'
export type { GrantsTables } from './tables.ts'

interface GrantsParts extends GrantsOptions {
  readonly people: Pick<People, 'known' | 'ofRole' | 'one'>
  readonly visitors: Visitors
  readonly settings: Settings
  /** Of this installation, hexadecimal: keys the hashes of access codes. */
  readonly codeKey: string
  readonly publicUrl: string
}

/** A patient's account that now stands for its Patient gets that Patient's images. */
export function createGrants(options: GrantsParts): { module: Module; grants: Grants } {
  const grants = createGrantRules(options)
  const codes = createCodes(options, grants)
  const service = { openings: createOpenings(options), codes, printing: createPrinting(options.settings, options.publicUrl) }
  const watches = [{ event: ACCOUNT_IDENTIFIED, run: (accountId: string) => grants.releaseToOwner(accountId) }]
  const module = moduleOf({
    name: 'grants', migrations, settings, paragraphs, watches, routes: [mount(service, routes)], jobs: [mountJobs(codes, jobs)],
  })
  return { module, grants }
}
