/**
 * A-ASSOCIATE-RQ and A-ASSOCIATE-AC. PS3.8 §9.3.2, §9.3.3.
 *
 * @module
 */
import { padAeTitle } from './ae-title.ts'
import { ByteReader, encodeItem, encodeText, items, u16 } from './byte-reader.ts'
import { AbortReason, ProtocolError } from './errors.ts'
import { encodePdu, PduType } from './pdu.ts'
import { decodeUserInformation, encodeUserInformation, type UserInformation } from './pdu-user-information.ts'

export const DICOM_APPLICATION_CONTEXT = '1.2.840.10008.3.1.1.1'

/**
 * More Transfer Syntaxes than this in one context are an attack: the standard knows about 60, the retired
 * ones included.
 */
export const MAX_TRANSFER_SYNTAXES = 96

const RESERVED_BYTES = 32

const ItemType = {
  applicationContext: 0x10,
  presentationContextRq: 0x20,
  presentationContextAc: 0x21,
  abstractSyntax: 0x30,
  transferSyntax: 0x40,
  userInformation: 0x50,
} as const

/** PS3.8 Table 9-18. */
export const ContextResult = {
  acceptance: 0,
  userRejection: 1,
  noReason: 2,
  abstractSyntaxNotSupported: 3,
  transferSyntaxesNotSupported: 4,
} as const
export type ContextResult = (typeof ContextResult)[keyof typeof ContextResult]

/** PS3.8 §9.3.2.2. */
export interface ProposedContext {
  /** Odd, 1 to 255. */
  readonly id: number
  readonly abstractSyntax: string
  readonly transferSyntaxes: readonly string[]
}

/** PS3.8 §9.3.3.2. */
export interface AnsweredContext {
  readonly id: number
  readonly result: number
  /** Not significant unless `result` is acceptance; some acceptors leave it out then. */
  readonly transferSyntax: string | null
}

interface Associate {
  /** Bit 0 is version 1, the only one there is. */
  readonly protocolVersion: number
  /** Without trailing spaces; otherwise as they came, valid or not. */
  readonly calledAe: string
  readonly callingAe: string
  readonly applicationContext: string
  readonly userInformation: UserInformation
}

export interface AssociateRq extends Associate {
  readonly contexts: readonly ProposedContext[]
}

/** The AE titles repeat those of the request and are not to be tested. PS3.8 Table 9-17. */
export interface AssociateAc extends Associate {
  readonly contexts: readonly AnsweredContext[]
}

export function encodeAssociateRq(rq: AssociateRq): Uint8Array {
  const contexts = rq.contexts.map(({ id, abstractSyntax, transferSyntaxes }) =>
    encodeItem(
      ItemType.presentationContextRq,
      Uint8Array.of(id, 0, 0, 0),
      encodeItem(ItemType.abstractSyntax, encodeText(abstractSyntax)),
      ...transferSyntaxes.map((uid) => encodeItem(ItemType.transferSyntax, encodeText(uid))),
    ))
  return encodePdu(PduType.associateRq, encodeAssociate(rq, contexts))
}

export function encodeAssociateAc(ac: AssociateAc): Uint8Array {
  const contexts = ac.contexts.map(({ id, result, transferSyntax }) =>
    encodeItem(
      ItemType.presentationContextAc,
      Uint8Array.of(id, 0, result, 0),
      ...(transferSyntax === null ? [] : [encodeItem(ItemType.transferSyntax, encodeText(transferSyntax))]),
    ))
  return encodePdu(PduType.associateAc, encodeAssociate(ac, contexts))
}

function encodeAssociate(pdu: Associate, contexts: readonly Uint8Array[]): Buffer {
  return Buffer.concat([
    u16(pdu.protocolVersion),
    u16(0),
    encodeText(padAeTitle(pdu.calledAe)),
    encodeText(padAeTitle(pdu.callingAe)),
    new Uint8Array(RESERVED_BYTES),
    encodeItem(ItemType.applicationContext, encodeText(pdu.applicationContext)),
    ...contexts,
    encodeItem(ItemType.userInformation, encodeUserInformation(pdu.userInformation)),
  ])
}

/**
 * @param body - what follows the 6-byte PDU header.
 * @throws ProtocolError if an item is cut, a context ID is even or given twice, or a context offers more
 *   than `MAX_TRANSFER_SYNTAXES`. AE titles are not judged here.
 */
export function decodeAssociateRq(body: Uint8Array): AssociateRq {
  const contexts: ProposedContext[] = []
  const rest = decodeAssociate(body, ItemType.presentationContextRq, (value) => {
    contexts.push(decodeProposed(value))
  })
  refuseTwins(contexts)
  return { ...rest, contexts }
}

/**
 * @param body - what follows the 6-byte PDU header.
 * @throws ProtocolError if an item is cut, or a context ID is even or given twice.
 */
export function decodeAssociateAc(body: Uint8Array): AssociateAc {
  const contexts: AnsweredContext[] = []
  const rest = decodeAssociate(body, ItemType.presentationContextAc, (value) => {
    contexts.push(decodeAnswered(value))
  })
  refuseTwins(contexts)
  return { ...rest, contexts }
}

/** Items of a type that is not known are passed over. PS3.8 §9.3.1. */
function decodeAssociate(body: Uint8Array, contextType: number, onContext: (value: ByteReader) => void): Associate {
  const reader = new ByteReader(body)
  const protocolVersion = reader.u16()
  reader.skip(2)
  const calledAe = reader.text(16).replace(/ +$/, '')
  const callingAe = reader.text(16).replace(/ +$/, '')
  reader.skip(RESERVED_BYTES)
  let applicationContext = ''
  let userInformation: UserInformation = {}
  for (const { type, value } of items(reader)) {
    if (type === contextType) onContext(value)
    else if (type === ItemType.applicationContext) applicationContext = value.uid(value.left)
    else if (type === ItemType.userInformation) userInformation = decodeUserInformation(value)
  }
  return { protocolVersion, calledAe, callingAe, applicationContext, userInformation }
}

function decodeProposed(value: ByteReader): ProposedContext {
  const id = contextId(value)
  value.skip(3)
  let abstractSyntax = ''
  const transferSyntaxes: string[] = []
  for (const item of items(value)) {
    if (item.type === ItemType.abstractSyntax) abstractSyntax = item.value.uid(item.value.left)
    else if (item.type === ItemType.transferSyntax) transferSyntaxes.push(item.value.uid(item.value.left))
    if (transferSyntaxes.length > MAX_TRANSFER_SYNTAXES) throw new ProtocolError('too many Transfer Syntaxes')
  }
  return { id, abstractSyntax, transferSyntaxes }
}

function decodeAnswered(value: ByteReader): AnsweredContext {
  const id = contextId(value)
  value.skip(1)
  const result = value.u8()
  value.skip(1)
  let transferSyntax: string | null = null
  for (const item of items(value)) {
    if (item.type === ItemType.transferSyntax) transferSyntax = item.value.uid(item.value.left)
  }
  return { id, result, transferSyntax }
}

function contextId(value: ByteReader): number {
  const id = value.u8()
  if (id % 2 === 0) throw new ProtocolError(`even Presentation Context ID ${id}`)
  return id
}

/** Odd numbers below 256 without twins: so there are never more than 128. */
function refuseTwins(contexts: readonly { readonly id: number }[]): void {
  if (new Set(contexts.map(({ id }) => id)).size !== contexts.length) {
    throw new ProtocolError('Presentation Context ID given twice', AbortReason.unexpectedPduParameter)
  }
}
