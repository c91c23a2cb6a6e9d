/** Who wrote the file: this library. PS3.10 Table 7.1-1, PS3.7 §D.3.3.2. */
export const IMPLEMENTATION_CLASS_UID = '2.25.190146791043182537444806132342625375407'
export const IMPLEMENTATION_VERSION_NAME = 'FILMJACKET_0.1'

export interface FileMeta {
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  readonly sourceAeTitle?: string
}

const PREAMBLE_BYTES = 128
/** Preamble, prefix, group length (an element of 12 bytes) and version (one of 14, its value 0, 1). PS3.10 §7.1. */
const HEAD = Buffer.concat([
  new Uint8Array(PREAMBLE_BYTES), Buffer.from('DICM'),
  Buffer.from('02000000554c040000000000' + '020001004f42000002000000' + '0001', 'hex'),
])
const LENGTH_AT = PREAMBLE_BYTES + 4 + 8
/** What the group length counts begins here. */
const COUNTED_FROM = LENGTH_AT + 4

/**
 * What is before the data set in a Part 10 file: preamble, prefix and File Meta Information. PS3.10 §7.1.
 *
 * Written by hand, as media of thousands of files are laid out in the time that a person waits.
 *
 * @throws RangeError if a value is not ASCII.
 */
export function encodeFileMeta(meta: FileMeta): Uint8Array {
  const { sopClassUid, sopInstanceUid } = meta
  const known = encoded.get(sopInstanceUid.length)
  if (known === undefined || !isAlike(known.meta, meta)) {
    const bytes = encodeWhole(meta)
    encoded.set(sopInstanceUid.length, { meta, bytes })
    return Buffer.from(bytes)
  }
  mustBeAscii(sopInstanceUid)
  const bytes = Buffer.from(known.bytes)
  bytes.write(sopInstanceUid, HEAD.length + 8 + paddedLength(sopClassUid) + 8, 'latin1')
  return bytes
}

/** The files of a medium differ in one value: the last one of the same length lends the rest. */
const encoded = new Map<number, { readonly meta: FileMeta; readonly bytes: Buffer }>()

function isAlike(one: FileMeta, other: FileMeta): boolean {
  return one.sopClassUid === other.sopClassUid && one.transferSyntaxUid === other.transferSyntaxUid && one.sourceAeTitle === other.sourceAeTitle
}

function paddedLength(value: string): number {
  return value.length + (value.length % 2)
}

function encodeWhole(meta: FileMeta): Buffer {
  const elements: readonly (readonly [element: number, vr: 'UI' | 'SH' | 'AE', value: string])[] = [
    [0x0002, 'UI', meta.sopClassUid], [0x0003, 'UI', meta.sopInstanceUid], [0x0010, 'UI', meta.transferSyntaxUid],
    [0x0012, 'UI', IMPLEMENTATION_CLASS_UID], [0x0013, 'SH', IMPLEMENTATION_VERSION_NAME],
    ...(meta.sourceAeTitle === undefined ? [] : [[0x0016, 'AE', meta.sourceAeTitle] as const]),
  ]
  const size = elements.reduce((sum, [, , value]) => sum + 8 + paddedLength(value), HEAD.length)
  const bytes = Buffer.alloc(size)
  HEAD.copy(bytes)
  bytes.writeUInt32LE(size - COUNTED_FROM, LENGTH_AT)
  let at = HEAD.length
  for (const [element, vr, value] of elements) {
    mustBeAscii(value)
    const odd = value.length % 2
    bytes.writeUInt16LE(0x0002, at)
    bytes.writeUInt16LE(element, at + 2)
    bytes.write(vr, at + 4, 'latin1')
    bytes.writeUInt16LE(value.length + odd, at + 6)
    bytes.write(value, at + 8, 'latin1')
    at += 8 + value.length + odd
    if (odd === 1 && vr !== 'UI') bytes[at - 1] = 0x20
  }
  return bytes
}

function mustBeAscii(value: string): void {
  if (!ASCII.test(value)) throw new RangeError('a character outside of ASCII in a VR that has no character set')
}

const ASCII = /^[\0-\u007f]*$/
