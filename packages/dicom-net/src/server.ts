/** Listening for associations. PS3.8 §9.1.1. */
import { createServer, type Server, type Socket } from 'node:net'
import { Acceptor, type AcceptorOptions, type AssociationSummary } from './acceptor.ts'
import type { Peer, StoreRequest } from './dispatch.ts'
import type { StoreAnswer } from './messages/store.ts'
import type { Admission } from './negotiation.ts'

export interface DicomServerOptions {
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
  /** Asked once for each association, before anything else of it is looked at. */
  admit(peer: Peer): Admission | Promise<Admission>
  /** C-STORE. Without it only Verification is accepted. */
  store?(peer: Peer, request: StoreRequest): Promise<StoreAnswer>
  /** Called once for each connection, when its association has ended. */
  closed?(summary: AssociationSummary): void
  /** Something of ours threw: `admit`, `store`, or this package. The peer hears nothing of it. */
  onFault?(fault: unknown, peer: Peer): void
}

export interface DicomServer {
  readonly port: number
  /** Stop listening, let requests in work be answered (for `graceMs`), abort the rest. */
  close(): Promise<void>
}

const MAX_PDU_BYTES = 128 * 1024
const ARTIM_MS = 30_000
const IDLE_MS = 30_000
const MAX_ASSOCIATIONS = 60
const GRACE_MS = 5_000

/** Connections, those of silent peers included. Beyond them the kernel's queue is all there is. */
const MAX_CONNECTIONS = 1_024

/** Between our last word and the end of the connection, at shutdown. */
const LAST_WORD_MS = 100

/** @throws Error as `net.Server.listen` gives it, such as EADDRINUSE. */
export async function serveDicom(options: DicomServerOptions): Promise<DicomServer> {
  const acceptors = new Set<Acceptor>()
  const acceptorOptions = optionsFor(options, acceptors)
  const server = createServer({ noDelay: true, keepAlive: true }, (socket: Socket) => {
    const acceptor = new Acceptor(socket, acceptorOptions)
    acceptors.add(acceptor)
    acceptor.start()
  })
  server.maxConnections = MAX_CONNECTIONS
  const port = await listen(server, options)
  return { port, close: () => close(server, acceptors, options.graceMs ?? GRACE_MS) }
}

function optionsFor(options: DicomServerOptions, acceptors: Set<Acceptor>): AcceptorOptions {
  let free = options.maxAssociations ?? MAX_ASSOCIATIONS
  return {
    maxPduBytes: options.maxPduBytes ?? MAX_PDU_BYTES,
    artimMs: options.artimMs ?? ARTIM_MS,
    idleMs: options.idleMs ?? IDLE_MS,
    takePlace: () => free > 0 && free-- > 0,
    givePlaceBack: () => free++,
    admit: (peer) => options.admit(peer),
    store: options.store === undefined ? undefined : options.store.bind(options),
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

async function close(server: Server, acceptors: ReadonlySet<Acceptor>, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const all = [...acceptors]
  await within(graceMs, Promise.allSettled(all.map((acceptor) => acceptor.shutDown())))
  if (acceptors.size > 0) await within(LAST_WORD_MS, closed)
  for (const acceptor of all) acceptor.destroy()
  await closed
}

/** Wait, but not for ever. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}
