/**
 * What the process needs to know to start. Read once, then frozen.
 *
 * @module
 */
import { resolve } from 'node:path'
import { given, type Environment, type Flags, type Given, type SettingName } from './env.ts'

export interface Config {
  /** Absolute. Holds blobs, secrets and, unless the site has its own, the database. */
  readonly dataFolder: string
  /** Address on which HTTP and DICOM listen. */
  readonly host: string
  /** 0 means any free port; so for `dicomPort`. */
  readonly httpPort: number
  readonly dicomPort: number
  readonly aeTitle: string
  /** A second DICOM door, with TLS (NET-24); null: none. */
  readonly dicomTls: { readonly port: number; readonly files: TlsFiles } | null
  /** Made-up patients and accounts, on this machine only. */
  readonly demo: boolean
  /** Origin of the links in mails, without a slash at its end; null means none can be sent. */
  readonly publicUrl: string | null
  readonly mailFrom: string | null
  /** Where images go that the disk need not keep (NET-28); null: nowhere. */
  readonly store: StorePlace | null
  readonly secrets: Secrets
}

export type StorePlace = { readonly kind: 'folder'; readonly folder: string } | S3Place

export interface S3Place {
  readonly kind: 's3'
  readonly bucket: string
  /** Before the name of each object: empty, or with a slash at its end. */
  readonly prefix: string
  /** Null: AWS itself. */
  readonly endpoint: string | null
  readonly region: string
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  readonly isPathStyle: boolean
  /** Null: key and secret come as AWS's own programs have them, such as from the role of the machine. */
  readonly accessKeyId: string | null
  readonly secretFile: string | null
  /** PEM file of the authority of its certificate; null: those that the system trusts. */
  readonly authorityFile: string | null
}

/** Absolute paths of PEM files. */
export interface TlsFiles {
  readonly certificate: string
  readonly key: string
  /** Whose certificates of devices are trusted; null: no device can prove itself by one. */
  readonly authority: string | null
}

/** Never logged. */
export interface Secrets {
  /** Null means our own PostgreSQL in the data folder. */
  readonly databaseUrl: string | null
  readonly smtpUrl: string | null
  /** For the gateway that sends text messages: stands for `$secret$` in its settings. */
  readonly smsSecret: string | null
  /** Null means that one is made up and shown at the start. */
  readonly demoPassword: string | null
  /** Of our client at the hospital's own sign-in service. Null means a client without one. */
  readonly oidcSecret: string | null
  /** Of the object store. Null: it is in a file, or as AWS's own programs have it. */
  readonly storeSecret: string | null
}

/** A setting is wrong. The message is one sentence that names it, and holds no secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const LOOPBACK = '127.0.0.1'
const HIGHEST_PORT = 65_535

/** @throws ConfigError */
export function parseConfig(flags: Flags, env: Environment): Config {
  const read = <T, U>(setting: SettingName, parse: (given: Given) => T, otherwise: U): T | U => {
    const value = given(setting, flags, env)
    return value === undefined ? otherwise : parse(value)
  }
  const demo = read('demo', asSwitch, false)
  const secrets: Secrets = Object.freeze({
    databaseUrl: read('database', asUrl('postgres', 'postgresql'), null),
    smtpUrl: read('smtpUrl', asUrl('smtp', 'smtps'), null),
    smsSecret: read('smsSecret', asText, null),
    demoPassword: read('demoPassword', asText, null),
    oidcSecret: read('oidcSecret', asText, null),
    storeSecret: read('storeSecret', asText, null),
  })
  const config: Config = {
    dataFolder: resolve(read('data', asText, 'data')),
    host: demo ? demoHost(flags) : read('host', asHost, '0.0.0.0'),
    httpPort: read('http', asPort, 8080),
    dicomPort: read('dicom', asPort, 11_112),
    aeTitle: read('aet', asAeTitle, 'FILMJACKET'),
    dicomTls: dicomTlsOf(read),
    demo,
    publicUrl: read('publicUrl', asOrigin, null),
    mailFrom: read('mailFrom', asMailAddress, null),
    store: storeOf(read, secrets),
    secrets,
  }
  mustAgree(config)
  return Object.freeze(config)
}

type Read = <T, U>(setting: SettingName, parse: (given: Given) => T, otherwise: U) => T | U

function dicomTlsOf(read: Read): Config['dicomTls'] {
  const port = read('dicomTls', asPort, null)
  const certificate = read('dicomTlsCertificate', asPath, null)
  const key = read('dicomTlsKey', asPath, null)
  const authority = read('dicomTlsAuthority', asPath, null)
  if (port !== null && certificate !== null && key !== null) return { port, files: { certificate, key, authority } }
  if (port === null && certificate === null && key === null && authority === null) return null
  throw new ConfigError(
    'DICOM with TLS needs a port and two files: FILMJACKET_DICOM_TLS, FILMJACKET_DICOM_TLS_CERTIFICATE and FILMJACKET_DICOM_TLS_KEY.',
  )
}

