/** Argon2id with OWASP's parameters (19 MiB, 2 passes): about 70 ms of one core. */
import { hash, verify } from '@node-rs/argon2'
import { audit } from '../../platform/server/audit.ts'
import * as store from './store.ts'

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

/** Whoever knew the old password is out; one session, that of who changed it, may stay. */
export async function replacePassword(
  tx: store.Db, accountId: string, newHash: string, keptSession?: string,
): Promise<void> {
  await store.setPassword(tx, accountId, newHash)
  await store.endSessions(tx, accountId, keptSession)
  const entry = { actor: accountId, address: null, subject: accountId, outcome: 'done' } as const
  await audit(tx, { action: 'accounts.password-set', ...entry })
}
