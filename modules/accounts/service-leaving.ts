/**
 * Signing out of the hospital's own service too: OpenID Connect RP-Initiated Logout 1.0. ADM-08.
 *
 * Rules: only who came in by it is led there, only where the site wants it and the service has a place for it. Its ID Token goes along, so
 * that it need not ask who is leaving; it lies sealed with the session, and goes with it.
 *
 * @module
 */
import { buildEndSessionUrl, type Configuration } from 'openid-client'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { hashOfToken } from '../../platform/server/ids.ts'
import { faultOf, type Log } from '../../platform/server/log.ts'
import type { SecretBox } from '../../platform/server/secret-box.ts'
import { OIDC_SIGN_OUT, type Values } from './settings.ts'
import type { Db } from './store.ts'
import { sessionById, setServiceToken } from './store/sessions.ts'

const BACK_PATH = '/sign-in'
/** Of a sealed secret: what it is for. */
const USE = 'session.service_token'

export interface Leaving {
  /** Keeps, with the new session, what the service wants to see at sign-out. */
  remember(sessionToken: string, idToken: string): Promise<void>
  /**
   * Where to go to sign out there too: asked once the session here is over, so that a service that does not answer keeps nobody in.
   * OpenID Connect RP-Initiated Logout 1.0 §2.
   */
  leaving(caller: Caller): Promise<() => Promise<string | null>>
}

interface LeavingOptions {
  readonly db: Db
  readonly log: Log
  readonly settings: Values
  readonly secrets: SecretBox
  readonly publicUrl: string
}

export function createLeaving(
  { db, log, settings, secrets, publicUrl }: LeavingOptions, configuration: () => Promise<Configuration>, isOn: () => boolean,
): Leaving {
  async function placeFor(idToken: string): Promise<string | null> {
    try {
      const service = await configuration()
      if (service.serverMetadata().end_session_endpoint === undefined) return null
      return buildEndSessionUrl(service, { id_token_hint: idToken, post_logout_redirect_uri: new URL(BACK_PATH, publicUrl).href }).href
    } catch (error) {
      log.warn(faultOf(error), 'the sign-in service does not say where to sign out')
      return null
    }
  }

  return {
    remember: (sessionToken, idToken) => setServiceToken(db, hashOfToken(sessionToken), secrets.seal(idToken, USE)),
    async leaving(caller) {
      if (caller.kind !== 'account' || !isOn() || !settings.value(OIDC_SIGN_OUT)) return () => Promise.resolve(null)
      const sealed = (await sessionById(db, caller.sessionId))?.service_token
      const idToken = sealed == null ? null : secrets.open(sealed, USE)
      return () => (idToken === null ? Promise.resolve(null) : placeFor(idToken))
    },
  }
}
