/**
 * Looking after people who have an account: new links, another address, help for who lost a phone, switching off. ADM-08.
 *
 * Rules: administrators look after everybody, clerks after patients; the others are absent to them.
 *
 * @module
 */
import { actorOf, audit } from '../../platform/server/audit.ts'
import type { AccountCaller, Caller } from '../../platform/server/auth/caller.ts'
import { mailLater } from '../../platform/server/notify/mail.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { AccountChange, InvitationWish } from './contract.ts'
import type { Codes } from './codes.ts'
import type { Invitations, Invited } from './invitations.ts'
import { INVITATION_SUBJECT, INVITATION_TEXT, linkMail } from './paragraphs.ts'
import * as store from './store.ts'
import { removePasskeys } from './store/factors.ts'
import { endSessions } from './store/sessions.ts'
import { endTickets } from './store/tickets.ts'
import type { AccountRow } from './tables.ts'

export type SentInvitation = Invited & { readonly mailed: boolean }

export interface Care {
  /** A new link for somebody who lost theirs or forgot the password. The old password works until it is used, unless told. */
  invite(caller: Caller, accountId: string, wish?: InvitationWish & { readonly language?: string }): Promise<SentInvitation | undefined>
  /** Switching off ends every session at once. */
  setActive(caller: Caller, accountId: string, active: boolean): Promise<AccountRow | undefined>
  change(caller: AccountCaller, accountId: string, change: AccountChange): Promise<AccountRow | undefined>
  /** For who lost phone and keys: codes and passkeys go, sessions end. */
  removeSecondFactors(caller: AccountCaller, accountId: string): Promise<AccountRow | undefined>
}

export interface CareOptions {
  readonly db: store.Db
  readonly settings: Settings
  readonly invitations: Invitations
  readonly codes: Codes
  readonly hasMail: boolean
  readonly publicUrl: string
}

export function createCare({ db, settings, invitations, codes, hasMail, publicUrl }: CareOptions): Care {
  /** Does something to an account, if the caller looks after it. */
  async function changing<T>(caller: Caller, id: string, work: (tx: store.Db, account: AccountRow) => Promise<T>): Promise<T | undefined> {
    return db.transaction().execute(async (tx) => {
      const account = await store.accountById(tx, id)
      return account === undefined || !isInCare(caller, account) ? undefined : work(tx, account)
    })
  }

  function invite(caller: Caller, accountId: string, { mail = false, reset = false, language = 'en' } = {}): Promise<SentInvitation | undefined> {
    return changing(caller, accountId, async (tx, account) => {
      if (reset) {
        await store.setPassword(tx, accountId, null, null)
        await endSessions(tx, accountId)
        await endTickets(tx, accountId)
      }
      const invited = await invitations.issue(tx, account)
      const mailed = mail && hasMail && account.email !== null
      if (mailed) {
        const href = new URL(`/welcome#${invited.token}`, publicUrl).href
        await mailLater(tx, linkMail(settings, { subject: INVITATION_SUBJECT, text: INVITATION_TEXT, to: account.email ?? '', href, language }))
      }
      await noteOn(tx, caller, 'invited', accountId, { reset, mailed })
      return { ...invited, mailed }
    })
  }

  function setActive(caller: Caller, accountId: string, active: boolean): Promise<AccountRow | undefined> {
    return changing(caller, accountId, async (tx, account) => {
      await store.setActive(tx, accountId, active)
      if (!active) await endSessions(tx, accountId)
      await noteOn(tx, caller, active ? 'switched-on' : 'switched-off', accountId)
      return { ...account, active }
    })
  }

  async function change(caller: AccountCaller, accountId: string, { active, email, birthDate }: AccountChange): Promise<AccountRow | undefined> {
    const changed = await changing(caller, accountId, async (tx) => {
      await store.setContact(tx, accountId, {
        ...(email === undefined ? {} : { email: email?.toLowerCase() ?? null }),
        ...(birthDate === undefined ? {} : { birth_date: birthDate }),
      })
      // A link that was sent to the old address must not give way to the new one.
      if (email !== undefined) await endTickets(tx, accountId)
      if (email !== undefined || birthDate !== undefined) await noteOn(tx, caller, 'contact-changed', accountId)
      return store.accountById(tx, accountId)
    })
    return changed === undefined || active === undefined ? changed : setActive(caller, accountId, active)
  }

  function removeSecondFactors(caller: AccountCaller, accountId: string): Promise<AccountRow | undefined> {
    return changing(caller, accountId, async (tx) => {
      await codes.switchOff(tx, accountId)
      await removePasskeys(tx, accountId)
      await endSessions(tx, accountId)
      await noteOn(tx, caller, 'second-factors-removed', accountId)
      return store.accountById(tx, accountId)
    })
  }

  return { invite, setActive, change, removeSecondFactors }
}

/** The command line and the start of the process speak as nobody, and look after everybody. */
export function isInCare(caller: Caller, { role }: Pick<AccountRow, 'role'>): boolean {
  if (role === 'visitor') return false // Their code is what they have; grants look after it.
  return caller.kind === 'anonymous' || caller.role === 'admin' || (caller.role === 'clerk' && role === 'patient')
}

export async function noteOn(
  tx: store.Db, caller: Caller, action: string, subject: string, detail: Readonly<Record<string, boolean>> = {},
): Promise<void> {
  await audit(tx, { action: `accounts.${action}`, actor: actorOf(caller), address: null, subject, outcome: 'done', detail })
}
