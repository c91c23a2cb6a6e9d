/** Rows as they cross the border. */
import { isoTime, isoTimeOrNull } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import type { SentInvitation } from './care.ts'
import type { AccountView, InvitedAccount, PasskeyView, PersonView } from './contract.ts'
import type { PasswordRefused } from './passwords.ts'
import type { Person } from './people.ts'
import type { AccountRow, PasskeyRow } from './tables.ts'

export function accountView(row: AccountRow): AccountView {
  return {
    id: row.id, username: row.username, displayName: row.display_name, role: row.role,
    patientId: row.patient_id, patientIssuer: row.patient_issuer, email: row.email,
    active: row.active, hasPassword: row.password_hash !== null, createdAt: isoTime(row.created_at),
  }
}

export function personView({ account, passkeys, foreign }: Person): PersonView {
  return {
    ...accountView(account), hasCodes: account.totp_secret !== null, passkeys, byService: foreign > 0, hasBirthDate: account.birth_date !== null,
  }
}

export function invitedView({ account, token, expiresAt, mailed }: SentInvitation): InvitedAccount {
  return { account: accountView(account), token, expiresAt: isoTime(expiresAt), asksBirthDate: account.birth_date !== null, mailed }
}

export function passkeyView({ id, name, created_at, used_at }: PasskeyRow): PasskeyView {
  return { id, name, createdAt: isoTime(created_at), usedAt: isoTimeOrNull(used_at) }
}

export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Problem('account-not-found', 404, 'There is no such account.')
  return row
}

export function refusePassword(why: PasswordRefused): never {
  switch (why.kind) {
    case 'too-short': throw new Problem('password-too-short', 400, `A password has at least ${why.minLength} characters.`)
    case 'common': throw new Problem('password-common', 400, 'This password is among those that are tried first. Choose another.')
    case 'same': throw new Problem('password-same', 400, 'This is the password whose time is over. Choose another.')
    case 'own-name': throw new Problem('password-own-name', 400, 'This password is made of your own name. Choose another.')
  }
}

/** Two tries too many. */
export function tooMany(): never {
  throw new Problem('too-many-attempts', 429, 'Too many wrong tries. Wait a little and try again.')
}

export function wrongCode(): never {
  throw new Problem('wrong-code', 401, 'The code is not right, or was used already.')
}

export function stepOver(): never {
  throw new Problem('step-over', 404, 'This step took too long, or was done already. Begin again.')
}
