import type { Kysely } from 'kysely'
import type { Archive } from '../archive/index.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { migrations } from './migrations/index.ts'
import { createPackages, type Packages } from './packages.ts'
import type { PackagingTables } from './tables.ts'

export { packageName, type Package, type Packages } from './packages.ts'
export type { PackagingTables } from './tables.ts'

interface PackagingOptions {
  readonly db: Kysely<PackagingTables>
  readonly archive: Archive
  readonly clock: Clock
}

export function createPackaging(options: PackagingOptions): { module: Module; packages: Packages } {
  return { module: moduleOf({ name: 'packaging', migrations }), packages: createPackages(options) }
}
