/**
 * A forgotten password, replaced on a link that is mailed. ADM-18.
 *
 * Rules: the answer, and the time it takes, are the same whoever is asked for: the request only leaves a job, which looks whether
 * anybody is called so. A link works once, for 30 minutes; three at a time; using it ends every session and other links. It proves one
 * thing: who has codes still needs one. Tokens of programs go on; who mistrusts them ends them.
 *
 * @module
 */
import { audit } from '../../platform/server/audit.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import { mailLater } from '../../platform/server/notify/mail.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { PasswordReset } from './contract.ts'
import { linkMail, RESET_SUBJECT, RESET_TEXT } from './paragraphs.ts'
import { hashPassword, refusalOf, replacePassword, type PasswordRefused } from './passwords.ts'
import { RESET_LIFETIME_MS } from './settings.ts'
import * as store from './store.ts'
import { countTickets } from './store/tickets.ts'
import type { AccountRow } from './tables.ts'
import type { Tickets } from './tickets.ts'

export const SEND_RESET = { kind: 'accounts.send-reset', attempts: 5 } as const
const LINKS_AT_A_TIME = 3

export type ResetDone =
  | { readonly kind: 'done'; readonly account: AccountRow }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'password-refused'; readonly why: PasswordRefused }

export interface Reset {
  readonly isOpen: boolean
  /** @param login - a user name or a mail address. */
  ask(login: string, language: string): Promise<void>
  /** The job: writes to those who are called so. */
  send(login: string, language: string): Promise<void>
  /** Whose link this is. */
  open(token: string): Promise<AccountRow | undefined>
  redeem(given: PasswordReset): Promise<ResetDone>
}

interface ResetOptions {
  readonly db: store.Db
  readonly clock: Clock
  readonly settings: Settings
  readonly tickets: Tickets
  readonly hasMail: boolean
  readonly publicUrl: string
}

export function createReset({ db, clock, settings, tickets, hasMail, publicUrl }: ResetOptions): Reset {
  async function sendTo(account: AccountRow, language: string): Promise<void> {
    const { id, email } = account
    if (email === null || (await countTickets(db, id, 'reset', clock.now())) >= LINKS_AT_A_TIME) return
    await db.transaction().execute(async (tx) => {
      const token = await tickets.issue(tx, { purpose: 'reset', accountId: id, data: {}, lifetimeMs: RESET_LIFETIME_MS })
      const href = new URL(`/reset#${token}`, publicUrl).href
      await mailLater(tx, linkMail(settings, { subject: RESET_SUBJECT, text: RESET_TEXT, to: email, href, language }))
      await audit(tx, { action: 'accounts.reset-sent', actor: null, address: null, subject: id, outcome: 'done' })
    })
  }

  async function open(token: string): Promise<AccountRow | undefined> {
    const accountId = (await tickets.read('reset', token))?.account_id
    const account = accountId == null ? undefined : await store.accountById(db, accountId)
    return account?.active === true ? account : undefined
  }

  async function redeem({ token, password }: PasswordReset): Promise<ResetDone> {
    const account = await open(token)
    if (account === undefined) return { kind: 'not-found' }
    const why = refusalOf(settings, password, account)
    if (why !== null) return { kind: 'password-refused', why }
    const hash = await hashPassword(password)
    return db.transaction().execute(async (tx): Promise<ResetDone> => {
      if ((await tickets.take(tx, 'reset', token)) === undefined) return { kind: 'not-found' }
      await replacePassword(tx, { accountId: account.id, hash, now: clock.now() })
      await store.endInvitations(tx, account.id)
      return { kind: 'done', account: { ...account, password_hash: hash } }
    })
  }

  return {
    isOpen: hasMail, open, redeem,
    async ask(login, language) {
      if (hasMail) await enqueue(db, SEND_RESET, { login: login.trim().toLowerCase(), language })
    },
    async send(login, language) {
      for (const account of await store.accountsReached(db, login)) await sendTo(account, language)
    },
  }
}
