/** For tests: bytes as a person reads them in a trace, and a peer that does exactly what it is told. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { encodeCommand, type CommandSet } from './command.ts'
import { DICOM_APPLICATION_CONTEXT, encodeAssociateRq, type AssociateRq } from './pdu-associate.ts'
import { packCommand, PdvPacker } from './pdv-packer.ts'

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
