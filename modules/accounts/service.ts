/**
 * Signing in by the hospital's own service: OpenID Connect Core 1.0, code flow with PKCE, state and nonce. ADM-08.
 *
 * Rules: closed until an administrator names the service. A person is known by issuer and subject, never by name. At the first
 * visit a verified mail address leads to the one staff account that has it; else a group, where the site says which, makes an
 * account. Patients never come in this way. Whatever else happens has one answer.
 *
 * @module
 */
import {
  authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, fetchUserInfo, randomNonce, randomPKCECodeVerifier, randomState,
  type IDToken,
} from 'openid-client'
import type { Clock } from '../../platform/server/clock.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import type { SecretBox } from '../../platform/server/secret-box.ts'
import type { ServiceReturn, ServiceVisit } from './contract.ts'
import type { People } from './people.ts'
import { createServiceAccounts } from './service-accounts.ts'
import { configurations } from './service-client.ts'
import { createLeaving, type Leaving } from './service-leaving.ts'
import { OIDC_CLIENT, OIDC_ISSUER, OIDC_NAME, STEP_LIFETIME_MS, type Values } from './settings.ts'
import type { Db } from './store.ts'
import type { AccountRow } from './tables.ts'
import type { Tickets } from './tickets.ts'

const RETURN_PATH = '/sign-in/return'

interface Proved {
  readonly claims: IDToken
  readonly idToken: string
}

export type CameBack = { readonly kind: 'known'; readonly account: AccountRow; readonly idToken: string } | { readonly kind: 'refused' } | { readonly kind: 'away' }

export interface Service extends Leaving {
  /** What people call it; null where there is none. */
  name(): string | null
  begin(): Promise<({ readonly kind: 'begun' } & ServiceVisit) | { readonly kind: 'away' } | { readonly kind: 'off' }>
  finish(given: ServiceReturn): Promise<CameBack>
}

interface ServiceOptions {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  readonly settings: Values
  readonly tickets: Tickets
  readonly people: People
  readonly publicUrl: string
  /** Null for a client without one. */
  readonly secret: string | null
  readonly secrets: SecretBox
}

export function createService(options: ServiceOptions): Service {
  const { db, clock, log, settings, tickets, people, publicUrl, secret } = options
  const redirectUri = new URL(RETURN_PATH, publicUrl).href
  const configuration = configurations({ clock, settings, secret })
  const accounts = createServiceAccounts({ db, clock, settings, people })
  const isOn = () => URL.canParse(settings.value(OIDC_ISSUER).trim()) && settings.value(OIDC_CLIENT).trim() !== ''

  async function begin() {
    if (!isOn()) return { kind: 'off' } as const
    try {
      const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri, scope: 'openid email profile', state, nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      })
      const ticket = await tickets.issue(db, { purpose: 'oidc', accountId: null, data: { verifier, state, nonce }, lifetimeMs: STEP_LIFETIME_MS })
      return { kind: 'begun', url: url.href, ticket } as const
    } catch (error) {
      log.warn(faultOf(error), 'the sign-in service does not answer')
      return { kind: 'away' } as const
    }
  }

  async function finish({ ticket, query }: ServiceReturn): Promise<CameBack> {
    const { verifier, state, nonce } = (isOn() ? await tickets.take(db, 'oidc', ticket) : undefined)?.data ?? {}
    if (verifier === undefined || state === undefined || nonce === undefined) return { kind: 'refused' }
    const proved = await provedBy(query, { verifier, state, nonce })
    if (proved === undefined) return { kind: 'refused' }
    const account = await accounts.of(proved.claims)
    return account?.active === true && isStaff(account) ? { kind: 'known', account, idToken: proved.idToken } : { kind: 'refused' }
  }

  async function provedBy(query: string, step: { verifier: string; state: string; nonce: string }): Promise<Proved | undefined> {
    const back = new URL(redirectUri)
    back.search = query
    try {
      const asked = await configuration()
      const answer = await authorizationCodeGrant(asked, back, {
        pkceCodeVerifier: step.verifier, expectedState: step.state, expectedNonce: step.nonce, idTokenExpected: true,
      })
      const claims = answer.claims()
      if (claims === undefined) return undefined
      const idToken = answer.id_token ?? ''
      if (asked.serverMetadata().userinfo_endpoint === undefined) return { claims, idToken }
      // Some services tell address and groups only there. What the signed token says wins.
      return { claims: { ...(await fetchUserInfo(asked, answer.access_token, claims.sub)), ...claims }, idToken }
    } catch (error) {
      // What the service sends may name a person: only the kind of fault is told.
      log.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'a sign-in by the service was refused')
      return undefined
    }
  }

  return {
    name: () => (isOn() ? settings.value(OIDC_NAME).trim() || new URL(settings.value(OIDC_ISSUER).trim()).hostname : null),
    begin, finish, ...createLeaving(options, configuration, isOn),
  }
}

function isStaff({ role }: Pick<AccountRow, 'role'>): boolean {
  return role === 'admin' || role === 'clerk' || role === 'doctor'
}
