/**
 * Volume descriptors, one block each. ECMA-119 §8.3 to §8.5; Joliet Specification 1995.
 *
 * @module
 */
import type { ByteWriter } from '../byte-writer.ts'
import type { MediaTime } from '../media-file.ts'
import { dCharacters } from '../names.ts'
import { descriptorDate } from './dates.ts'
import { BLOCK, writeRootRecord, type Places } from './records.ts'
import { aCharacters, singleByte, ucs2, type Text } from './text.ts'

export interface Volume {
  /** At most 32 characters, made A-Z 0-9 _ in the primary descriptor; Joliet shows the first 16 as they are. */
  readonly volumeId: string
  /** Creation and modification of the volume and of everything on it. */
  readonly modified: MediaTime
  /** Who answers for the content. */
  readonly publisher?: string
  /** Who or what made the volume. */
  readonly preparer?: string
  readonly application?: string
}

export interface PathTables {
  readonly length: number
  readonly littleEndianBlock: number
  readonly bigEndianBlock: number
}

export interface Descriptor {
  readonly kind: 'primary' | 'joliet'
  readonly volume: Volume
  /** Of the whole volume. */
  readonly blocks: number
  readonly tables: PathTables
  readonly places: Places
}

interface Form {
  readonly type: number
  readonly text: Text
  /** `%/E`: UCS-2 level 3. Empty in a primary descriptor. */
  readonly escapes: string
  readonly volumeId: (text: string) => string
  readonly free: (text: string) => string
}

const forms: Readonly<Record<Descriptor['kind'], Form>> = {
  primary: { type: 1, text: singleByte, escapes: '', volumeId: dCharacters, free: aCharacters },
  joliet: { type: 2, text: ucs2, escapes: '%/E', volumeId: plain, free: plain },
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}*/:;?\\]|[\u{10000}-\u{10FFFF}]/gu, '_')
}

/** §8.4, §8.5: positions in comments are those of the standard, counted from 1. */
export function writeDescriptor(to: ByteWriter, { kind, volume, blocks, tables, places }: Descriptor): void {
  const start = to.at
  const { type, text, escapes, volumeId, free } = forms[kind]
  writeHead(to, type)
  to.u8(0) // 8: volume flags, every escape sequence is registered
  to.put(text.field('', 32)).put(text.field(volumeId(volume.volumeId), 32)) // 9: system and volume
  to.seek(start + 80).u32both(blocks) // 81
  to.put(singleByte.encode(escapes)).seek(start + 120) // 89
  to.u16both(1).u16both(1).u16both(BLOCK) // 121: a set of one volume, the first
  to.u32both(tables.length).u32le(tables.littleEndianBlock).u32le(0) // 133: no second copy
  to.u32be(tables.bigEndianBlock).u32be(0)
  writeRootRecord(to, places, volume.modified) // 157
  to.put(text.field('', 128)) // 191: volume set
  const { publisher = '', preparer = '', application = '' } = volume
  for (const name of [publisher, preparer, application]) to.put(text.field(free(name), 128)) // 319
  for (let n = 0; n < 3; n++) to.put(text.field('', 37)) // 703: no copyright, abstract, bibliographic file
  for (const date of [volume.modified, volume.modified, null, null]) descriptorDate(to, date) // 814
  to.u8(1).seek(start + BLOCK) // 882: structure of this standard
}

/** §8.3 */
export function writeTerminator(to: ByteWriter): void {
  const start = to.at
  writeHead(to, 255)
  to.seek(start + BLOCK)
}

function writeHead(to: ByteWriter, type: number): void {
  to.u8(type).put(singleByte.encode('CD001')).u8(1)
}
