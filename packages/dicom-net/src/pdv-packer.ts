/**
 * Data Sets into P-DATA-TF PDUs, without copying them. PS3.8 §9.3.5, §E.2.
 *
 * @module
 */
import { PDU_HEADER_BYTES, PduType } from './pdu.ts'

const PDV_HEADER_BYTES = 6

/** What we send at most in one PDU where the peer sets a higher limit or none. */
const MAX_SENT_BYTES = 128 * 1024

/** Below this the headers outweigh the data; a peer that asks for less is given this much. */
const MIN_SENT_BYTES = 128

/** Bytes of a fragment so that a PDU with one PDV fits the peer's maximum length (0: no limit). Even. */
export function fragmentBytes(peerMaximumLength: number): number {
  const limit = peerMaximumLength === 0 ? MAX_SENT_BYTES : Math.min(peerMaximumLength, MAX_SENT_BYTES)
  return (Math.max(limit, MIN_SENT_BYTES) - PDV_HEADER_BYTES) & ~1
}

/** Gathers parts of one Command or Data Set of any size and gives PDUs of the size that is due. */
export class PdvPacker {
  readonly #contextId: number
  readonly #isCommand: boolean
  readonly #fragmentBytes: number
  #held: Uint8Array[] = []
  #heldBytes = 0

  constructor(contextId: number, isCommand: boolean, fragmentBytes: number) {
    this.#contextId = contextId
    this.#isCommand = isCommand
    this.#fragmentBytes = fragmentBytes
  }

  /**
   * Take the next part.
   *
   * @returns the PDUs that are full now, in pieces to be written in this order; most often none. At least
   *   one byte is held back, because the last fragment must be marked as such.
   */
  push(bytes: Uint8Array): Uint8Array[] {
    if (bytes.length === 0) return []
    this.#held.push(bytes)
    this.#heldBytes += bytes.length
    const pieces: Uint8Array[] = []
    while (this.#heldBytes > this.#fragmentBytes) this.#pack(this.#fragmentBytes, false, pieces)
    return pieces
  }

  /** The last PDU. An empty Data Set has one, too. */
  end(): Uint8Array[] {
    const pieces: Uint8Array[] = []
    this.#pack(this.#heldBytes, true, pieces)
    return pieces
  }

  #pack(length: number, isLast: boolean, pieces: Uint8Array[]): void {
    const header = Buffer.allocUnsafe(PDU_HEADER_BYTES + PDV_HEADER_BYTES)
    header.writeUInt8(PduType.dataTf, 0)
    header.writeUInt8(0, 1)
    header.writeUInt32BE(PDV_HEADER_BYTES + length, 2)
    header.writeUInt32BE(2 + length, 6)
    header.writeUInt8(this.#contextId, 10)
    header.writeUInt8((this.#isCommand ? 0b01 : 0) | (isLast ? 0b10 : 0), 11)
    pieces.push(header)
    this.#heldBytes -= length
    this.#move(length, pieces)
  }

  #move(length: number, pieces: Uint8Array[]): void {
    let left = length
    let taken = 0
    for (; left > 0; taken++) {
      const part = this.#held[taken] ?? new Uint8Array(0)
      pieces.push(part.length > left ? part.subarray(0, left) : part)
      if (part.length > left) {
        this.#held[taken] = part.subarray(left)
        break
      }
      left -= part.length
    }
    this.#held.splice(0, taken)
  }
}

/** A whole Command Set as the pieces of its PDUs. */
export function packCommand(contextId: number, command: Uint8Array, fragmentBytes: number): Uint8Array[] {
  const packer = new PdvPacker(contextId, true, fragmentBytes)
  return [...packer.push(command), ...packer.end()]
}
