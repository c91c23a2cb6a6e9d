/** Files that were whole once, and structures that no writer would write. */
import { TransferSyntaxes, encodeFileMeta, SopClasses, Tags } from '@filmjacket/dicom-data'
import type { Chance } from './chance.ts'

/** Bytes that mean something in a data set: ends of lengths, parts of delimiters, letters of VRs, escapes. */
const TELLING = [0, 1, 2, 7, 0x1b, 0x20, 0x28, 0x5c, 0x5e, 0x7f, 0x80, 0xdd, 0xe0, 0xe7, 0xfe, 0xff, 0x4e, 0x51, 0x53, 0x55]
const DELIMITERS = ['feff00e000000000', 'feff00e0ffffffff', 'feff0de000000000', 'feffdde000000000'].map((hex) => Buffer.from(hex, 'hex'))
const PREAMBLE_BYTES = 132

/** A few faults in a copy of `file`: bytes, lengths, delimiters, a piece moved or doubled or lost, the end. */
export function mutant(chance: Chance, file: Uint8Array, other: Uint8Array): Uint8Array {
  let bytes: Uint8Array = file.slice()
  for (let fault = chance.below(3); fault >= 0; fault--) bytes = faulty(chance, bytes, other)
  return bytes
}

function faulty(chance: Chance, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const start = bytes.length > PREAMBLE_BYTES + 8 && !chance.oneIn(20) ? PREAMBLE_BYTES : 0
  const at = start + chance.below(Math.max(1, bytes.length - start - 8))
  const length = 1 + chance.below(chance.oneIn(4) ? 600 : 12)
  switch (chance.below(8)) {
    case 0:
      bytes[at] = chance.below(256)
      return bytes
    case 1:
      for (let n = 0; n < 3; n++) bytes[at + n] = chance.pick(TELLING)
      return bytes
    case 2: {
      const value = chance.pick([0, 1, 8, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff, chance.below(2000)])
      if (at + 4 <= bytes.length) new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, value, !chance.oneIn(8))
      return bytes
    }
    case 3:
      bytes.set(chance.pick(DELIMITERS).subarray(0, bytes.length - at), at)
      return bytes
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    case 5:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)])
    case 6: {
      const from = chance.below(Math.max(1, other.length - length))
      return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + length), bytes.subarray(at)])
    }
    default:
      return chance.oneIn(3) ? bytes.slice(0, at) : bytes
  }
}

const SYNTAXES = [TransferSyntaxes.implicitVrLittleEndian, TransferSyntaxes.explicitVrLittleEndian, TransferSyntaxes.explicitVrBigEndian]
const TAGS = [
  Tags.SpecificCharacterSet, Tags.SOPInstanceUID, Tags.StudyDate, Tags.StudyTime, Tags.AcquisitionDateTime, Tags.PatientName,
  Tags.ReferencedSeriesSequence, Tags.ContentSequence, Tags.PixelRepresentation, Tags.SmallestImagePixelValue, Tags.PixelSpacing,
  Tags.EncapsulatedDocument, Tags.PixelData, Tags.FloatPixelData, 0x00080000, 0x00090010, 0x00091001, 0x00091002, 0x60003000,
  0xfffcfffc,
]
const ODD_TAGS = [0xfffee000, 0xfffee00d, 0xfffee0dd, 0x00000000]
const VRS = ['AT', 'CS', 'DS', 'DT', 'FD', 'IS', 'LO', 'LT', 'OB', 'OV', 'OW', 'PN', 'SQ', 'SQ', 'SS', 'SV', 'TM', 'UI', 'UN', 'UT', 'ZZ', '??']
const TEXTS = ['', 'ISO 2022 IR 87\\ISO 2022 IR 149', '\\ISO 2022 IR 13', 'GB18030', 'ISO_IR 192', 'A^B=C', '1.5\\x', '20260101-', '*?', '\x1b$B\x30\x21', 'ÿþ']
const DEPTH_MAX = 70

/** A data set put together by chance, behind File Meta Information that may be wrong about it. */
export function invention(chance: Chance): Uint8Array {
  const syntax = chance.pick(SYNTAXES)
  const said = chance.oneIn(6) ? chance.pick([...SYNTAXES, TransferSyntaxes.deflatedExplicitVrLittleEndian, TransferSyntaxes.rle]) : syntax
  const meta = encodeFileMeta({
    sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3', transferSyntaxUid: said.uid,
  })
  const writer = new Inventor(chance, syntax.explicitVr, syntax.littleEndian)
  const dataSet = writer.elements(1 + chance.below(12), chance.oneIn(40) ? DEPTH_MAX : 4)
  return chance.oneIn(10) ? dataSet : Buffer.concat([meta, dataSet])
}

