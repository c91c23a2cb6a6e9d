/** Listening for associations. PS3.8 §9.1.1. */
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, Server as TlsServer, type TLSSocket } from 'node:tls'
import { Acceptor, addressOf, type AcceptorOptions, type AssociationOffer, type AssociationSummary } from './acceptor.ts'
import { oneAtATime, type Admission, type AsynchronousWindow } from './negotiation.ts'
import type { ExtendedNegotiation } from './pdu-user-information.ts'
import type { QueryOptions } from './query-options.ts'
import { servicesOf, type Peer, type Services } from './services.ts'
import { acceptorContext, acceptorTls, shownCertificate, type TlsAcceptorOptions } from './tls-profile.ts'

/** Of the services those that are there are accepted; Verification always is. Limits are read anew for each association. */
export interface DicomServerOptions extends Services {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** The longest P-DATA-TF that we ask peers to send. 128 KiB, the most that DCMTK sends. */
  readonly maxPduBytes?: number
  /** How long a peer may take to come with a valid request, and to close the connection at the end. */
  readonly artimMs?: number
  /** How long a peer may be silent while it is its turn. */
  readonly idleMs?: number
  /** Beyond them, `local-limit-exceeded`. */
  readonly maxAssociations?: number
  /** How long `close` waits for requests in work. */
  readonly graceMs?: number
  /** By it all associations are encrypted; without it none is. */
  readonly tls?: TlsAcceptorOptions
  /** Requests at the same time on one association, for peers that ask for it. One, unless told. */
  readonly asynchronousWindow?: AsynchronousWindow
  /** What `find`, `worklist`, `move` and `get` know of, for peers that ask for it. Nothing, unless told. */
  readonly queryOptions?: Partial<QueryOptions>
  /** What to answer to the extended negotiation of other classes than those; null for nothing. */
  answerExtended?(item: ExtendedNegotiation): Uint8Array | null
  /** Asked once for each association, before anything else of it is looked at. */
  admit(peer: Peer, offer: AssociationOffer): Admission | Promise<Admission>
  /** Called once for each connection, when its association has ended. */
  closed?(summary: AssociationSummary): void
  /** Something of ours threw: `admit`, a service, or this package. The peer hears nothing of it. */
  onFault?(fault: unknown, peer: Peer): void
}

export interface DicomServer {
  readonly port: number
  /** New certificates for new connections; those that are open go on. @throws RangeError without TLS. */
  reloadTls(options: Omit<TlsAcceptorOptions, 'clientCertificate'>): void
  /** Stop listening, let requests in work be answered (for `graceMs`), abort the rest. */
  close(): Promise<void>
}

const SOCKET = { noDelay: true, keepAlive: true } as const
/** What holds unless the caller says otherwise. */
export const serverDefaults = { maxPduBytes: 128 * 1024, artimMs: 30_000, idleMs: 30_000, maxAssociations: 60 } as const
const GRACE_MS = 5_000

/** Connections, those of silent peers included. Beyond them the kernel's queue is all there is. */
const MAX_CONNECTIONS = 1_024

/** Between our last word and the end of the connection, at shutdown. */
const LAST_WORD_MS = 100

/** @throws Error as `net.Server.listen` gives it, such as EADDRINUSE; as OpenSSL does, of a certificate that is none. */
export async function serveDicom(options: DicomServerOptions): Promise<DicomServer> {
  const acceptors = new Set<Acceptor>()
  const acceptorOptions = optionsFor(options, acceptors)
  const accept = (socket: Socket, certificate: ReturnType<typeof shownCertificate>): void => {
    const acceptor = new Acceptor(socket, acceptorOptions, certificate)
    acceptors.add(acceptor)
    acceptor.start()
  }
  const server = options.tls === undefined
    ? createServer(SOCKET, (socket: Socket) => accept(socket, null))
    : listenSecurely(options, options.tls, (socket) => accept(socket, shownCertificate(socket)))
  server.maxConnections = MAX_CONNECTIONS
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const port = await listen(server, options)
  return {
    port,
    reloadTls: (tls) => {
      if (!(server instanceof TlsServer)) throw new RangeError('a server without TLS has nothing to reload')
      server.setSecureContext(acceptorContext({ ...tls, clientCertificate: 'none' }))
    },
    close: () => close(server, acceptors, sockets, options.graceMs ?? GRACE_MS),
  }
}

/** A peer that does not agree on TLS within ARTIM is as silent as one that sends no request. */
function listenSecurely(
  options: DicomServerOptions, tls: TlsAcceptorOptions, accept: (socket: TLSSocket) => void,
): TlsServer {
  const handshakeTimeout = options.artimMs ?? serverDefaults.artimMs
  const server = createTlsServer({ ...SOCKET, ...acceptorTls(tls), handshakeTimeout }, accept)
  server.on('tlsClientError', (error, socket) => {
    const peer = { callingAe: '', calledAe: '', address: addressOf(socket), implementation: null }
    const reason = 'code' in error && typeof error.code === 'string' ? error.code : error.message
    options.closed?.({
      peer, contexts: { proposed: 0, accepted: 0 }, instances: 0, bytes: 0, ms: 0, ended: 'tls-failed', reason,
    })
    socket.destroy()
  })
  return server
}

function optionsFor(options: DicomServerOptions, acceptors: Set<Acceptor>): AcceptorOptions {
  let taken = 0
  return {
    get maxPduBytes() {
      return options.maxPduBytes ?? serverDefaults.maxPduBytes
    },
    get artimMs() {
      return options.artimMs ?? serverDefaults.artimMs
    },
    get idleMs() {
      return options.idleMs ?? serverDefaults.idleMs
    },
    takePlace() {
      const isFree = taken < (options.maxAssociations ?? serverDefaults.maxAssociations)
      if (isFree) taken++
      return isFree
    },
    givePlaceBack: () => taken--,
    admit: (peer, offer) => options.admit(peer, offer),
    services: servicesOf(options),
    window: options.asynchronousWindow ?? oneAtATime,
    queryOptions: options.queryOptions ?? {},
    answerExtended: (item) => options.answerExtended?.(item) ?? null,
    closed: (summary) => options.closed?.(summary),
    onFault: (fault, peer) => options.onFault?.(fault, peer),
    gone: (acceptor) => void acceptors.delete(acceptor),
  }
}

function listen(server: Server, { host, port }: DicomServerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

async function close(
  server: Server, acceptors: ReadonlySet<Acceptor>, sockets: ReadonlySet<Socket>, graceMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const all = [...acceptors]
  await within(graceMs, Promise.allSettled(all.map((acceptor) => acceptor.shutDown())))
  if (acceptors.size > 0) await within(LAST_WORD_MS, closed)
  for (const acceptor of all) acceptor.destroy()
  // What is still agreeing on TLS has no acceptor yet.
  for (const socket of sockets) socket.destroy()
  await closed
}

/** Wait, but not for ever. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}
