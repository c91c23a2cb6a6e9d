/** Signing in and people, over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { anyone, asRole, signedIn } from '../../platform/server/auth/caller.ts'
import { isoTime } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, route } from '../../platform/server/http/route.ts'
import {
  AccountChange, AccountList, AccountView, CurrentSession, InvitationToken, InvitationView, InvitedAccount, NewAccount, NewSession,
  PasswordChange, RedeemInvitation,
} from './contract.ts'
import type { Invitations, Invited } from './invitations.ts'
import type { People } from './people.ts'
import type { Sessions } from './sign-in.ts'
import type { AccountRow } from './tables.ts'

export interface AccountsService {
  readonly people: People
  readonly invitations: Invitations
  readonly sessions: Sessions
}

const AccountId = Type.Object({ id: Type.String({ maxLength: 64 }) })
/** From one address: a person does not type faster, and a ward behind one address still gets in. */
const TRIES_PER_MINUTE = 60

const signIn = route({
  method: 'POST', url: '/api/sessions', summary: 'Sign in', allow: anyone, callsPerMinute: TRIES_PER_MINUTE,
  body: NewSession, answer: AccountView,
  async handle({ sessions }: AccountsService, { body, address, startSession }) {
    const outcome = await sessions.signIn(body, address)
    switch (outcome.kind) {
      case 'signed-in':
        startSession(outcome.token)
        return viewOf(outcome.account)
      case 'wrong-credentials':
        throw new Problem('wrong-credentials', 401, 'The user name or the password is not right.')
      case 'too-many-attempts':
        throw new Problem('too-many-attempts', 429, 'Too many wrong passwords. Wait a little and try again.')
    }
  },
})

const currentSession = route({
  method: 'GET', url: '/api/sessions/current', summary: 'Who is signed in; null for a visitor', allow: anyone, answer: CurrentSession,
  async handle({ people }: AccountsService, { caller }) {
    return caller.kind === 'anonymous' ? null : viewOf(found(await people.one(caller.accountId)))
  },
})

const signOut = route({
  method: 'DELETE', url: '/api/sessions/current', summary: 'Sign out', allow: anyone,
  async handle({ sessions }: AccountsService, { caller, endSession }) {
    await sessions.signOut(caller)
    endSession()
  },
})

const changePassword = route({
  method: 'POST', url: '/api/password', summary: 'Change one\'s own password', allow: signedIn,
  callsPerMinute: TRIES_PER_MINUTE, body: PasswordChange,
  async handle({ people }: AccountsService, { caller, body }) {
    if ((await people.changePassword(accountOf(caller), body)) === 'wrong-password')
      throw new Problem('wrong-password', 403, 'The current password is not right.')
  },
})

const openInvitation = route({
  method: 'POST', url: '/api/invitations/open', summary: 'What an invitation is for', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: InvitationToken, answer: InvitationView,
  async handle({ invitations }: AccountsService, { body }) {
    const { account, expiresAt } = (await invitations.open(body.token)) ?? noInvitation()
    const { username, display_name: displayName, role } = account
    return { username, displayName, role, expiresAt: isoTime(expiresAt) }
  },
})

const redeemInvitation = route({
  method: 'POST', url: '/api/invitations/redeem', summary: 'Set the first password and sign in', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: RedeemInvitation, answer: AccountView,
  async handle({ invitations, sessions }: AccountsService, { body, startSession }) {
    const outcome = await invitations.redeem(body.token, body.password)
    if (outcome.kind === 'not-found') return noInvitation()
    startSession(await sessions.start(outcome.account))
    return viewOf(outcome.account)
  },
})

const listAccounts = route({
  method: 'GET', url: '/api/accounts', summary: 'All people', allow: asRole('admin'), answer: AccountList,
  async handle({ people }: AccountsService) {
    return { accounts: (await people.all()).map(viewOf) }
  },
})

const addAccount = route({
  method: 'POST', url: '/api/accounts', summary: 'Add a person', allow: asRole('admin'),
  body: NewAccount, answer: InvitedAccount,
  async handle({ people }: AccountsService, { caller, body }) {
    const outcome = await people.add(caller, body)
    switch (outcome.kind) {
      case 'added': return invitedView(outcome)
      case 'username-taken':
        throw new Problem('username-taken', 409, 'Somebody has this user name already. Choose another.')
      case 'patient-id-misplaced':
        throw new Problem('patient-id-misplaced', 400, 'A patient needs a Patient ID; staff may not have one.')
    }
  },
})

const changeAccount = route({
  method: 'PATCH', url: '/api/accounts/:id', summary: 'Switch an account on or off', allow: asRole('admin'),
  params: AccountId, body: AccountChange, answer: AccountView,
  async handle({ people }: AccountsService, { caller, params, body }) {
    if (params.id === accountOf(caller).accountId)
      throw new Problem('own-account', 409, 'You cannot switch off the account that you are using.')
    return viewOf(found(await people.setActive(caller, params.id, body.active)))
  },
})

const inviteAgain = route({
  method: 'POST', url: '/api/accounts/:id/invitation', summary: 'A new one-time link for a person',
  allow: asRole('admin'), params: AccountId, answer: InvitedAccount,
  async handle({ people }: AccountsService, { caller, params }) {
    return invitedView(found(await people.invite(caller, params.id)))
  },
})

function viewOf(row: AccountRow): AccountView {
  return {
    id: row.id, username: row.username, displayName: row.display_name, role: row.role, patientId: row.patient_id,
    active: row.active, hasPassword: row.password_hash !== null, createdAt: isoTime(row.created_at),
  }
}

function invitedView({ account, token }: Invited): InvitedAccount {
  return { account: viewOf(account), token }
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Problem('account-not-found', 404, 'There is no such account.')
  return row
}

function noInvitation(): never {
  throw new Problem('invitation-not-found', 404, 'This link was used already, or its time is over. Ask for a new one.')
}

export const routes = [
  signIn, currentSession, signOut, changePassword, openInvitation, redeemInvitation,
  listAccounts, addAccount, changeAccount, inviteAgain,
]
