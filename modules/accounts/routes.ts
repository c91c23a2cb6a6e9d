/** Coming in, over HTTP: signing in and out, links of invitations and resets. Translates, decides nothing. */
import { anyone, signedIn } from '../../platform/server/auth/caller.ts'
import { isoTime } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, route, type Visit } from '../../platform/server/http/route.ts'
import {
  AccountView, CodeConfirm, CodeSetupView, CurrentSession, FirstCode, ForgottenPassword, InvitationToken, InvitationView, NewSession,
  PasskeyProof, PasskeyStep, PasswordChange, PasswordReset, RedeemInvitation, ResetToken, ResetView, ServiceReturn, ServiceVisit, SignedOut,
  WaysIn,
} from './contract.ts'
import type { Invitations, Opened } from './invitations.ts'
import type { Passkeys } from './passkeys.ts'
import type { People } from './people.ts'
import type { Reset } from './reset.ts'
import type { Service } from './service.ts'
import type { Sessions } from './sessions.ts'
import { PASSWORD_LENGTH, type Values } from './settings.ts'
import type { CameIn, Door, SignIn } from './sign-in.ts'
import { TRIES_PER_MINUTE } from './tries.ts'
import { accountView, found, refusePassword, stepOver, tooMany, wrongCode } from './views.ts'

export interface DoorService {
  readonly door: Door
  readonly people: People
  readonly invitations: Invitations
  readonly sessions: Sessions
  readonly passkeys: Passkeys
  readonly reset: Reset
  readonly service: Service
  readonly settings: Values
}

const MAILS_PER_MINUTE = 10

const waysIn = route({
  method: 'GET', url: '/api/sign-in', summary: 'By what one may come in', allow: anyone, answer: WaysIn,
  handle: ({ settings, reset, service }: DoorService) =>
    Promise.resolve({ passwordLength: settings.value(PASSWORD_LENGTH), reset: reset.isOpen, service: service.name() }),
})

const signIn = route({
  method: 'POST', url: '/api/sessions', summary: 'Sign in', allow: anyone, callsPerMinute: TRIES_PER_MINUTE,
  body: NewSession, answer: AccountView,
  handle: async ({ door }: DoorService, visit) => letIn(await door.signIn(visit.body, visit), visit),
})

const beginPasskey = route({
  method: 'POST', url: '/api/sessions/passkey/options', summary: 'What a browser needs to show a passkey', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, answer: PasskeyStep,
  handle: ({ passkeys }: DoorService) => passkeys.beginSignIn(),
})

const signInByPasskey = route({
  method: 'POST', url: '/api/sessions/passkey', summary: 'Sign in by a passkey', allow: anyone, callsPerMinute: TRIES_PER_MINUTE,
  body: PasskeyProof, answer: AccountView,
  async handle({ door }: DoorService, visit) {
    const outcome = await door.byPasskey(visit.body, visit)
    return outcome.kind === 'refused' ? refusePasskey() : letIn(outcome, visit)
  },
})

const beginSetup = route({
  method: 'POST', url: '/api/sessions/setup', summary: 'Begin the second proof that the site asks for', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: NewSession, answer: CodeSetupView,
  async handle({ door }: DoorService, visit) {
    const outcome = await door.beginSetup(visit.body, visit)
    if (outcome.kind === 'begun') return { ticket: outcome.ticket, secret: outcome.secret, uri: outcome.uri }
    if (outcome.kind === 'not-needed') return stepOver()
    return refuse(outcome)
  },
})

const finishSetup = route({
  method: 'POST', url: '/api/sessions/setup/code', summary: 'Finish it with the first code, and sign in', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: CodeConfirm, answer: FirstCode,
  async handle({ door }: DoorService, visit) {
    const outcome = await door.finishSetup(visit.body, visit)
    switch (outcome.kind) {
      case 'signed-in': return { account: letIn(outcome, visit), recoveryCodes: [...outcome.recoveryCodes] }
      case 'wrong-code': return wrongCode()
      case 'not-found': return stepOver()
    }
  },
})

const beginService = route({
  method: 'POST', url: '/api/sessions/service/visit', summary: 'Where the hospital\'s own sign-in service is', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, answer: ServiceVisit,
  async handle({ service }: DoorService) {
    const outcome = await service.begin()
    switch (outcome.kind) {
      case 'begun': return { url: outcome.url, ticket: outcome.ticket }
      case 'off': return refuseService()
      case 'away': throw new Problem('service-away', 502, 'The sign-in service does not answer. Try again in a minute.')
    }
  },
})

const finishService = route({
  method: 'POST', url: '/api/sessions/service', summary: 'Come back from there, and sign in', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: ServiceReturn, answer: AccountView,
  async handle({ service, door }: DoorService, visit) {
    const outcome = await service.finish(visit.body)
    if (outcome.kind !== 'known') return refuseService()
    const admitted = await door.admit(outcome.account, 'oidc', visit)
    if (admitted.kind === 'signed-in') await service.remember(admitted.token, outcome.idToken)
    return letIn(admitted, visit)
  },
})

const currentSession = route({
  method: 'GET', url: '/api/sessions/current', summary: 'Who is signed in; null for a visitor', allow: anyone, answer: CurrentSession,
  async handle({ people }: DoorService, { caller }) {
    return caller.kind === 'anonymous' ? null : accountView(found(await people.one(caller.accountId)))
  },
})

const signOut = route({
  method: 'DELETE', url: '/api/sessions/current', summary: 'Sign out', allow: anyone, answer: SignedOut,
  async handle({ sessions, service }: DoorService, { caller, endSession }) {
    const leaving = await service.leaving(caller)
    await sessions.signOut(caller)
    endSession()
    return { continueAt: await leaving() }
  },
})

