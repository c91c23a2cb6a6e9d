/**
 * Certificate, key and authority of the DICOM door with TLS: files that somebody else renews. They are read at the
 * start, and again whenever they have changed, so that a renewal needs no restart.
 *
 * @module
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ConfigError, type TlsFiles } from './config.ts'

/** PEM. */
export interface TlsPems {
  readonly certificate: string
  readonly key: string
  readonly authority: string | null
}

/** @throws ConfigError with one sentence that names the file. */
export async function readTlsFiles({ certificate, key, authority }: TlsFiles): Promise<TlsPems> {
  const pems: TlsPems = {
    certificate: await textOf(certificate), key: await textOf(key), authority: authority === null ? null : await textOf(authority),
  }
  const shown = parsed(certificate, 'certificate', () => new X509Certificate(pems.certificate))
  const secret = parsed(key, 'private key', () => createPrivateKey(pems.key))
  if (!shown.checkPrivateKey(secret)) throw new ConfigError(`The private key in ${key} is not that of the certificate in ${certificate}.`)
  if (authority !== null) parsed(authority, 'certificate', () => new X509Certificate(pems.authority ?? ''))
  return pems
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new ConfigError(`${file} cannot be read.`, { cause: error })
  }
}

function parsed<T>(file: string, what: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new ConfigError(`${file} holds no ${what} in PEM form.`, { cause: error })
  }
}

export interface Following {
  /** Looks now. */
  look(): Promise<void>
  stop(): void
}

export interface Follower {
  changed(pems: TlsPems): void
  /** They have changed, and cannot be used as they are. Told once for each content. */
  failed(error: unknown): void
}

const LOOK_EVERY_MS = 30_000

/**
 * Reads them again every half minute: file systems tell of changes unreliably, and renewals replace links, not files.
 *
 * @param pems - what is in use.
 * @param everyMs - shorter in tests.
 */
export function followTlsFiles(files: TlsFiles, pems: TlsPems, follower: Follower, everyMs = LOOK_EVERY_MS): Following {
  let known = JSON.stringify(pems)
  let looking: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    let state = ''
    try {
      const read = await readTlsFiles(files)
      state = JSON.stringify(read)
      if (state !== known) follower.changed(read)
    } catch (error) {
      state = `failed: ${String(error)}`
      if (state !== known) follower.failed(error)
    }
    known = state
  }
  const next = () => (looking = looking.then(look))
  const timer = setInterval(() => void next(), everyMs).unref()
  return { look: next, stop: () => clearInterval(timer) }
}
