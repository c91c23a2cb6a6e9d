import { mount } from '../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { migrations } from './migrations/index.ts'
import { routes } from './routes.ts'
import { createTrail, type TrailOptions } from './trail.ts'

export type { AuditTables } from './tables.ts'

export function createAuditPages(options: TrailOptions): Module {
  return moduleOf({ name: 'audit-pages', migrations, routes: [mount(createTrail(options), routes)] })
}