class Inventor {
  readonly #chance: Chance
  readonly #explicitVr: boolean
  readonly #littleEndian: boolean

  constructor(chance: Chance, explicitVr: boolean, littleEndian: boolean) {
    this.#chance = chance
    this.#explicitVr = explicitVr
    this.#littleEndian = littleEndian
  }

  elements(count: number, depth: number): Buffer {
    const tags = Array.from({ length: count }, () => this.#chance.pick(this.#chance.oneIn(60) ? ODD_TAGS : TAGS))
    if (!this.#chance.oneIn(4)) tags.sort((a, b) => a - b)
    return Buffer.concat(tags.map((tag) => this.#element(tag, depth)))
  }

  #element(tag: number, depth: number): Buffer {
    const chance = this.#chance
    const vr = chance.pick(VRS)
    const isDeep = depth > 4 && chance.oneIn(2)
    if (depth > 0 && (vr === 'SQ' || isDeep)) return this.#sequence(isDeep ? Tags.ContentSequence : tag, depth)
    if (chance.oneIn(12)) return this.#fragments(tag)
    const value = chance.oneIn(3)
      ? Buffer.from(Array.from({ length: chance.below(40) }, () => chance.below(256)))
      : Buffer.from(chance.pick(TEXTS), 'latin1')
    return Buffer.concat([this.#header(tag, vr, this.#length(value.length)), value])
  }

  #sequence(tag: number, depth: number): Buffer {
    const chance = this.#chance
    const items = Array.from({ length: depth > 4 ? 1 : chance.below(4) }, () => {
      const within = this.elements(chance.below(depth > 4 ? 2 : 5) + (depth > 4 ? 1 : 0), depth - 1)
      const isDefined = chance.oneIn(2)
      const header = this.#tagged(0xfffee000, isDefined ? this.#length(within.length) : 0xffffffff)
      return Buffer.concat([header, within, ...(isDefined && !chance.oneIn(20) ? [] : [this.#tagged(0xfffee00d, 0)])])
    })
    const content = Buffer.concat(items)
    const isDefined = chance.oneIn(2)
    const header = this.#header(tag, chance.oneIn(8) ? 'UN' : 'SQ', isDefined ? this.#length(content.length) : 0xffffffff)
    return Buffer.concat([header, content, ...(isDefined ? [] : [this.#tagged(0xfffee0dd, 0)])])
  }

  #fragments(tag: number): Buffer {
    const chance = this.#chance
    const fragments = Array.from({ length: chance.below(5) }, () => Buffer.alloc(chance.below(30), 0xd8))
    const items = fragments.flatMap((fragment) => [this.#tagged(0xfffee000, this.#length(fragment.length)), fragment])
    return Buffer.concat([this.#header(tag, 'OB', 0xffffffff), ...items, this.#tagged(0xfffee0dd, 0)])
  }

  /** True most of the time. */
  #length(length: number): number {
    const chance = this.#chance
    return chance.oneIn(30) ? chance.pick([0, length + 1, length + 8, length - 1, 0xfffffffe, 0xffffffff, 0x80000000]) >>> 0 : length
  }

  #header(tag: number, vr: string, length: number): Buffer {
    if (!this.#explicitVr) return this.#tagged(tag, length)
    const isLong = /^(O.|SQ|SV|U[CNRTV]|ZZ)$/.test(vr) || length > 0xffff
    const header = Buffer.alloc(isLong ? 12 : 8)
    this.#tagged(tag, 0).copy(header)
    header.write(vr, 4, 'latin1')
    const view = new DataView(header.buffer, header.byteOffset)
    if (isLong) view.setUint32(8, length, this.#littleEndian)
    else view.setUint16(6, length, this.#littleEndian)
    return header
  }

  #tagged(tag: number, length: number): Buffer {
    const header = Buffer.alloc(8)
    const view = new DataView(header.buffer, header.byteOffset)
    view.setUint16(0, tag >>> 16, this.#littleEndian)
    view.setUint16(2, tag & 0xffff, this.#littleEndian)
    view.setUint32(4, length >>> 0, this.#littleEndian)
    return header
  }
}
