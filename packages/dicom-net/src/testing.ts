/** For tests: bytes as a person reads them in a trace, and a peer that does exactly what it is told. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AssociationSummary } from './acceptor.ts'
import type { RequestorOptions } from './association-request.ts'
import { decodeCommand, encodeCommand, type CommandSet } from './command.ts'
import { DICOM_APPLICATION_CONTEXT, encodeAssociateRq, type AssociateRq } from './pdu-associate.ts'
import type { StoreInstance } from './messages/store.ts'
import { packCommand, PdvPacker } from './pdv-packer.ts'
import { associate, type Association } from './requestor.ts'
import { serveDicom, type DicomServer, type DicomServerOptions } from './server.ts'

export const CT_IMAGE_STORAGE = '1.2.840.10008.5.1.4.1.1.2'
export const VERIFICATION = '1.2.840.10008.1.1'
export const IMPLICIT_LE = '1.2.840.10008.1.2'
export const EXPLICIT_LE = '1.2.840.10008.1.2.1'

/** `hex('00 01 "AB" ; why')`: pairs of digits, text in quotes, a comment to the end of the line. */
export function hex(text: string): Buffer {
  const words = text.replace(/;.*$/gm, '').match(/"[^"]*"|[0-9a-fA-F]{2}/g) ?? []
  return Buffer.concat(words.map((word) =>
    word.startsWith('"') ? Buffer.from(word.slice(1, -1), 'latin1') : Buffer.from(word, 'hex')))
}

/** What `hex` would read, without text. */
export function toHex(bytes: Uint8Array): string {
  return (Buffer.from(bytes).toString('hex').match(/../g) ?? []).join(' ')
}

export function requestOf(changes: Partial<AssociateRq> = {}): AssociateRq {
  return {
    protocolVersion: 1, calledAe: 'SCP', callingAe: 'SCU', applicationContext: DICOM_APPLICATION_CONTEXT,
    contexts: [
      { id: 1, abstractSyntax: VERIFICATION, transferSyntaxes: [IMPLICIT_LE] },
      { id: 3, abstractSyntax: CT_IMAGE_STORAGE, transferSyntaxes: [EXPLICIT_LE, IMPLICIT_LE] },
    ],
    userInformation: { maximumLength: 16_384, implementationClassUid: '1.2.3' },
    ...changes,
  }
}

/** A Command as PDUs, ready to be sent. */
export function commandPdu(contextId: number, command: CommandSet): Buffer {
  return Buffer.concat(packCommand(contextId, encodeCommand(command), 16_000))
}

/** A Data Set as PDUs, ready to be sent. */
export function dataPdus(contextId: number, bytes: Uint8Array, fragmentBytes = 16_000): Buffer {
  const packer = new PdvPacker(contextId, false, fragmentBytes)
  return Buffer.concat([...packer.push(bytes), ...packer.end()])
}

export async function collect(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part.slice())
  return Buffer.concat(all)
}

