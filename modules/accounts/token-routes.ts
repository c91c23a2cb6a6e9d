/** One's own tokens, over HTTP. Translates, decides nothing. */
import Type from 'typebox'
import { signedIn } from '../../platform/server/auth/caller.ts'
import { isoTime, isoTimeOrNull } from '../../platform/server/clock.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, route } from '../../platform/server/http/route.ts'
import { ApiTokenList, ApiTokenView, MadeApiToken, NewApiToken } from './contract.ts'
import type { ApiTokenRow } from './tables.ts'
import type { ApiTokens } from './tokens.ts'

const listTokens = route({
  method: 'GET', url: '/api/tokens', summary: 'One\'s own tokens for programs', allow: signedIn, answer: ApiTokenList,
  async handle(tokens: ApiTokens, { caller }) {
    return { tokens: (await tokens.all(accountOf(caller))).map((row) => viewOf(tokens, row)) }
  },
})

const makeToken = route({
  method: 'POST', url: '/api/tokens', summary: 'Make a token for a program', allow: signedIn, body: NewApiToken, answer: MadeApiToken,
  async handle(tokens: ApiTokens, { caller, body }) {
    const outcome = await tokens.make(accountOf(caller), body)
    switch (outcome.kind) {
      case 'made': return { token: viewOf(tokens, outcome.token), secret: outcome.secret }
      case 'too-many': throw new Problem('token-limit', 409, `At most ${outcome.limit} tokens are kept. End one to make another.`)
    }
  },
})

const endToken = route({
  method: 'DELETE', url: '/api/tokens/:id', summary: 'End a token: it opens nothing from now on', allow: signedIn,
  params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
  async handle(tokens: ApiTokens, { caller, params }) {
    if (!(await tokens.end(accountOf(caller), params.id))) throw new Problem('token-not-found', 404, 'There is no such token.')
  },
})

function viewOf(tokens: ApiTokens, row: ApiTokenRow): ApiTokenView {
  return {
    id: row.id, name: row.name, actions: row.actions as ApiTokenView['actions'], studies: row.studies,
    createdAt: isoTime(row.created_at), expiresAt: isoTime(row.expires_at), usedAt: isoTimeOrNull(row.used_at),
    isOver: tokens.isOver(row),
  }
}

export const tokenRoutes = [listTokens, makeToken, endToken]
