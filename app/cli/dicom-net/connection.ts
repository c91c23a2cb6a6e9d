/** Where to, as whom, and how safely: what all commands of the network share. */
import { readFile } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import {
  associate, AssociationError, AssociationRejectedError, isAeTitle, ServiceFailedError, type Association,
  type RequestorOptions, type TlsRequestorOptions,
} from '@filmjacket/dicom-net'
import { EXIT_FAILED, EXIT_WRONG } from '../settings.ts'

export interface ConnectionFlags {
  readonly aet: string
  readonly aec: string
  readonly timeout: number
  readonly tls?: true
  readonly tlsCa?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly tlsAnyName?: true
}

export interface Place {
  readonly host: string
  readonly port: number
}

const TIMEOUT_S = 30

/** A command that opens associations to a peer. */
export function peerCommand(name: string): Command {
  return new Command(name)
    .argument('<host>', 'name or address of the peer')
    .argument('<port>', 'its port', portOf)
    .option('--aet <title>', 'our AE title', aeTitle, 'FILMJACKET')
    .option('--aec <title>', 'the AE title of the peer', aeTitle, 'ANY-SCP')
    .option('--timeout <seconds>', 'how long the peer may be silent', wholeNumber, TIMEOUT_S)
    .option('--tls', 'encrypted, by the BCP 195 profile')
    .option('--tls-ca <file>', 'PEM: whose certificates are trusted')
    .option('--tls-cert <file>', 'PEM: our own certificate')
    .option('--tls-key <file>', 'PEM: its key')
    .option('--tls-any-name', 'trust a certificate whatever name it bears')
}

export function aeTitle(text: string): string {
  if (!isAeTitle(text)) throw new InvalidArgumentError('An AE title has 1 to 16 characters.')
  return text
}

export function portOf(text: string): number {
  const port = wholeNumber(text)
  if (port > 65_535) throw new InvalidArgumentError('A port is at most 65535.')
  return port
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A number is wanted.')
  return Number(text)
}

export type Connection = Omit<RequestorOptions, 'contexts'>

export async function connectionTo({ host, port }: Place, flags: ConnectionFlags): Promise<Connection> {
  const tls = flags.tls === true ? { tls: await tlsOf(flags) } : {}
  return { host, port, callingAe: flags.aet, calledAe: flags.aec, timeoutMs: flags.timeout * 1_000, ...tls }
}

async function tlsOf({ tlsCa, tlsCert, tlsKey, tlsAnyName }: ConnectionFlags): Promise<TlsRequestorOptions> {
  return {
    ...(tlsCa !== undefined && { ca: await readFile(tlsCa) }),
    ...(tlsCert !== undefined && { cert: await readFile(tlsCert) }),
    ...(tlsKey !== undefined && { key: await readFile(tlsKey) }),
    ...(tlsAnyName === true && { expectedName: null }),
  }
}

/** Open an association, use it, and release it; abort it if that fails. */
export async function over<T>(options: RequestorOptions, use: (association: Association) => Promise<T>): Promise<T> {
  const association = await associate(options)
  try {
    const result = await use(association)
    await association.release()
    return result
  } finally {
    association.abort()
  }
}

/** Ends the process with the exit code of `work`, or with one sentence about what is in its way. */
export async function finish(work: (signal: AbortSignal) => Promise<number>): Promise<never> {
  const stop = new AbortController()
  // The first asks the peer to stop, the second does not wait for it.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  // Whoever read our words has heard enough, as `head` does.
  process.stdout.on('error', () => process.exit(0))
  try {
    process.exit(await work(stop.signal))
  } catch (error) {
    const exitCode = exitCodeOf(error)
    if (exitCode === null) throw error
    console.error(sentenceOf(error))
    process.exit(exitCode)
  }
}

function exitCodeOf(error: unknown): number | null {
  if (error instanceof AssociationError || error instanceof ServiceFailedError) return EXIT_FAILED
  const isOfSystem = error instanceof Error && 'code' in error && typeof error.code === 'string'
  return isOfSystem || error instanceof RangeError ? EXIT_WRONG : null
}

/** PS3.8 Table 9-21, as far as a person can do something about it. */
const rejections: { readonly [sourceAndReason: string]: string } = {
  '1 1': 'without a reason', '1 2': 'it does not speak DICOM as we do', '1 3': 'it does not know our AE title (--aet)',
  '1 7': 'its AE title is another (--aec)', '3 1': 'it is busy', '3 2': 'it has no association left',
}

export function sentenceOf(error: unknown): string {
  if (error instanceof AssociationRejectedError) {
    const why = rejections[`${error.source} ${error.reason}`] ?? `source ${error.source}, reason ${error.reason}`
    return `The peer rejected the association: ${why}.`
  }
  if (error instanceof ServiceFailedError && error.comment !== null) return `${error.message}: ${error.comment}`
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error.message}${cause}`
}
