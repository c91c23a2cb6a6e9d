/** The browser's own passkey functions, with their failures told as sentences. */
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { ProblemError } from '../../../platform/web/api.ts'
import type { PasskeyProof, PasskeyStep } from '../contract.ts'

export const hasPasskeys = browserSupportsWebAuthn()

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON']
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** Makes a key. The options are the server's, as they came. */
export async function makePasskey({ ticket, options }: PasskeyStep): Promise<PasskeyProof> {
  return { ticket, response: (await told(startRegistration({ optionsJSON: options as Creation }))) as unknown as PasskeyProof['response'] }
}

/** Shows one. */
export async function showPasskey({ ticket, options }: PasskeyStep): Promise<PasskeyProof> {
  return { ticket, response: (await told(startAuthentication({ optionsJSON: options as Request }))) as unknown as PasskeyProof['response'] }
}

async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') throw new ProblemError('passkey-cancelled', 400, '')
    if (name === 'InvalidStateError') throw new ProblemError('passkey-known', 400, '')
    throw new ProblemError('passkey-impossible', 400, '')
  }
}
