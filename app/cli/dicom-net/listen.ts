import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { serveDicom, type AssociationSummary, type DicomServer, type DicomServerOptions, type TlsAcceptorOptions } from '@filmjacket/dicom-net'
import { aeTitle, finish, portOf } from './connection.ts'
import { InstanceFolder } from './instance-folder.ts'

interface ListenFlags {
  readonly output: string
  readonly host: string
  readonly aet?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly tlsCa?: string
  readonly tlsRequireCert?: true
}

export const listenCommand = new Command('listen')
  .description('Take what peers send into a folder, until Ctrl-C (C-ECHO and C-STORE provider)')
  .argument('<port>', 'where to listen', portOf)
  .requiredOption('-o, --output <folder>', 'where the files go')
  .option('--host <address>', 'where from: 0.0.0.0 for everywhere', '127.0.0.1')
  .option('--aet <title>', 'accept only who calls us so', aeTitle)
  .option('--tls-cert <file>', 'PEM: our certificate; with it, all is encrypted')
  .option('--tls-key <file>', 'PEM: its key')
  .option('--tls-ca <file>', 'PEM: whose certificates are trusted')
  .option('--tls-require-cert', 'refuse peers that show no trusted certificate')
  .action((port: number, flags: ListenFlags) => finish((signal) => listen(port, flags, signal)))

async function listen(port: number, flags: ListenFlags, signal: AbortSignal): Promise<number> {
  const folder = new InstanceFolder(flags.output, () => undefined)
  await folder.open()
  const { host, aet } = flags
  const options: DicomServerOptions = {
    host, port,
    admit: ({ calledAe }) =>
      aet === undefined || calledAe === aet ? { kind: 'accepted' } : { kind: 'rejected', reason: 'called-ae-not-recognized' },
    store: (peer, request) => folder.store(peer, request),
    closed: (summary) => console.log(lineOf(summary)),
    onFault: (fault) => console.error(fault instanceof Error ? fault.message : String(fault)),
  }
  const tls = await tlsOf(flags)
  const server = await serveDicom(tls === null ? options : { ...options, tls })
  console.error(`Listening on ${host}:${server.port}.`)
  await stopped(server, signal)
  console.error(`${folder.count} stored.`)
  return 0
}

async function stopped(server: DicomServer, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await server.close()
}

async function tlsOf({ tlsCert, tlsKey, tlsCa, tlsRequireCert }: ListenFlags): Promise<TlsAcceptorOptions | null> {
  if (tlsCert === undefined || tlsKey === undefined) return null
  return {
    cert: await readFile(tlsCert), key: await readFile(tlsKey),
    ...(tlsCa !== undefined && { ca: await readFile(tlsCa) }),
    clientCertificate: tlsRequireCert === true ? 'required' : 'none',
  }
}

function lineOf({ peer, instances, bytes, ms, ended, reason }: AssociationSummary): string {
  const why = reason === null ? '' : ` (${reason})`
  const seconds = (ms / 1_000).toFixed(1)
  return `${peer.callingAe || 'somebody'} at ${peer.address}: ${instances} instances, ${bytes} bytes, ${seconds} s, ${ended}${why}`
}
