import { moduleOf, type Module } from '../../platform/server/module.ts'
import { migrations } from './migrations/index.ts'
import { createPackages, type Packages, type PackagesOptions } from './packages.ts'
import { packagingSettings } from './settings.ts'

export { discOf, type Disc, type DiscFile } from './disc.ts'
export type { Composed, PrepareOptions } from './compose.ts'
export { packageName, type Package, type PackageBytes, type Packages, type Prepared } from './packages.ts'
export type { Wish } from './fit.ts'
export type { PackagingTables } from './tables.ts'

export function createPackaging(options: PackagesOptions): { module: Module; packages: Packages } {
  return { module: moduleOf({ name: 'packaging', migrations, settings: packagingSettings }), packages: createPackages(options) }
}
