/** Who asks, and who may. */

export type CallerRole = 'admin' | 'clerk' | 'doctor' | 'patient'

export interface AccountCaller {
  readonly kind: 'account'
  readonly accountId: string
  readonly role: CallerRole
  /** The session's row, not its secret. */
  readonly sessionId: string
}

export type Caller = { readonly kind: 'anonymous' } | AccountCaller

/**
 * Whom a route lets in at the door. It is data, so that the written policy (docs/access.md) can be compared with
 * it; which studies a caller may then touch is the business of grants.
 */
export type Allow =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'role'; readonly roles: readonly CallerRole[] }

export const anyone: Allow = { kind: 'anyone' }
export const signedIn: Allow = { kind: 'signed-in' }

export function asRole(...roles: readonly CallerRole[]): Allow {
  return { kind: 'role', roles }
}

export type Admittance = 'in' | 'sign-in-first' | 'not-yours'

export function admits(allow: Allow, caller: Caller): Admittance {
  if (allow.kind === 'anyone') return 'in'
  if (caller.kind === 'anonymous') return 'sign-in-first'
  if (allow.kind === 'signed-in') return 'in'
  return allow.roles.includes(caller.role) ? 'in' : 'not-yours'
}
