/** Ourselves as a client of the hospital's own sign-in service. OpenID Connect Discovery 1.0. */
import * as openid from 'openid-client'
import { MINUTE_MS, type Clock, type Instant } from '../../platform/server/clock.ts'
import { OIDC_CLIENT, OIDC_ISSUER, type Values } from './settings.ts'

const KEPT_MS = 10 * MINUTE_MS
const TIMEOUT_SECONDS = 10

interface Known {
  readonly key: string
  readonly until: Instant
  readonly configuration: Promise<openid.Configuration>
}

interface ClientOptions {
  readonly clock: Clock
  readonly settings: Values
  /** Null for a client without one. */
  readonly secret: string | null
}

/** What the service says of itself, asked again after a while, when the settings change, and after a failure. */
export function configurations({ clock, settings, secret }: ClientOptions): () => Promise<openid.Configuration> {
  let known: Known | null = null
  return () => {
    const [issuer, client] = [settings.value(OIDC_ISSUER).trim(), settings.value(OIDC_CLIENT).trim()]
    const key = `${issuer} ${client}`
    if (known === null || known.key !== key || clock.now() >= known.until) {
      const configuration = discover(new URL(issuer), client, secret)
      configuration.catch(() => (known = null))
      known = { key, until: clock.now() + KEPT_MS, configuration }
    }
    return known.configuration
  }
}

function discover(issuer: URL, client: string, secret: string | null): Promise<openid.Configuration> {
  const isPlain = issuer.protocol === 'http:' && isLoopback(issuer.hostname)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out; on this machine there is no way to listen in.
  const options = { timeout: TIMEOUT_SECONDS, ...(isPlain ? { execute: [openid.allowInsecureRequests] } : {}) }
  return openid.discovery(issuer, client, {}, secret === null ? openid.None() : openid.ClientSecretPost(secret), options)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]'
}
