/** A hospital's own sign-in service: a real OpenID provider on this machine. Whoever types a name there is that person. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT = { id: 'filmjacket', secret: 'made-up-for-tests' } as const

export interface SignInService {
  readonly issuer: string
  close(): Promise<void>
}

/** @param people - claims by the name that is typed. */
export async function signInService(redirectUri: string, people: Readonly<Record<string, object>>): Promise<SignInService> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{
      client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri],
      post_logout_redirect_uris: [new URL('/sign-in', redirectUri).href], token_endpoint_auth_method: 'client_secret_post',
    }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username', 'groups'] },
    cookies: { keys: ['made-up-for-tests'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people[sub], sub }) }),
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return { issuer, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }) }
}