const changePassword = route({
  method: 'POST', url: '/api/password', summary: 'Change one\'s own password', allow: signedIn,
  callsPerMinute: TRIES_PER_MINUTE, body: PasswordChange,
  async handle({ people }: DoorService, { caller, body, address }) {
    const outcome = await people.changePassword(accountOf(caller), body, address)
    switch (outcome.kind) {
      case 'changed': return
      case 'wrong-password': throw new Problem('wrong-password', 403, 'The current password is not right.')
      case 'too-many-attempts': return tooMany()
      case 'password-refused': return refusePassword(outcome.why)
    }
  },
})

const forgotPassword = route({
  method: 'POST', url: '/api/password/forgotten', summary: 'Ask for a link to replace a forgotten password', allow: anyone,
  callsPerMinute: MAILS_PER_MINUTE, body: ForgottenPassword,
  handle: ({ reset }: DoorService, { body, language }) => reset.ask(body.login, language),
})

const openReset = route({
  method: 'POST', url: '/api/password/reset/open', summary: 'What a reset link is for', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: ResetToken, answer: ResetView,
  async handle({ reset }: DoorService, { body }) {
    return { username: ((await reset.open(body.token)) ?? noReset()).username }
  },
})

const redeemReset = route({
  method: 'POST', url: '/api/password/reset', summary: 'Replace a forgotten password, and sign in', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: PasswordReset, answer: AccountView,
  async handle({ reset, door }: DoorService, visit) {
    const outcome = await reset.redeem(visit.body)
    switch (outcome.kind) {
      case 'done': return letIn(await door.admit(outcome.account, 'password', visit), visit)
      case 'not-found': return noReset()
      case 'password-refused': return refusePassword(outcome.why)
    }
  },
})

const openInvitation = route({
  method: 'POST', url: '/api/invitations/open', summary: 'What an invitation is for', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: InvitationToken, answer: InvitationView,
  async handle({ invitations }: DoorService, { body }) {
    const outcome = await invitations.open(body)
    if (outcome.kind === 'birth-date-needed') return { person: null, expiresAt: isoTime(outcome.expiresAt) }
    if (outcome.kind !== 'open') return refuseLink(outcome)
    const { username, display_name: displayName, role } = outcome.account
    return { person: { username, displayName, role }, expiresAt: isoTime(outcome.expiresAt) }
  },
})

const invitationPasskey = route({
  method: 'POST', url: '/api/invitations/passkey', summary: 'What a browser needs to make a passkey on an invitation', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: InvitationToken, answer: PasskeyStep,
  async handle({ invitations }: DoorService, { body }) {
    const outcome = await invitations.beginPasskey(body)
    return outcome.kind === 'begun' ? { ticket: outcome.ticket, options: outcome.options } : refuseLink(outcome)
  },
})

const redeemInvitation = route({
  method: 'POST', url: '/api/invitations/redeem', summary: 'Choose a password or a passkey, and sign in', allow: anyone,
  callsPerMinute: TRIES_PER_MINUTE, body: RedeemInvitation, answer: AccountView,
  async handle({ invitations, door }: DoorService, visit) {
    const outcome = await invitations.redeem(visit.body)
    switch (outcome.kind) {
      case 'redeemed': return letIn(await door.admit(outcome.account, outcome.by, visit), visit)
      case 'password-refused': return refusePassword(outcome.why)
      case 'passkey-refused': return refusePasskey()
      case 'not-found': case 'birth-date-needed': case 'birth-date-wrong': return refuseLink(outcome)
    }
  },
})

function letIn(outcome: SignIn, { startSession }: Visit): AccountView {
  if (outcome.kind !== 'signed-in') return refuse(outcome)
  startSession(outcome.token)
  return accountView(outcome.account)
}

function refuse(outcome: Exclude<SignIn, CameIn>): never {
  switch (outcome.kind) {
    case 'wrong-credentials': throw new Problem('wrong-credentials', 401, 'The user name or the password is not right.')
    case 'too-many-attempts': return tooMany()
    case 'wrong-code': return wrongCode()
    case 'password-over': throw new Problem('password-over', 401, 'The time of this password is over. Choose another.')
    case 'password-refused': return refusePassword(outcome.why)
    case 'code-needed': throw new Problem('code-needed', 401, 'This account also needs the code of its app.')
    case 'passkey-needed': throw new Problem('passkey-needed', 401, 'This account needs its passkey: a password is not enough here.')
    case 'setup-needed': throw new Problem('setup-needed', 401, 'This site needs a second proof. Sign in once more to set it up.')
  }
}

function refuseLink({ kind }: Exclude<Opened, { readonly kind: 'open' }>): never {
  if (kind !== 'not-found') throw new Problem('birth-date-wrong', 403, 'The date of birth is not the one that we know.')
  throw new Problem('invitation-not-found', 404, 'This link was used already, or its time is over. Ask for a new one.')
}

function refusePasskey(): never {
  throw new Problem('passkey-refused', 401, 'This passkey does not open anything here.')
}

function refuseService(): never {
  throw new Problem('service-refused', 401, 'The sign-in service did not let you in, or you have no account here.')
}

function noReset(): never {
  throw new Problem('reset-not-found', 404, 'This link was used already, or its time is over. Ask for a new one.')
}

export const doorRoutes = [
  waysIn, signIn, beginPasskey, signInByPasskey, beginSetup, finishSetup, beginService, finishService, currentSession, signOut,
  changePassword, forgotPassword, openReset, redeemReset, openInvitation, invitationPasskey, redeemInvitation,
]
