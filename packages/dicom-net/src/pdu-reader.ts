/**
 * PDUs out of a byte stream, as it comes. PS3.8 §9.3.1, §9.3.5, §E.2.
 *
 * A P-DATA-TF is never put together: the fragments of its PDVs are handed on as views of the received
 * chunk, those of one Data Set that lie in one chunk moved next to each other, so that the receiver is
 * called once per chunk however small the PDVs are. No length that a peer declares is ever allocated.
 *
 * @module
 */
import { AbortReason, ProtocolError } from './errors.ts'
import { isPduType, PDU_HEADER_BYTES, PduType } from './pdu.ts'

/** Length field, Presentation Context ID and Message Control Header. */
const PDV_HEADER_BYTES = 6

/** Bits of the Message Control Header. PS3.8 §E.2. */
const IS_COMMAND = 0b01
const IS_LAST = 0b10

/**
 * The longest A-ASSOCIATE. 128 contexts of 50 Transfer Syntaxes take 190 KB; what is longer is no honest
 * request.
 */
export const MAX_ASSOCIATE_BYTES = 256 * 1024

export interface PduReceiver {
  /** A P-DATA-TF begins: its fragments follow. */
  dataPdu(): void
  /**
   * Bytes of a Command or Data Set, valid and the receiver's own from now on; empty only if `isLast`.
   *
   * @param isLast - these bytes are the end of the Command or Data Set.
   */
  fragment(contextId: number, isCommand: boolean, isLast: boolean, bytes: Uint8Array): void
  /** Any other PDU, whole: `body` is what follows its header. */
  pdu(type: PduType, body: Uint8Array): void
}

type Stage = 'pdu-header' | 'pdv-header' | 'fragment' | 'body'

export class PduReader {
  readonly #receiver: PduReceiver
  readonly #maxDataBytes: number
  #stage: Stage = 'pdu-header'
  /** Of the current P-DATA-TF or other PDU, bytes still to come. */
  #pduLeft = 0
  #pdvLeft = 0
  #contextId = 0
  #control = 0
  /** A header that is cut by the end of a chunk. */
  readonly #scratch = Buffer.alloc(PDU_HEADER_BYTES)
  #scratchBytes = 0
  #type: PduType = PduType.abort
  /** Grows with what has come, up to what was declared: never at once. */
  #body = Buffer.alloc(0)
  #bodyBytes = 0
  /** What of the chunk is ready for the receiver. */
  #runStart = 0
  #runEnd = 0

  /** @param maxDataBytes - the longest P-DATA-TF that is received, its header not counted. */
  constructor(receiver: PduReceiver, maxDataBytes: number) {
    this.#receiver = receiver
    this.#maxDataBytes = maxDataBytes
  }

  /**
   * Read on. `chunk` is given away: its bytes are moved and handed on.
   *
   * @throws ProtocolError if a header is not possible. What follows cannot be understood any more.
   */
  push(chunk: Buffer): void {
    this.#runStart = this.#runEnd = 0
    let at = 0
    while (at < chunk.length) {
      switch (this.#stage) {
        case 'pdu-header':
        case 'pdv-header': at = this.#header(chunk, at); break
        case 'fragment': at = this.#fragment(chunk, at); break
        case 'body': at = this.#bodyPart(chunk, at); break
      }
    }
    this.#flush(chunk, false)
  }

  /** PDU header and PDV header both have six bytes. */
  #header(chunk: Buffer, at: number): number {
    if (this.#scratchBytes === 0 && chunk.length - at >= PDU_HEADER_BYTES) {
      this.#open(chunk, at, chunk)
      return at + PDU_HEADER_BYTES
    }
    const end = Math.min(at + PDU_HEADER_BYTES - this.#scratchBytes, chunk.length)
    this.#scratchBytes += chunk.copy(this.#scratch, this.#scratchBytes, at, end)
    if (this.#scratchBytes === PDU_HEADER_BYTES) {
      this.#scratchBytes = 0
      this.#open(this.#scratch, 0, chunk)
    }
    return end
  }

