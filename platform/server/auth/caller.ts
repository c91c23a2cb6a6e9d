/** Who asks, and who may. */

/** A visitor has no name here: they came with an access code, and reach what it opens and nothing else. */
export type CallerRole = 'admin' | 'clerk' | 'doctor' | 'patient' | 'visitor'

export interface AccountCaller {
  readonly kind: 'account'
  readonly accountId: string
  readonly role: CallerRole
  /** The session's row, not its secret. */
  readonly sessionId: string
}

/** What a token may be for. */
export type TokenAction = 'read' | 'store' | 'delete' | 'orders' | 'metrics'

/** A program that acts for an account, as far as its token goes. */
export interface TokenCaller {
  readonly kind: 'token'
  readonly accountId: string
  readonly role: CallerRole
  /** The token's row, not its secret. */
  readonly tokenId: string
  readonly actions: readonly TokenAction[]
  /** Ids of the only Studies that it reaches; null for as many as its account does. */
  readonly studies: readonly string[] | null
}

export type Caller = { readonly kind: 'anonymous' } | AccountCaller | TokenCaller

/**
 * Whom a route lets in at the door. It is data, so that the written policy (docs/access.md) can be compared with
 * it; which studies a caller may then touch is the business of grants.
 */
export type Allow =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  /** By `token`, also programs of such an account whose token is for that. */
  | { readonly kind: 'role'; readonly roles: readonly CallerRole[]; readonly token?: TokenAction }

export const anyone: Allow = { kind: 'anyone' }
/** People with an account of their own. */
export const signedIn: Allow = { kind: 'signed-in' }

export function asRole(...roles: readonly CallerRole[]): Allow {
  return { kind: 'role', roles }
}

/** The same for programs too. */
export function asRoleOrToken(token: TokenAction, ...roles: readonly CallerRole[]): Allow {
  return { kind: 'role', roles, token }
}

export type Admittance = 'in' | 'sign-in-first' | 'not-yours'

export function admits(allow: Allow, caller: Caller): Admittance {
  if (allow.kind === 'anyone') return 'in'
  if (caller.kind === 'anonymous') return 'sign-in-first'
  const isProgram = caller.kind === 'token'
  if (allow.kind === 'signed-in') return isProgram || caller.role === 'visitor' ? 'not-yours' : 'in'
  if (isProgram && (allow.token === undefined || !caller.actions.includes(allow.token))) return 'not-yours'
  return allow.roles.includes(caller.role) ? 'in' : 'not-yours'
}
