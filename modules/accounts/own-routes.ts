/** One's own sessions, passkeys and codes, over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { signedIn } from '../../platform/server/auth/caller.ts'
import { isoTime } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, route } from '../../platform/server/http/route.ts'
import {
  CodeConfirm, CodeSetupView, EndAll, NewPasskey, OwnWays, PasskeyChange, PasskeyStep, PasskeyView, Proof, RecoveryCodes, SessionList,
} from './contract.ts'
import type { OwnWaysIn, Removed } from './own-ways.ts'
import type { Sessions } from './sessions.ts'
import type { Door } from './sign-in.ts'
import { TRIES_PER_MINUTE } from './tries.ts'
import { found, passkeyView, stepOver, tooMany, wrongCode } from './views.ts'

export interface OwnService {
  readonly door: Door
  readonly sessions: Sessions
  readonly ownWays: OwnWaysIn
}

const ById = Type.Object({ id: Type.String({ maxLength: 1_024 }) })

const listSessions = route({
  method: 'GET', url: '/api/sessions', summary: 'Where one is signed in', allow: signedIn, answer: SessionList,
  async handle({ sessions }: OwnService, { caller }) {
    const self = accountOf(caller)
    return {
      sessions: (await sessions.all(self)).map(({ id, device, address, method, created_at, seen_at }) => ({
        id, isThis: id === self.sessionId, device, address, method, createdAt: isoTime(created_at), seenAt: isoTime(seen_at),
      })),
    }
  },
})

const endSession = route({
  method: 'DELETE', url: '/api/sessions/:id', summary: 'Sign out elsewhere', allow: signedIn, params: ById,
  async handle({ sessions }: OwnService, { caller, params }) {
    if (!(await sessions.end(accountOf(caller), params.id))) throw new Problem('session-not-found', 404, 'There is no such session.')
  },
})

const endAllSessions = route({
  method: 'POST', url: '/api/sessions/end-all', summary: 'Sign out everywhere, here too; tokens of programs end if asked for',
  allow: signedIn, body: EndAll,
  async handle({ sessions }: OwnService, { caller, body, endSession: forget }) {
    await sessions.endAll(accountOf(caller), body)
    forget()
  },
})

const proveAgain = route({
  method: 'POST', url: '/api/sessions/current/proof', summary: 'Prove again who one is, before a way to sign in is changed',
  allow: signedIn, callsPerMinute: TRIES_PER_MINUTE, body: Proof,
  async handle({ door }: OwnService, visit) {
    const outcome = await door.prove(accountOf(visit.caller), visit.body, visit)
    switch (outcome.kind) {
      case 'proved': return
      case 'wrong-credentials': throw new Problem('proof-wrong', 403, 'This does not prove who you are.')
      case 'code-needed': throw new Problem('proof-code-needed', 403, 'The code of your app is needed too.')
      case 'wrong-code': throw new Problem('proof-code-wrong', 403, 'The code is not right, or was used already.')
      case 'too-many-attempts': return tooMany()
    }
  },
})

const ownWays = route({
  method: 'GET', url: '/api/ways-in', summary: 'One\'s own ways to sign in', allow: signedIn, answer: OwnWays,
  async handle({ door, ownWays: ways }: OwnService, { caller }) {
    const { account, passkeys, recoveryCodes } = found(await ways.see(accountOf(caller)))
    return {
      hasPassword: account.password_hash !== null, hasCodes: account.totp_secret !== null, recoveryCodes,
      passkeys: passkeys.map(passkeyView), secondFactorNeeded: door.needsSecondFactor(account),
    }
  },
})

const beginPasskey = route({
  method: 'POST', url: '/api/passkeys/options', summary: 'What a browser needs to make a passkey', allow: signedIn, answer: PasskeyStep,
  async handle({ ownWays: ways }: OwnService, { caller }) {
    const outcome = await ways.beginPasskey(accountOf(caller))
    return outcome.kind === 'begun' ? { ticket: outcome.ticket, options: outcome.options } : proveFirst()
  },
})

const addPasskey = route({
  method: 'POST', url: '/api/passkeys', summary: 'Keep the passkey that the browser made', allow: signedIn, body: NewPasskey, answer: PasskeyView,
  async handle({ ownWays: ways }: OwnService, { caller, body }) {
    const outcome = await ways.addPasskey(accountOf(caller), body)
    switch (outcome.kind) {
      case 'added': return passkeyView(outcome.passkey)
      case 'refused': throw new Problem('passkey-not-made', 400, 'The passkey could not be taken. Begin again.')
      case 'too-many': throw new Problem('passkey-limit', 409, `At most ${outcome.limit} passkeys are kept. Remove one first.`)
    }
  },
})

const renamePasskey = route({
  method: 'PATCH', url: '/api/passkeys/:id', summary: 'Give a passkey another name', allow: signedIn, params: ById, body: PasskeyChange,
  async handle({ ownWays: ways }: OwnService, { caller, params, body }) {
    if (!(await ways.renamePasskey(accountOf(caller), params.id, body.name))) noPasskey()
  },
})

const removePasskey = route({
  method: 'DELETE', url: '/api/passkeys/:id', summary: 'Remove a passkey', allow: signedIn, params: ById,
  handle: async ({ ownWays: ways }: OwnService, { caller, params }) => mustBeDone(await ways.removePasskey(accountOf(caller), params.id)),
})

const beginCodes = route({
  method: 'POST', url: '/api/codes/setup', summary: 'Begin with codes from an app', allow: signedIn, answer: CodeSetupView,
  async handle({ ownWays: ways }: OwnService, { caller }) {
    const outcome = await ways.beginCodes(accountOf(caller))
    return outcome.kind === 'begun' ? { ticket: outcome.ticket, secret: outcome.secret, uri: outcome.uri } : proveFirst()
  },
})

const confirmCodes = route({
  method: 'POST', url: '/api/codes', summary: 'Switch codes on with the first one', allow: signedIn, callsPerMinute: TRIES_PER_MINUTE,
  body: CodeConfirm, answer: RecoveryCodes,
  async handle({ ownWays: ways }: OwnService, { body }) {
    const outcome = await ways.confirmCodes(body)
    switch (outcome.kind) {
      case 'on': return { recoveryCodes: [...outcome.recoveryCodes] }
      case 'wrong-code': return wrongCode()
      case 'not-found': return stepOver()
    }
  },
})

const switchOffCodes = route({
  method: 'DELETE', url: '/api/codes', summary: 'Switch codes off', allow: signedIn,
  handle: async ({ ownWays: ways }: OwnService, { caller }) => mustBeDone(await ways.switchOffCodes(accountOf(caller))),
})

const renewRecoveryCodes = route({
  method: 'POST', url: '/api/codes/recovery', summary: 'New recovery codes in place of the old', allow: signedIn, answer: RecoveryCodes,
  async handle({ ownWays: ways }: OwnService, { caller }) {
    const outcome = await ways.renewRecoveryCodes(accountOf(caller))
    return outcome.kind === 'renewed' ? { recoveryCodes: [...outcome.recoveryCodes] } : proveFirst()
  },
})

function mustBeDone({ kind }: Removed): void {
  switch (kind) {
    case 'done': return
    case 'not-found': return noPasskey()
    case 'last-way': throw new Problem('last-way-in', 409, 'This is your only way in. Set another first.')
    case 'prove-again': return proveFirst()
  }
}

function noPasskey(): never {
  throw new Problem('passkey-not-found', 404, 'There is no such passkey.')
}

function proveFirst(): never {
  throw new Problem('prove-again', 403, 'Prove once more who you are before you change how you sign in.')
}

export const ownRoutes = [
  listSessions, endSession, endAllSessions, proveAgain, ownWays, beginPasskey, addPasskey, renamePasskey, removePasskey,
  beginCodes, confirmCodes, switchOffCodes, renewRecoveryCodes,
]
