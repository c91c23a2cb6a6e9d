/**
 * The Protocol Data Units of the Upper Layer, all but the two A-ASSOCIATE requests and P-DATA.
 * PS3.8 §9.3. All numbers on the wire are big-endian.
 *
 * @module
 */
import { ByteReader } from './byte-reader.ts'
import { ProtocolError } from './errors.ts'

export const PduType = {
  associateRq: 0x01,
  associateAc: 0x02,
  associateRj: 0x03,
  dataTf: 0x04,
  releaseRq: 0x05,
  releaseRp: 0x06,
  abort: 0x07,
} as const
export type PduType = (typeof PduType)[keyof typeof PduType]

/** Type, a reserved byte, a 32-bit length of what follows. PS3.8 §9.3.1. */
export const PDU_HEADER_BYTES = 6

/** PS3.8 Table 9-21. `result` 1 is permanent, 2 transient. */
export interface AssociateRj {
  readonly result: number
  readonly source: number
  readonly reason: number
}

/** PS3.8 Table 9-26. `source` 0 is the service-user, 2 the service-provider. */
export interface Abort {
  readonly source: number
  readonly reason: number
}

export function isPduType(type: number): type is PduType {
  return type >= PduType.associateRq && type <= PduType.abort
}

export function encodePdu(type: PduType, body: Uint8Array): Uint8Array {
  const pdu = Buffer.allocUnsafe(PDU_HEADER_BYTES + body.length)
  pdu.writeUInt8(type, 0)
  pdu.writeUInt8(0, 1)
  pdu.writeUInt32BE(body.length, 2)
  pdu.set(body, PDU_HEADER_BYTES)
  return pdu
}

/** PS3.8 §9.3.4. */
export function encodeAssociateRj({ result, source, reason }: AssociateRj): Uint8Array {
  return encodePdu(PduType.associateRj, Uint8Array.of(0, result, source, reason))
}

/** @param body - what follows the 6-byte PDU header. */
export function decodeAssociateRj(body: Uint8Array): AssociateRj {
  const reader = fourBytes(body)
  reader.skip(1)
  return { result: reader.u8(), source: reader.u8(), reason: reader.u8() }
}

/** PS3.8 §9.3.6. */
export function encodeReleaseRq(): Uint8Array {
  return encodePdu(PduType.releaseRq, new Uint8Array(4))
}

/** PS3.8 §9.3.7. */
export function encodeReleaseRp(): Uint8Array {
  return encodePdu(PduType.releaseRp, new Uint8Array(4))
}

/** PS3.8 §9.3.8. */
export function encodeAbort({ source, reason }: Abort): Uint8Array {
  return encodePdu(PduType.abort, Uint8Array.of(0, 0, source, reason))
}

/** @param body - what follows the 6-byte PDU header. */
export function decodeAbort(body: Uint8Array): Abort {
  const reader = fourBytes(body)
  reader.skip(2)
  return { source: reader.u8(), reason: reader.u8() }
}

/** A-ASSOCIATE-RJ, both A-RELEASE and A-ABORT have a body of exactly four bytes. */
export function fourBytes(body: Uint8Array): ByteReader {
  if (body.length !== 4) throw new ProtocolError(`PDU of ${body.length} bytes where 4 are due`)
  return new ByteReader(body)
}