  #open(header: Buffer, at: number, chunk: Buffer): void {
    if (this.#stage === 'pdu-header') this.#openPdu(header.readUInt8(at), header.readUInt32BE(at + 2), chunk)
    else this.#openPdv(header, at, chunk)
  }

  #openPdu(type: number, length: number, chunk: Buffer): void {
    if (!isPduType(type)) throw new ProtocolError(`PDU type ${type}`, AbortReason.unrecognizedPdu)
    if (length > this.#longest(type)) throw new ProtocolError(`PDU of ${length} bytes`)
    this.#pduLeft = length
    if (type === PduType.dataTf) {
      if (length < PDV_HEADER_BYTES) throw new ProtocolError('P-DATA-TF without PDV')
      this.#stage = 'pdv-header'
      this.#receiver.dataPdu()
      return
    }
    this.#flush(chunk, false)
    this.#type = type
    this.#stage = 'body'
    if (length === 0) this.#closeBody()
  }

  #longest(type: PduType): number {
    if (type === PduType.dataTf) return this.#maxDataBytes
    return type === PduType.associateRq || type === PduType.associateAc ? MAX_ASSOCIATE_BYTES : 4
  }

  /** The item length counts context ID and control header besides the fragment. PS3.8 Table 9-23. */
  #openPdv(header: Buffer, at: number, chunk: Buffer): void {
    const itemLength = header.readUInt32BE(at)
    const contextId = header.readUInt8(at + 4)
    const control = header.readUInt8(at + 5)
    if (itemLength < 2 || itemLength > this.#pduLeft - 4) throw new ProtocolError(`PDV length ${itemLength}`)
    if (contextId % 2 === 0) throw new ProtocolError(`even Presentation Context ID ${contextId}`)
    const isSameMessage = contextId === this.#contextId && ((control ^ this.#control) & IS_COMMAND) === 0
    if (!isSameMessage) this.#flush(chunk, false)
    this.#contextId = contextId
    this.#control = control
    this.#pduLeft -= 4 + itemLength
    if (this.#pduLeft > 0 && this.#pduLeft < PDV_HEADER_BYTES) throw new ProtocolError('PDV header cut')
    this.#pdvLeft = itemLength - 2
    this.#stage = 'fragment'
    if (this.#pdvLeft === 0) this.#closePdv(chunk)
  }

  #fragment(chunk: Buffer, at: number): number {
    const end = Math.min(at + this.#pdvLeft, chunk.length)
    if (this.#runStart === this.#runEnd) this.#runStart = at
    else chunk.copyWithin(this.#runEnd, at, end)
    this.#runEnd = this.#runStart === at ? end : this.#runEnd + end - at
    this.#pdvLeft -= end - at
    if (this.#pdvLeft === 0) this.#closePdv(chunk)
    return end
  }

  #closePdv(chunk: Buffer): void {
    this.#stage = this.#pduLeft === 0 ? 'pdu-header' : 'pdv-header'
    if ((this.#control & IS_LAST) !== 0) this.#flush(chunk, true)
  }

  #flush(chunk: Buffer, isLast: boolean): void {
    const bytes = chunk.subarray(this.#runStart, this.#runEnd)
    this.#runStart = this.#runEnd = 0
    if (bytes.length === 0 && !isLast) return
    this.#receiver.fragment(this.#contextId, (this.#control & IS_COMMAND) !== 0, isLast, bytes)
  }

  #bodyPart(chunk: Buffer, at: number): number {
    const end = Math.min(at + this.#pduLeft, chunk.length)
    const needed = this.#bodyBytes + end - at
    if (needed > this.#body.length) this.#body = Buffer.concat([this.#body], 2 * needed)
    chunk.copy(this.#body, this.#bodyBytes, at, end)
    this.#bodyBytes = needed
    this.#pduLeft -= end - at
    if (this.#pduLeft === 0) this.#closeBody()
    return end
  }

  #closeBody(): void {
    this.#stage = 'pdu-header'
    const body = this.#body.subarray(0, this.#bodyBytes)
    this.#body = Buffer.alloc(0)
    this.#bodyBytes = 0
    this.#receiver.pdu(this.#type, body)
  }
}
