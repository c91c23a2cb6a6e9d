/**
 * Whose account it is that the hospital's own service speaks of. Known by issuer and subject; at the first visit by a verified
 * address that one staff account has, or by a group that the site names.
 *
 * @module
 */
import type { IDToken } from 'openid-client'
import { Value } from 'typebox/value'
import { audit } from '../../platform/server/audit.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { claimOf, groupsOf } from './claims.ts'
import { Username, type Role } from './contract.ts'
import type { People } from './people.ts'
import { OIDC_ROLE_CLAIM, OIDC_ROLES, type Values } from './settings.ts'
import * as store from './store.ts'
import { identified, identify } from './store/factors.ts'
import type { AccountRow } from './tables.ts'

interface ServiceAccountsOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly settings: Values
  readonly people: Pick<People, 'addKnown'>
}

export interface ServiceAccounts {
  of(claims: IDToken): Promise<AccountRow | undefined>
}

export function createServiceAccounts({ db, clock, settings, people }: ServiceAccountsOptions): ServiceAccounts {
  async function of(claims: IDToken): Promise<AccountRow | undefined> {
    const knownId = await identified(db, claims.iss, claims.sub)
    if (knownId !== undefined) return store.accountById(db, knownId)
    return db.transaction().execute(async (tx) => {
      const account = (await byAddress(tx, claims)) ?? (await byGroup(tx, claims))
      if (account === undefined) return undefined
      await identify(tx, { issuer: claims.iss, subject: claims.sub, accountId: account.id, now: clock.now() })
      await audit(tx, { action: 'accounts.service-linked', actor: account.id, address: null, subject: account.id, outcome: 'done' })
      return account
    })
  }

  async function byGroup(tx: store.Db, claims: IDToken): Promise<AccountRow | undefined> {
    const groups = groupsOf(claimOf(claims, settings.value(OIDC_ROLE_CLAIM)))
    const role = (['admin', 'clerk', 'doctor'] as const satisfies readonly Role[])
      .find((each) => settings.value(OIDC_ROLES[each]).trim() !== '' && groups.includes(settings.value(OIDC_ROLES[each]).trim()))
    const username = usernameOf(claims)
    if (role === undefined || username === undefined) return undefined
    const name = typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'].slice(0, 128) : username
    const email = claims['email_verified'] === true && typeof claims['email'] === 'string' ? { email: claims['email'] } : {}
    return people.addKnown(tx, { username, displayName: name, role, ...email })
  }

  return { of }
}

/** An address that two accounts have says nothing. */
async function byAddress(tx: store.Db, claims: IDToken): Promise<AccountRow | undefined> {
  if (claims['email_verified'] !== true || typeof claims['email'] !== 'string') return undefined
  const found = await store.staffByAddress(tx, claims['email'].toLowerCase())
  return found.length === 1 ? found[0] : undefined
}

/** A name that is free to choose is only a wish: one that is taken makes no account. */
function usernameOf(claims: IDToken): string | undefined {
  const wished = [claims['preferred_username'], claims['email']].find((each) => typeof each === 'string')
  const username = typeof wished === 'string' ? wished.toLowerCase().slice(0, 64) : ''
  return Value.Check(Username, username) ? username : undefined
}
