import type { Flags } from '../../platform/server/config/env.ts'
import { installationCommand, withProduct } from './settings.ts'

export const migrateCommand = installationCommand('migrate')
  .description('Bring the database up to this version and stop')
  .action((flags: Flags) => withProduct(flags, async () => {
    console.log('The database is up to date.')
    return Promise.resolve(0)
  }))
