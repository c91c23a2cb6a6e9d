import type { Clock } from '../../platform/server/clock.ts'
import { mount } from '../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'
import { examWatches } from './exams.ts'
import { createTrail, type TrailOptions } from './trail.ts'

export type { AuditTables } from './tables.ts'

export function createAuditPages(options: TrailOptions & { readonly clock: Clock }): Module {
  return moduleOf({ name: 'audit-pages', migrations, watches: examWatches(options), routes: [mount(createTrail(options), routes)] })
}
