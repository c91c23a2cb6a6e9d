import { ACCOUNT_IDENTIFIED } from '../accounts/index.ts'
import { moduleOf, type Module } from '../../platform/server/module.ts'
import { createGrantRules, type Grants, type GrantsOptions } from './grants.ts'
import { migrations } from './migrations/index.ts'

export type { Action, Grant, Grants, Opened } from './grants.ts'
export type { GrantsTables } from './tables.ts'

/** A patient's account that now stands for its Patient gets that Patient's images. */
export function createGrants(options: GrantsOptions): { module: Module; grants: Grants } {
  const grants = createGrantRules(options)
  const watches = [{ event: ACCOUNT_IDENTIFIED, run: (accountId: string) => grants.releaseToOwner(accountId) }]
  return { module: moduleOf({ name: 'grants', migrations, watches }), grants }
}
