/**
 * TLS by the BCP 195 profile, both ways: TLS 1.2 and 1.3, forward secrecy and authenticated encryption only.
 * PS3.15 §B.12; RFC 9325 §3.1, §4.2.
 *
 * @module
 */
import type { PeerCertificate, SecureContextOptions, TLSSocket, TlsOptions } from 'node:tls'

/** PS3.15 §B.12. */
export const tlsProfile = {
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.3',
  ciphers: [
    'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
  ecdhCurve: 'X25519:P-256:P-384:P-521',
  honorCipherOrder: true,
} as const satisfies SecureContextOptions

type Pem = string | Uint8Array

interface OwnCertificate {
  /** PEM: the certificate, then those that lead to its root. */
  readonly cert: Pem
  /** PEM. */
  readonly key: Pem
  readonly passphrase?: string
}

/** Whether a peer must show a certificate: `wanted` leaves it to `admit`, which sees what was shown. */
export type ClientCertificate = 'required' | 'wanted' | 'none'

export interface TlsAcceptorOptions extends OwnCertificate {
  /** PEM: whose certificates of peers are trusted. Default: those that Node trusts. */
  readonly ca?: Pem | readonly Pem[]
  readonly clientCertificate: ClientCertificate
}

export interface TlsRequestorOptions extends Partial<OwnCertificate> {
  /** PEM: whose certificates of acceptors are trusted. Default: those that Node trusts. */
  readonly ca?: Pem | readonly Pem[]
  /**
   * The name that the acceptor's certificate must bear: default the host. Null takes any name that a
   * trusted authority gave, for devices whose certificates name something else than where they are.
   */
  readonly expectedName?: string | null
}

/** What a peer showed. */
export interface ShownCertificate {
  /** The chain leads to one whom we trust, and its time has not passed. */
  readonly isTrusted: boolean
  /** Why not, in OpenSSL's words. */
  readonly distrust: string | null
  readonly commonName: string | null
  /** SHA-256 over the certificate, as hexadecimal pairs with colons. */
  readonly fingerprint: string
  readonly validTo: string
}

export function acceptorContext(options: TlsAcceptorOptions): SecureContextOptions {
  const { cert, key, passphrase, ca } = options
  return {
    ...tlsProfile, cert: pem(cert), key: pem(key),
    ...(passphrase !== undefined && { passphrase }),
    ...(ca !== undefined && { ca: pems(ca) }),
  }
}

export function acceptorTls(options: TlsAcceptorOptions): TlsOptions {
  const { clientCertificate } = options
  return {
    ...acceptorContext(options),
    requestCert: clientCertificate !== 'none', rejectUnauthorized: clientCertificate === 'required',
  }
}

export interface RequestorTls extends SecureContextOptions {
  readonly servername?: string
  readonly checkServerIdentity?: () => undefined
}

export function requestorTls(options: TlsRequestorOptions): RequestorTls {
  const { cert, key, passphrase, ca, expectedName } = options
  return {
    ...tlsProfile,
    ...(cert !== undefined && { cert: pem(cert) }),
    ...(key !== undefined && { key: pem(key) }),
    ...(passphrase !== undefined && { passphrase }),
    ...(ca !== undefined && { ca: pems(ca) }),
    ...(typeof expectedName === 'string' && { servername: expectedName }),
    ...(expectedName === null && { checkServerIdentity: () => undefined }),
  }
}

/** Null where none was shown. */
export function shownCertificate(socket: TLSSocket): ShownCertificate | null {
  const certificate: Partial<PeerCertificate> = socket.getPeerCertificate()
  const { fingerprint256, subject, valid_to: validTo } = certificate
  if (fingerprint256 === undefined) return null
  const commonName: unknown = subject?.CN
  return {
    isTrusted: socket.authorized, distrust: socket.authorized ? null : String(socket.authorizationError),
    commonName: typeof commonName === 'string' ? commonName : null,
    fingerprint: fingerprint256, validTo: validTo ?? '',
  }
}

/** Whether an error of a connection is about TLS and not about the network. */
export function isTlsError(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return /^(ERR_SSL|ERR_TLS|ERR_OSSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_|EPROTO)/.test(code)
}

function pem(value: Pem): string | Buffer {
  return typeof value === 'string' ? value : Buffer.from(value)
}

function pems(value: Pem | readonly Pem[]): (string | Buffer)[] {
  return typeof value === 'string' || value instanceof Uint8Array ? [pem(value)] : value.map(pem)
}
