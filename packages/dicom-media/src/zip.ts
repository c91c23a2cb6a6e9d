/**
 * ZIP archives by arithmetic. APPNOTE.TXT 6.3.10.
 *
 * Entries are stored, so that sizes and positions are known before a byte is read; size and CRC stand in the local
 * header, so that no data descriptor follows; ZIP64 records stand where a field would overflow, and nowhere else.
 *
 * @module
 */
import { crc32Of, literal, sizeOf, type Extent, type ExtentList } from '@filmjacket/bytes'
import { ByteWriter } from './byte-writer.ts'
import { momentOf, readableNameOf, shortNameOf, type MediaFile, type MediaTime } from './media-file.ts'
import { zipNames } from './names.ts'
import { treeOf, type Folder } from './tree.ts'

/** A field of this value says: look into the ZIP64 record. §4.4.1.4. */
const OVER_16 = 0xffff
const OVER_32 = 0xffffffff

const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22
const ZIP64_END_BYTES = 56
const ZIP64_LOCATOR_BYTES = 20

/** The name is UTF-8. §4.4.4, bit 11. */
const UTF8_NAME = 0x0800
/** Made on Unix (3), so that the mode below counts; by version 4.5 of the format. §4.4.2. */
const MADE_BY = 3 * 256 + 45
/** A regular file, -rw-r--r--, in the upper half of the external attributes. */
const FILE_MODE = 0o100644 * 0x1_0000

interface Entry {
  readonly name: Uint8Array
  readonly size: number
  readonly crc: number
  /** Of the local header, from the beginning of the archive. */
  readonly offset: number
}

interface DosStamp {
  readonly date: number
  readonly time: number
}

/**
 * A ZIP of `files` in their order, every entry dated `modified`.
 *
 * @throws RangeError if a blob range carries no CRC, a path is empty, or a full name exceeds 65,535 bytes.
 */
export function layOutZip(files: readonly MediaFile[], modified: MediaTime): ExtentList {
  const stamp = dosStamp(modified)
  const entries = entriesOf(files)
  const headers = new ByteWriter(entries.reduce((sum, entry, index) => sum + localLength(entry) + headOf(files[index]).length, 0))
  const list: Extent[] = []
  entries.forEach((entry, index) => {
    const [start, head] = [headers.at, headOf(files[index])]
    writeLocal(headers, entry, stamp)
    list.push(literal(headers.put(head).bytes.subarray(start, headers.at)))
    files[index]?.content.forEach((extent, n) => { if (n > 0 || head === NOTHING) list.push(extent) })
  })
  list.push(literal(directory(entries, stamp)))
  return list
}

const NOTHING = new Uint8Array(0)
const HEAD_BYTES = 1024

/** What a file begins with, if that is small and made by us: it goes out with the header before it, as one piece. */
function headOf(file: MediaFile | undefined): Uint8Array {
  const first = file?.content[0]
  return first?.kind === 'literal' && first.bytes.length <= HEAD_BYTES ? first.bytes : NOTHING
}

function entriesOf(files: readonly MediaFile[]): readonly Entry[] {
  files.forEach(shortNameOf)
  const utf8 = new TextEncoder()
  const paths = pathsOf(treeOf(files, readableNameOf, zipNames))
  let offset = 0
  return files.map(({ content }, index) => {
    const name = utf8.encode(paths.get(index))
    if (name.length > OVER_16) throw new RangeError('a path of more than 65,535 bytes')
    const entry = { name, size: sizeOf(content), crc: crc32Of(content), offset }
    offset += localLength(entry) + entry.size
    return entry
  })
}

function pathsOf(folder: Folder, before = '', paths = new Map<number, string>()): ReadonlyMap<number, string> {
  for (const { name, index } of folder.files) paths.set(index, before + name)
  for (const child of folder.folders) pathsOf(child, `${before}${child.name}/`, paths)
  return paths
}