/** A raw socket to a server of ours: sends bytes, gives PDUs. */
export class ScriptedPeer {
  readonly socket: Socket
  #received = Buffer.alloc(0)
  #isClosed = false
  #wake: () => void = () => undefined

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
      this.#wake()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.#isClosed = true
      this.#wake()
    })
  }

  static async connect(port: number): Promise<ScriptedPeer> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    await once(socket, 'connect')
    return new ScriptedPeer(socket)
  }

  /** Connect and be accepted. */
  static async associate(port: number, changes: Partial<AssociateRq> = {}): Promise<ScriptedPeer> {
    const peer = await ScriptedPeer.connect(port)
    peer.send(encodeAssociateRq(requestOf(changes)))
    await peer.pdu()
    return peer
  }

  send(...pieces: readonly Uint8Array[]): void {
    this.socket.write(Buffer.concat(pieces))
  }

  /** The next PDU, header and all; null when the connection has closed. */
  async pdu(): Promise<Buffer | null> {
    for (;;) {
      const length = this.#received.length < 6 ? Infinity : 6 + this.#received.readUInt32BE(2)
      if (this.#received.length >= length) {
        const pdu = this.#received.subarray(0, length)
        this.#received = this.#received.subarray(length)
        return pdu
      }
      if (this.#isClosed) return null
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  destroy(): void {
    this.socket.destroy()
  }
}

/** Servers of ours and associations to them, in this process. */
export class Bench {
  readonly #servers: DicomServer[] = []
  /** What services of ours threw. */
  readonly faults: unknown[] = []

  async serve(options: Partial<DicomServerOptions>): Promise<DicomServer> {
    const server = await serveDicom({
      host: '127.0.0.1', port: 0, graceMs: 100, admit: () => ({ kind: 'accepted' }),
      onFault: (fault) => this.faults.push(fault), ...options,
    })
    this.#servers.push(server)
    return server
  }

  /** An association to a server of its own. */
  async open(
    options: Partial<DicomServerOptions>, contexts: RequestorOptions['contexts'], more: Partial<RequestorOptions> = {},
  ): Promise<Association> {
    const { port } = await this.serve(options)
    return associate({ host: '127.0.0.1', port, callingAe: 'SCU', calledAe: 'SCP', timeoutMs: 2_000, contexts, ...more })
  }

  async clear(): Promise<void> {
    for (const server of this.#servers.splice(0)) await server.close()
    this.faults.length = 0
  }
}

/** One server of ours, scripted peers of it, and what it tells of their associations. */
export class ServedPeers {
  summaries: AssociationSummary[] = []
  faults: unknown[] = []
  server: DicomServer | null = null
  readonly #peers: ScriptedPeer[] = []

  /** Reads every Data Set and answers with success, unless told otherwise. @returns its port. */
  async serve(options: Partial<DicomServerOptions> = {}): Promise<number> {
    this.summaries = []
    this.faults = []
    this.server = await serveDicom({
      host: '127.0.0.1', port: 0, graceMs: 200, admit: () => ({ kind: 'accepted' }),
      store: async (_peer, { dataSet }) => {
        await collect(dataSet)
        return { status: 0 }
      },
      closed: (summary) => this.summaries.push(summary), onFault: (fault) => this.faults.push(fault), ...options,
    })
    return this.server.port
  }

  async connect(port: number): Promise<ScriptedPeer> {
    const peer = await ScriptedPeer.connect(port)
    this.#peers.push(peer)
    return peer
  }

  async associate(port: number, ...args: [] | [Parameters<typeof requestOf>[0]]): Promise<ScriptedPeer> {
    const peer = await ScriptedPeer.associate(port, ...args)
    this.#peers.push(peer)
    return peer
  }

  async clear(): Promise<void> {
    for (const peer of this.#peers.splice(0)) peer.destroy()
    await this.server?.close()
    this.server = null
  }

  /** Of the only association, when it is over. */
  async summary(): Promise<AssociationSummary> {
    await until(() => this.summaries.length > 0)
    const [only] = this.summaries
    if (only === undefined || this.summaries.length > 1) throw new Error(`${this.summaries.length} summaries`)
    return only
  }
}

/** The next PDU as digits; null when the connection has closed. */
export async function nextOf(peer: ScriptedPeer): Promise<string | null> {
  const pdu = await peer.pdu()
  return pdu === null ? null : toHex(pdu)
}

/** The Command of the next PDU. */
export async function responseTo(peer: ScriptedPeer): Promise<CommandSet> {
  const pdu = await peer.pdu()
  if (pdu?.readUInt8(0) !== 4) throw new Error('no P-DATA-TF')
  return decodeCommand(pdu.subarray(12))
}

/** An Instance of no content, the `n`th of its kind. */
export function instance(n: number, sopClassUid = CT_IMAGE_STORAGE, transferSyntaxUid = EXPLICIT_LE): StoreInstance {
  return { sopClassUid, sopInstanceUid: `1.2.3.${n}`, transferSyntaxUid, dataSet: bytes(5_000) }
}

async function* bytes(length: number): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve()
  yield Buffer.alloc(length, 7)
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** @throws if it does not become true within two seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let n = 0; n < 400; n++) {
    if (isTrue()) return
    await sleep(5)
  }
  throw new Error('it did not happen')
}
