/**
 * Command Sets: elements of group 0000, always Implicit VR Little Endian. PS3.7 §6.3.1, §9.3, Annex E.
 *
 * Elements are spelled as their keywords. The group length is made and not kept.
 *
 * @module
 */
import { ProtocolError } from './errors.ts'

/** PS3.7 Table E.1-1, the element numbers and VRs of what is not retired. */
const elements = {
  AffectedSOPClassUID: [0x0002, 'UI'],
  RequestedSOPClassUID: [0x0003, 'UI'],
  CommandField: [0x0100, 'US'],
  MessageID: [0x0110, 'US'],
  MessageIDBeingRespondedTo: [0x0120, 'US'],
  MoveDestination: [0x0600, 'AE'],
  Priority: [0x0700, 'US'],
  CommandDataSetType: [0x0800, 'US'],
  Status: [0x0900, 'US'],
  OffendingElement: [0x0901, 'AT'],
  ErrorComment: [0x0902, 'LO'],
  ErrorID: [0x0903, 'US'],
  AffectedSOPInstanceUID: [0x1000, 'UI'],
  RequestedSOPInstanceUID: [0x1001, 'UI'],
  EventTypeID: [0x1002, 'US'],
  AttributeIdentifierList: [0x1005, 'AT'],
  ActionTypeID: [0x1008, 'US'],
  NumberOfRemainingSuboperations: [0x1020, 'US'],
  NumberOfCompletedSuboperations: [0x1021, 'US'],
  NumberOfFailedSuboperations: [0x1022, 'US'],
  NumberOfWarningSuboperations: [0x1023, 'US'],
  MoveOriginatorApplicationEntityTitle: [0x1030, 'AE'],
  MoveOriginatorMessageID: [0x1031, 'US'],
} as const satisfies { readonly [keyword: string]: readonly [number, 'UI' | 'US' | 'AE' | 'LO' | 'AT'] }

type Keyword = keyof typeof elements
type ValueOf<K extends Keyword> =
  (typeof elements)[K][1] extends 'US' ? number : (typeof elements)[K][1] extends 'AT' ? readonly number[] : string

/** What a message says of itself. An element that is absent or empty on the wire is absent here. */
export type CommandSet = { readonly [K in Keyword]?: ValueOf<K> }

/** PS3.7 Table E.1-1, Command Field (0000,0100). A response has bit 15 set. */
export const CommandField = {
  cStoreRq: 0x0001,
  cGetRq: 0x0010,
  cFindRq: 0x0020,
  cMoveRq: 0x0021,
  cEchoRq: 0x0030,
  nEventReportRq: 0x0100,
  nGetRq: 0x0110,
  nSetRq: 0x0120,
  nActionRq: 0x0130,
  nCreateRq: 0x0140,
  nDeleteRq: 0x0150,
  cCancelRq: 0x0fff,
  response: 0x8000,
} as const

/** The value of Command Data Set Type (0000,0800) that means: none follows. Any other: one follows. */
export const NO_DATA_SET = 0x0101
export const HAS_DATA_SET = 0x0001

/** The longest Command Set that is received. Each has some 200 bytes. */
export const MAX_COMMAND_BYTES = 16 * 1024

const ELEMENT_HEADER_BYTES = 8
const inOrder = (Object.keys(elements) as Keyword[]).map((keyword) => ({ keyword, element: elements[keyword][0] }))
const keywordOf = new Map(Object.entries(elements).map(([keyword, [element]]) => [element as number, keyword as Keyword]))

/**
 * @throws ProtocolError if an element is cut, of another group, or of a length that its VR cannot have.
 *   Elements that are not known are passed over.
 */
export function decodeCommand(bytes: Uint8Array): CommandSet {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const command: { [keyword: string]: string | number | number[] } = {}
  let at = 0
  while (at < buffer.length) {
    if (buffer.length - at < ELEMENT_HEADER_BYTES) throw new ProtocolError('Command element cut')
    if (buffer.readUInt16LE(at) !== 0) throw new ProtocolError('Command element of another group')
    const keyword = keywordOf.get(buffer.readUInt16LE(at + 2))
    const start = at + ELEMENT_HEADER_BYTES
    at = start + buffer.readUInt32LE(at + 4)
    if (at > buffer.length) throw new ProtocolError('Command element cut')
    if (keyword !== undefined && at > start) command[keyword] = decodeValue(keyword, buffer.subarray(start, at))
  }
  return command
}

function decodeValue(keyword: Keyword, value: Buffer): string | number | number[] {
  switch (elements[keyword][1]) {
    case 'UI': return value.toString('latin1').replace(/[\0 ]+$/, '')
    case 'AE':
    case 'LO': return value.toString('latin1').replace(/\0+$/, '').trim()
    case 'US':
      if (value.length < 2) throw new ProtocolError(`${keyword} of ${value.length} bytes`)
      return value.readUInt16LE()
    case 'AT':
      if (value.length % 4 !== 0) throw new ProtocolError(`${keyword} of ${value.length} bytes`)
      return Array.from({ length: value.length / 4 }, (_, n) =>
        value.readUInt16LE(4 * n) * 0x10000 + value.readUInt16LE(4 * n + 2))
  }
}

/** In order of the tags, with (0000,0000) Command Group Length in front. */
export function encodeCommand(command: CommandSet): Uint8Array {
  const present: { readonly element: number; readonly value: Uint8Array }[] = []
  let groupLength = 0
  for (const { keyword, element } of inOrder) {
    const of = command[keyword]
    if (of === undefined) continue
    const value = encodeValue(keyword, of)
    present.push({ element, value })
    groupLength += ELEMENT_HEADER_BYTES + value.length
  }
  const bytes = Buffer.alloc(ELEMENT_HEADER_BYTES + 4 + groupLength)
  bytes.writeUInt32LE(4, 4)
  bytes.writeUInt32LE(groupLength, 8)
  let at = ELEMENT_HEADER_BYTES + 4
  for (const { element, value } of present) {
    bytes.writeUInt16LE(element, at + 2)
    bytes.writeUInt32LE(value.length, at + 4)
    bytes.set(value, at + ELEMENT_HEADER_BYTES)
    at += ELEMENT_HEADER_BYTES + value.length
  }
  return bytes
}

function encodeValue(keyword: Keyword, value: string | number | readonly number[]): Uint8Array {
  const vr = elements[keyword][1]
  if (typeof value === 'number') return Uint8Array.of(value & 0xff, value >> 8)
  if (typeof value !== 'string') {
    return Uint8Array.from(value.flatMap((tag) => [(tag >>> 16) & 0xff, tag >>> 24, tag & 0xff, (tag >>> 8) & 0xff]))
  }
  const padding = vr === 'UI' ? '\0' : ' '
  return Buffer.from(value.length % 2 === 0 ? value : value + padding, 'latin1')
}
