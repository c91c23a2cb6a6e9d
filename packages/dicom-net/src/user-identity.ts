/**
 * Who the peer says it acts for. PS3.7 §D.3.3.7.
 *
 * @module
 */
import { inspect } from 'node:util'
import type { UserIdentity } from './pdu-user-information.ts'

/** PS3.7 Table D.3-14. */
const kinds = { 1: 'name', 2: 'name-and-passcode', 3: 'kerberos', 4: 'saml', 5: 'json-web-token' } as const
export type IdentityKind = (typeof kinds)[keyof typeof kinds] | 'unknown'

const REDACTED = '[user identity]'

/** An identity that does not get into a log by itself: only `reveal` gives what it holds. */
export class OfferedIdentity {
  readonly #identity: UserIdentity

  constructor(identity: UserIdentity) {
    this.#identity = identity
  }

  get kind(): IdentityKind {
    return (kinds as { readonly [type: number]: IdentityKind })[this.#identity.type] ?? 'unknown'
  }

  /** Whether the peer wants to be told that it was looked at: see `Admission`. */
  get wantsResponse(): boolean {
    return this.#identity.positiveResponseRequested
  }

  /** User name, ticket, assertion or token; and the passcode that goes with a name. */
  reveal(): { readonly primary: Uint8Array; readonly passcode: Uint8Array } {
    return { primary: this.#identity.primary, passcode: this.#identity.secondary }
  }

  toString(): string {
    return REDACTED
  }

  toJSON(): string {
    return REDACTED
  }

  [inspect.custom](): string {
    return REDACTED
  }
}

/** What a requestor offers. */
export type IdentityToOffer =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'name-and-passcode'; readonly name: string; readonly passcode: string }
  | { readonly kind: 'kerberos' | 'saml' | 'json-web-token'; readonly token: Uint8Array }

export function identityToSend(identity: IdentityToOffer, positiveResponseRequested: boolean): UserIdentity {
  const type = Object.values(kinds).indexOf(identity.kind) + 1
  const passcode = identity.kind === 'name-and-passcode' ? identity.passcode : ''
  return {
    type, positiveResponseRequested,
    primary: 'name' in identity ? Buffer.from(identity.name) : identity.token,
    secondary: Buffer.from(passcode),
  }
}