function storeOf(read: Read, { storeSecret }: Secrets): StorePlace | null {
  const place = read('store', asStore, null)
  const endpoint = read('storeEndpoint', asOrigin, null)
  const [accessKeyId, secretFile] = [read('storeKey', asText, null), read('storeSecretFile', asPath, null)]
  const given = { endpoint, accessKeyId, secretFile, authorityFile: read('storeAuthority', asPath, null) }
  if (place?.kind !== 's3') {
    if (storeSecret === null && Object.values(given).every((value) => value === null)) return place
    throw new ConfigError('FILMJACKET_STORE_... is set, and FILMJACKET_STORE is no s3://bucket that it could be for.')
  }
  if (storeSecret !== null && secretFile !== null)
    throw new ConfigError('FILMJACKET_STORE_SECRET and FILMJACKET_STORE_SECRET_FILE are both set: one of them is too many.')
  if ((accessKeyId === null) !== (storeSecret === null && secretFile === null))
    throw new ConfigError('Of FILMJACKET_STORE_KEY and its secret only one is set: an object store needs both, or neither.')
  return { ...place, ...given, region: read('storeRegion', asText, 'us-east-1'), isPathStyle: read('storePathStyle', asSwitch, endpoint !== null) }
}

/** A demo's accounts have known names, so nobody but this machine may reach it, whatever the environment says. */
function demoHost(flags: Flags): string {
  const asked = flags.host ?? LOOPBACK
  if (asked === LOOPBACK || asked === 'localhost') return LOOPBACK
  throw new ConfigError(`--host ${asked} contradicts --demo: a demo is only served on ${LOOPBACK}.`)
}

function mustAgree({ httpPort, dicomPort, dicomTls, mailFrom, secrets }: Config): void {
  if (httpPort !== 0 && httpPort === dicomPort) {
    throw new ConfigError(`--http and --dicom are both ${httpPort}: each needs a port of its own.`)
  }
  if (dicomTls !== null && dicomTls.port !== 0 && [httpPort, dicomPort].includes(dicomTls.port))
    throw new ConfigError(`FILMJACKET_DICOM_TLS is ${dicomTls.port}, as another door is: each needs a port of its own.`)
  if ((secrets.smtpUrl === null) !== (mailFrom === null)) {
    const [missing, present] = mailFrom === null ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM']
    throw new ConfigError(`FILMJACKET_${present} is set without FILMJACKET_${missing}: mail needs both.`)
  }
}

function asText({ name, text }: Given): string {
  return text.trim() === '' ? wrong(name, 'is empty') : text
}

function asPath(text: Given): string {
  return resolve(asText(text))
}

/** `s3://bucket`, `s3://bucket/prefix`, or a folder. */
function asStore({ name, text }: Given): { readonly kind: 'folder'; readonly folder: string } | Pick<S3Place, 'kind' | 'bucket' | 'prefix'> {
  if (!/^[a-z0-9]+:\/\//i.test(text)) return { kind: 'folder', folder: asPath({ name, text }) }
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]+[a-z0-9])(?:\/([\w.\/-]*))?$/.exec(text) ?? []
  if (bucket === undefined) return wrong(name, `is neither a folder nor s3://bucket nor s3://bucket/prefix: ${text}`)
  return { kind: 's3', bucket, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` }
}

function asSwitch({ name, text }: Given): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true
  if (/^(0|false|no|off)$/i.test(text)) return false
  return wrong(name, `is neither on nor off: ${text}`)
}

function asPort({ name, text }: Given): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= HIGHEST_PORT) return port
  return wrong(name, `is no port from 0 to ${HIGHEST_PORT}: ${text}`)
}

/** A name or an address, without a port. */
function asHost({ name, text }: Given): string {
  return /^[A-Za-z0-9.:_-]+$/.test(text) && !/^[^:]*:\d*$/.test(text) ? text : wrong(name, `is no address to listen on: ${text}`)
}

/** PS3.5 §6.2, AE: at most 16 characters without backslash and control characters; spaces around it do not count. */
function asAeTitle({ name, text }: Given): string {
  const title = text.trim()
  return /^[ -[\]-~]{1,16}$/.test(title) ? title : wrong(name, `is no AE title of 1 to 16 characters: ${text}`)
}

/** The text may hold a password, so it is not repeated. */
function asUrl(...schemes: readonly string[]) {
  return ({ name, text }: Given): string => {
    const url = URL.canParse(text) ? new URL(text) : null
    if (url !== null && url.hostname !== '' && schemes.some((scheme) => url.protocol === `${scheme}:`)) return text
    return wrong(name, `is no URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')} and names a host`)
  }
}

function asOrigin({ name, text }: Given): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}${url.hash}${url.username}` === '/'
  return isOrigin ? url.origin : wrong(name, `is no address like https://images.example.org: ${text}`)
}

function asMailAddress({ name, text }: Given): string {
  return /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(text) ? text : wrong(name, `is no mail address: ${text}`)
}

function wrong(name: string, what: string): never {
  throw new ConfigError(`${name} ${what}.`)
}
