import type { Instant } from '../../platform/server/clock.ts'
import type { AnyRole } from './contract.ts'

export interface AccountRow {
  id: string
  /** Lower case. */
  username: string
  display_name: string
  role: AnyRole
  /** Of the Patient this account belongs to: (0010,0020) and its issuer. Null for staff. */
  patient_id: string | null
  patient_issuer: string | null
  /** Argon2id in PHC form; null until the invitation is redeemed, and for who has another way in. */
  password_hash: string | null
  active: boolean
  /** Wrong passwords and codes in a row, from all places that are not known. */
  wrong: number
  /** Of the last of them. */
  wrong_at: Instant | null
  created_at: Instant
  /** Lower case. Where links are sent. */
  email: string | null
  /** YYYYMMDD. Asked on the link of an invitation. */
  birth_date: string | null
  /** Sealed. RFC 6238; null without codes from an app. */
  totp_secret: string | null
  /** Of the last code that was taken: none of it or before it is taken again. */
  totp_step: number | null
  /** Since when the password holds. */
  password_at: Instant | null
}

/** How somebody came in. */
export type Method = 'password' | 'code' | 'passkey' | 'invitation' | 'oidc' | 'access-code'

export interface SessionRow {
  id: string
  token_hash: string
  account_id: string
  created_at: Instant
  seen_at: Instant
  method: string
  /** Browser and system, as the browser tells them. */
  device: string
  address: string
  /** When the person last proved who they are, after the start. */
  proved_at: Instant | null
  /** Sealed ID Token of the service by which the person came in: it asks for it at sign-out. */
  service_token: string | null
}

export interface InvitationRow {
  token_hash: string
  account_id: string
  expires_at: Instant
  /** Wrong birth dates. */
  wrong: number
}

export interface ApiTokenRow {
  id: string
  token_hash: string
  account_id: string
  name: string
  actions: string[]
  /** Ids of the only Studies that it reaches; null for as many as its account does. */
  studies: string[] | null
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

/** Wrong and right tries at one account from one place. */
export interface SignInTryRow {
  account_id: string
  /** An IPv4 address, or the network of an IPv6 one. */
  place: string
  wrong: number
  wrong_at: Instant | null
  right_at: Instant | null
}

/** A secret for one step, kept as its digest. */
export interface TicketRow {
  token_hash: string
  purpose: 'reset' | 'code-setup' | 'passkey-add' | 'passkey-sign-in' | 'oidc'
  account_id: string | null
  data: Readonly<Record<string, string>>
  /** Tries that were wrong. */
  wrong: number
  expires_at: Instant
}

export interface PasskeyRow {
  /** Credential ID, base64url. */
  id: string
  account_id: string
  /** COSE key. */
  public_key: Uint8Array
  counter: number
  transports: string[]
  name: string
  created_at: Instant
  used_at: Instant | null
}

export interface RecoveryCodeRow {
  code_hash: string
  account_id: string
}

/** A person as another service names them: `iss` and `sub`. */
export interface ForeignIdentityRow {
  issuer: string
  subject: string
  account_id: string
  created_at: Instant
}

export interface AccountsTables {
  account: AccountRow
  session: SessionRow
  invitation: InvitationRow
  api_token: ApiTokenRow
  sign_in_try: SignInTryRow
  ticket: TicketRow
  passkey: PasskeyRow
  recovery_code: RecoveryCodeRow
  foreign_identity: ForeignIdentityRow
}
