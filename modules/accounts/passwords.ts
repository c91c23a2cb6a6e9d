/** Argon2id with OWASP's parameters (19 MiB, 2 passes): about 70 ms of one core. */
import { hash, verify } from '@node-rs/argon2'
import { audit } from '../../platform/server/audit.ts'
import { DAY_MS, type Instant } from '../../platform/server/clock.ts'
import { judgePassword, type PasswordVerdict } from './password-rules.ts'
import { PASSWORD_DAYS, PASSWORD_LENGTH, type Values } from './settings.ts'
import * as store from './store.ts'
import { endSessions } from './store/sessions.ts'
import { endTickets } from './store/tickets.ts'
import type { AccountRow } from './tables.ts'

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'))
}

/** Takes as long as judging a password of an account that exists, so that time does not tell which do. */
export async function pretendToJudge(): Promise<void> {
  await hash('nobody', COST)
}

export type PasswordRefused = Exclude<PasswordVerdict, { readonly kind: 'fine' }> | { readonly kind: 'same' }

/** What is in the way of this password for this person; null if nothing is. */
export function refusalOf(settings: Values, password: string, account: AccountRow): PasswordRefused | null {
  const own = [account.username, account.display_name, account.email ?? '', account.patient_id ?? '', account.birth_date ?? '']
  const verdict = judgePassword(password, settings.value(PASSWORD_LENGTH), own)
  return verdict.kind === 'fine' ? null : verdict
}

interface Replacement {
  readonly accountId: string
  readonly hash: string
  readonly now: Instant
  /** Of who changed it. */
  readonly keptSession?: string
}

/** Whoever knew the old password is out, and links that wait no longer work; one session may stay. */
export async function replacePassword(tx: store.Db, { accountId, hash: newHash, now, keptSession }: Replacement): Promise<void> {
  await store.setPassword(tx, accountId, newHash, now)
  await endSessions(tx, accountId, keptSession)
  await endTickets(tx, accountId)
  const entry = { actor: accountId, address: null, subject: accountId, outcome: 'done' } as const
  await audit(tx, { action: 'accounts.password-set', ...entry })
}

/** Its time is over, where the site sets one. */
export function isPasswordOver(settings: Values, { password_at, created_at }: Pick<AccountRow, 'password_at' | 'created_at'>, now: Instant): boolean {
  const days = settings.value(PASSWORD_DAYS)
  return days > 0 && now >= (password_at ?? created_at) + days * DAY_MS
}