/** In a local header both sizes go to ZIP64 together. §4.5.3. */
function localLength({ name, size }: Entry): number {
  return LOCAL_BYTES + name.length + (size >= OVER_32 ? 20 : 0)
}

/** §4.3.7 */
function writeLocal(to: ByteWriter, entry: Entry, stamp: DosStamp): void {
  const large = entry.size >= OVER_32
  to.u32le(0x04034b50).u16le(large ? 45 : 20)
  writeCommon(to, entry, stamp)
  to.u16le(large ? 20 : 0).put(entry.name)
  if (large) to.u16le(0x0001).u16le(16).u64le(entry.size).u64le(entry.size)
}

/** The fields that local and central header share, from the flags to the length of the name. */
function writeCommon(to: ByteWriter, { name, size, crc }: Entry, { date, time }: DosStamp): void {
  const shown = Math.min(size, OVER_32)
  to.u16le(UTF8_NAME).u16le(0).u16le(time).u16le(date)
  to.u32le(crc).u32le(shown).u32le(shown).u16le(name.length)
}

/** What a central header cannot hold itself, in the order of the standard. §4.5.3. */
function overflowOf({ size, offset }: Entry): readonly number[] {
  const sizes = size >= OVER_32 ? [size, size] : []
  return offset >= OVER_32 ? [...sizes, offset] : sizes
}

function centralLength(entry: Entry): number {
  const over = overflowOf(entry)
  return CENTRAL_BYTES + entry.name.length + (over.length > 0 ? 4 + 8 * over.length : 0)
}

/** §4.3.12 */
function writeCentral(to: ByteWriter, entry: Entry, stamp: DosStamp): void {
  const over = overflowOf(entry)
  to.u32le(0x02014b50).u16le(MADE_BY).u16le(over.length > 0 ? 45 : 20)
  writeCommon(to, entry, stamp)
  to.u16le(over.length > 0 ? 4 + 8 * over.length : 0)
  to.u16le(0).u16le(0).u16le(0).u32le(FILE_MODE) // no comment, first disk, binary
  to.u32le(Math.min(entry.offset, OVER_32)).put(entry.name)
  if (over.length > 0) to.u16le(0x0001).u16le(8 * over.length)
  for (const value of over) to.u64le(value)
}

/** The central directory and what ends the archive. §4.3.14 to §4.3.16. */
function directory(entries: readonly Entry[], stamp: DosStamp): Uint8Array {
  const last = entries.at(-1)
  const start = last === undefined ? 0 : last.offset + localLength(last) + last.size
  const length = entries.reduce((sum, entry) => sum + centralLength(entry), 0)
  const large = entries.length >= OVER_16 || start >= OVER_32 || length >= OVER_32
  const to = new ByteWriter(length + (large ? ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES : 0) + END_BYTES)
  for (const entry of entries) writeCentral(to, entry, stamp)
  if (large) {
    to.u32le(0x06064b50).u64le(ZIP64_END_BYTES - 12).u16le(MADE_BY).u16le(45).u32le(0).u32le(0)
    to.u64le(entries.length).u64le(entries.length).u64le(length).u64le(start)
    to.u32le(0x07064b50).u32le(0).u64le(start + length).u32le(1)
  }
  const shown = Math.min(entries.length, OVER_16)
  to.u32le(0x06054b50).u16le(0).u16le(0).u16le(shown).u16le(shown)
  to.u32le(Math.min(length, OVER_32)).u32le(Math.min(start, OVER_32)).u16le(0)
  return to.bytes
}

/** Two seconds fine, 1980 to 2107; what lies outside is moved to the nearest end. §4.4.6. */
function dosStamp(modified: MediaTime): DosStamp {
  const { year, month, day, hour, minute, second } = momentOf(modified)
  if (year < 1980) return { date: 0x0021, time: 0 }
  if (year > 2107) return { date: 0xff9f, time: 0xbf7d }
  return {
    date: (year - 1980) * 512 + month * 32 + day,
    time: hour * 2048 + minute * 32 + Math.floor(second / 2),
  }
}
